import type { Words } from './cover.ts'
import type { Token } from './tokens.ts'
import { JOINT } from './plain.ts'

/** What stands between two found words in the decks is compared up to so many tokens. */
const MOST_BETWEEN = 2_000

/** Two texts, and which token of the first stands where in the second. */
export interface Paired {
  source: Words
  text: string
  notes: Words
  pairs: Int32Array
  isSpaced: boolean
  /** The words of the slides, and of what is left out, as they stand joined there. */
  joined: ReadonlySet<string>
}

/**
 * Takes off what is written in another way and says the same: a word that a line's end or a scan has parted, raised
 * digits, and a formula, whose signs may stand in another order (TeX).
 *
 * @param paired both texts
 * @param open 1 for each token that is not found yet; is made 0 for those that are there in another way
 */
export function mend(paired: Paired, open: Uint8Array): void {
  for (let from = 0; from < open.length; from++) {
    if (open[from] === 0)
      continue
    let to = from + 1
    while (open[to] === 1)
      to++
    const between = tokensBetween(paired, from, to)
    for (const [start, end] of piecesOf(paired, from, to)) {
      if (isThere(paired, start, end, between))
        open.fill(0, start, end)
    }
    from = to
  }
}

/** The tokens of the decks between the words beside a run of the article's. */
function tokensBetween({ notes, pairs }: Paired, from: number, to: number): Token[] {
  let [before, after] = [from - 1, to]
  while (before >= 0 && pairs[before]! < 0)
    before--
  while (after < pairs.length && pairs[after]! < 0)
    after++
  const start = before < 0 ? 0 : pairs[before]! + 1
  const end = after < pairs.length ? pairs[after]! : notes.tokens.length
  return notes.tokens.slice(start, Math.min(end, start + MOST_BETWEEN))
}

/** A word is parted by no more tags: to try each place with each takes the cube of their number. */
const MOST_PARTED = 40

/** A run as one, then its formulas and the words that are parted in it, by tags more than once. */
function piecesOf({ source: { tokens }, text }: Paired, from: number, to: number): [number, number][] {
  const pieces: [number, number][] = [[from, to]]
  for (let at = from; at < to; at++) {
    pieces.push([at, at + 1])
    let end = at + 2
    if (end <= to)
      pieces.push([at, end])
    while (end < to && end - at < MOST_PARTED && text.slice(tokens[end - 1]!.end, tokens[end]!.start) === JOINT)
      pieces.push([at, ++end])
  }
  return pieces
}

function isThere(paired: Paired, from: number, to: number, between: Token[]): boolean {
  const { text, source: { tokens }, isSpaced, joined } = paired
  const run = tokens.slice(from, to)
  if (run.length === 1 && run[0]!.kind === 'formula')
    return hasSigns(between.map(({ words }) => words).join(''), run[0]!.words)
  const hasNumber = run.some(({ kind }) => kind === 'number')
  const isJoined = (token: Token, index: number): boolean =>
    index === 0 || isJoint(text.slice(run[index - 1]!.end, token.start), isSpaced, hasNumber)
  const isParted = run.every(isJoined)
  // A line may end within a number: 10—\n20.
  const whole = text.slice(run[0]!.start, run.at(-1)!.end).replace(/\s/g, '').replaceAll(JOINT, '')
  if (isParted && joinedIn(between, run))
    return true
  if (isParted && !hasNumber && run.length > 1 && joined.has(run.map(({ words }) => words).join('')))
    return true
  const isWhole = ({ words }: Token): boolean =>
    (run.length > 1 && words === whole) || (words.includes(STRONG) && words.replaceAll(STRONG, '') === whole)
  return hasNumber && between.some(token => token.kind === 'number' && isWhole(token))
}

/** Marks of Markdown between the digits of one number: **4**5. */
const STRONG = '**'

/**
 * What may stand between two pieces of one word: a line's end, a hyphen before it, marks of Markdown where no number
 * is; after a scan one space.
 */
function isJoint(between: string, isSpaced: boolean, hasNumber: boolean): boolean {
  if (between === JOINT)
    return true
  if (/^[-\u2010]?[ \t]*(?:\r\n|[\r\n])[ \t\u3000]*$/.test(between))
    return true
  const isMark = !hasNumber && /^[*_~<>`[\]()!]{1,6}$/.test(between)
  return isMark || (isSpaced && /^[ \u3000\u00A0]$/.test(between))
}

/** Whether tokens in a row are a run, parted in another way or raised. What is the same in both has been looked for. */
function joinedIn(tokens: Token[], run: Token[]): boolean {
  const whole = run.map(({ words }) => words).join('').normalize('NFKC')
  return tokens.some((_, from) => {
    let joined = ''
    let to = from
    for (; to < tokens.length && joined.length < whole.length; to++) {
      // Numbers are not joined: 3 and 5 are not 35.
      if (to > from && (tokens[to]!.kind === 'number' || tokens[to - 1]!.kind === 'number'))
        break
      joined += tokens[to]!.words.normalize('NFKC')
    }
    return joined === whole && !isSame(tokens.slice(from, to), run)
  })
}

function isSame(one: Token[], other: Token[]): boolean {
  return one.length === other.length && one.every(({ words }, at) => words === other[at]!.words)
}

/** Whether a text has all letters and digits of a formula, in whatever order. */
function hasSigns(text: string, formula: string): boolean {
  const counts = new Map<string, number>()
  for (const sign of text)
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return Array.from(formula.normalize('NFKC').match(/[\p{Script=Han}a-z\d]/giu) ?? []).every((sign) => {
    counts.set(sign, (counts.get(sign) ?? 0) - 1)
    return counts.get(sign)! >= 0
  })
}
