import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { wideSpaceAt, wordsOfCell } from './cell-words.ts'
import { elements } from './furniture.ts'

/**
 * Replaces tables that are no tables. One of a single cell is a frame round blocks; one of a single row with few words
 * is a line, such as that of printer and date.
 */
export function unframe() {
  return (tree: Root): void => visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || !parent || index === undefined)
      return
    const cells = elements(table, ({ tagName }) => /^t[dh]$/.test(tagName))
    const rows = elements(table, ({ tagName }) => tagName === 'tr')
    const isLine = rows.length === 1 && cells.every(isEntry)
    if (cells.length === 1)
      parent.children.splice(index, 1, { ...cells[0]!, tagName: 'div' })
    else if (isLine)
      parent.children.splice(index, 1, toLine(table, cells))
  })
}

/** Whether a cell has only a few words. */
function isEntry(cell: Element): boolean {
  const others = elements(cell, ({ tagName }) => !/^(?:td|[pbiua]|span|strong|em|font)$/.test(tagName))
  const paragraphs = elements(cell, ({ tagName }) => tagName === 'p')
  const isPlain = cell.tagName === 'td' && others.length === 0 && paragraphs.length < 2
  return isPlain && /^[^。！？!?\n]{1,40}$/.test(toString(cell).trim())
}

/** The words of cells in a row, with spaces between. */
function toLine(table: Element, cells: readonly Element[]): Element {
  const words = cells.flatMap((cell, index) => index === 0 ? wordsOf(cell) : [wideSpaceAt(cell), ...wordsOf(cell)])
  return { ...table, tagName: 'p', children: words }
}

function wordsOf(cell: Element): Element['children'] {
  return wordsOfCell(cell).filter(child => child.type !== 'text' || child.value.trim() !== '')
}
