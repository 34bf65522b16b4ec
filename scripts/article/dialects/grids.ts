import type { RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { lineAt, splitLines } from '../text/lines.ts'
import { toNodes } from '../text/paragraphs.ts'
import { readTable } from '../text/tables.ts'

/** The upper edge of a table that is drawn (pandoc's manual, “Extension: grid_tables”). */
const EDGE = /^\+(?:[-=:]+\+)+[ \t]*$/m

/**
 * Reads a drawn table, which is a paragraph to Markdown.
 *
 * @param node a block
 * @param reading what the steps share
 * @returns the table, or the block
 */
export function readGrid(node: RootContent, { place }: Reading): RootContent[] {
  if (node.type !== 'paragraph' || !node.position)
    return [node]
  const [start, end] = [node.position.start.offset!, node.position.end.offset!]
  const source = place.source.slice(start, end)
  if (!EDGE.test(source.split('\n', 1)[0]!))
    return [node]
  const lines = splitLines(source).map(line => lineAt(place.source, start + line.start, start + line.end, line.index))
  const table = readTable(lines, 0, place.source)
  return table?.length === lines.length ? toNodes({ table, lines }, place) : [node]
}
