import type { Clause, Clauses, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { apart, plain, sizeOf, spanOf, withStrong } from '../../structures/alike.ts'
import { goesOn } from '../../structures/structure.ts'

/** Marks of rungs: the first rung's, the ones between, and the last one's where it climbs. */
interface Marks { first: RegExp, next: RegExp, fewest: number, strength: number, over?: true }

/** A rung that climbs: 甚至, 乃至, even. With one, two rungs are a ladder. */
const CLIMBS = /^(?:有的人?|有些人?|有人|一些人?|还|也)?(?:甚至|乃至)|^(?:but |and )?(?:\w+ ){0,2}even\b/i
const MARKS: readonly Marks[] = [
  { first: /^有的人?(?!放矢|是|时候)/, next: /^还?有的人?(?!放矢)/, fewest: 3, strength: 0.9, over: true },
  { first: /^有些人?(?!时候)/, next: /^还?有些人?|^有的人?/, fewest: 3, strength: 0.9, over: true },
  { first: /^有人/, next: /^(?:也|还)?有人|^甚至有人/, fewest: 3, strength: 0.88, over: true },
  {
    first: /^[^，。；]{0,8}?(?:不仅|不但|不只|不光)/,
    next: /^(?:[还也更]|而且|甚至|乃至|并且)(?!有人|就是)/,
    fewest: 3,
    strength: 0.9,
  },
  { first: /^[^，。；]{0,8}?小到/, next: /^大到/, fewest: 2, strength: 0.85 },
  {
    first: /^some\b(?! of (?:it|the))/i,
    next: /^(?:and )?(?:still |yet )?(?:others?|some)\b/i,
    fewest: 3,
    strength: 0.88,
    over: true,
  },
  { first: /^(?:.{0,40}?\b)?not (?:only|just|merely)\b/i, next: /^(?:but|and)\b/i, fewest: 3, strength: 0.88 },
]
/** A rung is a clause or two. */
const LONGEST_RUNG = 3
const LONGEST_OVER = 40

/**
 * Finds clauses that climb: 有的…，有的…，有的甚至…; 不仅…，还…，甚至…
 * (《现代汉语八百词》: 甚至 marks the last and highest of a row), some … others … still others.
 * Two rungs are a ladder only where the second climbs.
 *
 * @param passage one paragraph
 * @returns the ladders in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  return apart(read.clauses.flatMap((_, at) => MARKS.flatMap(marks => ladderAt(read, at, marks) ?? [])))
}

function ladderAt(passage: Clauses, at: number, marks: Marks): Structure | undefined {
  const { text, clauses } = passage
  if (!marks.first.test(clauses[at]!.words) || (marks.first.test(clauses[at - 1]?.words ?? '') && marks.over))
    return undefined
  const starts = [at]
  for (let index = at + 1; index <= Math.min(starts.at(-1)! + LONGEST_RUNG, clauses.length - 1); index++) {
    if (isNear(clauses, at, index, starts) && marks.next.test(clauses[index]!.words))
      starts.push(index)
  }
  const last = clauses[starts.at(-1)!]!
  const climbs = starts.length > 1 && (CLIMBS.test(last.words) || /^.{0,4}甚至/.test(last.words))
  const isAsked = /[？?]/.test(text.slice(clauses[at]!.start, last.end + 1))
  if (starts.length < (climbs ? 2 : marks.fewest) || starts.length > 6 || isAsked)
    return undefined
  const spans = starts.map((start, index) => rungOf(passage, start, starts[index + 1], longestOf(starts)))
  const strongs = spans.map(span => isOne(clauses, span) ? afterMark(clauses, span, marks) : undefined)
  const members = withStrong(text, spans, strongs)
  const over = marks.over ? before(clauses, at) : undefined
  return { strength: marks.strength + (climbs ? 0.03 : 0), ...(over && { over }), members }
}

/** Rungs stand in one sentence, or each begins one. */
function isNear(clauses: readonly Clause[], at: number, index: number, starts: readonly number[]): boolean {
  const [first, clause] = [clauses[at]!, clauses[index]!]
  if (clause.sentence === first.sentence)
    return true
  const begins = clauses[index - 1]!.sentence !== clause.sentence
  return begins && clause.sentence === clauses[starts.at(-1)!]!.sentence + 1
}

/** How many clauses the longest rung has, the last one apart. */
function longestOf(starts: readonly number[]): number {
  return Math.max(1, ...starts.slice(1).map((start, index) => start - starts[index]!))
}

/** A rung goes as far as the next one; the last is as long as the others, and ends with its sentence or at ；. */
function rungOf(passage: Clauses, start: number, next: number | undefined, longest: number): Span {
  const { clauses } = passage
  if (next !== undefined)
    return spanOf(clauses[start]!, clauses[next - 1])
  let end = start
  while (end - start + 1 < longest && goesOn(passage, end))
    end++
  return spanOf(clauses[start]!, clauses[end])
}

function isOne(clauses: readonly Clause[], span: Span): boolean {
  return clauses.some(({ start, end }) => start === span.start && end === span.end)
}

function afterMark(clauses: readonly Clause[], span: Span, marks: Marks): Span {
  const { words } = clauses.find(({ start }) => start === span.start)!
  const lengths = [CLIMBS, marks.next, marks.first].map(mark => mark.exec(words)?.[0].length ?? 0)
  const length = lengths.find(found => found > 0) ?? 0
  return { start: span.start + length, end: span.end }
}

/** Of what the rungs are: the clause right before the first, in the same sentence. */
function before(clauses: readonly Clause[], at: number): Span | undefined {
  const clause = clauses[at - 1]
  if (!clause || clause.sentence !== clauses[at]!.sentence)
    return undefined
  const size = sizeOf(clause.words)
  return size >= 3 && size <= LONGEST_OVER ? spanOf(clause) : undefined
}
