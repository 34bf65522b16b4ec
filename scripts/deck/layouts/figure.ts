import type { FlatText } from '../../article/flat-text.ts'
import type { Form } from '../forms/types.ts'
import { widthInEm } from '../../language/measure.ts'
import { clausesOf, textOf } from '../forms/pieces.ts'

/** A number that says how much: with 亿, 万, % and their like, or of three digits and more before a measure word. No year, date or ordinal. */
const FIGURE = new RegExp([
  String.raw`(?<![\d.第A-Z])\d[\d,]*(?:\.\d+)?\s?(?:万亿|[亿万千百倍%％]|个百分点|percent\b|per cent\b|million\b|billion\b)`,
  String.raw`(?<![\d.第A-Z])(?!(?:1[5-9]|20)\d\d(?!\d))(?:\d{1,3}(?:,\d{3})+|\d{3,})(?:公里|公顷|公斤|平方米|人次|小时|分钟|[个家户名间件项次元吨亩人里株台套座所支条张份])`,
  String.raw`(?<![\d.A-Z])[$£€]?(?:\d{1,3}(?:,\d{3})+|(?!(?:1[5-9]|20)\d\d\b)\d{3,})(?=\s[a-z]{4})`,
].join('|'), 'gi')
const LONGEST_EM = 66
/** What stands before the clauses that have the figure, in a long sentence. */
const LONGEST_OVER_EM = 80

/**
 * A figure: one number that says how much.
 *
 * @param sentence a sentence
 * @returns the numeral with its unit, and the sentence that it stands in
 */
export function figure(sentence: FlatText): Form | undefined {
  const [only, ...more] = sentence.text.matchAll(FIGURE)
  if (!only || more.length > 0)
    return undefined
  const start = clauseWith(sentence, only.index)
  const over = textOf(sentence, 0, start)
  const words = textOf(sentence, start, sentence.text.length)
  if (!words || widthInEm(words.value) > LONGEST_EM || widthInEm(over?.value ?? '') > LONGEST_OVER_EM)
    return undefined
  return { layout: 'figure', strength: 0.75, items: [words], numeral: sentence.slice(only.index, only.index + only[0].length), ...(over && { over }) }
}

/** Where the part of a sentence begins that stands beside its figure: the sentence's start, or in a long one the clause that has the figure. */
function clauseWith(sentence: FlatText, figure: number): number {
  if (widthInEm(sentence.text) <= LONGEST_EM)
    return 0
  return clausesOf(sentence, 'commas').findLast(({ start }) => start <= figure)?.start ?? 0
}
