import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { loadDecks, neighboursOf, plainTitle } from '../build/decks.ts'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { DECK_NAME } from '../slidev/names.ts'

/** What is edited: the decks of an article, or a deck of any name by itself. */
export interface DeckSet {
  /** Their folder, as a person named it. */
  folder: string
  /** The deck that is shown first: 01.md. */
  first: string
  /** Whether the other decks in the folder belong to it. */
  isArticle: boolean
}

/**
 * Finds what a person wants to edit.
 *
 * @param path a deck, or a folder of decks
 * @returns the decks; where a deck is named, the others of its article too
 * @throws Failure where there is none
 */
export async function findDecks(path: string): Promise<DeckSet> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile())
    return { folder: dirname(path), first: basename(path), isArticle: DECK_NAME.test(basename(path)) }
  const [first] = found ? await namesIn(path) : []
  if (first === undefined)
    throw new Failure(wording('no-decks', { folder: path }))
  return { folder: path, first, isArticle: true }
}

/**
 * Lists decks as they are now.
 *
 * @param set the decks
 * @returns their files' names, in order
 */
export async function listDecks({ folder, first, isArticle }: DeckSet): Promise<string[]> {
  return isArticle ? namesIn(folder) : [first].filter(name => existsSync(join(folder, name)))
}

async function namesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter(name => DECK_NAME.test(name)).sort()
  // Whoever opens a pipe waits for ever.
  const isFile = (name: string): Promise<boolean> =>
    stat(join(folder, name)).then(found => found.isFile(), () => false)
  const areFiles = await Promise.all(names.map(isFile))
  return names.filter((_, index) => areFiles[index])
}

/**
 * A deck's part of the address: 01 of 01.md.
 *
 * @param name its file's name
 */
export function addressOf(name: string): string {
  return encodeURIComponent(name.replace(/\.md$/, ''))
}

/**
 * Finds a deck by its part of the address.
 *
 * @param set the decks
 * @param address such as 01
 * @returns its file's name; nothing where there is none now
 */
export async function deckAt(set: DeckSet, address: string): Promise<string | undefined> {
  return (await listDecks(set)).find(name => addressOf(name) === address)
}

/** A deck as the browser lists it. */
export interface ListedDeck { page: string, title: string }

/**
 * Lists decks for the browser.
 *
 * @param set the decks
 * @returns their pages and titles, in order; a deck that cannot be read has its file's name for a title
 */
export async function titlesOf(set: DeckSet): Promise<ListedDeck[]> {
  const names = await listDecks(set)
  const loaded = set.isArticle ? await loadDecks(set.folder).catch(() => []) : []
  return names.map((name) => {
    const title = loaded.find(deck => `${deck.name}.md` === name)?.data.headmatter.title
    const shown = typeof title === 'string' ? plainTitle(title) : join(relative('.', set.folder), name)
    return { page: pageOf(name), title: shown }
  })
}

/** The pages beside a deck's. */
export interface PagesBeside { nextPage?: string, previousPage?: string }

/**
 * The pages beside a deck's, as its slides look for them.
 *
 * @param set the decks
 * @param name the deck's file
 * @returns where the last slide leads on to, and the first one back to; neither where a deck cannot be read now
 */
export async function pagesBeside({ folder, isArticle }: DeckSet, name: string): Promise<PagesBeside> {
  const decks = isArticle ? await loadDecks(folder).catch(() => []) : []
  const deck = decks.find(({ path }) => path === resolve(folder, name))
  const { next, previous } = deck ? neighboursOf(deck, decks) : {}
  return {
    ...next !== undefined && { nextPage: pageOf(next) },
    ...previous !== undefined && { previousPage: pageOf(previous) },
  }
}

function pageOf(name: string): string {
  return `/${addressOf(name)}/`
}
