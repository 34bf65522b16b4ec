import type { Parents, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { escapedIn, REASONS, without } from './reading.ts'

/** What stands before a paragraph that calls for attention, and before a tip (Docsify, “Doc helper”). */
const CALL = /^[!?]>[ \t]+(?=\S)/
/** A heading's own name, behind its words (Docsify, “Customise ID”). */
const NAME = /[ \t]+:id=[\w-]+[ \t]*$/

/**
 * Takes off what Docsify reads at a paragraph's beginning, `!>` and `?>`, and at a heading's end, `:id=name`.
 *
 * @param parent any node with children
 * @param reading what the steps share
 * @returns its children without such signs
 */
export function dropDocsifySigns(parent: Parents, { place, left }: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  const isHeading = parent.type === 'heading'
  const index = isHeading ? nodes.length - 1 : 0
  const node = isHeading || parent.type === 'paragraph' ? nodes[index] : undefined
  if (node?.type !== 'text')
    return nodes
  const sign = (isHeading ? NAME : CALL).exec(node.value)
  if (!sign || escapedIn(node, place)(sign.index))
    return nodes
  left.push({ words: sign[0], reason: REASONS.sign, position: node.position })
  return nodes.toSpliced(index, 1, ...without(node, [[sign.index, sign.index + sign[0].length]], place))
}
