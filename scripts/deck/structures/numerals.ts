import type { Span } from './structure.ts'
import { chineseValue } from '../../language/numerals.ts'

/** A number that says how much, with its unit. */
export interface Count extends Span {
  value: number
  /**
   * What is counted or measured, 万 and 亿 not among it: 吨, 户, %; of English the word, its plural -s left out.
   * Empty where none is written.
   */
  unit: string
  /** Whether it is one that a reader would remember: in digits, or of ten and more. 两个 and 三种 are none. */
  strong: boolean
}

/**
 * Measure words and units (《现代汉语八百词》, 名词、量词配合表; GB 3100). 年, 月, 日, 点 are not among them: they make dates of numbers.
 */
const UNITS = [
  '[家户人件架台班艘辆批]次|个百分点|平方公里|平方千米|平方米|立方米|千瓦时|公里|千米|厘米|毫米|公顷|公斤|千克|小时|分钟',
  '美元|欧元|英镑|港元|日元|个小时|个多小时|个月|个多月|个字',
  '[元户家名位间双件项次吨米克斤亩里行班株台套座所支条张份头只辆艘层部倍秒天岁度种处门场堂根棵颗枚块批篇幅本册页步个人对级成例类宗笔趟袋桶箱瓶栏]',
].join('|')
const NUMERAL = '[一二三四五六七八九十百千两零〇]'
/** 人 is a unit, but 人民 and 人员 are what is counted. */
const NOT_UNIT = '(?!人[民员才类大口士们]|个别|部[分门]|条件|次要|成[为立果功员]|门口|本[来人地身]|例[如外行会子证]|位[数置于]|类[似别型推]|笔[记者试直法尖]|栏目)'
const DIGITS = String.raw`(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`
/** 12吨, 1.2万户, 3亿多: no list number, no part of a range, no year, and not how long ago. */
const IN_DIGITS = [
  String.raw`(?<![\w.,第前/:：\-－—～~])${DIGITS}\s?[多余]?(?<times>万亿|[亿万千百])?[多余]?`,
  String.raw`(?:(?<unit>${NOT_UNIT}(?:${UNITS})|[%％‰])|(?<=[亿万]多?)(?!亿?分之))`,
  String.raw`(?:以上|以下|以内|左右|[多余])?(?!个?月?[之以]?[前后内](?![部外])|以来|年)`,
].join('')
/** 三十户, 两点五亿元. */
const IN_HAN = [
  String.raw`(?<![第前\d一二三四五六七八九十百千万几数分])(?<han>${NUMERAL}+)(?:点(?<part>[一二三四五六七八九零〇]+))?`,
  String.raw`多?(?:(?<hanTimes>万亿|[亿万])(?<hanRest>(?=${NUMERAL}*[零〇百千])${NUMERAL}+)?)?[多余来]?`,
  String.raw`(?:(?<hanUnit>${NOT_UNIT}(?:${UNITS}))|(?<=[亿万]多?)(?![分一民千亿]))(?:以上|以下|左右|多)?`,
].join('')
const PERCENT = String.raw`(?<percent>百分之(?<hundredths>[一二三四五六七八九十百零]+|\d+(?:\.\d+)?))`
const CHINESE = new RegExp([IN_DIGITS, IN_HAN, PERCENT].join('|'), 'gu')
/** 一个, 一次, 一条: an article rather than a number; 一步, 一部: no counts at all. */
const VAGUE = /^(?:[一万]|[一二三四五六七八九十]+成|千百|百千|十[步家人分]|千[家万]|[百千])$/
/** 两三, 七八十: no number, but about one. */
const ABOUT = /[一二三四五六七八九两]{2}/
/**
 * How old one is and how long it takes are told of everybody and everything: a numeral in characters must be large to
 * be one to remember.
 */
const LIFE = /^岁$/
/** 三级 is a rank, and what has so many. */
const RANK = /^级$/
const TIME = /^(?:天|秒|分钟|个?多?小时|个多?月)$/
const LONG = 30
const TIMES: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 }

const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve',
  'thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
].join(' ').split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const WORD = `(?:(?:${TENS.join('|')})(?:-(?:${SMALL.slice(1, 10).join('|')}))?|${SMALL.slice(2).join('|')})`
const ENGLISH = new RegExp([
  String.raw`(?<![\p{L}\d.,:/#^-])(?<currency>[$£€])?(?:${DIGITS}|\b(?<word>${WORD}))(?![\d:/-]|\.\d)`,
  String.raw`\s?(?<times>hundred|thousand|million|billion)?\b\s?(?<unit>%|per ?cent\b|[a-z]{3,}\b)?`,
].join(''), 'giu')
const ENGLISH_TIMES: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9 }
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'
/** Before a number: what makes of it a label, a date, a version. */
const LABELS = new RegExp(String.raw`\b(?:${[
  String.raw`page|chapter|section|part|step|version|no\.?|number|figure|table|line`,
  MONTHS,
  'room|route|article|at',
].join('|')})\s?$`, 'i')
/** After a number: what makes a date or no unit of it. */
const NO_UNIT = new RegExp(`^(?:${[
  MONTHS,
  'and|or|to|in|of|on|at|for|from|the|but|with|by|was|were|is|are|had|has|who|that|which',
  'more|other|others|out|times|as|than|over|after|before|when|where|because',
].join('|')})$`, 'i')
/** After a number: what makes a date or an hour of it. */
const DATES = new RegExp(`^(?:${MONTHS}|am|pm)$`, 'i')

/**
 * Finds the counts in a stretch of text; years, dates, ordinals and list numbers are none, nor is 一个.
 *
 * @param text the text
 * @param span where in it to look
 * @returns the counts in order
 */
export function countsIn(text: string, span: Span): Count[] {
  const words = text.slice(span.start, span.end)
  const counts = /\p{Script=Han}/u.test(words) ? chinese(words) : english(words)
  return counts.map(count => ({ ...count, start: count.start + span.start, end: count.end + span.start }))
}

function chinese(words: string): Count[] {
  return Array.from(words.matchAll(CHINESE)).flatMap((match): Count[] => {
    const { digits, times, unit, han, part, hanTimes, hanRest, hanUnit, percent, hundredths } = match.groups!
    const place = { start: match.index, end: match.index + match[0].trimEnd().length }
    if (percent !== undefined) {
      const value = /\d/.test(hundredths!) ? Number(hundredths) : chineseValue(hundredths!)
      return [{ ...place, value, unit: '%', strong: true }]
    }
    if (digits !== undefined) {
      const value = Number(digits.replaceAll(',', '')) * (TIMES[times ?? ''] ?? 1)
      return [{ ...place, value, unit: (unit ?? '').replace('％', '%'), strong: !LIFE.test(unit ?? '') }]
    }
    const isRank = RANK.test(hanUnit ?? '') && han!.length === 1
    const isVague = isRank || (VAGUE.test(han!) && hanTimes === undefined && hanUnit !== '成')
    // 千万不能: by all means.
    if (isVague || ABOUT.test(han!) || match[0] === '千万')
      return []
    const whole = chineseValue(han!.replaceAll('两', '二'))
    const decimals = part === undefined ? 0 : chineseValue(part) / 10 ** part.length
    // 两万|一千吨.
    const rest = hanRest === undefined ? 0 : chineseValue(hanRest.replaceAll('两', '二'))
    const value = (whole + decimals) * (TIMES[hanTimes ?? ''] ?? 1) + rest
    const own = hanUnit ?? ''
    const strong = value >= (TIME.test(own) ? LONG : 10) && !LIFE.test(own)
    return value > 0 ? [{ ...place, value, unit: own, strong }] : []
  })
}

function english(words: string): Count[] {
  return Array.from(words.matchAll(ENGLISH)).flatMap((match): Count[] => {
    const { currency, digits, word, times, unit = '' } = match.groups!
    const before = words.slice(0, match.index)
    const isYear = currency === undefined && times === undefined && /^(?:1[5-9]|20)\d\d$/.test(digits ?? '')
    // A4, BS 7671: a name's number.
    const isNamed = digits !== undefined && /\b(?!I\b|A\b)[A-Z]{1,4}\s$/.test(before)
    const isLabelled = currency === undefined && LABELS.test(before)
    if (isYear || isNamed || isLabelled || DATES.test(unit))
      return []
    // 1.1 Why we asked: the number of a heading.
    const follows = words.slice(match.index + (digits?.length ?? 0)).trimStart()
    if (digits !== undefined && before.trim() === '' && /^\p{Lu}/u.test(follows))
      return []
    const own = NO_UNIT.test(unit) || /^\p{Lu}/u.test(unit) || !isPlural(unit) ? '' : unit
    const number = digits === undefined ? englishValue(word!.toLowerCase()) : Number(digits.replaceAll(',', ''))
    const value = number * (ENGLISH_TIMES[times?.toLowerCase() ?? ''] ?? 1)
    const counted = own === '' ? match[0].slice(0, match[0].length - unit.length) : match[0]
    const end = match.index + counted.trimEnd().length
    // 45 new buses, 45 of them: what is counted comes later.
    const noun = own === '' ? /^ (?:[a-z]+ )?([a-z]{3,}s)\b/.exec(words.slice(end))?.[1] : undefined
    const kind = currency ?? (/^per ?cent$/i.test(own) ? '%' : (noun ?? own).toLowerCase().replace(/(?<=..)s$/, ''))
    const telling = kind !== '' || times !== undefined || /^ of (?:them|us|those|these|the)\b/.test(words.slice(end))
    const large = digits === undefined ? value >= 20 : digits.length > 1 || kind === '%' || currency !== undefined
    const strong = telling && (large || times !== undefined)
    return value > 0 ? [{ start: match.index, end, value, unit: kind, strong }] : []
  })
}

/** Nouns that are counted stand in the plural; 404 response has no count. */
function isPlural(unit: string): boolean {
  return /s$|%|^(?:per ?cent|people|children|men|women|feet|staff|sheep|fish|pence|metres?|kg|km)$/i.test(unit)
}

function englishValue(word: string): number {
  const [ten, one] = word.split('-') as [string, string | undefined]
  const tens = TENS.indexOf(ten)
  return tens >= 0 ? (tens + 2) * 10 + (one === undefined ? 0 : SMALL.indexOf(one)) : SMALL.indexOf(word)
}

/**
 * Whether numbers stand in a stretch of text that are neither of its counts nor of its dates: a label, a version, a
 * range.
 *
 * @param text the text
 * @param span where in it to look
 * @param known its counts and dates
 * @returns whether there is a digit outside them
 */
export function hasOtherNumber(text: string, span: Span, known: readonly Span[]): boolean {
  const digits = Array.from(text.slice(span.start, span.end).matchAll(/\d/g), ({ index }) => span.start + index)
  return digits.some(at => !known.some(({ start, end }) => at >= start && at < end))
}
