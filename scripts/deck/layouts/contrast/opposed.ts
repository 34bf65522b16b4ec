import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { pairOf, piecesOf, sizeIn, sizeOf, spanOf } from '../../structures/alike.ts'

/** What denies: 赔不起, 没有. */
const DENIES = /没|不(?!过|同)/
/** What stands for it in what is not denied: 赔得起. */
const ABLE = /得(?=[^的，]$)/
const SHORTEST_END = 3
const SHORTEST_SIDE = 7
const LONGEST_SIDE = 40

/** Who thinks or says what follows (《现代汉语八百词》: 觉得, 认为). */
const THINKS = /^(?<who>[^，的]{1,8}?)(?<verb>觉得|认为|以为|主张|说)$/

/**
 * Finds two pieces in a row, parted by ；, that end in the same words, once said and once denied: 丢几本书，我们赔得起；
 * 书老死在架上，我们赔不起. And what two people think: 老李觉得，…；小王觉得，….
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function opposed(passage: Clauses): Structure[] {
  const pieces = piecesOf(passage, 'semicolons')
  return pieces.flatMap((_, at) => pairAt(passage.text, pieces, at) ?? opinionsAt(passage.text, pieces, at) ?? [])
}

function opinionsAt(text: string, pieces: readonly Clause[][], at: number): Structure | undefined {
  const [one, other] = [pieces[at]!, pieces[at + 1]]
  if (!other || one[0]!.sentence !== other[0]!.sentence || one.length < 2 || other.length < 2)
    return undefined
  const [first, second] = [one, other].map(piece => THINKS.exec(piece[0]!.words)?.groups)
  const areTwo = first && second && first.verb === second.verb && first.who !== second.who
  const spans = [one, other].map(piece => spanOf(piece[0]!, piece.at(-1)))
  const areSides = spans.every(span => sizeIn(text, span) <= LONGEST_SIDE)
  return areTwo && areSides ? { strength: 0.74, members: spans } : undefined
}

function pairAt(text: string, pieces: readonly Clause[][], at: number): Structure | undefined {
  const [one, other] = [pieces[at]!, pieces[at + 1]]
  if (!other || one[0]!.sentence !== other[0]!.sentence)
    return undefined
  const ends = [one.at(-1)!, other.at(-1)!] as const
  const [said, denied] = ends.map(({ words }) => words.replace(DENIES, '').replace(ABLE, ''))
  const areOpposed = DENIES.test(ends[0].words) !== DENIES.test(ends[1].words)
  const spans = [one, other].map(piece => spanOf(piece[0]!, piece.at(-1)))
  const isSide = (size: number): boolean => size >= SHORTEST_SIDE && size <= LONGEST_SIDE
  const areSides = spans.every(span => isSide(sizeIn(text, span)))
  if (said !== denied || !areOpposed || !areSides || sizeOf(ends[0].words) < SHORTEST_END)
    return undefined
  return pairOf(text, 0.9, spans, ends)
}
