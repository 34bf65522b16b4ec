import type { Image, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table, Text } from 'mdast'
import type { FlatText } from './flat-text.ts'
import type { Places } from './places.ts'
import { flatText } from './flat-text.ts'
import { imagesIn } from './images.ts'
import { maskedText, partOf } from './marks.ts'

declare module 'mdast' {
  interface ParagraphData {
    /** It names the table or the picture beside it. */
    caption?: true
  }
}

/** A block of the article, flat: what kind of text it is, its words, and the way to their places. */
export interface Passage extends FlatText {
  kind: 'paragraph' | 'item' | 'quotation' | 'code' | 'formula' | 'table' | 'image' | 'footnote'
  /** The picture; its description is the text. */
  image?: Image
  /** The row of a table, whose cells are the text. */
  row?: Row
  /** The code that the text is. */
  code?: CodeBlock
  /** It names the table or the picture beside it. */
  caption?: true
  /** Of an item in a list with numbers or with lists below its items. */
  place?: ItemPlace
}

/** Where an item stands: what is below another, or has a number, stands so on a slide. */
export interface ItemPlace {
  /** The items that it stands in, the outermost first, and itself. */
  items: readonly ListItem[]
  /** The number that its author gave it. */
  number?: number
  /** It goes on with what the item has begun. */
  goesOn?: boolean
}

/** A row of a table. */
export interface Row {
  /** All rows of one table have the same. */
  table: Table
  align: Exclude<Table['align'], undefined | null>
  cells: Text[]
}

/** A block of code: its language, as the article names it, and its lines. */
export interface CodeBlock {
  language?: string
  lines: string[]
}

/**
 * Flattens a block of mdast into passages: a paragraph is one, a list one for each item, a quotation one for each
 * paragraph. A picture is one of its own, after the paragraph that it stands in.
 *
 * @param node a block
 * @param place the article's places
 * @returns the passages in order, none without words or picture
 */
export function toPassages(node: RootContent, place: Places): Passage[] {
  return [...flatten(node, 'paragraph', place)].filter(passage => passage.image || passage.text.trim() !== '')
}

function* flatten(node: Nodes, kind: Passage['kind'], place: Places): Generator<Passage> {
  switch (node.type) {
    case 'list':
      yield* isPlaced(node) ? placedItems(node, [], place) : plainItems(node, place)
      break
    case 'blockquote':
      yield* flattenAll(node.children, kind === 'paragraph' ? 'quotation' : kind, place)
      break
    case 'footnoteDefinition':
      yield* Array.from(flattenAll(node.children, kind, place), toFootnote)
      break
    case 'math':
      yield passage(node, 'formula', place)
      break
    case 'table':
      for (const row of node.children)
        yield tableRow(row, node, place)
      break
    case 'definition':
    case 'thematicBreak':
    case 'yaml':
      break
    case 'code':
      yield {
        ...passage(node, 'code', place),
        code: { ...(node.lang && { language: node.lang }), lines: node.value.split(/\r\n?|\n/) },
      }
      break
    default:
      yield passage(node, kind, place)
      if ('children' in node)
        yield* imagesIn(node as Paragraph).map(image => picture(image))
  }
}

function* plainItems(list: List, place: Places): Generator<Passage> {
  for (const item of list.children)
    yield* checked(item, [...flattenAll(item.children, 'item', place)])
}

/** Whether a list says more than that its items belong together. */
function isPlaced({ ordered, children }: List): boolean {
  return ordered === true || children.some(item => item.children.some(node => node.type === 'list'))
}

function* placedItems(list: List, above: readonly ListItem[], place: Places): Generator<Passage> {
  for (const [index, item] of list.children.entries()) {
    const items = [...above, item]
    const number = list.ordered ? { number: (list.start ?? 1) + index } : {}
    const own = [...flattenAll(item.children.filter(node => node.type !== 'list'), 'item', place)]
    yield* checked(item, own).map((passage, at): Passage => {
      const where = { items, ...(at === 0 ? number : { goesOn: true }) }
      return passage.kind === 'item' ? { ...passage, place: where } : passage
    })
    for (const node of item.children) {
      if (node.type === 'list')
        yield* placedItems(node, items, place)
    }
  }
}

/** The boxes of a list of tasks, open and done. */
const BOXES = ['☐ ', '☑ '] as const

/** An item's passages, its box before the first. */
function checked({ checked }: ListItem, passages: Passage[]): Passage[] {
  const [first, ...rest] = passages
  if (!first || typeof checked !== 'boolean')
    return passages
  return [{ ...first, ...prefixed(first, BOXES[checked ? 1 : 0]) }, ...rest]
}

/** A text with signs before it. */
function prefixed({ text, masked, slice, raw }: FlatText, sign: string): FlatText {
  const cutter = (own: FlatText['slice']): FlatText['slice'] => (from, to) => {
    const piece = own(Math.max(0, from - sign.length), Math.max(0, to - sign.length))
    const before = sign.slice(from, to)
    const marked = piece.data?.phrasing
    const phrasing: PhrasingContent[] | undefined = marked && [{ type: 'text', value: before }, ...marked]
    return { ...piece, value: before + piece.value, ...(phrasing && { data: { phrasing } }) }
  }
  return { text: sign + text, masked: sign + masked, slice: cutter(slice), raw: cutter(raw) }
}

function* flattenAll(nodes: Nodes[], kind: Passage['kind'], place: Places): Generator<Passage> {
  for (const node of nodes)
    yield* flatten(node, kind, place)
}

function passage(node: Nodes, kind: Passage['kind'], place: Places): Passage {
  const isCaption = node.type === 'paragraph' && node.data?.caption === true
  return { kind, ...flatText(node, place), ...(isCaption && { caption: true as const }) }
}

/** A picture says what its description says, and one that cannot be shown is that. */
function picture(image: Image): Passage {
  const flat = flatAt({ type: 'text', value: image.alt ?? '', position: image.position! })
  return image.data?.lost ? { kind: 'paragraph', ...flat } : { kind: 'image', image, ...flat }
}

/** A table's row reads as its cells, parted by spaces. */
function tableRow(row: Table['children'][number], table: Table, place: Places): Passage {
  const cells = row.children.map((cell) => {
    const { text, slice } = flatText(cell, place)
    const start = text.length - text.trimStart().length
    return slice(start, Math.max(start, text.trimEnd().length))
  })
  const value = cells.map(cell => cell.value).join(' ')
  const phrasing = cells.flatMap((cell, index): PhrasingContent[] => {
    const words = cell.data?.phrasing ?? [{ type: 'text' as const, value: cell.value }]
    return index > 0 ? [SPACE, ...words] : words
  })
  const isMarked = cells.some(cell => cell.data?.phrasing)
  const flat = flatAt({ type: 'text', value, position: row.position!, ...(isMarked && { data: { phrasing } }) })
  return { kind: 'table', ...flat, row: { table, align: table.align ?? [], cells } }
}

const SPACE: Text = { type: 'text', value: ' ' }

/** A text that stands at one place, whatever piece of it. */
function flatAt(text: Text): FlatText {
  const slice = (from: number, to: number): Text => ({ ...partOf(text, from, to), position: text.position! })
  return { text: text.value, masked: maskedText(text), slice, raw: slice }
}

function toFootnote({ text, masked, slice, raw }: Passage): Passage {
  return { kind: 'footnote', text, masked, slice, raw }
}
