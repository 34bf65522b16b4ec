import type { SlidevData } from '@slidev/types'
import type { LoadedDeck } from './decks.ts'
import type { DeckGroup } from './groups.ts'
import { basename, dirname } from 'node:path'
import { parseTimeString } from '@slidev/parser/utils'
import { neighboursOf, plainTitle } from './decks.ts'

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
    const ofBuild = { aspectRatio, drawings, fonts, routerMode: 'hash' }
    const config = { ...shared, ...deck.data.headmatter, ...ofBuild, ...placeOf(deck, group) }
    const page = {
      name: deck.name,
      title: pageTitle(config),
      config: config as unknown as SlidevData['config'],
      first,
      count: deck.data.slides.length,
    }
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
export function pageOf(
  deck: LoadedDeck,
  article: LoadedDeck[],
  config: SlidevData['config'],
  shared: Record<string, unknown>,
): PageFacts {
  const all = { ...config, ...placeOf(deck, { decks: article, article }) }
  const isOwn = ([key, value]: [string, unknown]): boolean => JSON.stringify(value) !== JSON.stringify(shared[key])
  // The theme's path depends on where the decks are, and the page does not ask for it.
  const own = Object.fromEntries(Object.entries(config).filter(([key]) => key !== 'theme').filter(isOwn))
  const title = pageTitle(all as unknown as Record<string, unknown>)
  return { name: deck.name, title, config: all, own, first: 0, count: deck.data.slides.length }
}

/** What a deck's page knows of the article. */
interface DeckPlace {
  /** The article's name. */
  article: string
  /** The pages beside it. */
  nextPage?: string
  previousPage?: string
  /** When the deck begins, in seconds. */
  startsAt?: number
  /** How long the whole article takes, in seconds. */
  duration?: number
  /** How many slides come before the deck's own. */
  pagesBefore: number
  /** How many slides the article has. */
  pagesOfAll: number
}

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

/** A page's title as text: Slidev's titles are Markdown. */
function pageTitle({ title, titleTemplate }: Record<string, unknown>): string {
  return plainTitle(String(titleTemplate ?? '%s').replace('%s', () => String(title ?? '')))
}
