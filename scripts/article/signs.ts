import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'
import { joinLast, takeData } from './joined-data.ts'

/** A run of one sign between two digits: 2*3, 3~~5, 138****5678. */
const BETWEEN_DIGITS = /(?<=\p{Nd})([*_~])\1*(?=\p{Nd})/uy
/** Signs that hide letters, or leave room for them: 张****, 姓名____. No mark has more than three. */
const MASK = /([*_])\1{3,}/y
/** A star beside a number, or between two terms that are no Chinese, in a Chinese text: 长*2, x*y, f(x)*(y+1). */
const TIMES = /(?<=\p{Nd})\*(?=[\p{L}(（])|(?<=[\p{L})）])\*(?=\p{Nd})|(?<=[a-z)）])\*(?=[a-z(（])/iuy
/** A name as programs have it, in a Chinese text: __init__. */
const NAME = /(?<![\p{Script=Latin}\p{N}_])__(?=[a-z]\w*__\b)/iuy

/**
 * What the constructs know of the article: the places of `~~` between digits that end struck words, and of stars that
 * they have found to reckon.
 */
export interface Signs { text: string, isChinese: boolean, ends: ReadonlySet<number>, products: Set<number> }

/**
 * What the constructs know before they begin.
 *
 * @param text the article
 */
export function signsIn(text: string): Signs {
  return { text, isChinese: /\p{Script=Han}/u.test(text), ends: endsIn(text), products: new Set() }
}

/**
 * An extension of micromark: signs that reckon, span and name are text, where CommonMark and GFM would take them for
 * marks (CommonMark 6.2; GFM 6.5). It comes before those constructs.
 *
 * @param source the article
 */
export function signsAsText(source: () => Signs): Extension {
  const tokenize: Construct['tokenize'] = function (this: TokenizeContext, effects, ok, nok) {
    const length = lengthAt(source(), this.now().offset)
    return length > 0 ? takeData(this, effects, ok, 'text', length) : nok
  }
  const construct: Construct = { name: 'signs', tokenize, resolveTo: joinLast }
  return { text: { [STAR]: construct, [UNDERSCORE]: construct, [TILDE]: construct } }
}

const [STAR, UNDERSCORE, TILDE] = [42, 95, 126]

/** How many signs at a place are text; 0 where they may be marks. */
function lengthAt({ text, isChinese, ends, products }: Signs, offset: number): number {
  const other = otherFactor(text, offset)
  if (other !== undefined)
    products.add(offset).add(other)
  for (const pattern of isChinese ? [BETWEEN_DIGITS, MASK, TIMES, NAME] : [BETWEEN_DIGITS, MASK]) {
    pattern.lastIndex = offset
    const found = pattern.exec(text)
    if (found)
      return found[0] === '~~' && ends.has(offset) ? 0 : found[0].length
  }
  return products.has(offset) ? 1 : 0
}

/** Where words end on their line that are struck out, and a digit stands on either side: ~~3元2~~5元. */
function endsIn(text: string): ReadonlySet<number> {
  const ends = new Set<number>()
  let open = 0
  for (const { 0: found, index } of text.matchAll(/\n|(?<!~)~~(?!~)/g)) {
    const [before, after] = [text.slice(Math.max(0, index - 2), index), text.slice(index + 2, index + 4)]
    if (found === '\n')
      open = 0
    else if (/\p{Nd}$/u.test(before) && /^\p{Nd}/u.test(after) && open > 0)
      ends.add(index)
    if (found !== '\n')
      open += (OPENS.test(before) && /^\S/.test(after) ? 1 : 0) - (/\S$/.test(before) && CLOSES.test(after) ? 1 : 0)
  }
  return ends
}

const OPENS = /(?<!\p{Nd})$/u
const CLOSES = /^(?!\p{Nd})/u

const WORD = /[\p{L}\p{N}]/u
const FACTOR = /^[\p{L}\p{N}]{1,3}$/u
const NO_WORDS = /[，。；：！？+\-/=×÷]/
/** Emphasis that goes over clauses is shorter. */
const LONGEST = 300

/**
 * The star that follows one as closely, with no more than a short word, or with a sum or whole clauses between them:
 * 长*宽*高; 长*宽+高*深; 长*宽，高*深.
 */
function otherFactor(text: string, offset: number): number | undefined {
  const next = text[offset] === '*' ? text.indexOf('*', offset + 1) : -1
  const between = next < 0 || next - offset > LONGEST ? '' : text.slice(offset + 1, next)
  // A run of stars hides letters: where one follows, this star hides one.
  const after = text[next + 1] === '*' && text[next + 2] === '*' ? '' : text[next + 1]
  const isBetweenWords = [text[offset - 1], between[0], between.at(-1)].every(sign => WORD.test(sign ?? ''))
  if (between.includes('\n') || !isBetweenWords || (after !== '' && !WORD.test(after ?? '')))
    return undefined
  return FACTOR.test(between) || NO_WORDS.test(between) ? next : undefined
}
