import type { Count } from '../../structures/numerals.ts'
import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { spanOf } from '../../structures/alike.ts'
import { countsIn } from '../../structures/numerals.ts'
import { OF_WHOLE, onlyCount } from '../figures/find.ts'
import { withTopics } from './topics.ts'

const FEWEST = 2
const MOST = 5
const STRENGTH = { two: 0.8, more: 0.86 } as const
/** Shares may be of different wholes, and what lasts or how old one is is no amount. */
const NO_AMOUNT = /^(?:[%％‰成岁天秒]|分钟|个?多?小时|个?多?月|个百分点)$/
/** By how much something changed or differs is no amount beside the others. */
const CHANGE = /比.*(?:[增减多少高低]|上升|下降)|同比|环比/
/** Nor are gain and loss amounts of one kind: 亏了|30万元, 少了|30户, 没有|30户. */
const SIGNED = /(?:[亏赚多少缺剩]了|没有?)$/
/** Of two amounts the second is a part of the first: 其中38家, 只有1900多人. */
const PART = /其中|剩下|余下|[还只仍]有|仅|^有|的有/
/** Of two bars one of which is so much longer the other is not seen. */
const LARGEST_RATIO = 20

/**
 * Finds clauses in a row that each count things of one unit, so that they can be compared: 常年开的21个，夏天开的19个，停航的12个.
 * The whole that they are parts of stands over them.
 *
 * @param passage one paragraph
 * @returns the rows in order, each with its values
 */
export function beside(passage: Clauses): Structure[] {
  const { text, clauses } = withTopics(passage)
  const counts = countsOf(text, clauses)
  const rows: Structure[] = []
  for (let at = 0; at < clauses.length; at++) {
    const from = counts[at] && OF_WHOLE.test(clauses[at]!.words) ? at + 1 : at
    let to = from
    while (countsAlike(text, clauses, counts, from, to))
      to++
    const isPair = to - from === FEWEST && isPart(text, clauses, counts, from)
    const isRow = isPair || (to - from > FEWEST && to - from <= MOST)
    const row = isRow ? rowOf(clauses, counts as Count[], from, to) : undefined
    const over = from > at ? clauses[at]! : leadOf(text, clauses, from)
    if (row)
      rows.push(over ? { ...row, over: spanOf(over) } : row)
    at = Math.max(at, to - 1)
  }
  return rows
}

/** Of each clause its one count; a small one only behind a larger one that it is a part of: 只有八个. */
function countsOf(text: string, clauses: readonly Clause[]): (Count | undefined)[] {
  const large = clauses.map(clause => onlyCount(text, clause))
  return clauses.map((clause, at) => {
    const [own, before] = [large[at], large[at - 1]]
    const small = !own && before && PART.test(clause.words) ? onlyCount(text, clause, countsIn) : undefined
    return small && small.value < before!.value ? small : own
  })
}

/** What leads in to the first: 分为三类：…. */
function leadOf(text: string, clauses: readonly Clause[], at: number): Clause | undefined {
  const before = clauses[at - 1]
  const isLead = before?.sentence === clauses[at]!.sentence && text.slice(before.end, clauses[at]!.start).includes('：')
  return isLead ? before : undefined
}

/** Whether a clause counts what the first one does, in the same sentence. */
function countsAlike(
  text: string,
  clauses: readonly Clause[],
  counts: readonly (Count | undefined)[],
  from: number,
  at: number,
): boolean {
  const [first, count] = [counts[from], counts[at]]
  if (!first || !count || clauses[at]!.sentence !== clauses[from]!.sentence)
    return false
  const isSigned = SIGNED.test(text.slice(clauses[at]!.start, count.start))
  if (NO_AMOUNT.test(first.unit) || CHANGE.test(clauses[at]!.words) || isSigned)
    return false
  // 七千万 beside 两千八百万: of what need not be said again.
  const isBare = first.unit === '' && [first, count].every(({ start, end }) => /[万亿]$/.test(text.slice(start, end)))
  return count.unit === first.unit && (first.unit !== '' || isBare)
}

/** Two amounts, no others beside them, of which the second is a part of the first. */
function isPart(
  text: string,
  clauses: readonly Clause[],
  counts: readonly (Count | undefined)[],
  from: number,
): boolean {
  const isCounted = (at: number): boolean =>
    counts[at] !== undefined && clauses[at]!.sentence === clauses[from]!.sentence
  const isSmaller = counts[from]!.value > counts[from + 1]!.value
  const isLarge = onlyCount(text, clauses[from + 1]!) !== undefined
  return isLarge && isSmaller && PART.test(clauses[from + 1]!.words) && !isCounted(from - 1) && !isCounted(from + 2)
}

function rowOf(clauses: readonly Clause[], counts: readonly Count[], from: number, to: number): Structure | undefined {
  const values = counts.slice(from, to).map(({ value }) => value)
  if (Math.max(...values) / Math.min(...values) > LARGEST_RATIO || new Set(values).size < 2)
    return undefined
  const members = clauses.slice(from, to).map(({ start, end }, index) => {
    const count = counts[from + index]!
    return { start, end, strong: { start: count.start, end: count.end } }
  })
  return { strength: members.length > 2 ? STRENGTH.more : STRENGTH.two, members, values }
}
