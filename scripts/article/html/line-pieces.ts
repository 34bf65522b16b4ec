import type { Element, ElementContent } from 'hast'

/** Blocks, each of which the page sets on a line of its own. */
const BLOCK = /^(?:br|p|div|li|dd|dt|address)$/

/**
 * The words of a line below a title, in the pieces that the page sets apart: blocks, and the elements of a row from
 * which something was left out.
 *
 * @param line an element
 * @returns the words of each piece that has any
 */
export function piecesOf(line: Element): string[] {
  const pieces = ['']
  const append = (words: string): void => void pieces.push(`${pieces.pop()}${words}`)
  const walk = (node: ElementContent, inRow: boolean): void => {
    if (node.type === 'text')
      append(node.value)
    if (node.type !== 'element')
      return
    const isApart = inRow || (node !== line && BLOCK.test(node.tagName))
    if (isApart)
      pieces.push('')
    else if (/^(?:span|em|time)$/.test(node.tagName))
      append(' ')
    const isRow = isRowWithGap(node)
    node.children.forEach(child => walk(child, isRow))
    if (isApart || node.data?.gap === 'end')
      pieces.push('')
  }
  walk(line, false)
  return pieces.map(piece => piece.replace(/\s+/g, ' ').trim()).filter(piece => piece !== '')
}

/** Whether an element is a row of elements, and something between two of them was left out. */
function isRowWithGap({ children, data }: Element): boolean {
  const isInRow = (child: ElementContent): boolean =>
    child.type === 'element' || (child.type === 'text' && child.value.trim() === '')
  return data?.gap === 'between' && children.every(isInRow)
}
