import type { Element, Nodes, Parents, Root, Text } from 'hast'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { prune } from './measure.ts'

/**
 * Leaves of a page what is kept, with all that it stands in. What has neither words nor a picture, a line's end or an empty cell, stays where it is.
 *
 * @param body the page's body
 * @param kept texts and pictures
 */
export function keepOnly(body: Element | Root, kept: ReadonlySet<Nodes>): void {
  const holders = new Set<Nodes>()
  const full = new Set<Nodes>()
  visitParents(body, (node, parents: Parents[]) => {
    const isContent = node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && node.tagName === 'img'
    if (isContent)
      [...parents, node].forEach(one => full.add(one))
    if (kept.has(node))
      [...parents, node].forEach(one => holders.add(one))
  })
  prune(body, element => full.has(element) && !holders.has(element) && !isCell(element))
  visit(body, 'text', (text: Text) => {
    if (full.has(text) && !kept.has(text))
      text.value = ''
  })
}

/** A cell goes only with its row: what stands beside it keeps its column. */
function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}
