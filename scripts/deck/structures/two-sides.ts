import type { Clause, Clauses, Span, Structure } from './structure.ts'
import { isOwnBeginning } from '../prose/clause-grammar.ts'
import { apart, sizeOf, spanOf } from './alike.ts'

/** Each side is so long, in Han characters or one and a half for a word. */
const SHORTEST = 3
const LONGEST = 30

/**
 * Finds sentences of two sides that a conjunction between them joins: A，但 B; A, so B. Each side is all that stands on
 * its side of the sentence.
 *
 * @param passage one paragraph
 * @param joins what the second side begins with
 * @param strength how plainly a sentence is so
 * @returns the pairs in order
 */
export function twoSides({ text, clauses }: Clauses, joins: RegExp, strength: number): Structure[] {
  return apart(clauses.flatMap((clause, at): Structure[] => {
    if (!joins.test(clause.words))
      return []
    const first = sideFrom(clauses, at, -1)
    const last = sideFrom(clauses, at, 1)
    const sides = first && last ? [spanOf(first, clauses[at - 1]), spanOf(clause, last)] : []
    const joined = clauses.filter(other => other.sentence === clause.sentence && joins.test(other.words))
    const isOne = sides.length === 2 && joined.length === 1
    return isOne && isReadable(text, sides as [Span, Span]) ? [{ strength, members: sides }] : []
  }))
}

/** The farthest clause of the sentence on one side. */
function sideFrom(clauses: readonly Clause[], at: number, step: -1 | 1): Clause | undefined {
  const { sentence } = clauses[at]!
  let end = at
  while (clauses[end + step]?.sentence === sentence)
    end += step
  return step === -1 && end === at ? undefined : clauses[end]
}

function isReadable(text: string, sides: readonly [Span, Span]): boolean {
  const words = sides.map(({ start, end }) => text.slice(start, end))
  const whole = text.slice(sides[0].start, sides[1].end + 1)
  const haveLength = words.every(side => sizeOf(side) >= SHORTEST && sizeOf(side) <= LONGEST)
  return haveLength && isOwnBeginning(words[0]!) && !/[？?；;]/.test(whole)
}
