import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/commands/build.ts'
import { findTheme } from '../../scripts/files/theme.ts'
import { quiet, workFolder } from '../support/build.ts'
import { snapshot } from '../support/program.ts'
import { ALL } from '../support/random.ts'

function deckOf(title: string, theme: string): string {
  return `---
theme: ${theme}
title: ${title}
---

# ${title}

One sentence.

<!--
A note.
-->
`
}

let folder: Awaited<ReturnType<typeof workFolder>>
const path = (...names: string[]): string => join(folder.path, ...names)
beforeAll(async () => {
  folder = await workFolder()
  await mkdir(path('slides/own'), { recursive: true })
  await writeDecks(relative(path('slides/own'), findTheme('study')))
  expect((await run()).said).toHaveLength(3)
})
afterAll(() => folder?.clean())

async function writeDecks(theme: string): Promise<void> {
  await writeFile(path('slides/own/01.md'), deckOf('First', theme))
  await writeFile(path('slides/own/02.md'), deckOf('Second', theme))
}

/** Builds everything, and gives what was said. */
async function run(flags: { force?: boolean, out?: string } = {}): Promise<{ said: string[], told: string[] }> {
  const { said, told, ...console } = quiet()
  await build([path('slides/own')], { out: path(flags.out ?? 'dist'), ...flags.force && { force: true } }, process.env, console)
  return { said: said.map(line => line.replaceAll(`${path('dist')}/`, '')), told }
}

/** What a build of these decks makes from nothing: an incremental one has to make the same bytes. */
async function expectAsFromNothing(): Promise<void> {
  await rm(path('fresh'), { recursive: true, force: true })
  await run({ out: 'fresh' })
  const relative = (files: Record<string, string>, root: string): Record<string, string> => {
    const inRoot = Object.entries(files).map(([file, content]) => [file.slice(path(root).length), content])
    return Object.fromEntries(inRoot) as Record<string, string>
  }
  const [now, fresh] = [relative(await snapshot(path('dist')), 'dist'), relative(await snapshot(path('fresh')), 'fresh')]
  expect(Object.keys(now)).toEqual(Object.keys(fresh))
  expect(Object.keys(now).filter(file => now[file] !== fresh[file])).toEqual([])
}

async function timesOf(...files: string[]): Promise<number[]> {
  return Promise.all(files.map(async file => Math.round((await stat(path('dist/own', file))).mtimeMs)))
}

const FILES = ['01.html', '01.pdf', '01.webp', '02.html', '02.pdf', 'index.html', 'offline.html', 'all.pdf', 'handout.pdf', '.lectern-build.json']

describe('lectern build, again', () => {
  it('builds nothing where nothing has changed, says so, and touches nothing', async () => {
    const before = await timesOf(...FILES)
    expect(await run()).toEqual({ said: ['own: nothing has changed since it was built'], told: [] })
    expect(await timesOf(...FILES)).toEqual(before)
  })

  it.runIf(ALL)('builds all of it with --force', async () => {
    const before = await timesOf(...FILES)
    expect((await run({ force: true })).said).toEqual(['own/01.html  own/01.pdf', 'own/02.html  own/02.pdf', 'own/index.html  own/offline.html  own/all.pdf  own/handout.pdf'])
    expect((await timesOf(...FILES)).filter((time, index) => time === before[index])).toEqual([])
  })

  it('prints only the deck that was edited, and what holds all decks', async () => {
    await writeFile(path('slides/own/02.md'), (await readFile(path('slides/own/02.md'), 'utf8')).replace('One sentence', 'Another sentence'))
    const before = await timesOf('01.pdf', '01.webp')
    const { said } = await run()
    expect(said).toEqual(['own/01.html', 'own/02.html  own/02.pdf', 'own/index.html  own/offline.html  own/all.pdf  own/handout.pdf', 'own: not changed, and not built again: 01.pdf'])
    expect(await timesOf('01.pdf', '01.webp')).toEqual(before)
    await expectAsFromNothing()
  })

  it('joins the decks\' PDFs again where the whole is lacking, and prints none', async () => {
    const before = await readFile(path('dist/own/all.pdf'))
    await rm(path('dist/own/all.pdf'))
    const times = await timesOf('01.pdf', '02.pdf')
    expect((await run()).said[0]).toBe('own/all.pdf')
    expect(await timesOf('01.pdf', '02.pdf')).toEqual(times)
    expect((await readFile(path('dist/own/all.pdf'))).equals(before)).toBe(true)
  })

  it.runIf(ALL)('makes what is lacking or was changed, and the pages only where they have', async () => {
    await rm(path('dist/own/01.pdf'))
    await writeFile(path('dist/own/handout.pdf'), 'no PDF')
    const before = await timesOf('01.html', '02.html', '02.pdf')
    expect((await run()).said.slice(0, 2)).toEqual(['own/01.pdf', 'own/offline.html  own/handout.pdf'])
    expect(await timesOf('01.html', '02.html', '02.pdf')).toEqual(before)
    await expectAsFromNothing()
  })

  it.runIf(ALL)('builds anew where a theme outside the folder has changed, or has a file more', async () => {
    await mkdir(path('theme/styles'), { recursive: true })
    await writeFile(path('theme/package.json'), '{ "name": "own-theme", "keywords": ["slidev-theme"], "slidev": { "defaults": { "fonts": { "provider": "none" } } } }')
    await writeFile(path('theme/styles/index.css'), 'h1 { color: red }')
    await writeDecks('../../theme')
    expect((await run()).said).toHaveLength(3)
    await writeFile(path('theme/styles/index.css'), 'h1 { color: blue }')
    expect((await run()).said).toEqual(['own/01.html  own/01.pdf', 'own/02.html  own/02.pdf', 'own/index.html  own/offline.html  own/all.pdf  own/handout.pdf'])
    await writeFile(path('theme/styles/base.css'), 'p { color: green }')
    expect((await run()).said).toHaveLength(3)
    await expectAsFromNothing()
  })

  it('leaves the last build whole where the next one fails', async () => {
    const before = await snapshot(path('dist'))
    const deck = await readFile(path('slides/own/02.md'), 'utf8')
    await writeFile(path('slides/own/02.md'), `${deck}\n---\n\n<div v-if="(">broken</div>\n`)
    await expect(run()).rejects.toThrow(/slides\/own\/02\.md:15: the slide here cannot be built\. Error parsing JavaScript expression: Unexpected token \(1:2\)\. Correct the slide\.$/)
    expect(await snapshot(path('dist'))).toEqual(before)
    await writeFile(path('slides/own/02.md'), deck)
    expect((await run()).said).toEqual(['own: nothing has changed since it was built'])
  })

  it.runIf(ALL)('forgets the results of a deck that is gone', async () => {
    await rm(path('slides/own/02.md'))
    await run()
    await expectAsFromNothing()
  })
})
