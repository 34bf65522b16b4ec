import type { Face } from '../../structures/frames.ts'
import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { pairOf, piecesOf, ratio, sizeIn, sizeOf, spanOf } from '../../structures/alike.ts'
import { faceOf, says, sharedMiddle, sharedStart } from '../../structures/frames.ts'

/** Each side has so many clauses. */
const CLAUSES = 2
/** A topic before a comma: 调查，…; it need share nothing with the other. */
const LONGEST_TOPIC = 4
/** What follows in both says so much in the same words: 就不要…, 解决的是…. */
const SHORTEST_FRAME = 2
const SHORTEST_UNDER_TOPIC = 3
const LONGEST_SIDE = 40
const EVEN = 0.45
const STRENGTH = 0.72

/**
 * Finds two pieces of a sentence, parted by ；, that go clause by clause in the same words: 少了船，人就过不了河；少了桥，车就过不了河;
 * 摆渡，靠的是力气；守灯，靠的是耐心 (黄伯荣、廖序东《现代汉语》: 对偶).
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function piecesAlike(passage: Clauses): Structure[] {
  const { text } = passage
  const pieces = piecesOf(passage, 'semicolons')
  const areTwo = (one: Clause[] | undefined, other: Clause[] | undefined): boolean =>
    one?.length === CLAUSES && other?.length === CLAUSES && one[0]!.sentence === other[0]!.sentence
    && goAlike(text, one, other)
  return pieces.flatMap((one, at) => {
    const other = pieces[at + 1]
    if (!areTwo(one, other) || areTwo(pieces[at - 1], one) || areTwo(other, pieces[at + 2]))
      return []
    const spans = [one, other!].map(piece => spanOf(piece[0]!, piece.at(-1)))
    const sizes = spans.map(span => sizeIn(text, span)) as [number, number]
    const isAsked = /[？?]/.test(text.slice(spans[0]!.start, spans[1]!.end + 1))
    const isPair = !isAsked && ratio(...sizes) >= EVEN && Math.max(...sizes) <= LONGEST_SIDE
    return isPair ? [pairOf(text, STRENGTH, spans, [])] : []
  })
}

function goAlike(text: string, one: readonly Clause[], other: readonly Clause[]): boolean {
  const [first, second] = [0, 1].map(at => [faceOf(text, one[at]!), faceOf(text, other[at]!)] as [Face, Face])
  const isTopic = [one, other].every(piece => sizeOf(piece[0]!.words) <= LONGEST_TOPIC)
  const areDifferent = one[0]!.words !== other[0]!.words
  if (isTopic)
    return areDifferent && saysSo(second!, SHORTEST_UNDER_TOPIC)
  const length = sharedStart(first!)
  const opensAlike = says(first![0], 0, length) && sizeOf(first![0].form.slice(0, length)) >= 1
  return areDifferent && opensAlike && saysSo(second!, SHORTEST_FRAME)
}

/** Whether two clauses say something in the same words, so many characters of them. */
function saysSo(faces: readonly [Face, Face], shortest: number): boolean {
  const frame = sharedMiddle(faces)
  if (!frame)
    return false
  const [from, to] = [frame.at[0]!, frame.at[0]! + frame.length]
  return says(faces[0], from, to) && sizeOf(faces[0].form.slice(from, to)) >= shortest
}
