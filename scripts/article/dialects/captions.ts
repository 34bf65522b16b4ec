import type { Parents, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { withCaption } from './directives.ts'
import { escapedIn, without } from './reading.ts'

/** What stands before the caption of a table (pandoc's manual, “Extension: table_captions”). */
const SIGN = /^(?:Table)?:[ \t]+(?=\S)/

/**
 * Takes the colon off the caption that stands above a table or below it.
 *
 * @param parent what holds blocks
 * @param reading what the steps share
 * @returns its blocks, captions without their sign and named as such
 */
export function dropCaptionSigns(parent: Parents, { place }: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  return nodes.map((node, index): RootContent => {
    const [first, ...others] = node.type === 'paragraph' ? node.children : []
    const isBeside = [nodes[index - 1], nodes[index + 1]].some(other => other?.type === 'table')
    const sign = isBeside && first?.type === 'text' ? SIGN.exec(first.value) : null
    if (!sign || node.type !== 'paragraph' || first?.type !== 'text' || escapedIn(first, place)(0))
      return node
    const children = [...without(first, [[0, sign[0].length]], place), ...others]
    return { ...node, children, data: { ...node.data, caption: true } }
  })
}

/**
 * Reads the caption that ends a division (Quarto, “Cross-Reference Divs”): it describes a picture that stands alone
 * there and says nothing itself, and names a table.
 *
 * @param blocks what stands in the division
 * @returns the blocks
 */
export function captioned(blocks: RootContent[]): RootContent[] {
  const [above, last] = [blocks.slice(0, -1), blocks.at(-1)]
  const [block] = above
  if (!block || last?.type !== 'paragraph')
    return blocks
  const image = block.type === 'paragraph' && block.children.length === 1 ? block.children[0] : undefined
  if (above.length === 1 && block.type === 'paragraph' && image?.type === 'image' && !image.alt)
    return withCaption(block, [last])
  return [...above, { ...last, data: { ...last.data, caption: true } }]
}
