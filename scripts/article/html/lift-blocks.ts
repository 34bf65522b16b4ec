import type { Break, Nodes, Parents, PhrasingContent, Root, RootContent, Strong, TableCell, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../places.ts'
import { phrasing } from 'mdast-util-phrasing'
import { visit } from 'unist-util-visit'
import { sliceText } from '../align.ts'
import { placesOf } from '../places.ts'
import { isBlank, spanOf } from './part-at-breaks.ts'

/**
 * A remark plugin for what was HTML, where blocks may stand in emphasis, in headings and in cells, which hold words alone in mdast: they
 * are blocks of their own, and in a cell words between spaces. A heading ends where its first block does, as where nobody has closed it.
 * Items outside a list are one.
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
      if (node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition')
        (node as Parents).children = inLists((node.children as RootContent[]).flatMap(child => lift(child, place)))
    })
  }
}

/** Items that stand in no list are one. */
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

/** A block, and those that stood in it. Words between them are paragraphs. */
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
  return node.type === 'heading' && first?.type === 'paragraph' ? [{ ...node, children: first.children }, ...rest] : blocks
}

/** Words as they are; where blocks stand in them, in pieces before, between and after, all emphasised as they were. */
function partAtBlocks(node: RootContent, place: Places): RootContent[] {
  if (!phrasing(node))
    return lift(node, place)
  if (!('children' in node))
    return [node]
  return gather(node.children.flatMap(child => partAtBlocks(child, place))).flatMap((piece): RootContent[] => {
    if (Array.isArray(piece))
      return emphasise(piece, node, place)
    return piece.type === 'paragraph' || piece.type === 'heading' ? [{ ...piece, children: emphasise(piece.children, node, place) }] : [piece]
  })
}

/** Words in emphasis, or in a link, line by line: without such emphasis inside, and without spaces at a line's edges, which stand beside it. */
function emphasise(run: PhrasingContent[], like: PhrasingContent & Parents, place: Places): PhrasingContent[] {
  const children = run.flatMap(child => child.type === like.type ? child.children as PhrasingContent[] : [child]).flatMap(child => apartFromSpace(child, place))
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
    return end === 0 ? line : [...line.slice(0, start), { ...like, children: line.slice(start, end) } as PhrasingContent, ...line.slice(end)]
  })
}

/** Words that follow each other together, bold ones as one, and the blocks between. */
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

/** A text, and the white space at its edges beside it. */
function apartFromSpace(node: PhrasingContent, place: Places): PhrasingContent[] {
  if (node.type !== 'text' || node.value === node.value.trim())
    return [node]
  const start = node.value.length - node.value.trimStart().length
  const end = Math.max(start, node.value.trimEnd().length)
  return [[0, start], [start, end], [end, node.value.length]].flatMap(([from, to]) => to! > from! ? [sliceText(node, from!, to!, place)] : [])
}

/** What a cell may hold: the words of blocks, each parted from its neighbours by a space, paragraphs by the end of a line. */
function wordsOf(nodes: Nodes[], place: Places): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1]
    const parted = before && !(phrasing(node) && phrasing(before))
    const at = node.position?.start
    const between: Break | Text = before?.type === 'paragraph' && node.type === 'paragraph' ? { type: 'break' } : { type: 'text', value: ' ' }
    return [...(parted ? [{ ...between, ...(at && { position: { start: at, end: at } }) }] : []), ...wordsIn(node, place)]
  })
}

function wordsIn(node: Nodes, place: Places): PhrasingContent[] {
  if (node.type === 'code')
    return [{ ...node, type: 'inlineCode', value: node.value.replace(/\s*[\r\n]\s*/g, ' ') }]
  const words = 'children' in node ? wordsOf(node.children, place) : []
  if (!phrasing(node))
    return words
  return 'children' in node ? emphasise(words, node, place) : [node]
}
