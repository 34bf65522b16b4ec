import type { Image, Text } from 'mdast'
import type { FlatText } from '../article/flat-text.ts'
import type { CodeBlock, ItemPlace, Passage, Row } from '../article/passage.ts'
import { cut } from '../article/flat-text.ts'
import { maskedText, partOf } from '../article/marks.ts'
import { splitClauses, trimClause } from '../language/clauses.ts'
import { cutLongClause, LONGEST_CLAUSE_EM } from '../language/long-clauses.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { findQuoteAround, findQuoteFirst, findSpeech, unquote } from '../language/speech.ts'

/** A sentence and what of it may stand on a slide. */
export interface Unit {
  /** The whole sentence, for the note. */
  sentence: Text
  /** Where its paragraph begins: a note keeps the article's paragraphs. */
  opensParagraph: boolean
  /** Whole clauses, without the marks at their edges. */
  bullets: Text[]
  attribution?: Text
  /** The words are a quotation and nothing else. */
  quotation?: Text
  /** Where the words of a paragraph or an item begin, after the attribution. */
  formFrom?: number
  /** The words describe a picture. */
  image?: Image
  /** The words are an item of a list. */
  item?: true
  /** Where the item stands, in a list with numbers or with lists below its items. */
  place?: ItemPlace
  /** The words are a table's row. */
  row?: Row
  /** The words are a formula that stands by itself. */
  formula?: true
  /** The words are code. */
  code?: CodeBlock
  /** The words are said to name the table or the picture beside them. */
  caption?: true
}

/** A bullet longer than this is parted at commas, into whole clauses. */
const LONG_BULLET_EM = 66
/** In English a clause after a comma seldom stands by itself: only a bullet that is far too long is parted there. */
const LONG_ENGLISH_EM = 140
/** An item longer than this is parted into its sentences. */
const LONG_ITEM_EM = 100
/** A clause shorter than this stays with its neighbour. */
const SHORT_CLAUSE_EM = 9

/**
 * Turns a passage into units, one for each sentence.
 *
 * @param passage a block of the article
 * @returns its sentences with their bullets: parted at ；, attributions and quotations told apart
 */
export function toUnits(passage: Passage): Unit[] {
  const whole = passage.slice(0, passage.text.length)
  if (passage.image)
    return [{ sentence: whole, opensParagraph: true, bullets: [], image: passage.image }]
  if (passage.kind === 'formula')
    return [{ sentence: whole, opensParagraph: true, bullets: [], formula: true }]
  if (passage.place && widthInEm(passage.text) <= LONG_ITEM_EM)
    return [{ ...itemUnit(whole), place: passage.place }]
  const sentences = passage.code || passage.row ? [whole] : cut(passage, splitSentences)
  return sentences
    .filter(sentence => sentence.value.trim() !== '')
    .map((sentence, index) => sentenceUnit(passage, sentence, index === 0))
}

function sentenceUnit({ kind, place, row, code, caption }: Passage, sentence: Text, isFirst: boolean): Unit {
  return {
    sentence,
    opensParagraph: isFirst,
    ...analyse(flat(sentence), kind),
    ...(kind === 'item' && { item: true as const }),
    ...(place && { place: isFirst ? place : { items: place.items, goesOn: true } }),
    ...(row && { row }),
    ...(code && { code }),
    ...(caption && { caption }),
  }
}

/**
 * Whether a unit is a sentence of prose: nothing but words, in no list.
 *
 * @param unit a unit
 * @returns false for a picture, code, a formula, a table's row and a list's item
 */
export function isProse(unit: Unit): boolean {
  return !unit.image && !unit.code && !unit.formula && !unit.row && !unit.item
}

/** An item of a list that says where its items stand is one bullet, however many sentences it has. */
function itemUnit(sentence: Text): Unit {
  const words = trimClause(sentence.value)
  const start = sentence.value.indexOf(words)
  const bullets = words === '' ? [] : [partOf(sentence, start, start + words.length)]
  return { sentence, opensParagraph: true, bullets, item: true }
}

/**
 * A text node as flat text, to be cut by what its words are: code and formulas are not looked into. Its pieces'
 * places follow from its own.
 */
function flat(node: Text): FlatText {
  const masked = maskedText(node)
  const slice = (from: number, to: number): Text => partOf(node, from, to)
  return { text: masked, masked, slice, raw: slice }
}

/** What of a sentence a slide may show, and whose words they are. */
type Analysis = Pick<Unit, 'bullets' | 'attribution' | 'quotation' | 'formFrom'>

function analyse(sentence: FlatText, kind: Passage['kind']): Analysis {
  const speech = findSpeech(sentence.text)
  const first = speech ? undefined : findQuoteFirst(sentence.text) ?? findQuoteAround(sentence.text)
  if (first) {
    const quotation = sentence.slice(first.start, first.start + first.words.length)
    const attribution = sentence.slice(first.named, first.named + first.attribution.length)
    return { attribution, quotation, bullets: [quotation] }
  }
  if (!speech) {
    const quoted = kind === 'quotation' ? sentence.text.trim() : undefined
    const isProse = kind === 'paragraph' || kind === 'item'
    const isShortItem = kind === 'item' && widthInEm(sentence.text) <= LONG_BULLET_EM
    const bullets = isShortItem ? [find(sentence, trimClause(sentence.text), 0)] : toBullets(sentence, 0)
    return {
      bullets: bullets.filter(({ value }) => value !== ''),
      ...(isProse && { formFrom: 0 }),
      ...(quoted !== undefined && { quotation: find(sentence, quoted, 0) }),
    }
  }
  const attribution = find(sentence, speech.attribution.trim(), 0)
  const quoted = unquote(speech.words)
  if (quoted !== undefined) {
    const isLong = widthInEm(quoted) > LONGEST_CLAUSE_EM
    const all = find(sentence, trimClause(speech.words), speech.offset)
    const bullets = isLong ? toBullets(sentence, speech.offset) : [all]
    return { attribution, quotation: find(sentence, quoted, speech.offset), bullets }
  }
  return { attribution, bullets: toBullets(sentence, speech.offset), formFrom: speech.offset }
}

function find(sentence: FlatText, words: string, from: number): Text {
  const start = Math.max(0, sentence.text.indexOf(words, from))
  return sentence.slice(start, start + words.length)
}

/** A sentence's clauses, parted at ； and, where one is long, at commas. */
function toBullets(sentence: FlatText, from: number): Text[] {
  const bullets: Text[] = []
  let offset = from
  for (const clause of splitClauses(sentence.text.slice(from), 'semicolons')) {
    for (const piece of partLong(clause)) {
      const words = trimClause(piece)
      if (words !== '')
        bullets.push(find(sentence, words, offset))
      offset += piece.length
    }
  }
  return bullets
}

/** Parts a long clause at commas into pieces of about equal length; the pieces joined are the clause. */
function partLong(clause: string): string[] {
  const width = widthInEm(clause)
  const longest = /\p{Script=Han}/u.test(clause) ? LONG_BULLET_EM : LONG_ENGLISH_EM
  if (width <= longest)
    return [clause]
  const target = width / Math.ceil(width / longest)
  const pieces: string[] = []
  let current = ''
  let long = 0
  for (const small of splitClauses(clause, 'commas').flatMap(cutLongClause)) {
    const own = widthInEm(small)
    // Break where the piece comes nearer to its share without the next clause than with it.
    const isNearer = long + own > target && long + own - target > target - long
    const areLong = Math.min(long, widthInEm(trimClause(small))) >= SHORT_CLAUSE_EM
    if (current !== '' && isNearer && areLong) {
      pieces.push(current)
      current = small
      long = own
    }
    else {
      current += small
      long += own
    }
  }
  return [...pieces, current]
}
