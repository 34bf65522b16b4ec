/** Where an author sets spaces in Chinese: beside words, and beside numbers, of other scripts. */
export interface Spacing { words: boolean, numbers: boolean }

const HAN = String.raw`\p{Script=Han}`
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]`

/**
 * How an author writes foreign words and numbers in Chinese, which neither CLREQ (3.2.5) nor GB/T 15834 prescribes:
 * with spaces where more have one than none.
 *
 * @param text the article
 * @returns whether there are spaces
 */
export function spacingOf(text: string): Spacing {
  return { words: isSpaced(text, LETTER), numbers: isSpaced(text, '[0-9]') }
}

function isSpaced(text: string, kind: string): boolean {
  const beside = (gap: string): number => {
    const sides = new RegExp(`(?<=${HAN})${gap}(?=${kind})|(?<=${kind})${gap}(?=${HAN})`, 'gu')
    return text.match(sides)?.length ?? 0
  }
  return beside(' ') > beside('')
}

/**
 * Whether a space belongs between two characters that a line's end parts: between two words of scripts that set spaces
 * always; beside Chinese as its author does.
 *
 * @param before the character before
 * @param after the one after
 * @param spacing how the author writes
 */
export function needsSpace(before: string, after: string, spacing: () => Spacing): boolean {
  if (/\s/.test(before) || /\s/.test(after))
    return false
  if (!WIDE.test(before) && !WIDE.test(after))
    return true
  const beforeHan = HAN_CHARACTER.test(after) ? before : ''
  const other = HAN_CHARACTER.test(before) ? after : beforeHan
  return WORD.test(other) ? spacing().words : /^\d$/.test(other) && spacing().numbers
}

const WIDE = new RegExp([
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`,
  String.raw`\u2014\u2018-\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]`,
].join(''), 'u')
const HAN_CHARACTER = /^\p{Script=Han}$/u
/** C++ and C# are words, too. */
const WORD = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}+#&@]$/u
