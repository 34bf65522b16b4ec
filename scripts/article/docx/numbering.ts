import type { Element, Root } from 'xast'
import type { Styles } from './styles.ts'
import { indentOf, setBelow } from './indents.ts'
import { formatNumber } from './number-formats.ts'
import { headingRank, styleChain } from './styles.ts'
import { child, elementsOf, make, valueOf } from './xml.ts'

/** A numbered paragraph: which list, how deep, and what Word writes before it. */
interface Numbered { paragraph: Element, list: string, isBullet: boolean, isHeading: boolean, isPlain: boolean, depth: number, value: number, label: string, indent: number }

/** What Word writes before a paragraph; whether that stays an item of a list, below another; and how deep, where its list does not say so. */
export interface Written { label: string, isItem: boolean, depth?: number }

/** Lists whose items have their numbers as words are of this one, which has bullets alone. */
export const BULLETS = 'lectern-bullets'

/** Word's own way to write a list's numbers is Markdown's and HTML's as well: 1. 2. 3. */
const PLAIN = /^%\d+\.$/

/**
 * Writes out the numbers that Word sets by itself, where a list could not keep them: those of headings, those that are more than 1. 2. 3., and those that other
 * paragraphs stand between, for which a list would begin anew. Where only items below others have such numbers, a) or 1.1, all stay items.
 *
 * @param body the document
 * @param numbering `word/numbering.xml`, where there is one
 * @param styles the document's styles
 * @returns the words before each such paragraph, none for those that stay items of lists
 */
export function writtenNumbers(body: Root, numbering: Root | undefined, styles: Styles): ReadonlyMap<Element, Written> {
  if (!numbering)
    return new Map()
  const paragraphs = elementsOf(body, 'w:p')
  const items = count(paragraphs, numbering, styles)
  const inLists = new Set(items.map(({ paragraph }) => paragraph))
  const goesOn = new Set(paragraphs.filter((_, index) => inLists.has(paragraphs[index - 1]!)))
  const numbered = items.filter(({ isBullet }) => !isBullet)
  const isBroken = ({ value, paragraph }: Numbered): boolean => value > 1 && !goesOn.has(paragraph)
  const written = new Set(numbered.filter(one => one.isHeading || (!one.isPlain && (one.depth === 0 || !goesOn.has(one.paragraph))) || isBroken(one)).map(({ list }) => list))
  const below = setBelow(items, ({ paragraph }) => goesOn.has(paragraph))
  const labels = numbered.filter(({ list, isPlain }) => written.has(list) || !isPlain)
  return new Map<Element, Written>([
    ...Array.from(below, ([paragraph, depth]) => [paragraph, { label: '', isItem: true, depth }] as const),
    ...labels.map(({ paragraph, label, list }) => [paragraph, { label, isItem: !written.has(list) }] as const),
  ])
}

/**
 * Adds a list to a document's numbering whose levels are all bullets.
 *
 * @param numbering `word/numbering.xml`
 * @returns the part with `BULLETS`
 */
export function withBullets(numbering: Root): Root {
  const level = (depth: number): Element => make('w:lvl', { 'w:ilvl': String(depth) }, [make('w:numFmt', { 'w:val': 'bullet' })])
  const list = make('w:abstractNum', { 'w:abstractNumId': BULLETS }, Array.from({ length: 9 }, (_, depth) => level(depth)))
  const num = make('w:num', { 'w:numId': BULLETS }, [make('w:abstractNumId', { 'w:val': BULLETS })])
  return { ...numbering, children: numbering.children.map(node => node.type === 'element' ? { ...node, children: [...node.children, list, num] } : node) }
}

/** Counts as Word does: each level of a list by itself, anew below the one above (ECMA-376 1, 17.9). Marks of bullets are no numbers. */
function count(paragraphs: Element[], numbering: Root, styles: Styles): Numbered[] {
  const lists = new Map(elementsOf(numbering, 'w:num').map(num => [num.attributes['w:numId'] ?? '', num]))
  const abstracts = new Map(elementsOf(numbering, 'w:abstractNum').map(list => [list.attributes['w:abstractNumId'] ?? '', list]))
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return paragraphs.flatMap((paragraph): Numbered[] => {
    const { id, depth } = numberOf(paragraph, styles)
    const num = lists.get(id)
    const list = valueOf(num, 'w:abstractNumId') ?? ''
    const levels = levelsOf(num, abstracts.get(list))
    const level = levels[depth]
    if (!level)
      return []
    const values = counters.get(list) ?? []
    const restarts = begun.has(`${id} ${depth}`) ? undefined : startOverride(num, depth)
    begun.add(`${id} ${depth}`)
    values[depth] = restarts ?? (values[depth] === undefined ? startOf(level) : values[depth] + 1)
    counters.set(list, values.slice(0, depth + 1))
    const text = valueOf(level, 'w:lvlText') ?? ''
    const label = text === '' ? '' : spaced(labelOf(text, level, levels, values), valueOf(level, 'w:suff'))
    const isPlain = valueOf(level, 'w:numFmt') === 'decimal' && PLAIN.test(text)
    const isHeading = headingRank(child(paragraph, 'w:pPr'), styles) !== undefined
    return [{ paragraph, list, isBullet: valueOf(level, 'w:numFmt') === 'bullet', isHeading, isPlain, depth, value: values[depth]!, label, indent: indentOf(child(paragraph, 'w:pPr')) ?? indentOf(child(level, 'w:pPr')) ?? 0 }]
  })
}

/** The list and the level that a paragraph names itself, or by its style. */
function numberOf(paragraph: Element, styles: Styles): { id: string, depth: number } {
  const properties = child(paragraph, 'w:pPr')
  const all = [properties, ...styleChain(valueOf(properties, 'w:pStyle'), styles).map(style => child(style, 'w:pPr'))]
  const value = (name: string): string | undefined => all.map(one => valueOf(one, 'w:numPr', name)).find(found => found !== undefined)
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

/** %1 stands for the number of the first level, and so on. A level may want all of them in Arabic numerals (ECMA-376 1, 17.9.4). */
function labelOf(text: string, level: Element, levels: Element[], values: number[]): string {
  const isLegal = child(level, 'w:isLgl') !== undefined
  return text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = levels[Number(digit) - 1]
    const value = values[Number(digit) - 1] ?? (other ? startOf(other) : 1)
    return formatNumber(value, isLegal ? 'decimal' : valueOf(other, 'w:numFmt') ?? 'decimal')
  })
}

/** Word sets a tab after a number, or a space: a Chinese mark or a circled number needs neither. */
function spaced(label: string, suffix: string | undefined): string {
  return suffix !== 'nothing' && /[!-~\p{L}]$/u.test(label) ? `${label} ` : label
}
