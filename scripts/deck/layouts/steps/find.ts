import type { Clause, Clauses, FindStructures, Member, Span, Structure } from '../../structures/structure.ts'
import { chineseValue } from '../../../language/numerals.ts'
import { readOrdinal } from '../../../outline/ordinals.ts'
import { apart, sizeIn, sizeOf, spanOf } from '../../structures/alike.ts'
import { goesOn } from '../../structures/structure.ts'

/** An ordinal: the clause at whose head it stands, or behind whose ： it does. */
interface Step extends Ordinal { clause: number, start: number }

/** How an item is counted, and how many characters of that the list's own number says: 1. of 1.先关电源. */
interface Ordinal { run: string, value: number, mark: number }

/** 首先 and 最后 are said of much; 一是 and 二是 only of a list. */
const FEWEST: Readonly<Record<string, number>> = { 首先: 3 }
/** How many sentences a step may have before the next one begins. */
const FARTHEST = 4
const LONGEST_POINT = 26
const LONGEST_OVER = 45
const IN_BRACKETS = /^[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[）)](?=[\p{L}\p{N}“])/u
/** Numbers as they are typed before an item, by their form (GB/T 15834—2011, annex B.2): a decimal is none. */
const TYPED: readonly (readonly [run: string, form: RegExp])[] = [
  ['1.', /^(\d{1,2})[.．](?!\d)\s*(?=[\p{L}\p{N}“])/u],
  ['1、', /^(\d{1,2})、(?=[\p{L}“])/u],
  ['1）', /^(\d{1,2})[)）]\s*(?=[\p{L}“])/u],
  ['①', /^([①-⑳])\s*(?=[\p{L}\p{N}“])/u],
]
const OTHER_NUMERAL = /^第([一二三四五六七八九十])(?:[：:、是]|要(?!素))/
/** An ordinal before a comma is no clause by itself. */
const ORDINAL_ALONE = /^(?:第?[一二三四五六七八九十]|首先|其次|再次|最后|再者|然后|[（(].{1,3}[）)]\d+年)$/

/**
 * Finds what an author has counted: 一是…；二是…, 第一，…。第二，…, （一）, 首先…其次…最后…, First … Second …
 * (GB/T 15834—2011, 4.5 to 4.8 on marks after ordinals; Quirk et al. 8.137, listing conjuncts).
 * A step goes on to the end of its sentence, or to the next one's beginning; strong is its first clause.
 *
 * @param passage one paragraph
 * @returns the runs in order
 */
export const find: FindStructures = (passage) => {
  const steps = passage.clauses.flatMap((_, at) => stepAt(passage, at) ?? [])
  return apart(steps.flatMap((first, at) => first.value === 1 ? runFrom(passage, steps.slice(at)) ?? [] : []))
}

function stepAt(passage: Clauses, at: number): Step | undefined {
  const clause = passage.clauses[at]!
  const colon = /^[^：:]*[：:]\s*/.exec(clause.words)?.[0].length ?? 0
  for (const from of colon > 0 && colon < clause.words.length ? [0, colon] : [0]) {
    const found = ordinalOf(passage.text.slice(clause.start + from, endOfSentence(passage, at)))
    if (found)
      return { clause: at, start: clause.start + from, ...found }
  }
  return undefined
}

function ordinalOf(words: string): Ordinal | undefined {
  for (const [run, form] of TYPED) {
    const [typed, numeral] = form.exec(words) ?? []
    if (typed !== undefined)
      return { run, value: valueOf(numeral!), mark: typed.length }
  }
  const bracket = IN_BRACKETS.exec(words)?.[1]
  if (bracket !== undefined)
    return { run: '（一）', value: valueOf(bracket), mark: 0 }
  const numeral = OTHER_NUMERAL.exec(words)?.[1]
  if (numeral !== undefined)
    return { run: '第一', value: chineseValue(numeral), mark: 0 }
  const ordinal = readOrdinal(words)
  return ordinal && { run: ordinal.run, value: ordinal.value, mark: 0 }
}

function valueOf(numeral: string): number {
  const digits = numeral.normalize('NFKC')
  return /^\d/.test(digits) ? Number(digits) : chineseValue(numeral)
}

function endOfSentence({ clauses }: Clauses, at: number): number {
  return clauses.findLast(({ sentence }) => sentence === clauses[at]!.sentence)!.end
}

function runFrom(passage: Clauses, steps: readonly Step[]): Structure | undefined {
  const { clauses } = passage
  const run: Step[] = [steps[0]!]
  for (const step of steps.slice(1)) {
    const last = run.at(-1)!
    const far = clauses[step.clause]!.sentence - clauses[last.clause]!.sentence > FARTHEST
    const isNext = step.run === '首先' ? step.value > last.value : step.value === last.value + 1
    const follows = step.run === last.run && isNext
    if (step.run === last.run && step.value === 1)
      break
    if (follows && !far)
      run.push(step)
  }
  if (run.length < (FEWEST[run[0]!.run] ?? 2) || run.length > 9)
    return undefined
  const spans = run.map((step, index) => memberOf(passage, run, index, step))
  const over = overOf(passage, run[0]!)
  return { strength: run.length > 2 ? 0.95 : 0.9, ...(over && { over }), members: withPoints(passage, spans) }
}

/**
 * From the ordinal to the next one in its sentence, or to the sentence's end; the last of those between commas is no
 * longer than the others.
 */
function memberOf(passage: Clauses, run: readonly Step[], index: number, step: Step): Span {
  const { text, clauses } = passage
  const [before, after] = [run[index - 1], run[index + 1]]
  const { sentence } = clauses[step.clause]!
  let last = clauses.findLastIndex(clause => clause.sentence === sentence)
  if (after && clauses[after.clause]!.sentence === sentence) {
    last = after.clause - 1
  }
  else if (before && clauses[before.clause]!.sentence === sentence) {
    const semicolon = clauses.findIndex((_, at) => at >= step.clause && at < last && !goesOn(passage, at))
    const parted = /[；;]/.test(text.slice(clauses[step.clause - 1]!.end, clauses[step.clause]!.start))
    const longest = Math.max(...run.slice(1, index + 1).map((next, at) => next.clause - run[at]!.clause))
    last = Math.min(last, semicolon >= 0 ? semicolon : last, parted ? last : step.clause + longest - 1)
  }
  return { start: step.start + step.mark, end: clauses[Math.max(last, step.clause)]!.end }
}

/** What the steps are of: the rest of the sentence before the first. */
function overOf({ text, clauses }: Clauses, { clause, start }: Step): Span | undefined {
  const first = clauses.find(({ sentence }) => sentence === clauses[clause]!.sentence)!
  const words = text.slice(first.start, start).replace(/[\s，,；;：:、—]+$/, '')
  if (words !== '' && sizeOf(words) <= LONGEST_OVER)
    return { start: first.start, end: first.start + words.length }
  // Of what is long the clause right before them: 真正缺的，一是…，二是….
  const before = clauses[clause - 1]
  if (before && start === clauses[clause]!.start && before.sentence === first.sentence && before.words.endsWith('的'))
    return { start: before.start, end: before.end }
  return overInClause(text, clauses[clause]!, start)
}

/** Words of the clause itself before ： stand over the steps however long they are: a clause is not parted. */
function overInClause(text: string, clause: Clause, start: number): Span | undefined {
  const words = text.slice(clause.start, start).replace(/[\s：:]+$/, '')
  return words === '' ? undefined : { start: clause.start, end: clause.start + words.length }
}

/** Each step's first clause is its point, where at least one has more to say. */
function withPoints({ text, clauses }: Clauses, spans: readonly Span[]): Member[] {
  const points = spans.map((span) => {
    const own = clauses.filter(({ start, end }) => end > span.start && start < span.end)
    const [first, second] = own as [Clause, Clause | undefined]
    const last = ORDINAL_ALONE.test(text.slice(span.start, first.end)) ? second ?? first : first
    return spanOf(span, last)
  })
  const some = points.some(({ end }, index) => end < spans[index]!.end)
  const short = points.every(point => sizeIn(text, point) <= LONGEST_POINT)
  return spans.map(({ start, end }, index) => some && short ? { start, end, strong: points[index]! } : { start, end })
}
