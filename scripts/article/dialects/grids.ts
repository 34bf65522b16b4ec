import type { PhrasingContent, RootContent, Text } from 'mdast'
import type { Places } from '../places.ts'
import type { Reading } from './reading.ts'
import { visit } from 'unist-util-visit'
import { positionOf } from '../places.ts'
import { lineAt, splitLines } from '../text/lines.ts'
import { toNodes } from '../text/paragraphs.ts'
import { tablesIn } from '../text/tables.ts'
import { readInside } from './inside.ts'

/** The upper edge of a table that is drawn (pandoc's manual, “Extension: grid_tables”). */
const EDGE = /^\+(?:[-=:]+\+)+[ \t]*$/

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
  const table = tablesIn(lines, place.source)(0)
  if (table?.length !== lines.length)
    return [node]
  const nodes = toNodes({ table, lines }, place)
  visit({ type: 'root', children: nodes }, 'tableCell', (cell) => {
    cell.children = cell.children.flatMap(child => child.type === 'text' ? marksIn(child, place) : [child])
  })
  return nodes
}

/** A line of a cell as Markdown; one that is a block of its own, a heading or a list, stays its letters. */
function marksIn(text: Text, place: Places): PhrasingContent[] {
  const [start, end] = [text.position!.start.offset!, text.position!.end.offset!]
  const words = text.value.trimStart()
  const from = end - words.length
  const [block, ...others] = readInside(words, from, end, place)
  if (block?.type !== 'paragraph' || others.length > 0)
    return [text]
  if (words === text.value)
    return block.children
  const space = text.value.slice(0, -words.length)
  return [{ type: 'text', value: space, position: positionOf(start, from, place) }, ...block.children]
}
