import type { Nodes, Text } from 'mdast'
import type { Step } from './align.ts'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { align, follow } from './align.ts'
import { positionOf } from './places.ts'

/** A block's words without markup, and the way to cut pieces from them. */
export interface FlatText {
  text: string
  /** From a range of the text to a text node with its place in the article. */
  slice: (from: number, to: number) => Text
  /** The same, with soft breaks kept in the value: a node to be flattened again. */
  raw: (from: number, to: number) => Text
}

/**
 * Flattens a block's phrasing content. Soft breaks become a space, or nothing next to a Chinese character (CLREQ 3.1).
 *
 * @param node a block of phrasing content, or a leaf
 * @param place the article's places
 * @returns the text and its slicer
 */
export function flatText(node: Nodes, place: Places): FlatText {
  let raw = ''
  const toArticle: Step[] = []
  for (const leaf of leaves(node)) {
    const value = leaf.type === 'break' ? '\n' : toString(leaf, { includeHtml: true })
    const start = leaf.position?.start.offset ?? 0
    toArticle.push(...align(value, place.source.slice(start, leaf.position?.end.offset ?? start)).map(({ at, to }) => ({ at: raw.length + at, to: start + to })))
    raw += value
  }
  let text = ''
  const toRaw: Step[] = []
  let from = 0
  for (const match of raw.matchAll(/[\r\n\u2028\u2029](?:[ \t\u3000]*[\r\n\u2028\u2029])*[ \t\u3000]*|$/g)) {
    const end = match[0] === '' ? match.index : from + raw.slice(from, match.index).replace(TRAILING_SPACE, '').length
    toRaw.push({ at: text.length, to: from })
    text += raw.slice(from, end)
    from = match.index + match[0].length
    if (match[0] !== '' && needsSpace(raw[end - 1], raw[from]))
      text += ' '
  }
  const offset = (index: number): number => follow(toArticle, Math.min(follow(toRaw, index), raw.length))
  const piece = (value: string, start: number, end: number): Text => ({
    type: 'text',
    value,
    position: positionOf(offset(start), end > start ? offset(end - 1) + 1 : offset(start), place),
  })
  return {
    text,
    slice: (start, end) => piece(text.slice(start, end), start, end),
    raw: (start, end) => piece(raw.slice(follow(toRaw, start), end > start ? follow(toRaw, end - 1) + 1 : follow(toRaw, start)), start, end),
  }
}

/**
 * Cuts a text into pieces that, joined, are the text.
 *
 * @param flat a block's words
 * @param split a splitter whose pieces are the text when joined
 * @returns a text node for each piece, with its place
 */
export function cut(flat: FlatText, split: (text: string) => string[]): Text[] {
  let from = 0
  return split(flat.text).map((piece) => {
    const node = flat.slice(from, from + piece.length)
    from += piece.length
    return node
  })
}

/** Looked for from the line's end, where a run of spaces inside it costs nothing. */
const TRAILING_SPACE = /(?<![ \t\u3000])[ \t\u3000]+$/

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2014\u2018-\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]/u

function needsSpace(before = ' ', after = ' '): boolean {
  return !/\s/.test(before) && !/\s/.test(after) && !(WIDE.test(before) || WIDE.test(after))
}

/**
 * Whether a node is an HTML comment: a note to whoever edits the article, and none of its words.
 *
 * @param node any node
 * @returns true for `<!-- … -->` and nothing else
 */
export function isComment(node: Nodes): boolean {
  return node.type === 'html' && /^\s*<!--(?:(?!-->).)*-->\s*$/s.test(node.value)
}

/** What holds a block's words. A picture's description is no part of the text round it. */
function* leaves(node: Nodes): Generator<Nodes> {
  if ('children' in node) {
    for (const child of node.children)
      yield* leaves(child)
  }
  else if (node.type !== 'image' && !isComment(node)) {
    yield node
  }
}
