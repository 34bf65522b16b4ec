import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { cellsOf, rowsOf } from './forms.ts'
import { isData } from './furniture.ts'

const PARTS = /^(?:t(?:body|head|foot)|tr|t[dh])$/
const ROUND_PARTS = /^(?:table|t(?:body|head|foot)|tr)$/
/** A cell with more characters, and a sentence, is text. */
const LONGEST_ENTRY = 60
const SENTENCE = /[。！？]|[a-z]\.\s/

/**
 * A rehype plugin for pages that are laid out by tables. If each row of a table has one cell, and one of the cells is
 * text, they become blocks. So do rows and cells whose table was left out.
 *
 * @returns a transformer
 */
export function unlayTables() {
  return (tree: Root): void => visit(tree, 'element', (element, index, parent) => {
    const isLoose = parent && !(parent.type === 'element' && ROUND_PARTS.test(parent.tagName))
    if (PARTS.test(element.tagName) && isLoose)
      element.tagName = 'div'
    const cells = element.tagName === 'table' && parent ? columnOf(element) : undefined
    if (!cells)
      return undefined
    parent!.children.splice(index!, 1, ...cells)
    return index
  })
}

/** The cells of a table that only lays out a page: one in each row, no header, and text in one of them. */
function columnOf(table: Element): Element[] | undefined {
  const rows = rowsOf(table).map(cellsOf).filter(row => row.length > 0)
  const isPage = rows.length > 1 && !isData(table) && rows.every(row => row.length === 1)
  const cells = isPage ? rows.flat().map(({ element }): Element => ({ ...element, tagName: 'div' })) : []
  const isText = (words: string): boolean => words.length > LONGEST_ENTRY && SENTENCE.test(words)
  return cells.some(cell => isText(toString(cell).trim())) ? cells : undefined
}
