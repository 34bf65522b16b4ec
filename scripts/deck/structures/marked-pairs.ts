import type { Clause, Clauses, Structure } from './structure.ts'
import { pairOf, ratio, sizeOf, spanOf } from './alike.ts'
import { behind } from './structure.ts'

/**
 * How a pair of clauses is marked: what opens the one and the other, and how many clauses may stand between theirs.
 * Strong is what follows the mark; group `before` of the first is what may stand before the mark in its clause.
 */
export interface MarkedPair { first: RegExp, second: RegExp, strength: number, between?: number }

/** These are marks of a third: with one the clauses are a list or a ladder. */
const THIRD = /^(?:也不是|更不是|不是|就是|甚至|更是|还要|更要|也不要|不要|而不是|还能|更能)/

/**
 * Finds two clauses of one sentence that conjunctions mark as a pair: 不是…，而是…; 不仅…，而且….
 *
 * @param passage one paragraph
 * @param passage.text its text
 * @param passage.clauses its clauses
 * @param pairs how pairs are marked
 * @returns the pairs in order
 */
export function markedPairs({ text, clauses }: Clauses, pairs: readonly MarkedPair[]): Structure[] {
  return clauses.flatMap((first, at) => pairs.flatMap(({ first: opens, second: answers, strength, between = 0 }) => {
    const mark = opens.exec(first.words)
    const to = clauses.findIndex(({ sentence, words }, index) =>
      index > at && index <= at + 1 + between && sentence === first.sentence && answers.test(words))
    const second = clauses[to]
    if (!mark || !second || /[？?]/.test(text.slice(first.start, second.end + 1)) || isWithin(first, mark))
      return []
    const others = [clauses[at - 1], clauses[to + 1], ...clauses.slice(at + 1, to)]
    const isLong = to - at > 1 && sizeOf(first.words) + sizeOf(clauses[at + 1]!.words) > 40
    if (isLong || others.some(clause => clause?.sentence === first.sentence && THIRD.test(clause.words)))
      return []
    const last = goingOn(clauses, to)
    const members = [spanOf(first, clauses[to - 1]), spanOf(second, clauses[last])]
    const tail = to - at === 1 ? behind(first, mark[0]) : undefined
    const answer = behind(second, answers.exec(second.words)![0])
    // 是老李，不是没见过世面的人都…: what is denied is of the same build as what is said.
    const isUneven = tail && ratio(tail.end - tail.start, answer.end - answer.start) < 0.2
    return isUneven ? [] : [pairOf(text, strength, members, [tail, last === to ? answer : undefined])]
  }))
}

/** 是看一个没有钱的人，…: what is set against the first goes on where its clause only names somebody. */
const NAMES = /的[人事]$/
const LONGEST_ANSWER = 45

/** 而是有的…，有的…: all of them stand against the first. */
function goingOn(clauses: readonly Clause[], at: number): number {
  const { words, sentence } = clauses[at]!
  let last = at
  const next = clauses[at + 1]
  if (NAMES.test(words) && next?.sentence === sentence && sizeOf(words) + sizeOf(next.words) <= LONGEST_ANSWER)
    last++
  // 而是既尊重多数人的意愿，又照顾少数人的难处: both.
  if (words.includes('既') && next?.sentence === sentence && /^[又也还]/.test(next.words))
    last++
  while (words.includes('有的') && clauses[last + 1]?.sentence === sentence && clauses[last + 1]!.words.startsWith('有的'))
    last++
  return last
}

/** The mark is no mark inside a word or an attribute: 不是办法的办法, 要是. */
function isWithin(clause: Clause, mark: RegExpExecArray): boolean {
  const { length } = mark[0]
  const before = mark.groups?.before ?? ''
  return length >= clause.words.length || /(?:如果|若|假如|只要|只有|即使|哪怕|无论|不管|这样|认为|以为|说)$/.test(before)
}
