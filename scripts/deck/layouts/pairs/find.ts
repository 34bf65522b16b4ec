import type { Token } from '../../structures/alike.ts'
import type { Clause, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { apart, sizeOf, tokensOf } from '../../structures/alike.ts'
import { listMarks, withLeads } from '../../structures/clauses.ts'

const FEWEST = 3
/** A side of a pair is a word. */
const LONGEST_SIDE = 4
/** Sides of pairs differ in length by no more than this. */
const SPREAD = 1
const AND = /^[和与與跟同及]$/
/** What may follow the last pair: it belongs to all of them. */
const FOLLOWS = /^(?:[的等两都相]|之间|之間|關係|关系)/

/**
 * Finds three pairs or more between 、 in one clause: 公和私、义和利、是和非
 * (《现代汉语八百词》: 和 joins words of one kind; GB/T 15834—2011, 4.5: 、 parts what stands side by side, and so the pairs).
 * A member is a pair.
 *
 * @param passage one paragraph
 * @returns the rows of pairs in order
 */
export const find: FindStructures = (passage) => {
  const { text, clauses } = withLeads(passage)
  return apart(clauses.flatMap(clause => [...chinese(text, clause), ...english(clause)]))
}

interface Pair { first: Span, second: Span }

function chinese(text: string, clause: Clause): Structure[] {
  const marks = listMarks(clause.words)
  if (marks.length < FEWEST - 1)
    return []
  const cuts = [-1, ...marks, clause.words.length]
  const pieces = cuts.slice(1).map((end, index): Span => {
    return { start: clause.start + cuts[index]! + 1, end: clause.start + end }
  })
  const sides = pieces.map(piece => sidesOf(text, piece))
  // What stands before the first pair and behind the last is said of all, so every piece is a pair.
  const [run] = runsOf(sides.map(side => side !== undefined))
  if (run?.[0] !== 0 || run[1] !== pieces.length)
    return []
  const row = rowOf(text, clause, sides as Pair[])
  return row ? [row] : []
}

/** What stands before and after the only conjunction of a piece. */
function sidesOf(text: string, piece: Span): Pair | undefined {
  const tokens = tokensOf(text, piece)
  const joins = tokens.filter((token, index) => AND.test(token.form) && index > 0 && index < tokens.length - 1)
  const [join] = joins
  // The dictionary has some pairs as words: 生与死, 得与失.
  const whole = joins.length === 0 ? tokens.find(({ form }) => /^(?:.[和与].|..[和与]..)$/.test(form)) : undefined
  if (whole) {
    const at = (whole.start + whole.end - 1) / 2
    return { first: { start: piece.start, end: at }, second: { start: at + 1, end: piece.end } }
  }
  if (!join || joins.length > 1)
    return undefined
  return { first: { start: piece.start, end: join.start }, second: { start: join.end, end: piece.end } }
}

/** Rows of true in a list: from and to. */
function runsOf(flags: readonly boolean[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  flags.forEach((flag, index) => {
    const last = runs.at(-1)
    if (flag && last?.[1] === index)
      last[1]++
    else if (flag)
      runs.push([index, index + 1])
  })
  return runs.filter(([from, to]) => to - from >= FEWEST)
}

/**
 * The first pair's first side is as long as the others' are, and what stands before it is said of all; so with the last
 * one's second side.
 */
function rowOf(text: string, clause: Clause, pairs: readonly Pair[]): Structure | undefined {
  const inner = [...pairs.slice(1).map(({ first }) => first), ...pairs.slice(0, -1).map(({ second }) => second)]
  const lengths = inner.map(({ start, end }) => end - start)
  const usual = lengths.toSorted((a, b) => a - b)[lengths.length >> 1]!
  const [first, last] = [pairs[0]!.first, pairs.at(-1)!.second]
  const start = nearest(tokensOf(text, first), ({ start }) => first.end - start, usual)?.start
  const end = nearest(tokensOf(text, last), ({ end }) => end - last.start, usual)?.end
  if (start === undefined || end === undefined || lengths.some(length => !isSide(length, usual)))
    return undefined
  const rest = text.slice(end, clause.end)
  if (rest !== '' && !FOLLOWS.test(rest))
    return undefined
  const members = pairs.map(({ first, second }) => ({ start: first.start, end: second.end }))
  members[0]!.start = start
  members.at(-1)!.end = end
  const over = start > clause.start ? trimmed(text, { start: clause.start, end: start }) : undefined
  const after = rest === '' ? undefined : { start: end, end: clause.end }
  return { strength: 0.95, ...(over && { over }), members, ...(after && { after }) }
}

function isSide(length: number, usual: number): boolean {
  return length <= LONGEST_SIDE && Math.abs(length - usual) <= SPREAD
}

/** A mark that introduces a list stands neither over it nor in it. */
function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).replace(/[\s：:]+$/, '').length }
}

/** The word at which a side has the others' length. */
function nearest(tokens: readonly Token[], lengthAt: (token: Token) => number, usual: number): Token | undefined {
  const isNear = (length: number): boolean => length > 0 && Math.abs(length - usual) <= SPREAD
  return tokens.find(token => lengthAt(token) === usual) ?? tokens.find(token => isNear(lengthAt(token)))
}

const WORD = String.raw`(?:the |a |an )?[\p{L}-]+`
const ENGLISH = new RegExp(
  String.raw`(?<![\p{L},-] ?)(?:${WORD} and ${WORD}, ){2,}(?:and )?${WORD} and ${WORD}(?!,? and )`,
  'u',
)

/** Words of one each: right and wrong, rich and poor, old and young. */
function english(clause: Clause): Structure[] {
  const words = clause.words.replace(/^(.*?)(?=\b[\p{L}-]{1,60} and )/u, before => ' '.repeat(before.length))
  const match = ENGLISH.exec(words)
  if (!match)
    return []
  const start = clause.start + match.index
  let at = start
  const members = match[0].split(/, (?:and )?/).map((pair) => {
    const from = clause.start + clause.words.indexOf(pair, at - clause.start)
    at = from + pair.length
    return { start: from, end: at }
  })
  const over = clause.words.slice(0, match.index).trimEnd()
  const rest = clause.words.slice(at - clause.start)
  if (members.some(({ start: one, end }) => sizeOf(clause.words.slice(one - clause.start, end - clause.start)) > 9))
    return []
  return [{
    strength: 0.9,
    ...(over !== '' && { over: { start: clause.start, end: clause.start + over.length } }),
    members,
    ...(rest.trim() !== '' && { after: { start: at + rest.length - rest.trimStart().length, end: clause.end } }),
  }]
}
