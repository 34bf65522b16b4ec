import type { Root } from 'mdast'
import type { Deck, Slide } from '../../scripts/deck/types.ts'
import type { Outline } from '../../scripts/outline/types.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { slideMinutes } from '../../scripts/deck/minutes.ts'
import { clauseHeadlines, GOES_ON, headlineOf } from './headlines.ts'

/** What the slides of one article are like. A share is from 0 to 1; what there is nothing to say of is undefined. */
export interface SlideFigures {
  /** How long its notes take to say. */
  minutes: number
  slides: number
  furniture: number
  /** Of the note of a content slide. */
  seconds: { shortest: number, median: number, longest: number } | undefined
  /** Titles that stand on more than two content slides, and on how many; those of tables, code and pictures apart. */
  repeated: { title: string, slides: number }[]
  /** The content slides with layout `points`, and how many of them stand in a row at most. */
  points: { slides: number, share: number | undefined, inARow: number }
  /** The share of content slides with layout `statement`. */
  statements: number | undefined
  /** Headlines that are a clause of what is said, of the slides that could have one. */
  headlines: { clauses: number, slides: number, share: number | undefined }
  /** How many slides each layout has, the most first. */
  layouts: Record<string, number>
  /** What is counted below a headline. */
  unit: 'Han' | 'words'
  below: Amount | undefined
  /** The same of quotations, tables and code, which may be longer. */
  belowApart: Amount | undefined
}

/** Characters or words of a slide, below its headline: the median, and what 95 % do not exceed. */
export interface Amount { median: number, most: number }

/** Slides that part and frame a talk. Strings, since no planner has all of them. */
const FURNITURE: ReadonlySet<string> = new Set(['cover', 'section', 'outline', 'recap', 'questions', 'closing'])
const APART: ReadonlySet<string> = new Set(['quote', 'table', 'code'])

/**
 * Counts what a viewer would see of an article's decks.
 *
 * @param decks all decks of the article
 * @param outline the outline that they are of
 * @returns the figures
 */
export function slideFigures(decks: readonly Deck[], outline: Outline): SlideFigures {
  const slides = decks.flatMap(deck => deck.slides)
  const content = slides.filter(slide => !FURNITURE.has(slide.layout))
  const having = (layout: string): number => content.filter(slide => slide.layout === layout).length
  const headlines = clauseHeadlines(content, outline)
  const unit = /^zh\b/.test(outline.language) ? 'Han' : 'words'
  return {
    minutes: slides.reduce((sum, slide) => sum + slideMinutes(slide), 0),
    slides: slides.length,
    furniture: slides.length - content.length,
    seconds: secondsOf(content),
    repeated: repeatedTitles(content),
    points: {
      slides: having('points'),
      share: shareOf(having('points'), content.length),
      inARow: Math.max(0, ...decks.map(deck => longestRun(deck.slides, 'points'))),
    },
    statements: shareOf(having('statement'), content.length),
    headlines: { ...headlines, share: shareOf(headlines.clauses, headlines.slides) },
    layouts: countsOf(slides.map(slide => slide.layout)),
    unit,
    below: amountBelow(content.filter(slide => !APART.has(slide.layout)), unit),
    belowApart: amountBelow(content.filter(slide => APART.has(slide.layout)), unit),
  }
}

/**
 * The value below which a share of all values lies, between two of them where it falls between.
 *
 * @param values any order, at least one
 * @param share 0.5 for the median
 * @returns the value
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const before = sorted[Math.floor(place)]!
  return before + (sorted[Math.ceil(place)]! - before) * (place % 1)
}

function shareOf(some: number, all: number): number | undefined {
  return all === 0 ? undefined : some / all
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const value of values)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one))
}

function secondsOf(slides: readonly Slide[]): SlideFigures['seconds'] {
  const seconds = slides.map(slide => slideMinutes(slide) * 60)
  if (seconds.length === 0)
    return undefined
  return { shortest: Math.min(...seconds), median: quantile(seconds, 0.5), longest: Math.max(...seconds) }
}

function repeatedTitles(slides: readonly Slide[]): SlideFigures['repeated'] {
  const titles = slides.filter(slide => !GOES_ON.has(slide.layout)).map(headlineOf).filter(title => title !== '')
  return Object.entries(countsOf(titles)).flatMap(([title, count]) => count > 2 ? [{ title, slides: count }] : [])
}

function longestRun(slides: readonly Slide[], layout: string): number {
  let run = 0
  let longest = 0
  for (const slide of slides) {
    run = slide.layout === layout ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

const COUNTED = { Han: /\p{Script=Han}/gu, words: /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu }

function amountBelow(slides: readonly Slide[], unit: SlideFigures['unit']): Amount | undefined {
  const counts = slides.map(slide => countBelow(slide, COUNTED[unit]))
  return counts.length === 0 ? undefined : { median: quantile(counts, 0.5), most: quantile(counts, 0.95) }
}

/** Blocks are read one by one: the last word of one and the first of the next are two words. */
function countBelow({ content }: Slide, counted: RegExp): number {
  const root: Root = { type: 'root', children: content }
  let count = 0
  visit(root, ['paragraph', 'tableCell', 'heading', 'code'], (node) => {
    if (node.type !== 'heading' || node.depth > 1)
      count += toString(node, { includeImageAlt: false, includeHtml: false }).match(counted)?.length ?? 0
  })
  return count
}
