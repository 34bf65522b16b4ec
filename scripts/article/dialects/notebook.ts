import type { Blockquote, Paragraph, Parents, PhrasingContent, RootContent, Text } from 'mdast'
import type { Reading } from './reading.ts'
import { toString } from 'mdast-util-to-string'
import { escapedIn, REASONS, without } from './reading.ts'

/** The head of a box (Obsidian, “Callouts”; GitHub, “Alerts”). */
const CALLOUT = /^\[![a-z][\w-]*(?:\|[^\]\n]*)?\][+-]?[ \t]*/i
/** A block's own name, for links to it (Obsidian, “Link to a block in a note”). */
const BLOCK_NAME = /^\^[a-z\d][a-z\d-]+$/i
const LAST_WORD = /(?<!\S)\S+$/

/** A word that is a tag (Obsidian, “Tags”): it has no digits only. */
function isTag(word: string): boolean {
  return /^#[\p{L}\p{N}_/-]+$/u.test(word) && /[^#\d]/.test(word)
}

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
  const isFilled = (children: PhrasingContent[]): boolean =>
    toString({ type: 'paragraph', children }).trim() !== '' || children.some(({ type }) => type === 'image')
  return [...[title, body].filter(isFilled).map(paragraphOf), ...rest]
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
  const start = children.find(child => child.position)?.position?.start
  const end = children.findLast(child => child.position)?.position?.end
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
  for (;;) {
    const words = last.value.slice(0, end).trimEnd()
    const at = words.search(LAST_WORD)
    const word = words.slice(at)
    const isGone = BLOCK_NAME.test(word) || (parent.type === 'heading' && isTag(word))
    if (!isGone || isEscaped(at) || (at === 0 && nodes.length === 1) || !/\s/.test(words[at - 1] ?? ' '))
      break
    if (isTag(word))
      reading.left.push({ words: word, reason: REASONS.tags, position: last.position })
    end = words.slice(0, at).trimEnd().length
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
  const words = source.trim().split(/\s+/)
  // One alone is taken for a heading whose author has left out a space.
  if (words.length < 2 || !words.every(isTag))
    return [node]
  reading.left.push({ words: source, reason: REASONS.tags, position: node.position })
  return []
}
