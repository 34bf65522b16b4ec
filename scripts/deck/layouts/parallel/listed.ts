import type { Token } from '../../structures/alike.ts'
import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { ratio, sizeIn, spanOf, tokensOf, withStrong } from '../../structures/alike.ts'
import { listMarks, withLeads } from '../../structures/clauses.ts'
import { PREDICATES } from '../../structures/frames.ts'
import { around } from '../../structures/structure.ts'

const FEWEST = 3
const MOST = 7
/** A member is a phrase, not a sentence. */
const LONGEST = 14
/** The shortest member is so long beside the longest. */
const EVEN = 0.4
/** What follows the last member is said of all of them, and stands alone where it is longer than this. */
const SHORT_END = 4
const AFTER = /^(?:的|等|之间|方面)/

/** What governs, denied; and any denial among what all members begin with. */
const NEGATION = /[不没无未非别勿少]$/
const DENIES = /[不没无未非别勿]/

/** What all members have in common: where it begins in each, and how many characters it has. */
interface Frame { at: readonly number[], length: number }

/**
 * Finds members between 、 in one clause that begin with one word or have one verb in their middle: 懂病、懂分群、懂过冬;
 * 水利管水量、环保管水质、住建管管网 (GB/T 15834—2011, 4.5: 、 parts what stands side by side; 黄伯荣、廖序东《现代汉语》: 排比).
 *
 * @param passage one paragraph
 * @returns the rows in order; what differs in the members is strong
 */
export function listed(passage: Clauses): Structure[] {
  const { text, clauses } = withLeads(passage)
  return clauses.flatMap((_, at) => rowIn(text, clauses, at) ?? [])
}

function rowIn(text: string, clauses: readonly Clause[], at: number): Structure | undefined {
  const listed = piecesIn(clauses[at]!)
  if (listed.length < FEWEST || listed.length > MOST)
    return undefined
  const pieces = withNext(text, clauses, at, listed)
  const start = sharedStart(text, pieces)
  const frame = start ?? sharedVerb(text, pieces)
  const first = start ? start.at[0]! : frame && headStart(text, pieces, frame)
  if (!frame || first === undefined)
    return undefined
  const behind = frame.at.map(at => at + frame.length)
  const last = pieces.at(-1)!
  const end = pieces === listed ? endOfLast(text, pieces, behind.at(-1)!) : last.end
  const isShort = sizeIn(text, { start: end, end: last.end }) <= SHORT_END
  const members = pieces.map((piece, index) => ({
    start: index === 0 ? first : piece.start,
    end: piece === last && !isShort ? end : piece.end,
  }))
  // 不上心: what is denied is not large without its 不.
  const strongs = DENIES.test(text.slice(frame.at[0], behind[0])) ? frame.at : behind
  const rests = pieces.map((piece, index) => ({ start: strongs[index]!, end: piece === last ? end : piece.end }))
  const tail = start ? sharedTail(text, rests) : 0
  const own = rests.map(({ start, end }) => ({ start, end: end - tail }))
  const whole = wholeOf(text, clauses, at, first)
  const row = whole && structureOf(text, { start: whole.start, end: last.end }, members, own)
  // What goes on in a clause of its own is a row, however long that is.
  return row?.members[0]!.strong || pieces !== listed ? row : undefined
}

/** 在田头、在车间、在楼道，在老百姓中间: the clause that goes on in the same word is a member too. */
function withNext(text: string, clauses: readonly Clause[], at: number, pieces: Span[]): Span[] {
  const next = clauses[at + 1]
  const words = pieces.slice(1).map(piece => tokensOf(text, piece)[0]!)
  const isShared = words.every(({ form, kind }) => form === words[0]!.form && kind === 'preposition')
  const goesOn = next?.sentence === clauses[at]!.sentence && next.words.startsWith(words[0]!.form)
  return isShared && goesOn ? [...pieces, spanOf(next)] : pieces
}

/** 带着信念|学、带着感情|学: how many characters the last word has that all of them end with. */
function sharedTail(text: string, spans: readonly Span[]): number {
  const words = spans.map(span => tokensOf(text, span))
  const [first] = words.map(own => own.at(-1)!)
  const isShared = words.every(own => own.length > 1 && own.at(-1)!.form === first!.form)
  return isShared ? first!.form.length : 0
}

/** What stands between two 、 outside brackets. */
function piecesIn({ words, start, end }: Clause): Span[] {
  const marks = listMarks(words).map(at => start + at)
  return [...marks, end].map((mark, index) => ({ start: index === 0 ? start : marks[index - 1]! + 1, end: mark }))
}

/** Words that ask for what follows them: a row of these is more than a row of things. */
function asks({ kind }: Token): boolean {
  return PREDICATES.has(kind) || kind === 'preposition'
}

/** The characters that all members begin with; in the first piece other words may stand before them. */
function sharedStart(text: string, pieces: readonly Span[]): Frame | undefined {
  const [first, ...others] = pieces as [Span, Span, ...Span[]]
  const words = others.map(({ start, end }) => text.slice(start, end))
  const tokens = others.map(piece => tokensOf(text, piece))
  const isShared = (length: number): boolean =>
    words.every(own => own.length > length && own.slice(0, length) === words[0]!.slice(0, length))
  // One of them shows where the word ends: 不尽力 beside 不得法.
  const lengths = tokens.flatMap(own =>
    own.filter((_, index) => own.slice(0, index + 1).some(asks)).map(({ end }) => end - own[0]!.start)).filter(isShared)
  const length = Math.max(0, ...lengths)
  const at = text.slice(first.start, first.end - 1).lastIndexOf(words[0]!.slice(0, length))
  const isWord = tokensOf(text, first).some(({ start }) => start === first.start + at)
  return length > 0 && isWord ? { at: [first.start + at, ...others.map(({ start }) => start)], length } : undefined
}

/** The one verb that stands in the middle of all members, behind as many characters. */
function sharedVerb(text: string, pieces: readonly Span[]): Frame | undefined {
  const [, second] = pieces as [Span, Span]
  const isVerb = ({ kind, start }: Token): boolean => start > second.start && /^(?:verb|gerund)$/.test(kind)
  const verbs = tokensOf(text, second).filter(isVerb)
  return verbs.map(({ form, start }): Frame | undefined => {
    const head = start - second.start
    const places = pieces.map((piece, index) => {
      const words = text.slice(piece.start, piece.end - 1)
      return piece.start + (index === 0 ? words.lastIndexOf(form) : words.indexOf(form, Math.max(1, head - 1)))
    })
    const isAlike = places.slice(1).every((place, index) => Math.abs(place - pieces[index + 1]!.start - head) <= 1)
    return isAlike && places[0]! > pieces[0]!.start ? { at: places, length: form.length } : undefined
  }).find(frame => frame !== undefined)
}

/** Where the first member begins: what stands before its verb is as long as in the others. */
function headStart(text: string, pieces: readonly Span[], { at }: Frame): number | undefined {
  const sizes = pieces.slice(1).map(({ start }, index) => at[index + 1]! - start)
  const isFit = (size: number): boolean => size >= Math.min(...sizes) && size <= Math.max(...sizes)
  return tokensOf(text, pieces[0]!).find(({ start }) => start < at[0]! && isFit(at[0]! - start))?.start
}

/** The last member ends with the clause, or before what is said of all: 与人民心心相印、与人民同甘共苦|的历史. */
function endOfLast(text: string, pieces: readonly Span[], behind: number): number {
  const last = pieces.at(-1)!
  const middle = pieces.slice(1, -1)
  const longest = Math.max(...middle.map(piece => sizeIn(text, piece)))
  const haveOf = middle.some(({ start, end }) => text.slice(start, end).includes('的'))
  const stop = tokensOf(text, { start: behind, end: last.end }).find(({ start }) => {
    const rest = text.slice(start, last.end)
    return start > behind && AFTER.test(rest) && !(haveOf && rest.startsWith('的'))
  })
  const isLong = sizeIn(text, last) > longest + 1 || (stop !== undefined && text[stop.start] === '等')
  return stop && isLong ? stop.start : last.end
}

/** 我们的历史，就是一部…: what begins so goes on with the clause before it. */
const LEANS = /^(?:就?是|[而也都便则才])/
/** 那份…、那份…: what they are the subject of comes later. */
const UNSAID = /^[而但和或]?[这那][份种个些类]?$/

/** The row with what governs it: its clause, or with the one before it. */
function wholeOf(text: string, clauses: readonly Clause[], at: number, first: number): Span | undefined {
  const [before, { start, end, sentence }] = [clauses[at - 1], clauses[at]!]
  const over = text.slice(start, first)
  // 他们不|讲空话、讲实话: what governs the first alone stands over none of the others.
  if (UNSAID.test(over) || NEGATION.test(over))
    return undefined
  // 在田头、在车间: where what the clause before asks or tells of is.
  if (!LEANS.test(over) && !(over === '' && text.slice(start, end).startsWith('在')))
    return { start, end }
  const isOne = before?.sentence === sentence && !/[；;]/.test(text.slice(before.end, start))
  return isOne ? { start: before.start, end } : undefined
}

function structureOf(
  text: string,
  whole: Span,
  spans: readonly Span[],
  strongs: readonly Span[],
): Structure | undefined {
  const sizes = spans.map(span => sizeIn(text, span))
  const isEven = ratio(Math.min(...sizes), Math.max(...sizes)) >= EVEN && Math.max(...sizes) <= LONGEST
  const members = withStrong(text, spans, strongs)
  const row = { strength: spans.length > FEWEST ? 0.88 : 0.84, members, ...around(text, whole, spans) }
  const isLong = row.over && sizeIn(text, row.over) > LONGEST * 2
  return isEven && !isLong ? row : undefined
}
