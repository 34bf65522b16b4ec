import type { Nodes, PhrasingContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { Mark } from './mark-edges.ts'
import { toString } from 'mdast-util-to-string'
import { marked } from './mark-edges.ts'

/** A leaf of phrasing content at its place in a text, and the marks that it stands in, the outermost first. */
export interface Run { from: number, to: number, leaf: PhrasingContent, marks: readonly Mark[] }

declare module 'mdast' {
  interface TextData {
    /** The same words with what their author marked; without it they are plain. */
    phrasing?: PhrasingContent[]
  }
}

const MARKS: ReadonlySet<string> = new Set<Mark['type']>([
  'delete',
  'emphasis',
  'link',
  'strong',
  'subscript',
  'superscript',
])

/**
 * Whether a node is a mark round words.
 *
 * @param node any node
 * @returns true for emphasis and its like
 */
export function isMark(node: Nodes): node is Mark {
  return MARKS.has(node.type)
}

/**
 * The words of a leaf. A hard break is a line's end.
 *
 * @param leaf a node without children
 * @returns its text
 */
export function wordsOf(leaf: Nodes): string {
  return leaf.type === 'break' ? '\n' : toString(leaf, { includeHtml: true, includeImageAlt: false })
}

/**
 * The leaves of phrasing content.
 *
 * @param children phrasing content
 * @param from where its text begins
 * @param marks the marks that it stands in
 * @returns a run for each leaf, in order
 */
function runsOf(children: readonly PhrasingContent[], from = 0, marks: readonly Mark[] = []): Run[] {
  let at = from
  return children.flatMap((node): Run[] => {
    const leaf = (): Run[] => [{ from: at, to: at + wordsOf(node).length, leaf: node, marks }]
    const runs = isMark(node) ? runsOf(node.children, at, [...marks, node]) : leaf()
    at = runs.at(-1)?.to ?? at
    return runs
  })
}

/** A text's runs are asked for with each of its pieces. */
const RUNS = new WeakMap<readonly PhrasingContent[], readonly Run[]>()

/** The leaves of what an author marked in a text. */
function runsIn(phrasing: readonly PhrasingContent[]): readonly Run[] {
  const runs = RUNS.get(phrasing) ?? runsOf(phrasing)
  RUNS.set(phrasing, runs)
  return runs
}

/**
 * Cuts a range from runs. Marks that it tears end and begin at its edges.
 *
 * @param runs the leaves of a text, in order
 * @param from the range's first character
 * @param to the character after its last
 * @param place where a range of the text stands in the article, for the leaves' positions; without it they have none
 * @returns phrasing content with the range's words; nothing where none of them is marked
 */
export function cutRuns(
  runs: readonly Run[],
  from: number,
  to: number,
  place?: PlaceOf,
): PhrasingContent[] | undefined {
  const isEmptyInside = (at: number): boolean => at > from && at <= to
  const own = runsBetween(runs, from, to)
    .filter(run => run.from === run.to ? isEmptyInside(run.from) : run.from < to && run.to > from)
  if (own.every(({ leaf, marks }) => leaf.type === 'text' && marks.length === 0))
    return undefined
  return nest(own.map(run => cutRun(run, Math.max(from, run.from), Math.min(to, run.to), place)), 0)
}

/** The runs that a range may touch: a text is cut into thousands of pieces, and each has few of its runs. */
function runsBetween(runs: readonly Run[], from: number, to: number): readonly Run[] {
  return runs.slice(firstWhere(runs, run => run.to >= from), firstWhere(runs, run => run.from > to))
}

/** The first run of which something is so, that is so of all after it: found by halves. */
function firstWhere(runs: readonly Run[], isSo: (run: Run) => boolean): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(runs[middle]!))
      high = middle
    else
      low = middle + 1
  }
  return low
}

/** Where a range of a text stands in the article. */
type PlaceOf = (from: number, to: number) => Position | undefined

function cutRun(cut: Run, from: number, to: number, place?: PlaceOf): Run {
  const { leaf: { position: _, ...leaf }, marks, ...run } = cut
  const position = place?.(from, to)
  const isCut = 'value' in leaf && to - from < run.to - run.from
  const value = isCut ? { value: leaf.value.slice(from - run.from, to - run.from) } : {}
  return { from, to, leaf: { ...leaf, ...value, ...(position && { position }) } as PhrasingContent, marks }
}

/** Puts leaves back into their marks: those in a row that share one stand in one. */
function nest(runs: readonly Run[], depth: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (let start = 0; start < runs.length;) {
    const mark = runs[start]!.marks[depth]
    const end = mark ? endOf(runs, start, depth) : start + 1
    const inside = runs.slice(start, end)
    nodes.push(...(mark ? marked(mark, nest(inside, depth + 1)) : inside.map(({ leaf }) => leaf)))
    start = end
  }
  return nodes
}

/** The first run behind one that does not share its mark. */
function endOf(runs: readonly Run[], start: number, depth: number): number {
  let end = start + 1
  while (end < runs.length && runs[end]!.marks[depth] === runs[start]!.marks[depth])
    end++
  return end
}

/**
 * A text whose code in lines and formulas are letters: in them a full stop ends no sentence, a comma no clause.
 *
 * @param text the words
 * @param runs their leaves
 * @returns a text of the same length, to look for sentences and clauses in
 */
export function maskRuns(text: string, runs: readonly Run[]): string {
  let masked = ''
  let at = 0
  for (const { from, to, leaf } of runs) {
    if (leaf.type === 'inlineCode' || leaf.type === 'inlineMath' || (leaf as Nodes).type === 'math') {
      masked += text.slice(at, from) + 'x'.repeat(to - from)
      at = to
    }
  }
  return masked + text.slice(at)
}

/**
 * A part of a text. Within a text's own words places are counted from its beginning.
 *
 * @param text a text, with its place and marks where it has them
 * @param from the first character
 * @param to the character after the last; without it, all that follows
 * @returns the part, with its place and marks
 */
export function partOf(text: Text, from: number, to = text.value.length): Text {
  const phrasing = text.data?.phrasing && cutRuns(runsIn(text.data.phrasing), from, to)
  const { start } = text.position ?? {}
  const at = (index: number): Position['start'] => {
    const offset = start!.offset !== undefined && { offset: start!.offset + index }
    return { ...start!, column: start!.column + index, ...offset }
  }
  return {
    type: 'text',
    value: text.value.slice(from, to),
    ...(start && { position: { start: at(from), end: at(to) } }),
    ...(phrasing && { data: { phrasing } }),
  }
}

/**
 * A text with letters for its code and formulas.
 *
 * @param text a text
 * @returns its words, to look for sentences and clauses in
 */
export function maskedText({ value, data }: Text): string {
  return data?.phrasing ? maskRuns(value, runsIn(data.phrasing)) : value
}
