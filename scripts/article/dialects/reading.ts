import type { Nodes, Parents, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Kind } from '../html/unseen-kinds.ts'
import type { Places } from '../places.ts'
import { toString } from 'mdast-util-to-string'
import { hasWords } from '../../language/marks.ts'
import { wording } from '../../messages/wording.ts'
import { align, follow, sliceText } from '../align.ts'
import { KINDS } from '../html/unseen-kinds.ts'
import { leaveOut } from '../left-out.ts'
import { placesOf, positionOf } from '../places.ts'

/** What the steps of reading a dialect share. */
export interface Reading {
  file: VFile
  place: Places
  /** Names for notes that have none. */
  nextName: () => string
  /** Words that are no text. */
  left: Left[]
}

interface Left { words: string, reason: Kind, position?: Position | undefined }

/**
 * Begins to read an article.
 *
 * @param tree the article
 * @param file takes the messages
 * @returns what the steps share
 */
export function readingOf(tree: Root, file: VFile): Reading {
  const taken = new Set<string>()
  const look = (node: Nodes): void => {
    if ('identifier' in node)
      taken.add(node.identifier)
    if ('children' in node)
      node.children.forEach(look)
  }
  look(tree)
  let count = 0
  const nextName = (): string => {
    do
      count++
    while (taken.has(`note-${count}`))
    return `note-${count}`
  }
  return { file, place: placesOf(file), nextName, left: [] }
}

/** The reasons that signs of programs give. */
export const REASONS = {
  comment: { one: wording('left-comment'), first: count => wording('left-comments', { count }) },
  sign: { one: wording('left-sign') },
  setting: { one: wording('left-setting') },
  hidden: KINDS.hidden,
  made: KINDS.contents,
  deleted: { one: wording('left-edited'), first: count => wording('left-edits', { count }) },
  code: { one: wording('left-code'), first: count => wording('left-codes', { count }) },
  contents: { one: wording('left-contents-place') },
  component: { one: wording('left-component'), first: count => wording('left-components', { count }) },
  abbreviation: {
    one: wording('left-abbreviation'),
    first: count => wording('left-abbreviations', { count }),
    advice: wording('left-abbreviation-advice'),
  },
  tags: { one: wording('left-tags'), first: count => wording('left-many-tags', { count }) },
  file: {
    one: wording('left-file'),
    first: count => wording('left-files', { count }),
    advice: wording('left-file-advice'),
  },
  properties: {
    one: wording('left-properties'),
    first: () => wording('left-properties'),
    advice: wording('left-properties-advice'),
  },
} satisfies Record<string, Kind>

/**
 * Leaves out the words that have been found to be no text, in their order, and says so once for each reason.
 *
 * @param reading what has been found
 */
export function tellLeft({ file, left }: Pick<Reading, 'file' | 'left'>): void {
  const start = ({ position }: Left): number => position?.start.offset ?? 0
  const all = [...left].sort((one, other) => start(one) - start(other))
  const told = new Set<Kind>()
  const counts = new Map<Kind, number>()
  for (const { reason } of all)
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  for (const { words, reason, position } of all) {
    const { one, first, advice } = reason
    const isFirst = first !== undefined && hasWords(words) && !told.has(reason)
    const count = counts.get(reason)!
    if (isFirst)
      told.add(reason)
    const rule = { ruleId: 'unseen' as const, place: position, ...(advice !== undefined && { advice }) }
    leaveOut(file, words, isFirst && count > 1 ? first(count) : one, isFirst ? rule : undefined)
  }
}

/**
 * The words of nodes, a line for each.
 *
 * @param nodes any nodes
 */
export function wordsOfAll(nodes: readonly Nodes[]): string {
  return nodes.map(node => toString(node)).filter(words => words.trim() !== '').join('\n')
}

/**
 * A piece of a mark as a text at its own place.
 *
 * @param mark a node whose value is its source
 * @param mark.value its source
 * @param mark.position its place
 * @param from where in it the words begin
 * @param to where they end
 * @param place the article's places
 */
export function textIn(
  { value, position }: { value: string, position?: Position | undefined },
  from: number,
  to: number,
  place: Places,
): Text {
  const start = position!.start.offset!
  return { type: 'text', value: value.slice(from, to), position: positionOf(start + from, start + to, place) }
}

/**
 * A text without some of its ranges.
 *
 * @param node the text
 * @param ranges what goes, in order and apart
 * @param place the article's places
 * @returns what is left, in pieces that are not empty
 */
export function without(node: Text, ranges: readonly (readonly [from: number, to: number])[], place: Places): Text[] {
  const edges = [0, ...ranges.flat(), node.value.length]
  const pieces: Text[] = []
  for (let index = 0; index < edges.length; index += 2) {
    if (edges[index + 1]! > edges[index]!)
      pieces.push(sliceText(node, edges[index]!, edges[index + 1]!, place))
  }
  return pieces
}

/**
 * A test whether a character of a text is escaped in the article, by a backslash or a reference: then its author means
 * the character.
 *
 * @param node the text
 * @param place the article's places
 * @returns a test of an index in the text
 */
export function escapedIn(node: Text, place: Places): (index: number) => boolean {
  if (!node.position)
    return () => false
  const start = node.position.start.offset!
  const steps = align(node.value, place.source.slice(start, node.position.end.offset))
  return (index) => {
    const at = start + follow(steps, index)
    return place.source[at] !== node.value[index] || (place.source[at - 1] === '\\' && at > start)
  }
}

/**
 * Changes the children of all nodes, the innermost first.
 *
 * @param node where to begin
 * @param change from a parent to its new children
 */
export function changeAll(node: Nodes, change: (parent: Parents) => RootContent[]): void {
  if (!('children' in node))
    return
  for (const child of node.children)
    changeAll(child, change)
  node.children = change(node) as never
}

/**
 * Whether a node holds blocks of any kind.
 *
 * @param node any node
 * @param node.type its type
 */
export function isFlow({ type }: Nodes): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'
}
