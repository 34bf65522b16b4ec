import type { TextLayout } from '../content.ts'
import { phrasing } from '../nodes.ts'

/** Rows of cells, the heading row first. Columns stand as they do in the article. */
export const table: TextLayout = ({ rows }) => rows && [{
  type: 'table',
  align: rows[0]!.align,
  children: rows.map(({ cells }) => ({
    type: 'tableRow',
    children: cells.map(cell => ({ type: 'tableCell', children: phrasing(cell) })),
  })),
}]
