import type { Nodes, PhrasingContent, Text } from 'mdast'
import type { Step } from './align.ts'
import type { Mark } from './mark-edges.ts'
import type { Run } from './marks.ts'
import type { Places } from './places.ts'
import { align, follow } from './align.ts'
import { cutRuns, isMark, maskRuns, wordsOf } from './marks.ts'
import { shifted } from './nodes.ts'
import { positionOf } from './places.ts'
import { needsSpace } from './spacing.ts'

/** A block's words without markup, and the way to cut pieces from them. */
export interface FlatText {
  text: string
  /** The same, with letters for code and formulas: in them nothing is parted. */
  masked: string
  /** From a range of the text to a text node with its place in the article, and with what its author marked. */
  slice: (from: number, to: number) => Text
  /** The same, with soft breaks kept in the value: a node to be flattened again. */
  raw: (from: number, to: number) => Text
}

/**
 * A line's end that stays, while the others are taken out. No text has this control character: `dropInvisible` sees to
 * that.
 */
const KEPT_END = '\v'
/** Leaves whose lines stay lines. */
const LINED: ReadonlySet<string> = new Set(['break', 'code', 'math'])
/** Line ends of code that are not as Markdown writes them. */
const OTHER_ENDS = /\r\n?|[\u2028\u2029]/g

/**
 * Flattens a block's phrasing content. Soft breaks become a space, or nothing next to a Chinese character (CLREQ 3.1)
 * unless it is beside a foreign word, and the author sets spaces there; hard breaks stay.
 *
 * @param node a block of phrasing content, or a leaf
 * @param place the article's places
 * @returns the text and its slicer
 */
export function flatText(node: Nodes, place: Places): FlatText {
  let raw = ''
  const toArticle: Step[] = []
  const leaves: Run[] = []
  for (const { leaf: own, marks } of leavesOf(node, [])) {
    const isLined = LINED.has(own.type) && 'value' in own
    const leaf = isLined ? { ...own, value: own.value.replace(OTHER_ENDS, '\n') } as Nodes : own
    const value = wordsOf(leaf)
    const start = leaf.position?.start.offset ?? 0
    const steps = align(value, place.source.slice(start, leaf.position?.end.offset ?? start))
    toArticle.push(...steps.map(({ at, to }) => ({ at: raw.length + at, to: start + to })))
    leaves.push({ from: raw.length, to: raw.length + value.length, leaf: leaf as PhrasingContent, marks })
    raw += LINED.has(leaf.type) ? value.replaceAll('\n', KEPT_END) : value
  }
  const { text, toRaw } = withoutSoftBreaks(raw, place)
  const runs = leaves.map((run): Run => {
    const [from, to] = [back(toRaw, run.from, text), back(toRaw, run.to, text)]
    return withValue({ ...run, from, to }, text)
  })
  const rawRuns = leaves.map(run => withValue(run, raw))
  const rawIndex = (index: number): number => Math.min(follow(toRaw, index), raw.length)
  const inRaw = (from: number, to: number): [number, number] =>
    [rawIndex(from), to > from ? rawIndex(to - 1) + 1 : rawIndex(from)]
  const position = (from: number, to: number): Text['position'] => {
    const start = follow(toArticle, from)
    return positionOf(start, to > from ? follow(toArticle, to - 1) + 1 : start, place)
  }
  const piece = (words: string, own: Run[], [from, to]: [number, number], at: typeof position): Text => {
    const phrasing = cutRuns(own, from, to, at)
    const value = words.slice(from, to).replaceAll(KEPT_END, '\n')
    return { type: 'text', value, position: at(from, to), ...(phrasing && { data: { phrasing } }) }
  }
  const shown = text.replaceAll(KEPT_END, '\n')
  return {
    text: shown,
    masked: maskRuns(shown, runs),
    slice: (from, to) => piece(text, runs, [from, to], (start, end) => position(...inRaw(start, end))),
    raw: (from, to) => piece(raw, rawRuns, inRaw(from, to), position),
  }
}

/** A text whose soft breaks are a space or nothing, and the way from its places to those before. */
function withoutSoftBreaks(raw: string, place: Places): { text: string, toRaw: Step[] } {
  let text = ''
  const toRaw: Step[] = []
  let from = 0
  for (const match of raw.matchAll(/[\r\n\u2028\u2029](?:[ \t\u3000]*[\r\n\u2028\u2029])*[ \t\u3000]*|$/g)) {
    const end = match[0] === '' ? match.index : from + raw.slice(from, match.index).replace(TRAILING_SPACE, '').length
    toRaw.push({ at: text.length, to: from })
    text += raw.slice(from, end)
    from = match.index + match[0].length
    if (match[0] !== '' && needsSpace(raw[end - 1] ?? ' ', raw[from] ?? ' ', place.spacing))
      text += ' '
  }
  return { text, toRaw }
}

/** The way back: the first place of a text that stands at an index before, or after it. */
function back(toRaw: Step[], index: number, text: string): number {
  const next = toRaw.findIndex(({ to }) => to > index)
  const step = toRaw[(next < 0 ? toRaw.length : next) - 1]!
  return Math.min(step.at + index - step.to, next < 0 ? text.length : toRaw[next]!.at)
}

/**
 * A run whose words are those of a text: code and formulas in a line may go over its end, and raw HTML, which is
 * nobody's markup, is text too.
 */
function withValue(run: Run, text: string): Run {
  const { from, to, leaf } = run
  if (leaf.type === 'inlineCode' || leaf.type === 'inlineMath')
    return { ...run, leaf: { ...leaf, value: text.slice(from, to) } }
  if (leaf.type !== 'text' && leaf.type !== 'html')
    return run
  const place = leaf.position && { position: leaf.position }
  return { ...run, leaf: { type: 'text', value: text.slice(from, to), ...place } }
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
  return split(flat.masked).map((piece) => {
    const node = flat.slice(from, from + piece.length)
    from += piece.length
    return node
  })
}

/** Looked for from the line's end, where a run of spaces inside it costs nothing. */
const TRAILING_SPACE = /(?<![ \t\u3000])[ \t\u3000]+$/

/**
 * Whether a node is an HTML comment: a note to whoever edits the article, and none of its words.
 *
 * @param node any node
 * @returns true for `<!-- … -->` and nothing else
 */
export function isComment(node: Nodes): boolean {
  return node.type === 'html' && /^\s*<!--(?:(?!-->).)*-->\s*$/s.test(node.value)
}

/**
 * What holds a block's words, and the marks that it stands in. A picture's description is no part of the text round it.
 */
function* leavesOf(node: Nodes, marks: readonly Mark[]): Generator<{ leaf: Nodes, marks: readonly Mark[] }> {
  if (node.type === 'superscript' || node.type === 'subscript') {
    const value = shifted(node)
    if (value !== undefined) {
      yield { leaf: { type: 'text', value, ...(node.position && { position: node.position }) }, marks }
      return
    }
  }
  if ('children' in node) {
    for (const child of node.children)
      yield* leavesOf(child, isMark(node) ? [...marks, node] : marks)
  }
  else if (node.type !== 'image' && !isComment(node)) {
    yield { leaf: node, marks }
  }
}
