import type { Element, Nodes, Parents, Root, Text } from 'hast'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { prune } from './measure.ts'

/**
 * Keeps only some content of a page, with all elements round it. Elements without words and pictures, such as the end
 * of a line or an empty cell, stay where they are.
 *
 * @param body the page's body
 * @param kept the texts and pictures that stay
 */
export function keepOnly(body: Element | Root, kept: ReadonlySet<Nodes>): void {
  const holders = new Set<Nodes>()
  const full = new Set<Nodes>()
  visitParents(body, (node, parents: Parents[]) => {
    if (isContent(node))
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

function isContent(node: Nodes): boolean {
  if (node.type === 'text')
    return node.value.trim() !== ''
  return node.type === 'element' && node.tagName === 'img'
}

/** Cells go only with their row, so that the cells beside them keep their column. */
function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}
