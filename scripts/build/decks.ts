import type { ResolvedSlidevOptions, SlideInfo, SlidevData } from '@slidev/types'
import { basename, dirname, join, resolve } from 'node:path'
import { load } from '@slidev/parser/fs'
import { parseTimeString } from '@slidev/parser/utils'
import { deckNames } from './deck-folders.ts'
import { withPlainPath } from './plain-path.ts'
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
  const data = await load({ userRoot: root, roots: [root], allowedRoots: [root, process.cwd()] }, path, undefined, 'build')
  const fault = readingFault(data.markdownFiles[path]!) ?? themeFault(path, data.headmatter)
  if (fault)
    throw fault
  return { name: name.replace(/\.md$/, ''), path, data }
}

/** Decks that one build can make together. */
export interface DeckGroup {
  decks: LoadedDeck[]
  /** All of the article's decks. */
  article: LoadedDeck[]
  options: ResolvedSlidevOptions
}

/** Where a deck's slides stand among all the slides of its build, and what its page is called. */
export interface PageFacts {
  name: string
  title: string
  /** Slidev's configuration as this deck has it. */
  config: SlidevData['config']
  /** What of it is not as the code that all decks share has it. */
  own?: Record<string, unknown>
  first: number
  count: number
}

/** What may differ between decks of one build: everything else that their headmatter says must be the same. */
const OWN_KEYS = ['title', 'titleTemplate', 'info', 'author', 'logo', 'keywords', 'duration', 'exportFilename', 'id', 'layout', 'class', 'kicker', 'values', 'cue', 'next', 'background', 'hide', 'reset', 'slidesTitle']

/**
 * Groups decks by what their headmatter asks of the whole build, theme and ratio above all: usually all are one group.
 *
 * @param decks an article's decks
 * @returns groups, each with Slidev's options for all its slides in a row
 */
export async function groupDecks(decks: LoadedDeck[]): Promise<DeckGroup[]> {
  const groups = new Map<string, LoadedDeck[]>()
  for (const deck of decks) {
    const shared = Object.entries(deck.data.headmatter).filter(([key]) => !OWN_KEYS.includes(key)).sort(([one], [other]) => one < other ? -1 : 1)
    const key = JSON.stringify(shared)
    groups.set(key, [...groups.get(key) ?? [], deck])
  }
  return Promise.all(Array.from(groups.values(), async group => ({ decks: group, article: decks, options: await resolveGroup(group) })))
}

async function resolveGroup(decks: LoadedDeck[]): Promise<ResolvedSlidevOptions> {
  const { resolveOptions } = await import('@slidev/cli')
  const options = inFolder(dirname(decks[0]!.path), await resolveOptions({ entry: decks[0]!.path, routerMode: 'hash' }, 'build'))
  const { data } = options
  data.slides = decks.flatMap(deck => shownSlides(deck))
  for (const deck of decks) {
    Object.assign(data.markdownFiles, deck.data.markdownFiles)
    for (const [feature, used] of Object.entries(deck.data.features))
      Object.assign(data.features, used ? { [feature]: used } : {})
  }
  // Types in code blocks take a whole TypeScript to find: it is loaded for decks that ask for them.
  if (!data.slides.some(({ content }) => content.includes('twoslash')))
    data.config.twoslash = false
  // The print route is what the PDFs are made from.
  options.utils.define.__SLIDEV_FEATURE_PRINT__ = 'true'
  return withPlainPath(dirname(decks[0]!.path), options)
}

/**
 * Slidev takes the folder of the first deck that a process resolves for all others' too: a second article would have the first one's styles.
 *
 * @param folder the decks' folder
 * @param options Slidev's options for one of them; their list of roots is changed in place
 * @returns the options for this folder
 */
export function inFolder(folder: string, options: ResolvedSlidevOptions): ResolvedSlidevOptions {
  const { clientRoot, roots, userRoot, utils } = options
  // In place: Slidev's own functions hold this list.
  roots.splice(roots.indexOf(userRoot), 1, folder)
  return { ...options, userRoot: folder, utils: { ...utils, iconsResolvePath: [clientRoot, ...roots].reverse() } }
}

/** A deck's slides; its first has the layout that Slidev gives a first slide. */
export function shownSlides(deck: LoadedDeck): SlideInfo[] {
  return deck.data.slides.map((slide, index) => index === 0 && !slide.frontmatter.layout ? { ...slide, frontmatter: { ...slide.frontmatter, layout: 'cover' } } : slide)
}

/**
 * The pages of a group: which slides are whose.
 *
 * @param group decks that are built together
 * @returns a page for each deck, in order
 */
export function pagesOf(group: DeckGroup): PageFacts[] {
  const { aspectRatio, drawings, fonts, ...shared } = group.options.data.config
  let first = 0
  return group.decks.map((deck) => {
    const config = { ...shared, ...deck.data.headmatter, aspectRatio, drawings, fonts, routerMode: 'hash', ...placeOf(deck, group) }
    const page = { name: deck.name, title: pageTitle(config), config: config as unknown as SlidevData['config'], first, count: deck.data.slides.length }
    first += deck.data.slides.length
    return page
  })
}

/**
 * The page of a deck whose slides are compiled alone.
 *
 * @param deck the deck
 * @param article all of the article's decks
 * @param config Slidev's configuration for the deck
 * @param shared the configuration that the shared code has
 * @returns its page
 */
export function pageOf(deck: LoadedDeck, article: LoadedDeck[], config: SlidevData['config'], shared: Record<string, unknown>): PageFacts {
  const all = { ...config, ...placeOf(deck, { decks: article, article }) }
  const own = Object.fromEntries(Object.entries(config).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(shared[key])))
  return { name: deck.name, title: pageTitle(all as unknown as Record<string, unknown>), config: all, own, first: 0, count: deck.data.slides.length }
}

/** What a deck's page knows of the article: its name, the pages beside it, when the deck begins, and how long the whole takes, in seconds; how many slides come before it, and how many there are in all. */
interface DeckPlace { article: string, nextPage?: string, previousPage?: string, startsAt?: number, duration?: number, pagesBefore: number, pagesOfAll: number }

function placeOf(deck: LoadedDeck, { decks, article }: Pick<DeckGroup, 'decks' | 'article'>): DeckPlace {
  const { next, previous } = neighboursOf(deck, decks)
  const times = article.map(({ data }) => secondsOf(data.headmatter.duration))
  const pages = article.map(({ data }) => data.slides.length)
  const sum = (all: number[]): number => all.reduce((total, time) => total + time, 0)
  return {
    article: basename(dirname(deck.path)),
    pagesBefore: sum(pages.slice(0, article.indexOf(deck))),
    pagesOfAll: sum(pages),
    ...(next && { nextPage: `${next}.html` }),
    ...(previous && { previousPage: `${previous}.html` }),
    ...(!times.some(Number.isNaN) && { startsAt: sum(times.slice(0, article.indexOf(deck))), duration: sum(times) }),
  }
}

/** A deck's time, as Slidev reads it; not a number where there is none. */
function secondsOf(duration: unknown): number {
  try {
    return parseTimeString(duration as string).seconds
  }
  catch {
    return Number.NaN
  }
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

/** A page's title as text: Slidev's titles are Markdown. */
function pageTitle({ title, titleTemplate }: Record<string, unknown>): string {
  return plainTitle(String(titleTemplate ?? '%s').replace('%s', () => String(title ?? '')))
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
