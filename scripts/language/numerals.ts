const DIGITS = '零一二三四五六七八九'
const UNITS = ['', '十', '百', '千']

/**
 * Writes a number in Chinese: 12 → 十二, 1024 → 一千零二十四.
 *
 * @param value a whole number from 0 to 9999
 * @returns its numerals
 */
export function chineseNumber(value: number): string {
  const digits = Array.from(String(value), Number)
  const numerals = digits
    .map((digit, index) => digit === 0 ? '零' : `${DIGITS[digit]}${UNITS[digits.length - 1 - index]}`)
    .join('')
  const spoken = numerals.replace(/零+/g, '零').replace(/(?<=.)零$/, '')
  return value >= 10 && value < 20 ? spoken.slice(1) : spoken
}

/** The heavenly stems, which number as A, B, C do. */
export const STEMS = '甲乙丙丁戊己庚辛壬癸'
/** Numbers that are one character, each row from one on. */
const ENCLOSED = [['①', '⑳'], ['⑴', '⒇'], ['⒈', '⒛'], ['㈠', '㈩'], ['Ⅰ', 'Ⅻ']] as const
const ENGLISH_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/**
 * The value of a numeral, in Arabic, Roman, English or Chinese.
 *
 * @param numeral its characters
 * @returns the number, of 2.3 the last, 3; 0 where it is none
 */
export function numberValue(numeral: string): number {
  if (/^\d/.test(numeral))
    return Number(numeral.split(/[.．]/).at(-1))
  const enclosed = ENCLOSED.find(([first, last]) => numeral >= first && numeral <= last)
  if (enclosed)
    return numeral.codePointAt(0)! - enclosed[0].codePointAt(0)! + 1
  const english = ENGLISH_NUMBERS.indexOf(numeral.toLowerCase())
  if (english >= 0)
    return english + 1
  if (/^[IVXLC]+$/i.test(numeral))
    return romanValue(numeral.toUpperCase())
  if (STEMS.includes(numeral))
    return STEMS.indexOf(numeral) + 1
  if (/^[A-H]$/.test(numeral))
    return letterValue(numeral)
  return chineseValue(numeral)
}

/**
 * The place of a letter: C is the third, though it is a hundred in Rome.
 *
 * @param letter a capital
 * @returns 1 for A
 */
export function letterValue(letter: string): number {
  return letter.charCodeAt(0) - 64
}

const WORTHS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 }
const NUMERALS: readonly string[] = ['〇○零', '一壹', '二两贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖']

function romanValue(numeral: string): number {
  let value = 0
  for (const [index, letter] of [...numeral].entries()) {
    const own = ROMAN[letter]!
    value += own < (ROMAN[numeral[index + 1] ?? ''] ?? 0) ? -own : own
  }
  return value
}

/**
 * The value of a Chinese numeral: 二十一 → 21, 一〇 → 10.
 *
 * @param numeral from 一 to 九千九百九十九
 * @returns the number, or 0 where it is none
 */
export function chineseValue(numeral: string): number {
  const digit = (character: string): number => NUMERALS.findIndex(digits => digits.includes(character))
  let value = 0
  let current = 0
  for (const character of numeral) {
    const unit = WORTHS[character]
    if (unit !== undefined) {
      value += (current || 1) * unit
      current = 0
    }
    else if (digit(character) >= 0) {
      // 一〇 is ten: without units the places count (GB/T 15835—2011, 5.3).
      current = current * 10 + digit(character)
    }
    else {
      return 0
    }
  }
  return value + current
}
