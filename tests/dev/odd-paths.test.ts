import type { Started } from '../support/program.ts'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, expect, it } from 'vitest'
import { eachInFolder } from '../support/folder.ts'
import { lectern, PROGRAM, start } from '../support/program.ts'

const folder = eachInFolder()
let program: Started | undefined
afterEach(() => program?.stop('SIGKILL'))

const SAME = { headers: { 'sec-fetch-site': 'same-origin' } }

/** What no folder on Windows may have in its name is left out there. */
const NAME = process.platform === 'win32' ? 'C# %41 \'中&;' : 'C# 为什么? %41 \'"中&;'

it('decks are shown while they are edited, and so is what is changed in them, whatever their path has', async () => {
  const project = join(folder.path, NAME)
  await mkdir(project)
  await writeFile(join(project, `${NAME}.txt`), '渡口\n\n船是木头做的，用了三十年，还没有坏。\n')
  expect((await lectern(project, 'generate', `${NAME}.txt`)).code).toBe(0)
  const decks = join(project, 'slides', NAME)
  program = await start(PROGRAM, ['dev'], project, /Open (http:\S+) /)
  const textOf = async (path: string): Promise<string> => (await fetch(`${program!.match[1]}01/${path}`, SAME)).text()
  const deckOf = async (): Promise<string> =>
    textOf(`..${/\/@lectern\/assets\/deck-shown-[\w.-]+/.exec(await textOf(''))![0]}`)
  expect(await deckOf()).toContain('三十年')
  expect(await textOf('?edit')).toContain('<div id="app">')
  expect(await textOf('01.md__slidev_2.md?import')).toContain('三十年')
  const deck = join(decks, '01.md')
  const changed = (await readFile(deck, 'utf8')).replaceAll('三十年', '四十年')
  // Saved again and again: the folder is watched a moment after the page is there.
  await expect.poll(async () => {
    await writeFile(deck, changed)
    return textOf('__slidev/slides/2.json')
  }, { timeout: 20_000, interval: 500 }).toContain('四十年')
  expect(await deckOf()).toContain('四十年')
  // No setup is missing: Slidev keeps them in files that it has named itself.
  // Lectern's own module takes the place of Slidev's, which it asks for.
  expect(await textOf('@id/__x00__lectern:/@slidev/setups/main')).toContain('"/01/@slidev/setups/main"')
  const setups = await textOf('@slidev/setups/main')
  const [, path] = /"\/01\/([^"]*import-glob[^"]*)"/.exec(setups) ?? []
  expect(await textOf(path ?? setups)).toContain('export default')
})
