import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { isMainClause } from '../../prose/clause-grammar.ts'
import { piecesOf, ratio, sizeOf, spanOf, withStrong } from '../../structures/alike.ts'
import { faceOf, says, sharedStart } from '../../structures/frames.ts'
import { FEWEST, strengthOf } from './members.ts'

const MOST = 6
/** So many sentences, or pieces between two ；, may stand between one that opens so and the next. */
const FARTHEST = 3
/** A clause that comes again is so long, in Han characters; words that are no whole clause are longer. */
const SHORTEST = { clause: 4, opening: 5 } as const
const LONGEST_MEMBER = 26
/** The shortest member is so long beside the longest. */
const EVEN = 0.3
/** Who says something each time only goes on speaking. */
const SAYS = /[说道问答想喊叫写讲]$|[认以]为$|觉得$|告诉[^，]{0,4}$|指出$|强调$|表示$|提出$/
/** How begins what follows from a clause: 就得…, 还要…. */
const FOLLOWS = /^[就还才也都便更又]?(?:必须|应当|应该|需要|可以|[得要能会是])?/

/**
 * Finds three sentences or more of one paragraph that open with the same clause, or with the same long words, whatever
 * stands between them: 让灯亮着，就得有人守。…让灯亮着，就得有油。…让灯亮着，还得有人问。
 * (黄伯荣、廖序东《现代汉语》: 反复, 排比).
 *
 * @param passage one paragraph
 * @returns the rows in order; a clause that comes again stands once, over those behind it
 */
export function anaphora(passage: Clauses): Structure[] {
  const { text } = passage
  const pieces = piecesOf(passage, 'semicolons').filter(([first]) => /^\p{Script=Han}{2}/u.test(first!.words))
  return pieces.flatMap((first, at) => {
    const others = (areAlike: (other: Clause[]) => boolean): Clause[][] => near(pieces.slice(at + 1), areAlike)
    const again = others(other => other[0]!.words === first[0]!.words)
    const opening = others(other => openAlike(text, first[0]!, other[0]!))
    return clauseAgain(text, [first, ...again]) ?? wordsAgain(text, [first, ...opening]) ?? []
  })
}

/** Those that are alike, each of them near the one before. */
function near(pieces: readonly Clause[][], areAlike: (other: Clause[]) => boolean): Clause[][] {
  const found: Clause[][] = []
  let gap = 0
  for (const piece of pieces) {
    const isAlike = areAlike(piece)
    gap = isAlike ? 0 : gap + 1
    if (gap > FARTHEST)
      break
    if (isAlike)
      found.push(piece)
  }
  return found
}

/** One clause at the head of all of them: what stands behind it differs. */
function clauseAgain(text: string, pieces: readonly Clause[][]): Structure | undefined {
  const over = pieces[0]![0]!
  const face = faceOf(text, over)
  const isSaid = says(face, 0, face.form.length) && sizeOf(over.words) >= SHORTEST.clause && !SAYS.test(over.words)
  if (!isSaid || pieces.some(([, second]) => !second))
    return undefined
  return rowOf(text, pieces.map(([, second]) => second!), spanOf(over))
}

/** Words at the head of their first clauses. */
function wordsAgain(text: string, pieces: readonly Clause[][]): Structure | undefined {
  return rowOf(text, pieces.map(([first]) => first!))
}

function openAlike(text: string, one: Clause, other: Clause): boolean {
  const faces = [faceOf(text, one), faceOf(text, other)]
  const shared = sharedStart(faces)
  const words = faces[0]!.form.slice(0, shared)
  const isWhole = faces.some(({ form }) => form.length === shared)
  return says(faces[0]!, 0, shared) && sizeOf(words) >= SHORTEST.opening && !SAYS.test(words) && !isWhole
}

function rowOf(text: string, clauses: readonly Clause[], over?: Span): Structure | undefined {
  const sizes = clauses.map(({ words }) => sizeOf(words))
  const isEven = ratio(Math.min(...sizes), Math.max(...sizes)) >= EVEN && Math.max(...sizes) <= LONGEST_MEMBER
  const isRow = clauses.length >= FEWEST && clauses.length <= MOST && isEven
  if (!isRow || !clauses.every(({ words }) => isMainClause(words)) || areAsked(text, clauses))
    return undefined
  const shared = over ? 0 : sharedStart(clauses.map(clause => faceOf(text, clause)))
  const strongs = clauses.map(({ start, end, words }) =>
    ({ start: start + (over ? FOLLOWS.exec(words)![0].length : shared), end }))
  const members = withStrong(text, clauses.map(clause => spanOf(clause)), strongs)
  return { strength: strengthOf(0.92, clauses), ...(over && { over }), members }
}

function areAsked(text: string, clauses: readonly Clause[]): boolean {
  return clauses.some(({ start, end }) => /[？?]/.test(text.slice(start, end + 1)))
}
