import type { Element, Root } from 'xast'
import { child, elementsOf, valueOf } from './xml.ts'

/** A document's styles by their ids. */
export type Styles = ReadonlyMap<string, Element>

/**
 * Reads a document's styles.
 *
 * @param part `word/styles.xml`, where there is one
 * @returns the styles
 */
export function readStyles(part: Root | undefined): Styles {
  const styles = part ? elementsOf(part, 'w:style') : []
  return new Map(styles.map(style => [style.attributes['w:styleId'] ?? '', style]))
}

/** Far more than Word allows: it bases styles on each other at most ten deep. */
const LONGEST_CHAIN = 50

/**
 * A style and those that it is based on.
 *
 * @param id the style's id
 * @param styles all of them
 * @returns the nearest first, no more than fifty; none for a style that is not there
 */
export function styleChain(id: string | undefined, styles: Styles): Element[] {
  const chain = new Set<Element>()
  let style = styles.get(id ?? '')
  while (style && !chain.has(style) && chain.size < LONGEST_CHAIN) {
    chain.add(style)
    style = styles.get(valueOf(style, 'w:basedOn') ?? '')
  }
  return [...chain]
}

/**
 * Finds a property of a run: in the run, else in its style, else in the style of its paragraph (ECMA-376 1, 17.7.2).
 *
 * @param name the property's element
 * @param run the run's `w:rPr`
 * @param paragraphStyle the id of its paragraph's style
 * @param styles all of them
 * @returns the property's element that counts
 */
export function runProperty(
  name: string,
  run: Element | undefined,
  paragraphStyle: string | undefined,
  styles: Styles,
): Element | undefined {
  const inherited = [...styleChain(valueOf(run, 'w:rStyle'), styles), ...styleChain(paragraphStyle, styles)]
  const all = [run, ...inherited.map(style => child(style, 'w:rPr'))]
  return all.map(properties => child(properties, name)).find(Boolean)
}

/**
 * Whether a property that is on or off is on (ECMA-376 1, 17.17.4).
 *
 * @param property its element, if it is there
 * @returns true if it is there and does not say that it is off
 */
export function isOn(property: Element | undefined): boolean {
  return property !== undefined && !['0', 'off', 'false'].includes(property.attributes['w:val'] ?? '')
}

/** Words for a heading in names of styles: Word writes `heading` in every language, other programs the local word. */
const HEADING_WORDS = [
  'heading',
  '标题',
  '標題',
  'Überschrift',
  'Titre',
  'Título',
  'Titolo',
  '見出し',
  '제목',
  'Заголовок',
  'Kop',
  'Rubrik',
  'Overskrift',
  'Otsikko',
  'Nagłówek',
  'Nadpis',
]
const HEADING = new RegExp(String.raw`^(?:${HEADING_WORDS.join('|')})\s*([1-9])$`, 'i')
/** Styles that `docx.ts` maps to elements of their own. They are no headings, whatever their rank. */
const OTHERS: readonly (readonly [kind: string, names: RegExp])[] = [
  ['title', /^(?:title|标题|文章标题|大标题|公文标题)$/i],
  ['subtitle', /^(?:subtitle|副标题)$/i],
  ['caption', /^(?:(?:image |table |figure )?caption|题注|[图表]题|[图表]名)$/i],
  ['code', /^(?:source code|html preformatted|html 预设格式|preformatted text)$/i],
  ['contents', /^(?:toc .*|toc标题|目录 .*)$/i],
]

/**
 * The kind that a paragraph's style gives it, or one of the styles that this is based on, other than a heading.
 *
 * @param properties the paragraph's `w:pPr`
 * @param styles the document's styles
 * @returns `title`, `subtitle`, `caption`, `code` or `contents`; nothing for others
 */
export function kindOf(properties: Element | undefined, styles: Styles): string | undefined {
  const names = styleChain(valueOf(properties, 'w:pStyle'), styles).map(style => valueOf(style, 'w:name') ?? '')
  return names.map(name => OTHERS.find(([, pattern]) => pattern.test(name))?.[0]).find(Boolean)
}

/**
 * The rank of a paragraph in Word's outline: its own, else the rank of its style or of one that this is based on.
 *
 * @param properties the paragraph's `w:pPr`
 * @param styles the document's styles
 * @returns 1 to 9; nothing for a paragraph of the text
 */
export function headingRank(properties: Element | undefined, styles: Styles): number | undefined {
  if (kindOf(properties, styles))
    return undefined
  const chain = styleChain(valueOf(properties, 'w:pStyle'), styles)
  const own = rankOf(child(properties, 'w:outlineLvl'))
  const rank = own ?? chain.map(rankOfStyle).find(found => found !== undefined)
  return rank !== undefined && rank <= 9 ? rank : undefined
}

function rankOfStyle(style: Element): number | undefined {
  return rankOf(child(style, 'w:pPr', 'w:outlineLvl')) ?? rankByName(style)
}

/** Word counts from 0; its 9 is a paragraph of the text (ECMA-376 1, 17.3.1.20). */
function rankOf(level: Element | undefined): number | undefined {
  return level && Number(level.attributes['w:val']) + 1
}

function rankByName(style: Element): number | undefined {
  const rank = HEADING.exec(valueOf(style, 'w:name') ?? '')?.[1]
  return rank ? Number(rank) : undefined
}
