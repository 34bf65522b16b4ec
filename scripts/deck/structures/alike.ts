import type { Kind } from '../../language/words.ts'
import type { Clause, Clauses, Member, Span, Structure } from './structure.ts'
import { simplify, toWords } from '../../language/words.ts'

/** A word at its place, marks and spaces left out. */
export interface Token extends Span {
  /** As rules compare it: simplified, in small letters. */
  form: string
  kind: Kind
}

const LATIN = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*%?/gu

/**
 * Cuts a stretch of text into words with their places.
 *
 * @param text any text
 * @param span where in it to look; all of it where left out
 * @returns the words in order; of a run of Latin letters each word by itself, without its marks
 */
export function tokensOf(text: string, { start, end }: Span = { start: 0, end: text.length }): Token[] {
  let at = start
  return toWords(text.slice(start, end)).flatMap(({ text: word, form, kind }) => {
    const from = at
    at += word.length
    if (kind === 'space' || kind === 'open' || kind === 'close' || kind === 'stop' || kind === 'joint')
      return []
    if (/\p{Script=Han}/u.test(word))
      return [{ start: from, end: at, form, kind }]
    return Array.from(word.matchAll(LATIN), match => ({ start: from + match.index, end: from + match.index + match[0].length, form: match[0].toLowerCase(), kind }))
  })
}

/**
 * Whether a span begins and ends where words do.
 *
 * @param text the text
 * @param span a place in it
 * @param within the clause that it stands in
 * @returns whether no word is parted
 */
export function isWhole(text: string, span: Span, within: Span): boolean {
  return !tokensOf(text, within).some(({ start, end }) => (start < span.start && end > span.start) || (start < span.end && end > span.end))
}

/** A text's size as readers see it: Han characters, and Latin words or numbers as one and a half. */
export function sizeOf(text: string): number {
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) + (text.match(/[\p{Script=Latin}\p{N}]+(?:['’.,-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0) * 1.5
}

/** How alike two lengths are: 1 where they are the same. */
export function ratio(one: number, other: number): number {
  return Math.min(one, other) / Math.max(one, other, 1e-9)
}

/** The most that stands large on a slide: ten Han characters, or five English words. */
const LARGEST = { han: 10, words: 5 } as const

/**
 * Whether words are few enough to be set large, and are words.
 *
 * @param words as they stand in the text
 * @returns whether they are one to ten Han characters, or one to five words
 */
export function canStandLarge(words: string): boolean {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = words.match(/[\p{Script=Latin}\p{N}]+(?:['’.,-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0
  return han + others > 0 && han + others * 2 <= LARGEST.han && !/[，；。;]|,(?!\d{3})/.test(words)
}

/** Particles that complete what stands before them: nothing begins with one (《语法讲义》: 的, 了, 过). */
const LEANING = new Set<Kind>(['structural', 'aspect', 'final', 'enumerating', 'binder'])

/**
 * A span without the marks and leaning particles at its edges.
 *
 * @param text the text
 * @param span a place in it
 * @returns the words alone, or nothing where there are none
 */
export function wordsIn(text: string, span: Span): Span | undefined {
  const tokens = tokensOf(text, span)
  const first = tokens.find(({ kind }) => !LEANING.has(kind))
  const last = tokens.findLast(({ form, kind }) => kind !== 'final' && form !== '了' && form !== '的')
  if (!first || !last || first.start >= last.end)
    return undefined
  const sign = /^[%％‰℃°]/.exec(text.slice(last.end, span.end))?.[0].length ?? 0
  return withMarks(text, { start: first.start, end: last.end + sign }, span)
}

const MATES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '「': '」', '『': '』', '（': '）', '(': ')', '"': '"' }

/** Quotation marks round the words are of them, if both are there. */
function withMarks(text: string, words: Span, within: Span): Span {
  let { start, end } = words
  const openAt = start - 1
  if (openAt >= within.start && MATES[text[openAt]!] !== undefined && text.slice(start, within.end).includes(MATES[text[openAt]!]!))
    start--
  const inside = text.slice(start, end)
  for (const [open, close] of Object.entries(MATES)) {
    if (text[end] === close && end < within.end && inside.includes(open) && !inside.includes(close))
      end++
  }
  return { start, end }
}

/** 不仅要…，还要…: a modal, the copula or 有 that all have is of the frame. */
const SHARED = /^[要是有会能让]/

/**
 * The strong words of members, where all have some that can stand large and no two are the same.
 *
 * @param text the text
 * @param members the members
 * @param strongs the words of each
 * @returns the members, each with its strong words; without any where one has none
 */
export function withStrong(text: string, members: readonly Span[], strongs: readonly (Span | undefined)[]): Member[] {
  const marks = new Set(strongs.map(strong => strong && SHARED.exec(text.slice(strong.start, strong.end))?.[0]))
  const skip = marks.size === 1 && !marks.has(undefined) ? 1 : 0
  const trimmed = strongs.map(strong => strong && wordsIn(text, { start: strong.start + skip, end: strong.end }))
  const words = trimmed.map(strong => strong ? text.slice(strong.start, strong.end) : '')
  const whole = trimmed.every((strong, index) => strong && isWhole(text, strong, members[index]!))
  const fit = whole && words.length === members.length && words.every(canStandLarge) && new Set(words).size === words.length
  return members.map(({ start, end }, index) => fit ? { start, end, strong: trimmed[index]! } : { start, end })
}

/** A span from one clause's beginning to another's end. */
export function spanOf(first: Span, last: Span = first): Span {
  return { start: first.start, end: last.end }
}

/**
 * Takes from structures those that overlap a stronger or an earlier one.
 *
 * @param structures in any order
 * @returns those that are left, in the text's order
 */
export function apart(structures: readonly Structure[]): Structure[] {
  const kept: Structure[] = []
  for (const structure of structures.toSorted((one, other) => other.strength - one.strength || extent(one).start - extent(other).start)) {
    const span = extent(structure)
    if (!kept.some(other => overlap(extent(other), span)))
      kept.push(structure)
  }
  return kept.sort((one, other) => extent(one).start - extent(other).start)
}

/** All that a structure shows: from what stands over it to what follows it. */
export function extent({ over, members, after }: Structure): Span {
  return { start: over?.start ?? members[0]!.start, end: after?.end ?? members.at(-1)!.end }
}

/** Whether two spans share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/**
 * Cuts clauses into larger pieces: those between two ；, or sentences.
 *
 * @param passage a passage
 * @param by where to cut
 * @returns the pieces, each with its clauses
 */
export function piecesOf({ text, clauses }: Clauses, by: 'semicolons' | 'sentences'): Clause[][] {
  const pieces: Clause[][] = []
  clauses.forEach((clause, index) => {
    const before = clauses[index - 1]
    const cut = !before || before.sentence !== clause.sentence || /[。！？!?]/.test(text.slice(before.end - 1, clause.start))
      || (by === 'semicolons' && /[；;]/.test(text.slice(before.end, clause.start)))
    if (cut)
      pieces.push([clause])
    else
      pieces.at(-1)!.push(clause)
  })
  return pieces
}

/**
 * A passage as rules know it: in simplified characters.
 *
 * @param passage a passage, perhaps in traditional characters
 * @returns the same passage, its clauses' words simplified, one character for each
 */
export function plain(passage: Clauses): Clauses {
  const known = PLAIN.get(passage) ?? { text: simplified(passage.text), clauses: passage.clauses.map(clause => ({ ...clause, words: simplified(clause.words) })) }
  PLAIN.set(passage, known)
  return known
}

/** All finders ask for the same passage. */
const PLAIN = new WeakMap<Clauses, Clauses>()

function simplified(words: string): string {
  const forms = simplify(words)
  return forms.length === words.length ? forms : words
}
