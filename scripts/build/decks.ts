import { join, resolve } from 'node:path'
import process from 'node:process'
import { load } from '@slidev/parser/fs'
import { deckNames } from './deck-folders.ts'
import { readingFault } from './slide-fault.ts'
import { themeFault } from './theme-fault.ts'

/** A deck of an article, loaded. */
export interface LoadedDeck {
  /** 01 */
  name: string
  /** The file's absolute path. */
  path: string
  data: Awaited<ReturnType<typeof load>>
}

/**
 * Loads an article's decks.
 *
 * @param folder such as `slides/NAME`
 * @returns the decks in order
 * @throws Failure where there is none, and for one that Slidev cannot read as it stands
 */
export async function loadDecks(folder: string): Promise<LoadedDeck[]> {
  return Promise.all((await deckNames(folder)).map(name => loadDeck(folder, name)))
}

/**
 * Loads a deck.
 *
 * @param folder its folder
 * @param name its file's name
 * @returns the deck
 * @throws Failure for one that Slidev cannot read as it stands, or whose theme is not there
 */
export async function loadDeck(folder: string, name: string): Promise<LoadedDeck> {
  const root = resolve(folder)
  const path = join(root, name)
  const folders = { userRoot: root, roots: [root], allowedRoots: [root, process.cwd()] }
  const data = await load(folders, path, undefined, 'build')
  const fault = readingFault(data.markdownFiles[path]!) ?? themeFault(path, data.headmatter)
  if (fault)
    throw fault
  return { name: name.replace(/\.md$/, ''), path, data }
}

/**
 * The decks beside a deck: the one that its last slide leads on to, and the one that leads to it.
 *
 * @param deck a deck
 * @param decks those that can be reached from it
 * @returns their names, where they are there
 */
export function neighboursOf(deck: LoadedDeck, decks: LoadedDeck[]): { next?: string, previous?: string } {
  const next = nextOf(deck, decks)
  const previous = decks.find(other => nextOf(other, decks) === deck.name)?.name
  return { ...(next !== undefined && { next }), ...(previous !== undefined && { previous }) }
}

/** The deck that a deck's last slide leads on to, where it is there. */
function nextOf(deck: LoadedDeck, decks: LoadedDeck[]): string | undefined {
  const last = deck.data.slides.at(-1)?.frontmatter as { next?: { deck?: unknown } } | undefined
  return decks.find(({ name }) => `${name}.md` === last?.next?.deck)?.name
}

/**
 * Reads a title that Slidev takes for Markdown as text.
 *
 * @param title as a deck's headmatter has it
 * @returns the title without escapes
 */
export function plainTitle(title: string): string {
  return title.replace(/<!-- -->/g, '').replace(/&lt;/g, '<').replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
