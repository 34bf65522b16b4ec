import type { Element } from 'xast'
import type { Written } from './numbering.ts'
import type { Styles } from './styles.ts'
import { BULLETS } from './numbering.ts'
import { headingRank, isOn, kindOf } from './styles.ts'
import { make, valueOf, without } from './xml.ts'

/**
 * The properties of a paragraph as mammoth reads them: with the style that its rank or its own style asks for, and in
 * the list that it stays in.
 *
 * @param properties the paragraph's `w:pPr`
 * @param number what Word writes before the paragraph
 * @param styles the document's styles
 * @returns a new `w:pPr`
 */
export function paragraphProperties(
  properties: Element | undefined,
  number: Written | undefined,
  styles: Styles,
): Element {
  const rank = headingRank(properties, styles)
  const kind = rank ? `heading-${Math.min(6, rank)}` : kindOf(properties, styles)
  const replaced = [...(kind ? ['w:pStyle'] : []), ...(number ? ['w:numPr'] : [])]
  const kept = without(properties?.children ?? [], ...replaced)
  const style = kind ? [make('w:pStyle', { 'w:val': `lectern-${kind}` })] : []
  const list = number?.isItem ? [bulletAt(number.depth ?? levelOf(properties))] : []
  return make('w:pPr', {}, [...style, ...list, ...kept])
}

/** The properties of an item in the list of bullets. */
function bulletAt(depth: number | string): Element {
  return make('w:numPr', {}, [make('w:ilvl', { 'w:val': String(depth) }), make('w:numId', { 'w:val': BULLETS })])
}

function levelOf(properties: Element | undefined): string {
  return valueOf(properties, 'w:numPr', 'w:ilvl') ?? '0'
}

/**
 * The properties of a run as mammoth reads them: strikes and raised letters, which Word may keep in a style, stand in
 * the run itself.
 *
 * @param own the run's `w:rPr`
 * @param property finds a property in the run or in its styles
 * @returns a new `w:rPr`
 */
export function runProperties(own: Element | undefined, property: (name: string) => Element | undefined): Element {
  const isStruck = isOn(property('w:strike')) || isOn(property('w:dstrike'))
  const raised = property('w:vertAlign')
  const others = without(own?.children ?? [], 'w:strike', 'w:dstrike', 'w:vertAlign')
  return make('w:rPr', {}, [...others, ...(isStruck ? [make('w:strike')] : []), ...(raised ? [raised] : [])])
}
