import { FORMULA } from './plain.ts'

/** A word, a Chinese character, a number with the signs between its digits, a unit's sign, or a formula. */
export interface Token {
  words: string
  kind: 'formula' | 'number' | 'sign' | 'character' | 'word'
  /** Its place in the text, and the place after it. */
  start: number
  end: number
  /** A mark, a line's end or a wide space stands before it. */
  edge: boolean
  /** Its line, from 0. */
  line: number
}

/** Scripts whose words are compared whole: of others each letter stands for itself. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]`
const CHARACTER = String.raw`(?!${LETTER})\p{L}`
const DIGIT = '[\\p{Nd}⁰¹²³⁴-⁹₀-₉]'
/** Signs that say something between two digits: 3.14, 1,200, 3~5, 10 - 20, 120*60, 3:2. */
const BETWEEN = String.raw`(?:[.,:/·*^_'’]|\*\*|[ \u00A0\t]?(?:--|——|~~|\.\.|[-~～–—−×÷+=≤≥±→∶⁄])[ \u00A0\t]?)`
/** The same between a unit and a digit, 3km~5km; below nought; shares, money, degrees. */
const SIGN = [
  String.raw`(?<=[\p{L}\p{M}%‰％℃℉°])[-~～×÷±≤≥=+→−–](?=${DIGIT})`,
  String.raw`(?<=[ \u00A0\t(（:：,，])[-−](?=${DIGIT})`,
  String.raw`[≈≤≥±](?=\s?${DIGIT})`,
  String.raw`[¥￥$＄€£](?=\s?${DIGIT})`,
  String.raw`(?<=${DIGIT}[ \u00A0]?)[%‰％]`,
  String.raw`[℃℉°Ω\u3300-\u33FF]`,
].join('|')
const TOKEN = new RegExp([
  `(${FORMULA.start}[^${FORMULA.end}]*${FORMULA.end})`,
  `(${DIGIT}+(?:${BETWEEN}${DIGIT}+)*)`,
  `(${SIGN})`,
  `(${CHARACTER})`,
  String.raw`${LETTER}(?:${LETTER}|\p{M})*`,
  String.raw`\p{M}+`,
  String.raw`[\p{Nl}\p{No}]`,
].join('|'), 'gu')
const EDGE = /[\p{P}\p{S}\n\r\t\u3000\uFDD0\uFDD1]|\s{2}/u

/**
 * Cuts a text into what is compared. White space and marks between words are none of it.
 *
 * @param text a text without markup
 * @returns its tokens in order
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  let line = 0
  for (const match of text.matchAll(TOKEN)) {
    const words = match[0]
    const start = match.index
    const between = start === end ? '' : text.slice(end, start)
    const kind = kindOf(match)
    const before = tokens.at(-1)
    // Between Chinese characters a space parts what stands there.
    const isParted = EDGE.test(between) || kind === 'character' || before?.kind === 'character'
    const edge = !before || (between !== '' && isParted)
    if (between.length > 0 && /[\n\r\u2028\u2029]/.test(between))
      line++
    end = start + words.length
    const isJoined = kind === 'number' || kind === 'formula'
    const joined = isJoined ? words.replace(/[\s\uFDD0\uFDD1]/g, '') : words
    tokens.push({ words: joined, kind, start, end, edge, line })
  }
  return tokens
}

/** Gives each word a number, the same wherever it stands. */
export class Lexicon {
  readonly #ids = new Map<string, number>()

  /**
   * The numbers of tokens.
   *
   * @param tokens any
   * @returns one for each
   */
  idsOf(tokens: readonly Token[]): Int32Array {
    return Int32Array.from(tokens, ({ words }) => {
      const id = this.#ids.get(words) ?? this.#ids.size
      this.#ids.set(words, id)
      return id
    })
  }
}

function kindOf([, formula, number, sign, character]: RegExpExecArray): Token['kind'] {
  if (formula)
    return 'formula'
  if (number)
    return 'number'
  if (sign)
    return 'sign'
  return character ? 'character' : 'word'
}
