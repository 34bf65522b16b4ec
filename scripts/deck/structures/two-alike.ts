import type { Face } from './frames.ts'
import type { Clause, Clauses, Span, Structure } from './structure.ts'
import { isDependent, isOwnBeginning } from '../prose/clause-grammar.ts'
import { pairOf, piecesOf, ratio, sizeIn, sizeOf, spanOf, tokensOf } from './alike.ts'
import { faceOf, says, sharedMiddle, sharedStart, tokensAt } from './frames.ts'

/** A frame of fewer characters, or words counted as one and a half, may be chance. */
const SHORTEST_FRAME = 4
/** What is singled out of others: 表面上看的是水，往里看的是人 (朱德熙《语法讲义》: 的字结构 as a subject). */
const CLEFT = /的[就都才还]?是/
const SHORTEST_CLEFT = 3
/** So much of two sides may be shown. */
const LONGEST_SIDE = 40
const STRENGTH = { cleft: 0.78, plain: 0.7 } as const
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
    return pieces.flatMap((_, at) => isAsked(pieces, at) ? pairAt(text, pieces, at) ?? [] : [])
  })
  if (kind === 'plain')
    return [...inPieces, ...openingAlike(passage), ...clauses.flatMap((_, at) => builtAlike(text, clauses, at) ?? [])]
  const single = clauses.map(clause => [clause])
  const isCleft = (at: number, sentence: number): boolean =>
    clauses[at]?.sentence === sentence && CLEFT.test(clauses[at]!.words)
  const areTwo = (at: number): boolean =>
    [at - 1, at, at + 1, at + 2].map(one => isCleft(one, clauses[at]!.sentence)).join() === 'false,true,true,false'
  const inClauses = clauses.flatMap((_, at) => areTwo(at) ? pairAt(text, single, at, SHORTEST_CLEFT) ?? [] : [])
  return [...inPieces, ...inClauses]
}

/** Two sides that open alike do so for so long, and are no more than so many clauses each. */
const LONG_OPENING = 5
const MOST_CLAUSES = 2
/** What goes on so takes back what was said: …也就够了，|但是谁也不会来. */
const TURNS = /^(?:但|可是?(?!以|能)|却|不过|然而|只是|but\b|yet\b)/

/** What stands before and after ； opens alike: 如果只是放书，那么…；如果只是借书，那么…. */
function openingAlike(passage: Clauses): Structure[] {
  const { text } = passage
  const pieces = piecesOf(passage, 'semicolons')
  return pieces.flatMap((one, at) => {
    const [before, other, after] = [pieces[at - 1], pieces[at + 1], pieces[at + 2]]
    const isCut = [one, other].some(piece => TURNS.test(piece?.[MOST_CLAUSES]?.words ?? ''))
    const areTwo = other !== undefined && opensAlike(text, one, other) && !isCut
    if (!areTwo || [before, after].some(piece => piece && opensAlike(text, one, piece)))
      return []
    const spans = [one, other].map(piece => spanOf(piece[0]!, piece.slice(0, MOST_CLAUSES).at(-1)))
    const [first, second] = spans.map(span => sizeIn(text, span)) as [number, number]
    const isPair = ratio(first, second) >= 0.5 && Math.max(first, second) <= LONGEST_SIDE
    return isPair ? [pairOf(text, STRENGTH.plain, spans, [])] : []
  })
}

function opensAlike(text: string, one: readonly Clause[], other: readonly Clause[]): boolean {
  const faces = [faceOf(text, one[0]!), faceOf(text, other[0]!)]
  const shared = sharedStart(faces)
  const isLong = sizeOf(faces[0]!.form.slice(0, shared)) >= LONG_OPENING
  const isChinese = /\p{Script=Han}/u.test(one[0]!.words)
  if (isChinese && (one.length < MOST_CLAUSES || other.length < MOST_CLAUSES))
    return false
  const isSaid = says(faces[0]!, 0, shared) || isDependent(one[0]!.words)
  return one[0]!.sentence === other[0]!.sentence && isLong && isSaid && !ADDS.test(other[0]!.words)
}

/** Of two clauses of one build so much is the same, in the same order. */
const SHARED = 0.45
const SHORTEST_CLAUSE = 7

/** Between commas alone both must be of one build: 上游的事到了下游就变了样子，岸上的事到了水里就换了名目. */
function builtAlike(text: string, clauses: readonly Clause[], at: number): Structure | undefined {
  const [before, first, second, after] = [clauses[at - 1], clauses[at]!, clauses[at + 1], clauses[at + 2]]
  const isRow = [before, after].some(other => other?.sentence === first.sentence && areOfOneBuild(text, first, other))
  return second?.sentence === first.sentence && areOfOneBuild(text, first, second) && !isRow
    ? pairOf(text, STRENGTH.plain, [spanOf(first), spanOf(second)], [])
    : undefined
}

function areOfOneBuild(text: string, first: Clause, second: Clause): boolean {
  const [one, other] = [sizeOf(first.words), sizeOf(second.words)]
  const isSide = Math.min(one, other) >= SHORTEST_CLAUSE && Math.max(one, other) <= LONGEST_SIDE
  if (Math.abs(one - other) > 2 || !isSide || !/^\p{Script=Han}+$/u.test(first.words))
    return false
  const opens = isDependent(first.words) || ADDS.test(second.words) || !isOwnBeginning(second.words)
  const [words, others] = [first, second].map(clause => tokensOf(text, clause).map(({ form }) => form))
  const isCleft = CLEFT.test(first.words) && CLEFT.test(second.words)
  // 必须坚持…；必须坚持… tells of one, and no two are set side by side.
  const areOfTwo = words![0] !== others![0] && !isCleft
  return !opens && areOfTwo && inCommon(words!, others!) / Math.max(one, other) >= SHARED
}

/** How many characters two rows of words have in common in the same order. */
function inCommon(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0)
  for (const form of one) {
    const next: number[] = []
    other.forEach((own, index) => {
      const taken = own === form ? (row[index - 1] ?? 0) + form.length : 0
      next.push(Math.max(taken, row[index]!, next[index - 1] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

function pairAt(
  text: string,
  pieces: readonly Clause[][],
  at: number,
  shortest = SHORTEST_FRAME,
): Structure | undefined {
  const [one, other] = [pieces[at]!, pieces[at + 1]]
  if (!other || ADDS.test(other[0]!.words) || /[？?]/.test(text.slice(one[0]!.start, other.at(-1)!.end + 1)))
    return undefined
  const spans = [one, other].map((piece) => {
    const whole = spanOf(piece[0]!, piece.at(-1))
    return sizeIn(text, whole) <= LONGEST_SIDE ? whole : spanOf(piece[0]!)
  })
  const [first, second] = spans.map(span => sizeIn(text, span)) as [number, number]
  // Clauses of thousands of words are not compared word by word.
  if (ratio(first, second) < 0.5 || Math.max(first, second) > LONGEST_SIDE)
    return undefined
  const faces = [faceOf(text, one[0]!), faceOf(text, other[0]!)] as const
  const frame = frameOf(faces, shortest)
  const neighbours = [pieces[at - 1], pieces[at + 2]].flatMap(piece => piece ? [faceOf(text, piece[0]!)] : [])
  if (!frame || neighbours.some(face => frameOf([faces[0], face], shortest)))
    return undefined
  const tails = faces.map((face, index) => tailOf(face, frame.at[index]!, frame.length))
  const areCleft = [one, other].every(([clause]) => CLEFT.test(clause!.words))
  return pairOf(text, areCleft ? STRENGTH.cleft : STRENGTH.plain, spans, tails)
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
