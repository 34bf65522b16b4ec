import type { Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { escapedIn, without } from './reading.ts'

/** What stands before a definition, below its term (PHP Markdown Extra, “Definition Lists”; pandoc). */
const SIGN = /(?:^|\r?\n):[ \t]+(?=\S)/g

/**
 * Reads a term and what it means, each on a line of its own, without the colon before the second.
 *
 * @param parent any node with children
 * @param reading what the steps share
 * @returns its children
 */
export function readDefinitions(parent: Parents, { place }: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  return nodes.map((node) => {
    const [first] = node.type === 'paragraph' ? node.children : []
    if (node.type !== 'paragraph' || first?.type !== 'text' || !/^[^\n:][^\n]*\n:[ \t]/.test(first.value))
      return node
    const children = node.children.flatMap((child): PhrasingContent[] => {
      const signs = child.type === 'text' ? Array.from(child.value.matchAll(SIGN)) : []
      if (child.type !== 'text' || signs.length === 0 || escapedIn(child, place)(signs[0]!.index + 1))
        return [child]
      const ranges = signs.map(({ index, 0: sign }) => [index, index + sign.length] as const)
      return without(child, ranges, place).flatMap((piece, at) => at > 0 ? [{ type: 'break' }, piece] : [piece])
    })
    return { ...node, children } satisfies Paragraph
  })
}
