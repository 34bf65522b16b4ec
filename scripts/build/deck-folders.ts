import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { DECK_NAME } from '../slidev/names.ts'

/**
 * Lists an article's decks.
 *
 * @param folder such as `slides/NAME`
 * @returns the files' names, in order
 * @throws Failure where there is none, and where one is no file
 */
export async function deckNames(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter(name => DECK_NAME.test(name)).sort()
  if (names.length === 0)
    throw noDecks(folder)
  for (const name of names)
    await refuseOther(join(folder, name))
  return names
}

/** Slidev would wait for the end of a pipe. */
async function refuseOther(path: string): Promise<void> {
  if (!(await stat(path).catch(() => undefined))?.isFile())
    throw new Failure(wording('deck-no-file', { path }))
}

/** Where `generate` puts decks, unless it is told otherwise. */
export const SLIDES = 'slides'

/**
 * Lists the folders of decks under `slides`.
 *
 * @returns their paths, in order
 * @throws Failure where there is none
 */
export async function listDeckFolders(): Promise<string[]> {
  const entries = await readdir(SLIDES, { withFileTypes: true }).catch(() => [])
  const shown = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
  const folders = shown.map(entry => join(SLIDES, entry.name)).sort()
  if (folders.length === 0)
    throw noDecks(SLIDES)
  return folders
}

function noDecks(folder: string): Failure {
  return new Failure(wording('no-decks', { folder }))
}
