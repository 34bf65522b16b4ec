import type { List, RootContent, Table, TableCell, TableRow } from 'mdast'

/**
 * Makes a table of a list of lists, a row each (docutils, “List Table”; MyST, “Tables”).
 *
 * @param blocks what stands in the directive
 * @returns the table; the blocks themselves where they are no such list
 */
export function tableOfLists(blocks: RootContent[]): RootContent[] {
  const [list, ...others] = blocks
  const rows = list?.type === 'list' && others.length === 0 ? list.children.map(item => item.children) : []
  const isRow = (own: RootContent[]): own is [List] => own.length === 1 && own[0]!.type === 'list'
  if (rows.length === 0 || !rows.every(isRow))
    return blocks
  const table: Table = { type: 'table', children: rows.map(([row]) => rowOf(row)), position: list!.position! }
  return [table]
}

function rowOf({ children, position }: List): TableRow {
  const cells = children.map((item): TableCell => {
    const words = item.children.flatMap(child => child.type === 'paragraph' ? child.children : [])
    return { type: 'tableCell', children: words, position: item.position! }
  })
  return { type: 'tableRow', children: cells, position: position! }
}
