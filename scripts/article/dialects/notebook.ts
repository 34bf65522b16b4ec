import type { Blockquote, Paragraph, Parents, PhrasingContent, RootContent, Text } from 'mdast'
import type { Reading } from './reading.ts'
import { toString } from 'mdast-util-to-string'
import { escapedIn, REASONS, without } from './reading.ts'

/** The head of a box (Obsidian, “Callouts”; GitHub, “Alerts”). */
const CALLOUT = /^\[![a-z][\w-]*(?:\|[^\]\n]*)?\][+-]?[ \t]*/i
/** A block's own name, for links to it (Obsidian, “Link to a block in a note”). */
const BLOCK_NAME = /\s\^[a-z\d][a-z\d-]+\s*$/i
const TAG = String.raw`#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*`
/** A line that has nothing but tags (Obsidian, “Tags”). One alone is taken for a heading whose author has left out a space. */
const TAGS = new RegExp(String.raw`^${TAG}(?:[ \t]+${TAG})+[ \t]*$`, 'u')
const LAST_TAG = new RegExp(String.raw`[ \t]${TAG}[ \t]*$`, 'u')

/**
 * Reads a box as what stands in it: its title a paragraph, then its blocks.
 *
 * @param quotation what is written as a quotation
 * @param reading what the steps share
 * @returns the blocks; the quotation, where it is one
 */
export function readCallout(quotation: Blockquote, { place }: Reading): RootContent[] {
  const [head, ...rest] = quotation.children
  const first = head?.type === 'paragraph' ? head.children[0] : undefined
  const mark = first?.type === 'text' ? CALLOUT.exec(first.value) : null
  if (!mark || head?.type !== 'paragraph' || escapedIn(first as Text, place)(0))
    return [quotation]
  const [left] = without(first as Text, [[0, mark[0].length]], place)
  const inner = [...left ? [left] : [], ...head.children.slice(1)]
  const [title, body] = partAtLine(inner, place)
  return [...[title, body].filter(children => toString({ type: 'paragraph', children }).trim() !== '' || children.some(({ type }) => type === 'image')).map(children => paragraphOf(children)), ...rest]
}

/** The first line of phrasing content, and the others. */
function partAtLine(nodes: PhrasingContent[], place: Reading['place']): [PhrasingContent[], PhrasingContent[]] {
  const index = nodes.findIndex(node => node.type === 'break' || (node.type === 'text' && /[\r\n]/.test(node.value)))
  const node = nodes[index]
  if (!node)
    return [nodes, []]
  if (node.type !== 'text')
    return [nodes.slice(0, index), nodes.slice(index + 1)]
  const at = node.value.search(/[\r\n]/)
  const next = at + /^[\r\n]+/.exec(node.value.slice(at))![0].length
  const [before, after] = [without(node, [[at, node.value.length]], place), without(node, [[0, next]], place)]
  return [[...nodes.slice(0, index), ...before], [...after, ...nodes.slice(index + 1)]]
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const [start, end] = [children.find(child => child.position)?.position?.start, children.findLast(child => child.position)?.position?.end]
  return { type: 'paragraph', children, ...(start && end && { position: { start, end } }) }
}

/**
 * Takes off a block's end what names it for links, and off a heading's its tags.
 *
 * @param parent a node with words
 * @param reading what the steps share
 * @returns its children
 */
export function dropNames(parent: Parents, reading: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  let last = nodes.at(-1)
  if ((parent.type !== 'paragraph' && parent.type !== 'heading') || last?.type !== 'text')
    return nodes
  const isEscaped = escapedIn(last, reading.place)
  let end = last.value.length
  for (const pattern of parent.type === 'heading' ? [BLOCK_NAME, LAST_TAG] : [BLOCK_NAME]) {
    for (;;) {
      const from = Math.max(0, end - 200)
      const found = pattern.exec(last.value.slice(from, end))
      const at = found ? from + found.index : 0
      if (!found || isEscaped(at + 1) || (at === 0 && nodes.length === 1))
        break
      if (pattern === LAST_TAG)
        reading.left.push({ words: found[0].trim(), reason: REASONS.tags, position: last.position })
      end = at
    }
  }
  if (end === last.value.length)
    return nodes
  last = without(last, [[end, last.value.length]], reading.place)[0]!
  return last ? [...nodes.slice(0, -1), last] : nodes.slice(0, -1)
}

/**
 * Leaves out lines that have nothing but tags.
 *
 * @param node a block
 * @param reading what the steps share
 * @returns the block, nothing where it is such a line
 */
export function dropTags(node: RootContent, reading: Reading): RootContent[] {
  if ((node.type !== 'paragraph' && node.type !== 'heading') || !node.position)
    return [node]
  const source = reading.place.source.slice(node.position.start.offset, node.position.end.offset)
  if (!TAGS.test(source))
    return [node]
  reading.left.push({ words: source, reason: REASONS.tags, position: node.position })
  return []
}
