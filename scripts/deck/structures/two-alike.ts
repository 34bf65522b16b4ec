import type { Face } from './frames.ts'
import type { Clause, Clauses, Span, Structure } from './structure.ts'
import { pairOf, piecesOf, ratio, sizeIn, sizeOf, spanOf } from './alike.ts'
import { faceOf, says, sharedMiddle, tokensAt } from './frames.ts'

/** A frame of fewer characters, or words counted as one and a half, may be chance. */
const SHORTEST_FRAME = 4
/** What is singled out of others: 表面上看的是水，往里看的是人 (朱德熙《语法讲义》: 的字结构 as a subject). */
const CLEFT = /的[就都才还]?是/
const SHORTEST_CLEFT = 3
/** So much of two sides may be shown. */
const LONGEST_SIDE = 40
const STRENGTH = 0.7
/** What is said of one and then of the other as well is set against nothing: 西村也…, It also …. */
const ADDS = /^[^，]{0,8}?(?:也(?![许门])|同样)|\b(?:also|as well)\b|\btoo$/
const NEGATIONS = /^(?:没有?|不[是能会]?|无|未|not|no|never)$/

/**
 * Finds two sentences in a row, or two pieces parted by ；, that say the same of two things in the same words
 * (黄伯荣、廖序东《现代汉语》: 对偶、对比; Quirk et al. 19.7). Three are a row, and no pair.
 *
 * @param passage one paragraph
 * @param kind `cleft` for what both single out, in clauses of one sentence too: 城里人怕的是没有地方，乡下人怕的是没有人 are set
 * against each other; `plain` for all else, which holds together
 * @returns the pairs in order
 */
export function twoAlike(passage: Clauses, kind: 'cleft' | 'plain'): Structure[] {
  const { text, clauses } = passage
  const isAsked = (pieces: readonly Clause[][], at: number): boolean => {
    const areCleft = [pieces[at]!, pieces[at + 1]].every(piece => piece && CLEFT.test(piece[0]!.words))
    return areCleft === (kind === 'cleft')
  }
  const inPieces = (['semicolons', 'sentences'] as const).flatMap((by) => {
    const pieces = piecesOf(passage, by)
    return pieces.flatMap((_, at) => isAsked(pieces, at) ? pairAt(text, pieces, at, SHORTEST_FRAME) ?? [] : [])
  })
  if (kind === 'plain')
    return inPieces
  const single = clauses.map(clause => [clause])
  const isCleft = (at: number, sentence: number): boolean =>
    clauses[at]?.sentence === sentence && CLEFT.test(clauses[at]!.words)
  const areTwo = (at: number): boolean =>
    [at - 1, at, at + 1, at + 2].map(one => isCleft(one, clauses[at]!.sentence)).join() === 'false,true,true,false'
  const inClauses = clauses.flatMap((_, at) => areTwo(at) ? pairAt(text, single, at, SHORTEST_CLEFT) ?? [] : [])
  return [...inPieces, ...inClauses]
}

function pairAt(text: string, pieces: readonly Clause[][], at: number, shortest: number): Structure | undefined {
  const [one, other] = [pieces[at]!, pieces[at + 1]]
  if (!other || ADDS.test(other[0]!.words) || /[？?]/.test(text.slice(one[0]!.start, other.at(-1)!.end + 1)))
    return undefined
  const faces = [faceOf(text, one[0]!), faceOf(text, other[0]!)] as const
  const frame = frameOf(faces, shortest)
  const neighbours = [pieces[at - 1], pieces[at + 2]].flatMap(piece => piece ? [faceOf(text, piece[0]!)] : [])
  if (!frame || neighbours.some(face => frameOf([faces[0], face], shortest)))
    return undefined
  const spans = [one, other].map((piece) => {
    const whole = spanOf(piece[0]!, piece.at(-1))
    return sizeIn(text, whole) <= LONGEST_SIDE ? whole : spanOf(piece[0]!)
  })
  const [first, second] = spans.map(span => sizeIn(text, span)) as [number, number]
  if (ratio(first, second) < 0.5 || Math.max(first, second) > LONGEST_SIDE)
    return undefined
  const tails = faces.map((face, index) => tailOf(face, frame.at[index]!, frame.length))
  return pairOf(text, STRENGTH, spans, tails)
}

/** What follows the frame, and a negation at the frame's end with it: 没有人陪, not 人陪. */
function tailOf(face: Face, at: number, length: number): Span {
  const last = tokensAt(face, at, at + length).at(-1)!
  const isNegated = last.kind === 'negation' || NEGATIONS.test(last.form)
  return { start: isNegated ? last.start : face.start + at + length, end: face.end }
}

/** What both say, with what they say it of before it, which differs. */
function frameOf(faces: readonly [Face, Face], shortest: number): { at: number[], length: number } | undefined {
  const frame = sharedMiddle(faces)
  if (!frame)
    return undefined
  const [before, behind] = [frame.at[0]!, frame.at[0]! + frame.length]
  const isLong = sizeOf(faces[0].form.slice(before, behind)) >= shortest
  const haveHeads = frame.at.every((at, index) => sizeOf(faces[index]!.form.slice(0, at)) >= 1)
  return says(faces[0], before, behind) && isLong && haveHeads ? frame : undefined
}
