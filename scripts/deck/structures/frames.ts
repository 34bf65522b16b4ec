import type { Kind } from '../../language/model.ts'
import type { Token } from './alike.ts'
import type { Span } from './structure.ts'
import { holding } from '../prose/spans.ts'
import { tokensOf } from './alike.ts'

/** A clause as it is compared: its words, and where in it the comparison begins. */
export interface Face extends Span {
  /** Of its characters in simplified small letters, one for each of the text's. */
  form: string
  tokens: readonly Token[]
}

/**
 * Words that join a later member to the ones before and are no part of what it shares with them:
 * 也必须坚持…, and we shall….
 */
const JOINING = /^(?:[也更还都而并且又和]|以及|同时|and|or|but|so|yet)$/

/**
 * Reads a clause for comparing.
 *
 * @param text the text
 * @param span where the clause stands
 * @param later whether others stand before it: then a word that joins it to them is left out
 * @returns the clause's face
 */
export function faceOf(text: string, span: Span, later = false): Face {
  const tokens = tokensOf(text, span)
  const from = later && tokens.length > 2 && JOINING.test(tokens[0]!.form) ? 1 : 0
  const start = tokens[from]?.start ?? span.start
  return { start, end: span.end, form: formOf(text, { start, end: span.end }), tokens: tokens.slice(from) }
}

function formOf(text: string, { start, end }: Span): string {
  const form = text.slice(start, end).toLowerCase()
  return form.length === end - start ? form : text.slice(start, end)
}

/**
 * A face that begins later, where a word does.
 *
 * @param face a face
 * @param at how many characters in
 * @returns the rest of it
 */
export function from(face: Face, at: number): Face {
  const start = face.start + at
  return { start, end: face.end, form: face.form.slice(at), tokens: face.tokens.filter(token => token.start >= start) }
}

/** How many characters all faces have in common at their beginnings, up to where all of them have a word's end. */
export function sharedStart(faces: readonly Face[]): number {
  let length = 0
  while (length < faces[0]!.form.length && faces.every(({ form }) => form[length] === faces[0]!.form[length]))
    length++
  while (length > 0 && !faces.every(face => isBorder(face, length)))
    length--
  return length
}

/** How many characters all faces have in common at their ends, from where all of them have a word's beginning. */
export function sharedEnd(faces: readonly Face[]): number {
  let length = 0
  const shortest = Math.min(...faces.map(({ form }) => form.length))
  while (length < shortest && faces.every(({ form }) => form.at(-length - 1) === faces[0]!.form.at(-length - 1)))
    length++
  while (length > 0 && !faces.every(face => isBorder(face, face.form.length - length)))
    length--
  return length
}

/** Whether no word is parted at a place. */
export function isBorder({ start, tokens }: Face, at: number): boolean {
  const token = holding(tokens, start + at)
  return token === undefined || token.start === start + at
}

/**
 * The longest run of words that all faces share, wherever it stands in them.
 *
 * @param faces the faces
 * @returns where it stands in each, from the face's beginning, and its length
 */
export function sharedMiddle(faces: readonly Face[]): { at: number[], length: number } | undefined {
  const [first, ...others] = faces as [Face, ...Face[]]
  const starts = first.tokens.map(token => token.start - first.start)
  const ends = first.tokens.map(token => token.end - first.start)
  let best: { at: number[], length: number } | undefined
  for (const start of starts) {
    for (const end of ends) {
      if (end - start <= (best?.length ?? 0))
        continue
      const words = first.form.slice(start, end)
      const places = others.map(face => placeOf(face, words))
      if (places.every(place => place >= 0))
        best = { at: [start, ...places], length: words.length }
    }
  }
  return best
}

function placeOf(face: Face, words: string): number {
  for (let at = face.form.indexOf(words); at >= 0; at = face.form.indexOf(words, at + 1)) {
    if (isBorder(face, at) && isBorder(face, at + words.length))
      return at
  }
  return -1
}

/** Words that say something of what stands before them. */
export const PREDICATES: ReadonlySet<Kind> = new Set<Kind>([
  'verb', 'gerund', 'copula', 'modal', 'adverb', 'negation', 'direction', 'idiom', 'latin',
])

/** Whether a stretch of a face says something: what all speak of is no frame. */
export function says(face: Face, from: number, to: number): boolean {
  return tokensAt(face, from, to).some(({ kind }) => PREDICATES.has(kind))
}

const NOMINAL = new Set<Kind>(['noun', 'place', 'gerund', 'idiom', 'adjective', 'attribute', 'latin', 'localizer'])

/** Whether words name something: nouns and what may stand before one. */
export function isNominal(tokens: readonly Token[]): boolean {
  const isOfName = ({ kind, form }: Token, index: number): boolean => NOMINAL.has(kind) || (form === '的' && index > 0)
  return tokens.length > 0 && tokens.every(isOfName) && tokens.at(-1)!.kind !== 'adjective'
}

/** The words of a face that stand within a place of it. */
export function tokensAt({ start, tokens }: Face, from: number, to: number): Token[] {
  return tokens.filter(token => token.start >= start + from && token.end <= start + to)
}
