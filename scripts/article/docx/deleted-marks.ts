import type { Element, ElementContent } from 'xast'
import { child, isElement, without } from './xml.ts'

/**
 * Keeps a paragraph's mark that somebody has deleted while Word tracked changes, if no paragraph follows that could
 * take in the words (ECMA-376 1, 17.13.5.15). Otherwise mammoth loses words at the end, or puts them in the first cell
 * of a table.
 *
 * @param blocks the children of a body, a cell or a text box
 * @returns the blocks
 */
export function keepLastMarks(blocks: ElementContent[]): ElementContent[] {
  const isBlock = (node: ElementContent): node is Element =>
    node.type === 'element' && /^w:(?:p|tbl|sdt|customXml|altChunk|sectPr)$/.test(node.name)
  return blocks.map((block, index) => {
    const next = blocks.slice(index + 1).find(isBlock)
    return isElement(block, 'w:p') && next?.name !== 'w:p' ? withMark(block) : block
  })
}

function withMark(paragraph: Element): Element {
  const mark = child(paragraph, 'w:pPr', 'w:rPr')
  if (!child(mark, 'w:del'))
    return paragraph
  const kept = { ...mark!, children: without(mark!.children, 'w:del') }
  const properties = child(paragraph, 'w:pPr')!
  const changed = { ...properties, children: properties.children.map(node => node === mark ? kept : node) }
  return { ...paragraph, children: paragraph.children.map(node => node === properties ? changed : node) }
}
