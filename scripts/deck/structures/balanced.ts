import type { Clause, Clauses, Structure } from './structure.ts'
import { pairOf, piecesOf, sizeOf, spanOf } from './alike.ts'
import { behind } from './structure.ts'

/** 线上补的|是|能力: what is singled out, and what it is. */
const CLEFT = /^(?!最)(?<what>[^，是]{1,8}的[就才都还]?是)(?<rest>[^，是]{1,10})$/
/** What both say of themselves differs in length by no more than so many characters. */
const SPREAD = 2
const STRENGTH = 0.78

/**
 * Finds two short clauses in a row, or sentences, that single out something each in as many words
 * (黄伯荣、廖序东《现代汉语》: 对偶). Three are a row, and no pair.
 *
 * @param passage one paragraph
 * @param kind `opposed` for what has a character in common, 船上要的是胆，岸上要的是心, and is set against the other;
 * `added` for all else: 费的是油，耗的是人
 * @returns the pairs in order
 */
export function balanced(passage: Clauses, kind: 'opposed' | 'added'): Structure[] {
  const { text, clauses } = passage
  const alone = new Set(piecesOf(passage, 'semicolons').flatMap(piece => piece.length === 1 ? piece : []))
  const areNear = (one: Clause, other: Clause): boolean =>
    one.sentence === other.sentence || (alone.has(one) && alone.has(other))
  return clauses.flatMap((first, at) => {
    const [before, second, after] = [clauses[at - 1], clauses[at + 1], clauses[at + 2]]
    const isRow = [before, after].some(other => other && areNear(first, other) && CLEFT.test(other.words))
    if (!second || isRow || !areNear(first, second) || kindOf(first.words, second.words) !== kind)
      return []
    const strongs = [first, second].map(clause => behind(clause, CLEFT.exec(clause.words)!.groups!.what!))
    return [pairOf(text, STRENGTH, [spanOf(first), spanOf(second)], strongs)]
  })
}

/** Whether two clauses are a pair, and of which kind. */
function kindOf(first: string, second: string): 'opposed' | 'added' | undefined {
  const [one, other] = [CLEFT.exec(first)?.groups, CLEFT.exec(second)?.groups]
  if (!one || !other || one.what === other.what || one.rest === other.rest)
    return undefined
  const isSpread = Math.abs(sizeOf(one.rest!) - sizeOf(other.rest!)) > SPREAD
  if (isSpread || sizeOf(one.what!) !== sizeOf(other.what!))
    return undefined
  const [what, others] = [one, other].map(({ what: words }) => words!.replace(/的[就才都还]?是$/, ''))
  const isOpposed = Array.from(what!).some((character, at) => character === Array.from(others!)[at])
  return isOpposed ? 'opposed' : 'added'
}
