import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eachInFolder } from '../support/folder.ts'
import { lectern, PROGRAM } from '../support/program.ts'
import { ALL, runs, SEED } from '../support/random.ts'

const folder = eachInFolder()
const KILLS = runs(100)
/** Of all of them, some must stop it between the first file and the last, or they show nothing. */
const BEGUN = ALL ? 1 : 0
/** The writing is over after this many milliseconds, more or less. */
const WRITING = 30

/** Articles of which the second has a part more, so that decks move. */
const PARTS = ['甲', '乙', '丙', '丁'].map(name => `## ${name}\n\n### ${name}一\n\n${name}一的话。说完${name}一。\n\n### ${name}二\n\n${name}二的话。说完${name}二。\n`)
const ARTICLES = [PARTS, ['## 新\n\n### 新一\n\n新来的话。说完新来的。\n', ...PARTS]].map(parts => `# 书\n\n${parts.join('\n')}`)

/** Moments of the writing, in milliseconds, as the seed has them. */
const moments = fc.sample(fc.integer({ min: 0, max: WRITING }), { seed: SEED, numRuns: 10 * KILLS })

/** Starts the program and kills it at a moment of its writing: true where it was killed before its end. */
function killed(slides: string, moment: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, 'generate', 'a.md'], { cwd: folder.path, stdio: 'ignore' })
    const watcher = watch(join(slides, '.lectern'), (_, name) => {
      if (name === `.${child.pid}.tmp`)
        setTimeout(() => child.kill('SIGKILL'), moment)
    })
    child.once('exit', (_, signal) => {
      watcher.close()
      resolve(signal === 'SIGKILL')
    })
  })
}

it('killed as it writes, again and again, leaves each deck the old or the new one, whole, and the next run ends what was begun', async () => {
  const slides = join(folder.path, 'slides/a')
  const decks = async (): Promise<string[]> => Promise.all((await readdir(slides)).filter(name => /^\d+\.md$/.test(name)).sort().map(name => readFile(join(slides, name), 'utf8')))
  const article = join(folder.path, 'a.md')
  await writeFile(article, ARTICLES[0]!)
  await lectern(folder.path, 'generate', 'a.md')
  const path = join(slides, '04.md')
  await writeFile(path, `${(await readFile(path, 'utf8')).replace('- 丁一的话', '- 我改的丁一')}\n---\n\n# 我的一页\n`)
  // The two states that there are, each made by a run that nobody stops.
  const states: string[][] = []
  for (const index of [1, 0]) {
    await writeFile(article, ARTICLES[index]!)
    await lectern(folder.path, 'generate', 'a.md')
    states[index] = await decks()
    expect(states[index]!.filter(deck => deck.includes('- 我改的丁一') && deck.endsWith('# 我的一页\n'))).toHaveLength(1)
  }
  let kills = 0
  let begun = 0
  for (let run = 1; kills < KILLS || begun < BEGUN; run++) {
    await writeFile(article, ARTICLES[run % 2]!)
    kills += Number(await killed(slides, moments[run % moments.length]!))
    begun += Number(existsSync(join(slides, '.lectern/next')))
    for (const deck of await decks())
      expect(states.flat()).toContain(deck)
  }
  for (const index of [1, 0]) {
    await writeFile(article, ARTICLES[index]!)
    expect((await lectern(folder.path, 'generate', 'a.md')).code).toBe(0)
    expect(await decks()).toEqual(states[index])
  }
  expect((await readdir(join(slides, '.lectern'))).filter(name => !/^\d+\.md$/.test(name))).toEqual(['article.json'])
}, 900_000)
