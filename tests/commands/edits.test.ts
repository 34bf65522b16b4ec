import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/commands/generate.ts'
import { quiet } from '../support/build.ts'
import { eachInFolder } from '../support/folder.ts'

/**
 * `before.md` makes the decks in `base`; of these a person makes CASE/edited.md; with `after.md` that is to become
 * CASE/expected.md.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/merges', import.meta.url))
const CASES = (await readdir(FIXTURES, { withFileTypes: true })).filter(entry => entry.isDirectory() && entry.name !== 'base' && entry.name !== 'old-planner').map(({ name }) => name)

const folder = eachInFolder()

/** Puts an article in its place and generates its decks. */
async function run(article: 'before.md' | 'after.md'): Promise<string[]> {
  const console = quiet()
  await cp(join(FIXTURES, article), join(folder.path, 'talk.md'))
  await generate([join(folder.path, 'talk.md')], { out: join(folder.path, 'slides') }, console)
  return console.told
}

/** A deck, its theme's path left out: that is the folder's. */
async function readDeck(name: string): Promise<string> {
  return (await readFile(join(folder.path, 'slides/talk', name), 'utf8')).replace(/^theme: .*$/m, 'theme: THEME')
}

async function edit(file: string): Promise<void> {
  const path = join(folder.path, 'slides/talk/01.md')
  const theme = /^theme: .*$/m.exec(await readFile(path, 'utf8'))![0]
  await writeFile(path, (await readFile(file, 'utf8')).replace('theme: THEME', () => theme))
}

describe('edits by hand, and a corrected article', () => {
  it('begin with the decks of the article', async () => {
    await run('before.md')
    for (const name of ['01.md', '02.md'])
      await expect(await readDeck(name)).toMatchFileSnapshot(join(FIXTURES, 'base', name))
  })

  it.each(CASES)('%s: both are there', async (name) => {
    await run('before.md')
    await edit(join(FIXTURES, name, 'edited.md'))
    expect(await run('after.md')).toEqual([])
    const merged = await readDeck('01.md')
    await expect(merged).toMatchFileSnapshot(join(FIXTURES, name, 'expected.md'))
    const [base, edited] = [await readFile(join(FIXTURES, 'base/01.md'), 'utf8'), await readFile(join(FIXTURES, name, 'edited.md'), 'utf8')]
    // Every line of the person's is there, and none that they have taken out; and what the article brings.
    const lines = (text: string): string[] => text.split('\n')
    expect(lines(merged)).toEqual(expect.arrayContaining(lines(edited).filter(line => !lines(base).includes(line))))
    // How a slide that is gone was drawn, another may be.
    const gone = lines(base).filter(line => line.trim() !== '' && !line.startsWith('layout: ') && !lines(edited).includes(line))
    expect(lines(merged).filter(line => gone.includes(line))).toEqual([])
    expect(merged).toContain('# 最能引人往下读的，是手边的事\n')
    expect(merged).toContain('kicker: 一 · 2 书单公开\n')
    expect(merged).toContain('书单贴在门口，谁都能添一本。添书的人要写一句理由。\n')
    expect(parseSync(merged, '').slides).toHaveLength(parseSync(edited, '').slides.length + 1)
    expect(await run('after.md')).toEqual([])
    expect(await readDeck('01.md')).toBe(merged)
  })
})
