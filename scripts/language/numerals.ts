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
