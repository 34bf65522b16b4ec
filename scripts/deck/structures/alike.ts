import type { Kind } from '../../language/model.ts'
import type { Member, Span, Structure } from './structure.ts'
import { toWords } from '../../language/words.ts'

export { plain, plainText } from './plain.ts'
export { apart, extent, overlap, piecesOf, spanOf } from './structure.ts'

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
    return Array.from(word.matchAll(LATIN), (match) => {
      const place = { start: from + match.index, end: from + match.index + match[0].length }
      return { ...place, form: match[0].toLowerCase(), kind }
    })
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
  const parts = (token: Span, place: number): boolean => token.start < place && token.end > place
  return !tokensOf(text, within).some(token => parts(token, span.start) || parts(token, span.end))
}

/** Latin words and numbers, each with the marks inside it: don’t, 1,000. */
const LATIN_OR_NUMBER = /[\p{Script=Latin}\p{N}]+(?:['’.,-][\p{Script=Latin}\p{N}]+)*/gu

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}

function countOthers(text: string): number {
  return text.match(LATIN_OR_NUMBER)?.length ?? 0
}

/** A text's size as readers see it: Han characters, and Latin words or numbers as one and a half. */
export function sizeOf(text: string): number {
  return countHan(text) + countOthers(text) * 1.5
}

/** The size of a place in a text. */
export function sizeIn(text: string, { start, end }: Span): number {
  return sizeOf(text.slice(start, end))
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
  const han = countHan(words)
  const others = countOthers(words)
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

const MATES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '"': '"',
}

/** Quotation marks round the words are of them, if both are there. */
function withMarks(text: string, words: Span, within: Span): Span {
  let { start, end } = words
  const mate = start > within.start ? MATES[text[start - 1]!] : undefined
  if (mate !== undefined && text.slice(start, within.end).includes(mate))
    start--
  const inside = text.slice(start, end)
  for (const [open, close] of Object.entries(MATES)) {
    const isOpen = open === close
      ? inside.split(open).length % 2 === 0
      : inside.includes(open) && !inside.includes(close)
    if (text[end] === close && end < within.end && isOpen)
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
  const trimmed = strongs.map((strong, index) => {
    const own = strong && wordsIn(text, { start: strong.start + skip, end: strong.end })
    return own && withParticle(text, own, members[index]!)
  })
  const words = trimmed.map(strong => strong ? text.slice(strong.start, strong.end) : '')
  const whole = trimmed.every((strong, index) => strong && isWhole(text, strong, members[index]!))
  const areLarge = words.every(canStandLarge) && new Set(words).size === words.length
  const fit = whole && words.length === members.length && areLarge
  return members.map(({ start, end }, index) => fit ? { start, end, strong: trimmed[index]! } : { start, end })
}

/** 为了读者定|的: a particle that is all the rest stands beside its words. */
function withParticle(text: string, words: Span, { end }: Span): Span {
  return /^[的了]$/.test(text.slice(words.end, end)) ? { ...words, end } : words
}

/** Two members that are set against each other; where only one has short words of its own, neither shows them large. */
export function pairOf(
  text: string,
  strength: number,
  spans: readonly Span[],
  strongs: readonly (Span | undefined)[],
): Structure {
  const members = withStrong(text, spans, strongs)
  const sizes = spans.map(span => sizeIn(text, span))
  // Where one side is far longer than the other, the two do not look like two of a kind.
  const isUneven = ratio(sizes[0]!, sizes[1]!) < 0.25 || Math.max(...sizes) > 50
  const largeness = members[0]!.strong ? 0 : -0.06
  const evenness = isUneven ? -0.2 : largeness
  return { strength: Math.round((strength + evenness) * 100) / 100, members }
}
