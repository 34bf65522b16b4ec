import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'

/** A run of one sign between two digits: 2*3, 3~~5, 138****5678. */
const BETWEEN_DIGITS = /(?<=\p{Nd})([*_~])\1*(?=\p{Nd})/uy
/** A name as programs have it, in a Chinese text: __init__. */
const NAME = /(?<![\p{Script=Latin}\p{N}_])__(?=[a-z]\w*__\b)/iuy

/** What the constructs know of the article. */
export interface Signs { text: string, isChinese: boolean }

/**
 * An extension of micromark: signs that reckon, span and name are text, where CommonMark and GFM would take them for marks (CommonMark 6.2; GFM 6.5). It comes
 * before those constructs.
 *
 * @param source the article
 */
export function signsAsText(source: () => Signs): Extension {
  const tokenize: Construct['tokenize'] = function (this: TokenizeContext, effects, ok, nok) {
    const length = lengthAt(source(), this.now().offset)
    let taken = 0
    return code => length > 0 ? take(code) : nok(code)

    function take(code: Parameters<typeof ok>[0]): ReturnType<typeof ok> {
      if (taken === 0)
        effects.enter('data')
      effects.consume(code)
      if (++taken < length)
        return take
      effects.exit('data')
      return ok
    }
  }
  const construct: Construct = { name: 'signs', tokenize }
  return { text: { [STAR]: construct, [UNDERSCORE]: construct, [TILDE]: construct } }
}

const [STAR, UNDERSCORE, TILDE] = [42, 95, 126]

/** How many signs at a place are text; 0 where they may be marks. */
function lengthAt({ text, isChinese }: Signs, offset: number): number {
  for (const pattern of isChinese ? [BETWEEN_DIGITS, NAME] : [BETWEEN_DIGITS]) {
    pattern.lastIndex = offset
    const found = pattern.exec(text)
    if (found)
      return found[0].length
  }
  return isProduct(text, offset) ? 1 : 0
}

const WORD = /[\p{L}\p{N}]/u
const FACTOR = /^[\p{L}\p{N}]{1,3}$/u
const CLAUSE_END = /[，。；：！？]/
/** Emphasis that goes over clauses is shorter. */
const LONGEST = 300

/** A star between words that another follows as closely, with no more than a short word, or with whole clauses between them: 长*宽*高; 长*宽，高*深. */
function isProduct(text: string, offset: number): boolean {
  const next = text[offset] === '*' ? text.indexOf('*', offset + 1) : -1
  const between = next < 0 || next - offset > LONGEST ? '' : text.slice(offset + 1, next)
  if (!WORD.test(text[offset - 1] ?? '') || !WORD.test(text[next + 1] ?? '') || between.includes('\n'))
    return false
  return FACTOR.test(between) || (WORD.test(between[0] ?? '') && WORD.test(between.at(-1) ?? '') && CLAUSE_END.test(between))
}
