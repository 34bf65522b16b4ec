import type { Count } from '../../structures/numerals.ts'
import type { Clause, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { apart, canStandLarge, plain, sizeOf } from '../../structures/alike.ts'
import { countsIn, datesIn, hasOtherNumber } from '../../structures/numerals.ts'

const FEWEST = 2
const MOST = 4
const LONGEST = 36
/** What holds only if something else does, and is said on the way to it. */
const CONDITION = new RegExp(`^(?:${[
  '如果|假如|假定|假设|要是|若|当(?![地年时])|只要|除非|虽然|尽管|即使|哪怕|每当|一旦|因为|由于',
  'if|unless|although|when|though',
].join('|')})(?![a-z])`, 'i')

/**
 * Finds two to four clauses in a row that each hold one count: large numerals side by side.
 * Numbers with their units are those of GB/T 15835—2011; years, dates, ordinals and 一个 say nothing of how much.
 *
 * @param passage one paragraph
 * @returns the rows in order
 */
export const find: FindStructures = (passage) => {
  const { text, clauses } = plain(passage)
  const strong = clauses.map(clause => onlyCount(text, clause))
  const isBetween = (at: number): boolean => Boolean(strong[at - 1] ?? strong[at + 1])
  // 七次 beside 九十六本: a small count goes with larger ones.
  const counts = clauses.map((clause, at) =>
    strong[at] ?? (isBetween(at) ? onlyCount(text, clause, countsIn) : undefined))
  const rows: Structure[] = []
  for (let at = 0; at < clauses.length; at++) {
    let to = at
    while (counts[to] && clauses[to]!.sentence <= clauses[at]!.sentence + 1)
      to++
    // More than four are a table, and which of them should be left out nobody can say.
    if (to - at >= FEWEST && to - at <= MOST && strong.slice(at, to).filter(Boolean).length >= FEWEST)
      rows.push(rowOf(clauses.slice(at, to), counts.slice(at, to) as Count[]))
    at = Math.max(at, to)
  }
  return apart(rows)
}

/**
 * The one count of a clause, where it is one to remember.
 *
 * @param text the text
 * @param clause the clause
 * @param find finds the counts; without it, those that are large
 * @returns the count; nothing where there are others beside it
 */
export function onlyCount(text: string, clause: Clause, find = tellingCounts): Count | undefined {
  const [count, ...others] = find(text, clause)
  if (!count || (find === tellingCounts && !count.strong) || others.length > 0 || sizeOf(clause.words) > LONGEST)
    return undefined
  if (!canStandLarge(text.slice(count.start, count.end)) || /[？?]/.test(clause.words) || CONDITION.test(clause.words))
    return undefined
  return hasOtherNumber(text, clause, [count, ...datesIn(text, clause)]) ? undefined : count
}

/**
 * The counts of a stretch of text, 两个 and five not among them: who says five junctions does not ask that five be
 * remembered.
 *
 * @param text the text
 * @param span where in it to look
 * @returns the counts in digits or of ten and more
 */
export function tellingCounts(text: string, span: Span): Count[] {
  return countsIn(text, span).filter(({ strong, start, end }) => strong || /\d/.test(text.slice(start, end)))
}

function rowOf(clauses: readonly Clause[], counts: readonly Count[]): Structure {
  const members = clauses.map(({ start, end }, index) => {
    const count = counts[index]!
    return { start, end, strong: { start: count.start, end: count.end } }
  })
  return { strength: clauses.length > 2 ? 0.8 : 0.76, members }
}
