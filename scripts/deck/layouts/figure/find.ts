import type { Clause, Clauses, FindStructures, Structure } from '../../structures/structure.ts'
import { readOrdinal } from '../../../outline/ordinals.ts'
import { piecesOf, plain } from '../../structures/alike.ts'
import { datesIn, hasOtherNumber } from '../../structures/numerals.ts'
import { onlyCount, tellingCounts } from '../figures/find.ts'

/**
 * Finds the one count of a sentence: its clause, with the numeral and its unit (GB/T 15835—2011) strong. A sentence with two counts has none.
 *
 * @param passage one paragraph
 * @returns a structure for each such sentence, in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  return piecesOf(read, 'sentences').flatMap(clauses => figureOf(read, clauses))
}

function figureOf(passage: Clauses, clauses: readonly Clause[]): Structure[] {
  const whole = { start: clauses[0]!.start, end: clauses.at(-1)!.end }
  const counts = tellingCounts(passage.text, whole)
  const clause = clauses.find(({ start, end }) => counts.length === 1 && counts[0]!.start >= start && counts[0]!.end <= end)
  const count = clause && onlyCount(passage.text, clause)
  if (!clause || !count || hasOtherNumber(passage.text, whole, [count, ...datesIn(passage.text, whole)]) || readOrdinal(passage.text.slice(whole.start, whole.end)))
    return []
  return [{ strength: 0.6, members: [{ start: clause.start, end: clause.end, strong: { start: count.start, end: count.end } }] }]
}
