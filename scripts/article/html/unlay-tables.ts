import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { cellsOf, rowsOf } from './forms.ts'
import { isData } from './furniture.ts'

const PARTS = /^(?:t(?:body|head|foot)|tr|t[dh])$/
const ROUND_PARTS = /^(?:table|t(?:body|head|foot)|tr)$/
/** A cell with more characters, and sentences, is text that is laid out. */
const LONGEST_ENTRY = 60
const SENTENCE = /[。！？]|[a-z]\.\s/

/**
 * A rehype plugin for pages that tables lay out: the rows of a table with one cell each, where one of them has the text, are
 * blocks. So are rows and cells without their table, of which only what has the text may be left.
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

/** The cells of a table that only lays out a page: one to a row, none with a name, and text in one of them. */
function columnOf(table: Element): Element[] | undefined {
  const rows = rowsOf(table).map(cellsOf).filter(row => row.length > 0)
  const isPage = rows.length > 1 && !isData(table) && rows.every(row => row.length === 1)
  const cells = isPage ? rows.flat().map(({ element }): Element => ({ ...element, tagName: 'div' })) : []
  const isText = (words: string): boolean => words.length > LONGEST_ENTRY && SENTENCE.test(words)
  return cells.some(cell => isText(toString(cell).trim())) ? cells : undefined
}
