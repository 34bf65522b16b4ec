import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { pairOf, piecesOf, sizeIn, sizeOf, spanOf } from '../../structures/alike.ts'

/** What denies, and what stands for it in what is not denied: 赔不起, 赔得起; 没有, 有. */
const DENIES = /没有?|不(?!过|同)|得(?=[^的，]$)/g
const DENIED = /没有?|不(?!过|同)/
const SHORTEST_END = 3
const SHORTEST_SIDE = 7
const LONGEST_SIDE = 40

/**
 * Finds two pieces in a row, parted by ；, that end in the same words, once said and once denied: 丢几本书，我们赔得起；书老死在架上，我们赔不起.
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function opposed(passage: Clauses): Structure[] {
  const pieces = piecesOf(passage, 'semicolons')
  return pieces.flatMap((_, at) => pairAt(passage.text, pieces, at) ?? [])
}

function pairAt(text: string, pieces: readonly Clause[][], at: number): Structure | undefined {
  const [one, other] = [pieces[at]!, pieces[at + 1]]
  if (!other || one[0]!.sentence !== other[0]!.sentence)
    return undefined
  const ends = [one.at(-1)!, other.at(-1)!] as const
  const [said, denied] = ends.map(({ words }) => words.replace(DENIES, ''))
  const areOpposed = DENIED.test(ends[0].words) !== DENIED.test(ends[1].words)
  const spans = [one, other].map(piece => spanOf(piece[0]!, piece.at(-1)))
  const isSide = (size: number): boolean => size >= SHORTEST_SIDE && size <= LONGEST_SIDE
  const areSides = spans.every(span => isSide(sizeIn(text, span)))
  if (said !== denied || !areOpposed || !areSides || sizeOf(ends[0].words) < SHORTEST_END)
    return undefined
  return pairOf(text, 0.9, spans, ends)
}
