import type { Parents, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { escapedIn, without } from './reading.ts'

/** What stands before the caption of a table (pandoc's manual, “Extension: table_captions”). */
const SIGN = /^(?:Table)?:[ \t]+(?=\S)/

/**
 * Takes the colon off the caption that stands above a table or below it.
 *
 * @param parent what holds blocks
 * @param reading what the steps share
 * @returns its blocks, captions without their sign
 */
export function dropCaptionSigns(parent: Parents, { place }: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  return nodes.map((node, index): RootContent => {
    const [first, ...others] = node.type === 'paragraph' ? node.children : []
    const isBeside = [nodes[index - 1], nodes[index + 1]].some(other => other?.type === 'table')
    const sign = isBeside && first?.type === 'text' ? SIGN.exec(first.value) : null
    if (!sign || node.type !== 'paragraph' || first?.type !== 'text' || escapedIn(first, place)(0))
      return node
    return { ...node, children: [...without(first, [[0, sign[0].length]], place), ...others] }
  })
}
