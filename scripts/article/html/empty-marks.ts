import type { Element, Root } from 'hast'
import { prune } from './measure.ts'

/** Elements that say how words look or where they lead (HTML, 4.5). Without words they say nothing. */
const MARKS = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'dfn', 'em', 'font', 'i', 'kbd', 'mark', 's', 'samp',
  'small', 'span', 'strong', 'sub', 'sup', 'tt', 'u', 'var',
])

/**
 * A rehype plugin that leaves out empty marks. Rehype-remark looks from each element for the next that is not empty: a
 * thousand `<a>` that nobody closes would take the square of their number.
 *
 * @returns a transformer
 */
export function dropEmptyMarks() {
  return (tree: Root): void => prune(tree, isEmptyMark)
}

function isEmptyMark({ tagName, children, properties }: Element): boolean {
  return MARKS.has(tagName) && children.length === 0 && Object.keys(properties).length === 0
}
