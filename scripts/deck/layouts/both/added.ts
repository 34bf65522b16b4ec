import type { Clauses, Structure } from '../../structures/structure.ts'
import { isDependent } from '../../prose/clause-grammar.ts'
import { pairOf, ratio, sizeOf, spanOf } from '../../structures/alike.ts'
import { behind } from '../../structures/structure.ts'

/** What a clause says with its modal or its copula, and the next one too: 要有…，也要有…; 是…，也是…. */
const SAID = /^(?<over>[^，。；：不没]{0,10}?)(?<verb>要有|需要|可以|能够|[是要有能会])(?![否求素点的关时不没])/
/** 也要, 也要有. */
const ALSO = /^也[要会能]?(?:要有|需要|可以|能够|[是要有能会])/
const LONGEST = 30
const STRENGTH = 0.7

/**
 * Finds two clauses in a row of which the second says in the same words that something else is so as well: 要有境界，也要有担当
 * (《现代汉语八百词》: 也 says that two things are the same).
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function alsoSo({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((first, at) => {
    const [second, third] = [clauses[at + 1], clauses[at + 2]]
    const said = SAID.exec(first.words)
    if (!said || second?.sentence !== first.sentence || /[？?]/.test(text.slice(first.start, second.end + 1)))
      return []
    const { verb, over = '' } = said.groups!
    const also = ALSO.exec(second.words)
    // With a third they are a row.
    const before = clauses[at - 1]
    const isRow = [before, third].some(clause => clause?.sentence === first.sentence && clause.words.includes(verb!))
    const [one, other] = [sizeOf(first.words), sizeOf(second.words)]
    const isEven = ratio(one, other) >= 0.4 && Math.max(one, other) <= LONGEST
    if (!also?.[0].endsWith(verb!) || isRow || isDependent(first.words) || !isEven)
      return []
    const strongs = [behind(first, said[0]), behind(second, also[0])]
    const start = first.start + over.length
    const pair = pairOf(text, STRENGTH, [{ start, end: first.end }, spanOf(second)], strongs)
    return [over === '' ? pair : { ...pair, over: { start: first.start, end: start } }]
  })
}
