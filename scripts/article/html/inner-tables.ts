import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { wideSpaceAt, wordsOfCell } from './cell-words.ts'
import { cellsOf, rowsOf } from './forms.ts'

/**
 * A rehype plugin for tables in the cells of tables: Markdown has none. Each of their rows becomes a paragraph, with a
 * wide space between its cells.
 *
 * @returns a transformer
 */
export function innerTables() {
  return (tree: Root): void => visit(tree, 'element', (cell) => {
    if (cell.tagName === 'td')
      cell.children = cell.children.flatMap(linesOf)
  })
}

function linesOf(child: ElementContent): ElementContent[] {
  return isTable(child) ? rowsOf(child).map(toLine) : [child]
}

function isTable(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'table'
}

function toLine(row: Element): Element {
  const cells = cellsOf(row).map(({ element }) => wordsOfCell(element))
  const children = cells.flatMap((words, at): ElementContent[] => at === 0 ? words : [wideSpaceAt(row), ...words])
  return { ...row, tagName: 'p', properties: {}, children }
}
