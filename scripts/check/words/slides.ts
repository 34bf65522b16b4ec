import type { ArticleText } from './article-text.ts'
import type { Block } from './blocks.ts'
import type { Link } from './chain.ts'
import type { Titles } from './titles.ts'
import { withoutPage } from '../../language/labels.ts'
import { movedOf } from '../../merge/order.ts'
import { excerpt } from '../rules/excerpt.ts'
import { findChain } from './chain.ts'
import { bareWords } from './squeeze.ts'

/** A slide as it was generated. */
export interface WordSlide { layout: string, blocks: Block[] }

/** What is wrong with words, and where they begin in a slide's Markdown or note. */
export interface WordFault {
  ruleId: string
  /** What is unexpected, and what is expected. */
  problem: string
  line: number
  column: number
  /** Where they stand in the article, or should stand: an offset. */
  article?: number
}

/** What of the article a deck says: offsets. */
export type Range = readonly [from: number, to: number]

/** Slides that are made of headings and labels. */
const STRUCTURE: ReadonlySet<string> = new Set(['cover', 'outline', 'recap', 'questions'])

/**
 * Promise 1: text on a deck's slides stands in the article word for word, in its order, in whole clauses; a title is a heading or a whole clause. Titles,
 * attributions, a table's heading row and a figure's numeral may repeat.
 *
 * @param slides a deck's slides
 * @param article what the article says
 * @param titles its headings and labels
 * @param range what of the article the deck says
 * @returns for each slide what is wrong: `verbatim` for words that are not there, `clause` for torn ones, `order` and `twice` for those that have another place
 */
export function slideFaults(slides: WordSlide[], article: ArticleText, titles: Titles, range: Range): WordFault[][] {
  const links: (Link & { slide: number })[] = []
  let read = range[0]
  const faults = slides.map(({ layout, blocks }, slide) => {
    const isTitle = (block: Block): boolean => block.kind === 'title' || STRUCTURE.has(layout)
    const text = blocks.filter(block => !isTitle(block))
    const found = readText(layout, isFurther(slides[slide - 1], { layout, blocks }) ? text.map(block => ({ ...block, kind: 'head' as const })) : text, article, read, range)
    links.push(...found.links.map(link => ({ ...link, slide })))
    read = Math.max(read, ...found.links.filter(({ at }) => at >= read && at < range[1]).map(({ end }) => end))
    return [...blocks.filter(isTitle).flatMap(block => titleFault(block, article, titles)), ...found.faults]
  })
  for (const [index, fault] of orderFaults(links, range))
    faults[links[index]!.slide]!.push(fault)
  return faults
}

/** Whether a slide has further columns of the table on the slide before: the first column repeats, and the others have no place after what has been read. */
function isFurther(before: WordSlide | undefined, slide: WordSlide): boolean {
  const keys = [before, slide].map(one => one?.layout === 'table' ? ['head', 'cell'].map(kind => one.blocks.find(block => block.kind === kind)?.text).join('\n') : undefined)
  return keys[0] !== undefined && keys[0] === keys[1]
}

function titleFault(block: Block, article: ArticleText, titles: Titles): WordFault[] {
  // What looks like a page's number may be the author's.
  const texts = [block.text, withoutPage(block.text)]
  const isOwn = texts.some(text => bareWords(text) === '' || titles.isHeading(text) || titles.isLabel(text) || article.findClauses(bareWords(text)) >= 0)
  return isOwn ? [] : [wordFault(block, bareWords(texts[1]!), article, titles)]
}

function wordFault({ text, line, column }: Block, words: string, article: ArticleText, titles?: Titles): WordFault {
  const at = article.body.indexOf(words)
  return at >= 0 || titles?.has(words)
    ? { line, column, ruleId: 'clause', problem: `Unexpected piece of a clause, “${excerpt(text)}”, expected whole clauses`, ...(at >= 0 && { article: at }) }
    : { line, column, ruleId: 'verbatim', problem: `Unexpected words “${excerpt(text)}”, which are not the article's, expected none but its own` }
}

interface Read { links: Link[], faults: WordFault[] }

/** Where the text of one slide stands: after what has been read, or else where it is. */
function readText(layout: string, all: Block[], article: ArticleText, read: number, range: Range): Read {
  const blocks = all.filter(({ text }) => bareWords(text) !== '')
  const numeral = numeralIn(layout, blocks)
  const repeated = blocks.filter(block => block === numeral || block.kind === 'head' || block.kind === 'picture')
  const running = blocks.filter(block => !repeated.includes(block))
  const names = namesIn(layout, running)
  const readAll = (text: Block[]): Read => layout === 'enumeration' ? readEnumeration(text, article, read, range) : readClauses(text, article, read, range)
  const below = readAll(running.filter(block => !names.includes(block)))
  const near = below.links[0] ? article.nearby(below.links[0].at) : undefined
  // A line that names nobody near it is text like any other.
  const isNamed = near !== undefined && names.every(({ text }) => article.findClauses(bareWords(text), ...near) >= 0)
  const text = isNamed ? below : readAll(running)
  const own = bareWords(running.map(block => block.text).join(''))
  const foreign = repeated.filter(block => !(block === numeral && own.includes(bareWords(block.text))) && article.findClauses(bareWords(block.text)) < 0)
  return { links: text.links, faults: [...foreign.map(block => wordFault(block, bareWords(block.text), article)), ...text.faults] }
}

/** A figure's numeral, once more. */
function numeralIn(layout: string, blocks: Block[]): Block | undefined {
  const last = blocks.at(-1)
  return layout === 'figure' && blocks.length > 1 && last?.strong ? last : undefined
}

/** Lines that may repeat: the one that says whose words stand below it, or above it where they are a quotation. */
function namesIn(layout: string, text: Block[]): Block[] {
  const names = layout === 'statement' || layout === 'image' || text.length < 2 ? [] : [text[0]!, ...(layout === 'quote' ? [text.at(-1)!] : [])]
  // What stands before an enumeration's first item belongs to it.
  return names.filter(block => block.kind === 'line' && (layout !== 'enumeration' || block.strong))
}

function readClauses(blocks: Block[], article: ArticleText, read: number, range: Range): Read {
  const links: Link[] = []
  const faults: WordFault[] = []
  let from = read
  for (const block of blocks) {
    const words = bareWords(block.text)
    const at = findIn(range, from, (start, end) => article.findClauses(words, start, end))
    if (at < 0) {
      faults.push(wordFault(block, words, article))
      continue
    }
    links.push({ block, at, end: at + words.length })
    from = at >= from && at < range[1] ? at + words.length : from
  }
  return { links, faults }
}

function readEnumeration(blocks: Block[], article: ArticleText, read: number, range: Range): Read {
  const at = findIn(range, read, (start, end) => findChain(blocks, article, start, end)?.[0]!.at ?? -1)
  if (at >= 0)
    return { links: findChain(blocks, article, at, Number.POSITIVE_INFINITY)!, faults: [] }
  const faults = blocks.map(block => wordFault(block, bareWords(block.text), article))
  const foreign = faults.filter(({ ruleId }) => ruleId === 'verbatim')
  return { links: [], faults: foreign.length > 0 ? foreign : faults.slice(0, 1) }
}

/** Looks after what has been read, then in all that the deck says, then in the whole article. */
function findIn([first, last]: Range, read: number, find: (from: number, to: number) => number): number {
  for (const [from, to] of [[read, last], [first, last], [0, Number.POSITIVE_INFINITY]] as const) {
    const at = find(from, to)
    if (at >= 0)
      return at
  }
  return -1
}

/** Text that has another place in the article, or stands on a slide already. */
function orderFaults(links: Link[], [from, to]: Range): Map<number, WordFault> {
  const outside = links.flatMap(({ at, end }, index) => at < from || end > to ? [index] : [])
  const isInOrder = links.every(({ at }, index) => index === 0 || at >= links[index - 1]!.end)
  const moved = isInOrder ? new Set<number>() : movedOf(links.map(({ at }) => at))
  return new Map(Array.from(new Set([...outside, ...moved]), (index) => {
    const { block: { text, line, column }, at, end } = links[index]!
    const again = links.some((other, place) => place !== index && other.at < end && at < other.end)
    const problem = again ? `Unexpected words “${excerpt(text)}” a second time, expected them once` : `Unexpected place of “${excerpt(text)}”, expected it in the article's order`
    return [index, { ruleId: again ? 'twice' : 'order', problem, line, column, article: at }]
  }))
}
