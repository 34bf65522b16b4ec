import type { Text } from 'mdast'
import type { FlatText } from '../../article/flat-text.ts'
import type { Form } from '../forms/types.ts'
import { widthInEm } from '../../language/measure.ts'
import { readOrdinal } from '../../outline/ordinals.ts'
import { clausesOf, textOf } from '../forms/pieces.ts'

/** A number that says how much: with 亿, 万, % and their like, or of three digits and more before a measure word. No year, date or ordinal. */
const FIGURE = new RegExp([
  String.raw`(?<![\d.第A-Z])\d[\d,]*(?:\.\d+)?\s?(?:万亿|[亿万千百倍%％]|个百分点|percent\b|per cent\b|million\b|billion\b)`,
  String.raw`(?<![\d.第A-Z])(?!(?:1[5-9]|20)\d\d(?!\d))(?:\d{1,3}(?:,\d{3})+|\d{3,})(?:公里|公顷|公斤|平方米|人次|小时|分钟|[个家户名间件项次元吨亩人里株台套座所支条张份])`,
  String.raw`(?<![\d.A-Z])[$£€]?(?:\d{1,3}(?:,\d{3})+|(?!(?:1[5-9]|20)\d\d\b)\d{3,})(?=\s[a-z]{4})`,
].join('|'), 'gi')
/** What belongs to a number: its unit, and how exact it is. */
const UNIT = /^[多余]?(?:[元个户家名间件项次吨亩里株台套座所支条张份]|美元|人次|人(?![民员才类大口士们])|公里|公顷|平方米|千瓦时)?(?:以上|以下|以内|左右|多|余)?/
const CURRENCY = /[$£€¥]$/
/** Another number beside it that is no date. */
const OTHER_NUMBER = /\d+(?:[.,]\d+)*(?![\d年月日号点时]|[.,]\d)/g
const LONGEST_EM = 66
/** What stands before the clauses that have the figure, in a long sentence. */
const LONGEST_OVER_EM = 72

/**
 * A figure: one number that says how much.
 *
 * @param sentence a sentence
 * @returns the numeral with its unit, and the sentence that it stands in
 */
export function figure(sentence: FlatText): Form | undefined {
  const [only, ...more] = sentence.text.matchAll(FIGURE)
  if (!only || more.length > 0 || (sentence.text.match(OTHER_NUMBER)?.length ?? 0) > 1 || readOrdinal(sentence.text))
    return undefined
  const start = clauseWith(sentence, only.index)
  const over = textOf(sentence, 0, start)
  const words = textOf(sentence, start, sentence.text.length)
  if (!words || widthInEm(words.value) > LONGEST_EM || widthInEm(over?.value ?? '') > LONGEST_OVER_EM)
    return undefined
  return { layout: 'figure', strength: 0.75, items: [words], numeral: numeralAt(sentence, only.index, only.index + only[0].length), ...(over && { over }) }
}

/** Where the part of a sentence begins that stands beside its figure: the sentence's start, or in a long one the clause that has the figure. */
function clauseWith(sentence: FlatText, figure: number): number {
  if (widthInEm(sentence.text) <= LONGEST_EM)
    return 0
  return clausesOf(sentence, 'commas').findLast(({ start }) => start <= figure)?.start ?? 0
}

/** A figure with its currency and its unit. */
function numeralAt(sentence: FlatText, start: number, end: number): Text {
  const unit = UNIT.exec(sentence.text.slice(end))![0]
  return sentence.slice(CURRENCY.test(sentence.text.slice(0, start)) ? start - 1 : start, end + unit.length)
}
