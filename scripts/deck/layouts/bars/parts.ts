import type { Count } from '../../structures/numerals.ts'
import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { piecesOf } from '../../structures/alike.ts'
import { onlyCount } from '../figures/find.ts'

const FEWEST = 3
const MOST = 5
/** What stands before how many there are: 有|11个…, 另外|2个…. */
const HEAD = /^(?:其中|另外?|还|其余|剩下的?|余下的?)?有?$/
/** How many clauses may lead to it: 经查，有11个…. */
const FARTHEST = 2
const LARGEST_RATIO = 20
const STRENGTH = 0.86

/** A clause that begins with how many there are of what it tells. */
interface Part { clause: Clause, count: Count }

/**
 * Finds three pieces or more of one sentence, parted by ；, that each tell how many are so: 有11艘漏水；有5艘没有灯，…；另外2艘….
 *
 * @param passage one paragraph
 * @returns the rows in order, each with its values; of each piece the clause that counts
 */
export function parts(passage: Clauses): Structure[] {
  const { text } = passage
  const pieces = piecesOf(passage, 'semicolons')
  const sentences = new Set(pieces.map(([first]) => first!.sentence))
  return [...sentences].flatMap((sentence) => {
    const own = pieces.filter(([first]) => first!.sentence === sentence)
    const found = own.length >= FEWEST && own.length <= MOST ? own.map(piece => partOf(text, piece)) : [undefined]
    return found.every(part => part !== undefined) ? rowOf(found) ?? [] : []
  })
}

function partOf(text: string, piece: readonly Clause[]): Part | undefined {
  return piece.slice(0, FARTHEST).flatMap((clause): Part[] => {
    const count = onlyCount(text, clause)
    return count && HEAD.test(text.slice(clause.start, count.start)) ? [{ clause, count }] : []
  })[0]
}

function rowOf(found: readonly Part[]): Structure | undefined {
  const values = found.map(({ count }) => count.value)
  const units = new Set(found.map(({ count }) => count.unit))
  const isSeen = Math.max(...values) / Math.min(...values) <= LARGEST_RATIO && new Set(values).size > 1
  const members = found.map(({ clause: { start, end }, count }) =>
    ({ start, end, strong: { start: count.start, end: count.end } }))
  return units.size === 1 && !units.has('') && isSeen ? { strength: STRENGTH, members, values } : undefined
}
