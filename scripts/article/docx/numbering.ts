import type { Element, Root } from 'xast'
import type { SetItem } from './indents.ts'
import type { Styles } from './styles.ts'
import { indentOf, setBelow } from './indents.ts'
import { formatNumber } from './number-formats.ts'
import { headingRank, styleChain } from './styles.ts'
import { child, elementsOf, make, valueOf } from './xml.ts'

/** A paragraph with an automatic number or bullet. */
interface Numbered extends SetItem {
  isHeading: boolean
  /** Whether the number looks as in Markdown and HTML: 1. 2. 3. */
  isPlain: boolean
  value: number
  /** The number as Word writes it. */
  label: string
}

/** How a numbered paragraph is rewritten. */
export interface Written {
  /** The words that Word writes before it. */
  label: string
  /** Whether it stays an item of a list. */
  isItem: boolean
  /** Its level, if it differs from the one that its list gives. */
  depth?: number
}

/** A list that has only bullets: it holds items whose numbers have become words. */
export const BULLETS = 'lectern-bullets'

/** The level text of Word for 1. 2. 3. */
const PLAIN = /^%\d+\.$/

/**
 * Writes out automatic numbers that a list of HTML would lose: numbers of headings, numbers in other forms than
 * 1. 2. 3., and numbers that go on after other paragraphs, where a list would begin anew. If only items below others
 * have such numbers, a) or 1.1, all of them stay items.
 *
 * @param body the document
 * @param numbering `word/numbering.xml`, if the document has one
 * @param styles the document's styles
 * @returns how each such paragraph is rewritten; others keep the numbers of their lists
 */
export function writtenNumbers(body: Root, numbering: Root | undefined, styles: Styles): ReadonlyMap<Element, Written> {
  if (!numbering)
    return new Map()
  const paragraphs = elementsOf(body, 'w:p')
  const items = count(paragraphs, numbering, styles)
  const inLists = new Set(items.map(({ paragraph }) => paragraph))
  const belowItems = new Set(paragraphs.filter((_, index) => inLists.has(paragraphs[index - 1]!)))
  const followsItem = ({ paragraph }: SetItem): boolean => belowItems.has(paragraph)
  const numbered = items.filter(({ isBullet }) => !isBullet)
  const losing = numbered.filter(item => losesNumber(item, followsItem(item)))
  const writtenLists = new Set(losing.map(({ list }) => list))

  const written = new Map<Element, Written>()
  for (const [paragraph, depth] of setBelow(items, followsItem))
    written.set(paragraph, { label: '', isItem: true, depth })
  for (const { paragraph, label, list, isPlain } of numbered) {
    const isItem = !writtenLists.has(list)
    if (!isItem || !isPlain)
      written.set(paragraph, { label, isItem })
  }
  return written
}

/** Whether a list of HTML would lose an item's number, and the list's numbers must become words. */
function losesNumber({ isHeading, isPlain, depth, value }: Numbered, followsItem: boolean): boolean {
  const hasOtherForm = !isPlain && (depth === 0 || !followsItem)
  const goesOnAfterText = value > 1 && !followsItem
  return isHeading || hasOtherForm || goesOnAfterText
}

/**
 * Adds a list to a document's numbering whose levels are all bullets.
 *
 * @param numbering `word/numbering.xml`
 * @returns the part with `BULLETS`
 */
export function withBullets(numbering: Root): Root {
  const levels = Array.from({ length: 9 }, (_, depth) => bulletLevel(depth))
  const list = make('w:abstractNum', { 'w:abstractNumId': BULLETS }, levels)
  const num = make('w:num', { 'w:numId': BULLETS }, [make('w:abstractNumId', { 'w:val': BULLETS })])
  const children = numbering.children.map((node) => {
    return node.type === 'element' ? { ...node, children: [...node.children, list, num] } : node
  })
  return { ...numbering, children }
}

function bulletLevel(depth: number): Element {
  return make('w:lvl', { 'w:ilvl': String(depth) }, [make('w:numFmt', { 'w:val': 'bullet' })])
}

/** Counts as Word does: each level by itself, and anew below each item of the level above (ECMA-376 1, 17.9). */
function count(paragraphs: Element[], numbering: Root, styles: Styles): Numbered[] {
  const nums = byAttribute(elementsOf(numbering, 'w:num'), 'w:numId')
  const abstracts = byAttribute(elementsOf(numbering, 'w:abstractNum'), 'w:abstractNumId')
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return paragraphs.flatMap((paragraph): Numbered[] => {
    const { id, depth } = numberOf(paragraph, styles)
    const num = nums.get(id)
    const list = valueOf(num, 'w:abstractNumId') ?? ''
    const levels = levelsOf(num, abstracts.get(list))
    const level = levels[depth]
    if (!level)
      return []
    const values = counters.get(list) ?? []
    const restart = begun.has(`${id} ${depth}`) ? undefined : startOverride(num, depth)
    begun.add(`${id} ${depth}`)
    const next = values[depth] === undefined ? startOf(level) : values[depth] + 1
    const value = restart ?? next
    values[depth] = value
    counters.set(list, Array.from(values, (own, at) => at <= depth || goesOnBelow(levels[at], depth) ? own : undefined))
    return [{ list, depth, value, label: labelOf(level, levels, values), ...looksOf(paragraph, level, styles) }]
  })
}

/** Whether a level counts on where an item of a higher level has come between (ECMA-376 1, 17.9.10). */
function goesOnBelow(level: Element | undefined, depth: number): boolean {
  const restart = valueOf(level, 'w:lvlRestart')
  return restart !== undefined && depth + 1 > Number(restart)
}

/** Elements by the value of one of their attributes. */
function byAttribute(elements: Element[], name: string): ReadonlyMap<string, Element> {
  return new Map(elements.map(element => [element.attributes[name] ?? '', element]))
}

/** How an item looks, by its paragraph and by the level of its list. */
function looksOf(
  paragraph: Element,
  level: Element,
  styles: Styles,
): Pick<Numbered, 'paragraph' | 'isBullet' | 'isHeading' | 'isPlain' | 'indent'> {
  const format = valueOf(level, 'w:numFmt')
  const properties = child(paragraph, 'w:pPr')
  return {
    paragraph,
    isBullet: format === 'bullet',
    isHeading: headingRank(properties, styles) !== undefined,
    isPlain: format === 'decimal' && PLAIN.test(valueOf(level, 'w:lvlText') ?? ''),
    indent: indentOf(properties) ?? indentOf(child(level, 'w:pPr')) ?? 0,
  }
}

/** The list and the level of a paragraph, as it names them itself or by its style. */
function numberOf(paragraph: Element, styles: Styles): { id: string, depth: number } {
  const own = child(paragraph, 'w:pPr')
  const inherited = styleChain(valueOf(own, 'w:pStyle'), styles).map(style => child(style, 'w:pPr'))
  const all = [own, ...inherited]
  const value = (name: string): string | undefined =>
    all.map(properties => valueOf(properties, 'w:numPr', name)).find(found => found !== undefined)
  return { id: value('w:numId') ?? '', depth: Number(value('w:ilvl') ?? 0) }
}

function levelsOf(num: Element | undefined, list: Element | undefined): Element[] {
  const levels: Element[] = []
  const own = list ? elementsOf(list, 'w:lvl') : []
  const instead = num ? elementsOf(num, 'w:lvl') : []
  for (const level of [...own, ...instead])
    levels[Number(level.attributes['w:ilvl'])] = level
  return levels
}

function startOf(level: Element): number {
  return Number(valueOf(level, 'w:start') ?? 0)
}

function startOverride(num: Element | undefined, depth: number): number | undefined {
  const override = num && elementsOf(num, 'w:lvlOverride').find(one => one.attributes['w:ilvl'] === String(depth))
  const start = valueOf(override, 'w:startOverride')
  return start === undefined ? undefined : Number(start)
}

/**
 * The number that Word writes for a level: %1 in its text stands for the number of the first level, and so on. A level
 * may want all of them in Arabic numerals (ECMA-376 1, 17.9.4).
 */
function labelOf(level: Element, levels: Element[], values: readonly (number | undefined)[]): string {
  const isLegal = child(level, 'w:isLgl') !== undefined
  const text = valueOf(level, 'w:lvlText') ?? ''
  const label = text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = levels[Number(digit) - 1]
    const value = values[Number(digit) - 1] ?? (other ? startOf(other) : 1)
    const format = valueOf(other, 'w:numFmt') ?? 'decimal'
    return formatNumber(value, isLegal ? 'decimal' : format)
  })
  return spaced(label, valueOf(level, 'w:suff'))
}

/** Word sets a tab or a space after a number. A Chinese mark or a circled number needs neither. */
function spaced(label: string, suffix: string | undefined): string {
  return suffix !== 'nothing' && /[!-~\p{L}]$/u.test(label) ? `${label} ` : label
}
