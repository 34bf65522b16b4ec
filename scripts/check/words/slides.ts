import type { ArticleText } from './article-text.ts'
import type { Block, Link, Range, WordFault, WordSlide } from './model.ts'
import type { Titles } from './titles.ts'
import { withoutPage } from '../../language/labels.ts'
import { movedOf } from '../../merge/order.ts'
import { wording } from '../../messages/wording.ts'
import { excerpt } from '../rules/excerpt.ts'
import { bareWords, withoutSpace } from './bare-words.ts'
import { findChain } from './chain.ts'
import { namesIn, numeralIn } from './repeats.ts'

/** Slides that are made of headings and labels. */
const STRUCTURE: ReadonlySet<string> = new Set(['cover', 'section', 'outline', 'recap', 'questions'])

/**
 * Promise 1: text on a deck's slides stands in the article word for word, in its order, in whole clauses; a headline is
 * a heading or a whole clause of what is said on its slide. Headlines, attributions, a table's heading row and a
 * figure's numeral may repeat.
 *
 * @param slides a deck's slides
 * @param article what the article says
 * @param titles its headings and labels
 * @param range what of the article the deck says
 * @returns for each slide what is wrong: `verbatim` for words that are not there, `clause` for torn ones, `order` and
 *   `twice` for those that have another place
 */
export function slideFaults(slides: WordSlide[], article: ArticleText, titles: Titles, range: Range): WordFault[][] {
  const links: (Link & { slide: number })[] = []
  let read = range[0]
  const faults = slides.map(({ layout, blocks, note, kicker }, slide) => {
    const isStructure = STRUCTURE.has(layout)
    const isTitle = (block: Block): boolean => block.kind === 'title' || isStructure
    const text = blocks.filter(block => !isTitle(block))
    const isRepeated = isFurther(slides[slide - 1], slides[slide]!)
    const shown = isRepeated ? text.map(block => ({ ...block, kind: 'head' as const })) : text
    const title = article.findClauses(bareWords(blocks[0]?.text ?? ''))
    const found = readText(layout, shown, article, read, range, title)
    links.push(...found.links.map(link => ({ ...link, slide })))
    const further = found.links.filter(({ at }) => at >= read && at < range[1])
    read = Math.max(read, ...further.map(({ end }) => end))
    const headline = isStructure ? undefined : note
    const inTitles = blocks.filter(isTitle).flatMap(block => titleFault(block, headline, article, titles))
    return [...kickerFault(kicker, titles), ...inTitles, ...found.faults]
  })
  for (const [index, fault] of orderFaults(links, range))
    faults[links[index]!.slide]!.push(fault)
  return faults
}

/**
 * Whether a slide has further columns of the table on the slide before: the first column repeats, and the others have
 * no place after what has been read.
 */
function isFurther(before: WordSlide | undefined, slide: WordSlide): boolean {
  const [keys, keysBefore] = [slide, before].map(firstColumn)
  return keys !== undefined && keys === keysBefore
}

/** The head and the first cell of a slide's table. */
function firstColumn(slide: WordSlide | undefined): string | undefined {
  const textOf = (kind: Block['kind']): string | undefined => slide!.blocks.find(block => block.kind === kind)?.text
  return slide?.layout === 'table' ? [textOf('head'), textOf('cell')].join('\n') : undefined
}

/** The numerals of a part and a point, in any language. */
const NUMERALS = /^[\d一二三四五六七八九十百千零]+(?: · \d+)?(?: |$)/

function kickerFault(kicker: string | undefined, titles: Titles): WordFault[] {
  if (kicker === undefined)
    return []
  const isKnown = (text: string): boolean => text === '' || titles.isHeading(text) || titles.isLabel(text)
  if ([kicker, kicker.replace(NUMERALS, '')].some(isKnown))
    return []
  const problem = wording('slide-kicker', { text: excerpt(kicker) })
  return [{ line: 1, column: 1, ruleId: 'verbatim', problem }]
}

function titleFault(block: Block, note: string | undefined, article: ArticleText, titles: Titles): WordFault[] {
  // What looks like a page's number may be the author's.
  const texts = [block.text, withoutPage(block.text)]
  if (texts.some(text => bareWords(text) === '' || titles.isHeading(text) || titles.isLabel(text)))
    return []
  const own = texts.map(bareWords).find(words => article.findClauses(words) >= 0)
  if (own === undefined)
    return [wordFault(block, bareWords(texts[1]!), article, titles)]
  if (note === undefined || withoutSpace(note).includes(own))
    return []
  const problem = wording('slide-headline', { text: excerpt(block.text) })
  return [{ line: block.line, column: block.column, ruleId: 'order', problem, article: article.findClauses(own) }]
}

function wordFault({ text, line, column }: Block, words: string, article: ArticleText, titles?: Titles): WordFault {
  const at = article.body.indexOf(words)
  if (at >= 0 || titles?.has(words)) {
    const problem = wording('slide-clause', { text: excerpt(text) })
    return { line, column, ruleId: 'clause', problem, ...(at >= 0 && { article: at }) }
  }
  const problem = wording('slide-words', { text: excerpt(text) })
  return { line, column, ruleId: 'verbatim', problem }
}

interface Read { links: Link[], faults: WordFault[] }

/** Where the text of one slide stands: after what has been read, or else where it is. */
function readText(layout: string, all: Block[], article: ArticleText, read: number, range: Range, title: number): Read {
  const blocks = all.filter(({ text }) => bareWords(text) !== '')
  const numeral = numeralIn(layout, blocks)
  const repeated = blocks.filter(block => block === numeral || block.kind === 'head' || block.kind === 'picture')
  const running = blocks.filter(block => !repeated.includes(block))
  const names = namesIn(layout, running, article)
  const readAll = (text: Block[]): Read => {
    const clauses = readClauses(text, article, read, range)
    const mayBeChain = layout !== 'points' && text.some(({ kind }) => kind === 'item')
    if (clauses.faults.length === 0 || !mayBeChain)
      return clauses
    return readChain(text, article, read, range) ?? { ...clauses, faults: ofOneStructure(clauses.faults) }
  }
  const below = readAll(running.filter(block => !names.includes(block)))
  const place = below.links[0]?.at ?? title
  const near = place >= 0 ? article.nearby(place) : undefined
  // A line that names nobody near it is text like any other.
  const isNamed = near !== undefined && names.every(({ text }) => article.findClauses(bareWords(text), ...near) >= 0)
  const text = isNamed ? below : readAll(running)
  const own = bareWords(running.map(block => block.text).join(''))
  const isForeign = (block: Block): boolean => {
    const words = bareWords(block.text)
    return !(block === numeral && own.includes(words)) && article.findClauses(words) < 0
  }
  const foreign = repeated.filter(isForeign).map(block => wordFault(block, bareWords(block.text), article))
  return { links: text.links, faults: [...foreign, ...text.faults] }
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

/**
 * A structure that is torn in one place is torn: words of our own are each a fault, of all else one message is enough.
 */
function ofOneStructure(faults: WordFault[]): WordFault[] {
  const foreign = faults.filter(({ ruleId }) => ruleId === 'verbatim')
  return foreign.length > 0 ? foreign : faults.slice(0, 1)
}

/** A structure whose pieces are whole clauses together; nothing where they are none. */
function readChain(blocks: Block[], article: ArticleText, read: number, range: Range): Read | undefined {
  const at = findIn(range, read, (start, end) => findChain(blocks, article, start, end)?.[0]!.at ?? -1)
  return at < 0 ? undefined : { links: findChain(blocks, article, at, Number.POSITIVE_INFINITY)!, faults: [] }
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
    const problem = wording(again ? 'slide-twice' : 'slide-order', { text: excerpt(text) })
    return [index, { ruleId: again ? 'twice' : 'order', problem, line, column, article: at }]
  }))
}
