import type { Element, ElementContent } from 'xast'
import { child, isElement, without } from './xml.ts'

/**
 * Joins a drop cap, which Word keeps as a paragraph in a frame, with the paragraph that it begins (ECMA-376 1,
 * 17.3.1.11).
 *
 * @param blocks the children of a body, a cell or a text box
 * @returns the blocks, without the paragraphs of drop caps
 */
export function joinDropCaps(blocks: ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  let letters: ElementContent[] = []
  for (const block of blocks) {
    const isParagraph = isElement(block, 'w:p')
    if (isParagraph && isDropCap(block)) {
      letters.push(...wordsOf(block))
    }
    else if (isParagraph && letters.length > 0) {
      joined.push(withLetters(block, letters))
      letters = []
    }
    else {
      joined.push(block)
    }
  }
  return letters.length > 0 ? blocks : joined
}

function withLetters(paragraph: Element, letters: readonly ElementContent[]): Element {
  const properties = child(paragraph, 'w:pPr')
  return { ...paragraph, children: [...(properties ? [properties] : []), ...letters, ...wordsOf(paragraph)] }
}

function isDropCap(paragraph: Element): boolean {
  const style = child(paragraph, 'w:pPr', 'w:framePr')?.attributes['w:dropCap']
  return style === 'drop' || style === 'margin'
}

function wordsOf(paragraph: Element): ElementContent[] {
  return without(paragraph.children, 'w:pPr')
}
