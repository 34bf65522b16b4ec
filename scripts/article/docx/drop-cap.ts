import type { Element, ElementContent } from 'xast'
import { child } from './xml.ts'

/**
 * Joins a letter that Word sets large, in a frame of its own, with the paragraph that it begins (ECMA-376 1, 17.3.1.11).
 *
 * @param blocks a body's, a cell's, a text box's
 * @returns the blocks, without paragraphs that are such a letter
 */
export function joinDropCaps(blocks: ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  let letters: ElementContent[] = []
  for (const block of blocks) {
    const isParagraph = block.type === 'element' && block.name === 'w:p'
    if (isParagraph && isDropCap(block)) {
      letters.push(...words(block))
    }
    else if (isParagraph && letters.length > 0) {
      const properties = child(block, 'w:pPr')
      joined.push({ ...block, children: [...(properties ? [properties] : []), ...letters, ...words(block)] })
      letters = []
    }
    else {
      joined.push(block)
    }
  }
  return letters.length > 0 ? blocks : joined
}

function isDropCap(paragraph: Element): boolean {
  const style = child(paragraph, 'w:pPr', 'w:framePr')?.attributes['w:dropCap']
  return style === 'drop' || style === 'margin'
}

function words(paragraph: Element): ElementContent[] {
  return paragraph.children.filter(node => node.type !== 'element' || node.name !== 'w:pPr')
}
