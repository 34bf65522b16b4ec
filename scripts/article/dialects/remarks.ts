import type { RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { REASONS } from './reading.ts'

/** What only MyST has: a directive, a target, a role. */
const MYST = /^`{3,}\{[a-z]|^\([\w:./-]+\)=[ \t]*$|\{[a-z][\w:-]*\}`/m

/**
 * Leaves out remarks: lines that begin with a percent sign, in an article of MyST (“Comments”).
 *
 * @param node a block
 * @param reading what the steps share
 * @returns the block, nothing where it is such lines
 */
export function dropRemarks(node: RootContent, { place, left }: Reading): RootContent[] {
  if (node.type !== 'paragraph' || !node.position)
    return [node]
  const source = place.source.slice(node.position.start.offset, node.position.end.offset)
  if (!source.split(/\r?\n/).every(line => /^%(?!%)/.test(line)) || !MYST.test(place.source))
    return [node]
  left.push({ words: source, reason: REASONS.comment, position: node.position })
  return []
}
