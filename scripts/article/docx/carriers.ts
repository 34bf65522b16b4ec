import type { Element } from 'xast'
import { elementsOf, make, textOf } from './xml.ts'

/**
 * A text as Word keeps it.
 *
 * @param value its characters
 */
export function textNode(value: string): Element {
  return make('w:t', { 'xml:space': 'preserve' }, [{ type: 'text', value }])
}

/**
 * A run that carries words which Word does not show as text. `docx.ts` says what its style becomes in HTML.
 *
 * @param style the style's name after `lectern-`
 * @param text the words
 */
export function carrier(style: string, text: string): Element {
  const properties = make('w:rPr', {}, [make('w:rStyle', { 'w:val': `lectern-${style}` })])
  return make('w:r', {}, [properties, textNode(text)])
}

/**
 * A run that carries the words of another which is not shown.
 *
 * @param run the run
 * @param why the style's name after `lectern-`: `hidden`, `deleted`
 */
export function marked(run: Element, why: string): Element {
  const pieces = elementsOf(run, 'w:t', 'w:tab', 'w:br')
  return carrier(why, pieces.map(node => node.name === 'w:t' ? textOf(node) : ' ').join(''))
}

/**
 * Paragraphs in a frame. Mammoth reads them after the paragraph that holds the frame.
 *
 * @param lines the words of each paragraph
 */
export function framed(lines: readonly string[]): Element[] {
  const paragraphs = lines.map(line => make('w:p', {}, [make('w:r', {}, [textNode(line)])]))
  return [make('w:txbxContent', {}, paragraphs)]
}
