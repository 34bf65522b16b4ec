import type { Break, Nodes, Parents, PhrasingContent, Root, RootContent, Strong, TableCell, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../places.ts'
import { phrasing } from 'mdast-util-phrasing'
import { visit } from 'unist-util-visit'
import { sliceText } from '../align.ts'
import { placesOf } from '../places.ts'
import { isBlank, spanOf } from './part-at-breaks.ts'

/**
 * A remark plugin for mdast that was HTML. In HTML, blocks may stand in emphasis, in headings and in cells, which hold
 * only words in mdast. They become blocks beside these, and in a cell words between spaces. A heading ends with its
 * first block, as it does if nobody has closed it. Items outside a list become a list.
 *
 * @returns a transformer
 */
export function liftBlocks() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    visit(tree, 'tableCell', (cell: TableCell) => {
      cell.children = wordsOf(cell.children, place)
    })
    visit(tree, (node) => {
      if (!isContainer(node))
        return
      const blocks = (node.children as RootContent[]).flatMap(child => lift(child, place))
      node.children = inLists(blocks)
    })
  }
}

function isContainer(node: Nodes): node is Parents {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(node.type)
}

/** Makes lists of items that stand in no list. */
function inLists(nodes: RootContent[]): RootContent[] {
  const blocks: RootContent[] = []
  for (const [index, node] of nodes.entries()) {
    const list = blocks.at(-1)
    if (node.type !== 'listItem')
      blocks.push(node)
    else if (list?.type === 'list' && nodes[index - 1]!.type === 'listItem')
      list.children.push(node)
    else
      blocks.push({ type: 'list', spread: false, children: [node] })
  }
  return blocks
}

/** A block, and the blocks that stood in it. Words between these are paragraphs. */
function lift(node: RootContent, place: Places): RootContent[] {
  if (node.type !== 'paragraph' && node.type !== 'heading')
    return [node]
  const pieces = gather(node.children.flatMap(child => partAtBlocks(child, place)))
  if (pieces.every(piece => Array.isArray(piece)))
    return [{ ...node, children: pieces.flat() }]
  const blocks = pieces.flatMap((piece): RootContent[] => {
    if (!Array.isArray(piece))
      return [piece]
    return piece.every(isBlank) ? [] : [{ type: 'paragraph', children: piece, ...spanOf(piece) }]
  })
  const [first, ...rest] = blocks
  const isHeading = node.type === 'heading' && first?.type === 'paragraph'
  return isHeading ? [{ ...node, children: first.children }, ...rest] : blocks
}

/** Words as they are. Words round blocks become pieces before, between and after, each with the same emphasis. */
function partAtBlocks(node: RootContent, place: Places): RootContent[] {
  if (!phrasing(node))
    return lift(node, place)
  if (!('children' in node))
    return [node]
  const pieces = gather(node.children.flatMap(child => partAtBlocks(child, place)))
  return pieces.flatMap((piece): RootContent[] => {
    if (Array.isArray(piece))
      return emphasise(piece, node, place)
    if (piece.type !== 'paragraph' && piece.type !== 'heading')
      return [piece]
    return [{ ...piece, children: emphasise(piece.children, node, place) }]
  })
}

/**
 * Emphasises words, or links them, line by line. The same emphasis within is left out, and white space at the ends of a
 * line stands beside the emphasis.
 */
function emphasise(run: PhrasingContent[], like: PhrasingContent & Parents, place: Places): PhrasingContent[] {
  const words = run.flatMap(child => child.type === like.type ? child.children as PhrasingContent[] : [child])
  const children = words.flatMap(child => apartFromSpace(child, place))
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break')
      lines.push([child], [])
    else
      lines.at(-1)!.push(child)
  }
  return lines.flatMap((line) => {
    const start = line.findIndex(child => !isBlank(child))
    const end = line.findLastIndex(child => !isBlank(child)) + 1
    if (end === 0)
      return line
    const emphasised = { ...like, children: line.slice(start, end) } as PhrasingContent
    return [...line.slice(0, start), emphasised, ...line.slice(end)]
  })
}

/** Gathers words in a row. Bold words next to bold ones become one, and so do emphasised ones. */
function gather(pieces: RootContent[]): (RootContent | PhrasingContent[])[] {
  const gathered: (RootContent | PhrasingContent[])[] = []
  for (const piece of pieces) {
    const run = gathered.at(-1)
    const last = Array.isArray(run) ? run.at(-1) : undefined
    if (!phrasing(piece))
      gathered.push(piece)
    else if (!Array.isArray(run))
      gathered.push([piece])
    else if (last?.type === piece.type && (last.type === 'strong' || last.type === 'emphasis'))
      (piece as Strong).children.forEach(child => last.children.push(child))
    else
      run.push(piece)
  }
  return gathered
}

/** Splits a text from the white space at its ends. */
function apartFromSpace(node: PhrasingContent, place: Places): PhrasingContent[] {
  if (node.type !== 'text' || node.value === node.value.trim())
    return [node]
  const start = node.value.length - node.value.trimStart().length
  const end = Math.max(start, node.value.trimEnd().length)
  const ranges = [[0, start], [start, end], [end, node.value.length]] as const
  return ranges.filter(([from, to]) => to > from).map(([from, to]) => sliceText(node, from, to, place))
}

/** The words of a cell's blocks, with a space between two blocks, and the end of a line between two paragraphs. */
function wordsOf(nodes: Nodes[], place: Places): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1]
    const areApart = before && !(phrasing(node) && phrasing(before))
    return [...(areApart ? [between(before, node)] : []), ...wordsIn(node, place)]
  })
}

function between(before: Nodes, node: Nodes): Break | Text {
  const at = node.position?.start
  const position = at && { position: { start: at, end: at } }
  const areParagraphs = before.type === 'paragraph' && node.type === 'paragraph'
  return areParagraphs ? { type: 'break', ...position } : { type: 'text', value: ' ', ...position }
}

function wordsIn(node: Nodes, place: Places): PhrasingContent[] {
  if (node.type === 'code')
    return [{ ...node, type: 'inlineCode', value: node.value.replace(/\s*[\r\n]\s*/g, ' ') }]
  const words = 'children' in node ? wordsOf(node.children, place) : []
  if (!phrasing(node))
    return words
  return 'children' in node ? emphasise(words, node, place) : [node]
}
