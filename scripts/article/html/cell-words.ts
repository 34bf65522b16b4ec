import type { Element, ElementContent, Text } from 'hast'

/**
 * A cell's content as one line: what stands in its paragraphs, without them.
 *
 * @param cell a table's cell
 */
export function wordsOfCell(cell: Element): ElementContent[] {
  return cell.children.flatMap(child => child.type === 'element' && child.tagName === 'p' ? child.children : [child])
}

/**
 * A wide space, for the border between two cells.
 *
 * @param element the element at whose start it stands
 */
export function wideSpaceAt({ position }: Element): Text {
  const start = position?.start
  return { type: 'text', value: '\u3000', ...(start && { position: { start, end: start } }) }
}
