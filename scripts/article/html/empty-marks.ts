import type { Element, Root } from 'hast'
import { prune } from './measure.ts'

/** Elements that say how words look or where they lead (HTML, 4.5), and nothing where they hold none. */
const MARKS = new Set('a abbr b bdi bdo big cite code dfn em font i kbd mark s samp small span strong sub sup tt u var'.split(' '))

/**
 * A rehype plugin that leaves out marks round nothing. For each element rehype-remark looks for the next that is not empty: a thousand `<a>` that nobody
 * closes would take it the square of their number.
 *
 * @returns a transformer
 */
export function dropEmptyMarks() {
  return (tree: Root): void => prune(tree, isEmptyMark)
}

function isEmptyMark({ tagName, children, properties }: Element): boolean {
  return MARKS.has(tagName) && children.length === 0 && Object.keys(properties).length === 0
}
