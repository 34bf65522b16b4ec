import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { wordsOfCell } from './cell-words.ts'
import { cellsOf, rowsOf } from './forms.ts'
import { elements, hasPicture, isData } from './furniture.ts'
import { CAPTION } from './pictures.ts'

/** A cell with more characters is text. */
const LONGEST_CAPTION = 60

/**
 * A rehype plugin for tables that only lay out pictures: rows of pictures, each with a row of their captions below it
 * or none. Each picture becomes a block, and the words below it a caption.
 *
 * @returns a transformer
 */
export function unlayPictures() {
  return (tree: Root): void => visit(tree, 'element', (element, index, parent) => {
    const blocks = element.tagName === 'table' && parent ? blocksOf(element) : undefined
    if (!blocks)
      return undefined
    parent!.children.splice(index!, 1, ...blocks)
    return index! + blocks.length
  })
}

/** The pictures of a table with their captions; nothing for a table that has other words. */
function blocksOf(table: Element): Element[] | undefined {
  if (isData(table) || !hasPicture(table) || elements(table, ({ tagName }) => tagName === 'table').length > 1)
    return undefined
  const rows = rowsOf(table).map(row => cellsOf(row).map(({ element }) => element)).filter(row => row.length > 0)
  const isLaid = rows.every((row, at) => isPictures(row) || areCaptions(row, rows[at - 1]))
  return isLaid ? rows.flatMap((row, at) => isPictures(row) ? withCaptions(row, rows[at + 1]) : []) : undefined
}

/** Whether a row has pictures in its cells, and no words beside them. */
function isPictures(row: readonly Element[] | undefined): boolean {
  const isOne = (cell: Element): boolean => isShort(cell) && (hasPicture(cell) || isBlank(cell))
  return row !== undefined && row.some(hasPicture) && row.every(isOne)
}

function areCaptions(row: readonly Element[], pictures: readonly Element[] | undefined): boolean {
  return isPictures(pictures) && row.length === pictures!.length
    && row.every(cell => isShort(cell) && !hasPicture(cell))
}

function isShort(cell: Element): boolean {
  return toString(cell).trim().length <= LONGEST_CAPTION
}

function isBlank(cell: Element): boolean {
  return toString(cell).trim() === ''
}

/** The pictures of a row, each with the words of the cell below it. */
function withCaptions(row: readonly Element[], below: readonly Element[] | undefined): Element[] {
  return row.flatMap((cell, column): Element[] => {
    const words = isPictures(below) ? undefined : below?.[column]
    const picture: Element = { ...cell, tagName: 'div', properties: {} }
    return words && !isBlank(words) ? [picture, toCaption(words)] : [picture]
  })
}

/** A cell's words as one paragraph. */
function toCaption(cell: Element): Element {
  return { ...cell, tagName: 'p', properties: { className: [CAPTION] }, children: wordsOfCell(cell) }
}
