import type { Element, ElementContent } from 'xast'
import { child } from './xml.ts'

/**
 * Keeps the marks of paragraphs that somebody has deleted while Word kept track, where no paragraph follows that could
 * take in their words (ECMA-376 1, 17.13.5.15): mammoth would lose these at the end, or have them in a table's first cell.
 *
 * @param blocks a body's, a cell's, a text box's
 * @returns the blocks
 */
export function keepLastMarks(blocks: ElementContent[]): ElementContent[] {
  const isBlock = (node: ElementContent): node is Element =>
    node.type === 'element' && /^w:(?:p|tbl|sdt|customXml|altChunk|sectPr)$/.test(node.name)
  return blocks.map((block, index) => {
    const next = blocks.slice(index + 1).find(isBlock)
    return block.type === 'element' && block.name === 'w:p' && next?.name !== 'w:p' ? withMark(block) : block
  })
}

function withMark(paragraph: Element): Element {
  const mark = child(paragraph, 'w:pPr', 'w:rPr')
  if (!child(mark, 'w:del'))
    return paragraph
  const kept = { ...mark!, children: mark!.children.filter(node => node.type !== 'element' || node.name !== 'w:del') }
  const properties = child(paragraph, 'w:pPr')!
  const others = properties.children.map(node => node === mark ? kept : node)
  const own = { ...properties, children: others }
  return { ...paragraph, children: paragraph.children.map(node => node === properties ? own : node) }
}
