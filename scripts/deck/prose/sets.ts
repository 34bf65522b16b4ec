import type { Clause, Clauses, Span } from '../structures/structure.ts'
import type { Layout } from '../types.ts'
import type { Found } from './found.ts'
import type { Prose } from './voices.ts'
import { piecesOf, spanOf } from '../structures/alike.ts'
import { isWithin, overlaps } from './spans.ts'

/** Members that say one thing together, in order: a slide shows all of them, or none. */
export type MemberSet = readonly Span[]

/** Structures whose members belong together, drawn or not. What is counted, 一是…, may be told one after the other. */
const TOGETHER: ReadonlySet<Layout> = new Set<Layout>(['parallel', 'ladder', 'bars', 'contrast', 'both'])
/** A pair that is less plain may be taken apart. */
const PLAIN_PAIR = 0.64
const FEWEST = 3
/** 公卫随访一个，…: a member that says how many at its end. */
const COUNTS = /[\d一二三四五六七八九十百两几]\p{Script=Han}{1,2}$/u
/** 有的是…。还有的是…. */
const SOME = /^(?:还|也)?有(?:的|些)(?!放矢|时候)/

/**
 * Finds what belongs together in a text: the members of its structures, what stands behind ： in short clauses that
 * count, three pieces or more that ； parts, sentences that begin with 有的.
 *
 * @param prose sentences under one heading
 * @param found its structures
 * @returns the sets, by where they begin
 */
export function setsIn(prose: Prose, found: readonly Found[]): MemberSet[] {
  const drawn = found.flatMap(({ layout, structure: { members, strength } }) =>
    TOGETHER.has(layout) && (members.length >= FEWEST || strength >= PLAIN_PAIR) ? [members] : [])
  const kinds = [countedIn, partedIn, someIn]
  const told = prose.voices.flatMap(({ clauses }) => kinds.flatMap(kind => kind({ text: prose.text, clauses })))
  return [...drawn, ...told].sort(([one], [other]) => one!.start - other!.start)
}

/** A row of clauses in one sentence of which all but the last end in a count. */
function countedIn(passage: Clauses): MemberSet[] {
  return piecesOf(passage, 'sentences').flatMap((own) => {
    const at = own.findIndex(({ start }, index) =>
      index > 0 && passage.text.slice(own[index - 1]!.end, start).includes('：'))
    const members = at < 0 ? [] : own.slice(at)
    const isRow = members.length >= FEWEST && members.slice(0, -1).every(({ words }) => COUNTS.test(words))
    return isRow ? [members] : []
  })
}

/** Pieces of one sentence. */
function partedIn(passage: Clauses): MemberSet[] {
  const pieces = piecesOf(passage, 'semicolons')
  return piecesOf(passage, 'sentences').flatMap(([first]) => {
    const own = pieces.filter(([clause]) => clause!.sentence === first!.sentence)
    return own.length >= FEWEST ? [own.map(allOf)] : []
  })
}

/** Sentences in a row, each of some. */
function someIn(passage: Clauses): MemberSet[] {
  const sets: Clause[][][] = [[]]
  for (const sentence of piecesOf(passage, 'sentences')) {
    if (SOME.test(sentence[0]!.words))
      sets.at(-1)!.push(sentence)
    else
      sets.push([])
  }
  return sets.filter(set => set.length >= FEWEST).map(set => set.map(allOf))
}

function allOf(clauses: readonly Clause[]): Span {
  return spanOf(clauses[0]!, clauses.at(-1))
}

/**
 * Whether a headline stands in one member of a set, and what is below it in another.
 *
 * @param sets what belongs together
 * @param headline what heads the slide
 * @param spans what is below it
 */
export function crosses(sets: readonly MemberSet[], headline: Span, spans: readonly Span[]): boolean {
  return sets.some(set => set.some(own => overlaps(own, headline)
    && set.some(other => other !== own && !overlaps(other, headline) && spans.every(span => isWithin(span, other)))))
}

/**
 * Whether what a slide shows tears a set: some of its members, and not all. One alone is not torn off where the slide
 * is of that member: its headline and more of it.
 *
 * @param set the members
 * @param headline what heads the slide
 * @param points what stands below it
 */
export function isTorn(set: MemberSet, headline: Span | undefined, points: readonly Span[]): boolean {
  const shown = headline ? [headline, ...points] : points
  const touched = set.filter(member => shown.some(one => overlaps(one, member)))
  if (touched.length === 0 || touched.length === set.length)
    return false
  const isOfOne = touched.length === 1 && headline !== undefined && overlaps(headline, touched[0]!)
  return !isOfOne
}
