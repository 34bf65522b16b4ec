import type { Kind, Word } from './model.ts'
// @ts-expect-error The package has types for its converters, not for its tables.
import traditional from 'opencc-js/dict/TSCharacters'
import { CLOSED } from './closed-words.ts'
import { dictionaryFor } from './dictionary.ts'

/** Marks that open; a line does not end with them (CLREQ 3.1.4, GB/T 15834 5.1). */
export const OPENING = '（《〈「『【〔〖“‘［｛'
/** Marks that close; a line does not begin with them. */
export const CLOSING = '）》〉」』】〕〗”’］｝，。、；：！？—…～·・‰℃°％'

const PIECE = new RegExp([
  String.raw`\p{Script=Han}+`,
  String.raw`\s+`,
  `[${OPENING}]`,
  // A sign's repetitions are one mark: ——, ……, ？！.
  `[${CLOSING}]+?(?![—…])|[—…]+`,
  // All else, apostrophes within words too.
  String.raw`(?:[^\s\p{Script=Han}${OPENING}${CLOSING}]|(?<=\p{L})’(?=\p{L}))+`,
].join('|'), 'gu')

/**
 * Cuts a text into words that, joined, are the text.
 *
 * @param text Chinese, or mixed
 * @returns its words, each with its part of speech
 */
export function toWords(text: string): readonly Word[] {
  if (text.length > LONGEST_KEPT)
    return cutWords(text)
  const words = known.get(text) ?? cutWords(text)
  // The oldest goes when the shelf is full: the planner asks for the same clauses many times, and a book has too many
  // to keep.
  if (known.size >= MOST_KEPT)
    known.delete(known.keys().next().value!)
  known.set(text, words)
  return words
}

/**
 * Takes all words that a text may have from the dictionary at once: clause by clause that takes six times as long.
 *
 * @param text an article's, of which clauses will be cut
 */
export function prepareWords(text: string): void {
  const han = simplify([...new Set(text)].filter(character => /\p{Script=Han}/u.test(character)).join(''))
  if (han !== '')
    dictionaryFor(han)
}

/** What has been cut before; the same text is always cut alike. */
const known = new Map<string, readonly Word[]>()
const MOST_KEPT = 4000
const LONGEST_KEPT = 200

function cutWords(text: string): Word[] {
  const toPieces = (piece: string): Word[] => /^\p{Script=Han}/u.test(piece) ? cutHan(piece) : [otherWord(piece)]
  return Array.from(text.matchAll(PIECE), ([piece]) => toPieces(piece)).flat()
}

/** Cuts Chinese characters, traditional ones as the simplified ones that the dictionary knows. */
function cutHan(text: string): Word[] {
  const characters = Array.from(text)
  let at = 0
  // No guessing of words that the dictionary does not have: a guess takes in function words (党同, 风一) and loses more
  // than it finds.
  const simplified = simplify(text)
  return dictionaryFor(simplified).tag(simplified, false).map(({ word: form, tag }) => {
    const length = Array.from(form).length
    const word = { text: characters.slice(at, at + length).join(''), form, kind: kindOf(form, tag), width: length }
    at += length
    return word
  })
}

function otherWord(text: string): Word {
  const widths = Array.from(text, (character): number => character < '⺀' ? 0.5 : 1)
  return { text, form: text, kind: kindOfOther(text), width: widths.reduce((sum, width) => sum + width, 0) }
}

function kindOfOther(text: string): Kind {
  if (/^\s/.test(text))
    return 'space'
  if (OPENING.includes(text) || /^[([{]+$/.test(text))
    return 'open'
  if (/^[，。、；：！？—…]/.test(text))
    return 'stop'
  if (/^[·・～]/.test(text))
    return 'joint'
  if (CLOSING.includes(text.at(0)!) || /^[)\]},.;:!?%]+$/.test(text))
    return /^[,.;:!?]/.test(text) ? 'stop' : 'close'
  return /^[#$¥€£+-]?\d[\d.,:/+-]*%?$/.test(text) ? 'number' : 'latin'
}

/** The tags of 北大《现代汉语语料库加工规范》, by which the dictionary is marked. */
const TAGGED: Readonly<Record<string, Kind>> = {
  n: 'noun',
  nr: 'noun',
  s: 'place',
  t: 'time',
  v: 'verb',
  vn: 'gerund',
  a: 'adjective',
  z: 'adjective',
  b: 'attribute',
  i: 'idiom',
  l: 'idiom',
  r: 'pronoun',
  m: 'numeral',
  q: 'measure',
  d: 'adverb',
  p: 'preposition',
  c: 'conjunction',
  f: 'localizer',
  u: 'structural',
  k: 'enumerating',
  y: 'final',
}

/** These are one thing after a verb and another elsewhere: they are told apart where they stand. */
function kindOf(form: string, tag: string): Kind {
  if (/^[一二三四五六七八九十百千万亿两零〇数]+$/.test(form))
    return 'numeral'
  return CLOSED.get(form) ?? TAGGED[tag.slice(0, 2)] ?? TAGGED[tag[0]!] ?? 'noun'
}

let simple: ReadonlyMap<string, string> | undefined

/**
 * Writes traditional characters as the simplified ones that the dictionary knows.
 *
 * @param text any text
 * @returns the text, a character for each
 */
export function simplify(text: string): string {
  const characters = Array.from(text)
  simple ??= new Map((traditional as string).split('|').map(pair => pair.split(' ') as [string, string]))
  const forms = characters.map(character => simple!.get(character) ?? character).join('')
  // 著 is a word of its own in both scripts; in the traditional one it is the particle 着 too.
  return forms === characters.join('') ? forms : forms.replace(/(?<![显论专原译编巨名土])著(?![名作者书述称])/g, '着')
}
