import type { HeadingNumber } from './numbering.ts'
import { numberValue } from '../language/numerals.ts'
import { readNumber } from './numbering.ts'

/** Numerals that are all of a paragraph: 01, 一, II. */
const BARE: readonly (readonly [family: string, pattern: RegExp])[] = [
  ['1 alone', /^(?:0?[1-9]|[1-9]\d)$/],
  ['一 alone', /^[一二三四五六七八九十]{1,3}$/],
  ['I alone', /^[IVX]{1,5}$/],
]

/**
 * Finds the numbers that are all of a paragraph and head the text below them, 01 … 02 … 03 …, （一） … （二） …: they
 * count from one without a gap, and none stands right above another or at the end, as a page's number does.
 *
 * @param texts an article's blocks
 * @returns the number of each such block, by its place
 */
export function bareNumbers(texts: readonly string[]): ReadonlyMap<number, HeadingNumber> {
  const found = new Map<number, HeadingNumber>()
  const numbers = texts.flatMap((text, at) => {
    const number = bareNumber(text.trim())
    return number ? [{ at, number }] : []
  })
  const places = new Set(numbers.map(({ at }) => at))
  for (const family of new Set(numbers.map(({ number }) => number.family))) {
    const own = numbers.filter(({ number }) => number.family === family)
    const counts = own.every(({ number }, index) => number.value === index + 1)
    const isAbove = ({ at }: { at: number }): boolean => at < texts.length - 1 && !places.has(at + 1)
    if (own.length > 1 && counts && own.every(isAbove))
      own.forEach(({ at, number }) => found.set(at, number))
  }
  return found
}

function bareNumber(text: string): HeadingNumber | undefined {
  const family = BARE.find(([, pattern]) => pattern.test(text))?.[0]
  if (family !== undefined)
    return { family, value: numberValue(text), length: text.length, prefix: '' }
  const number = readNumber(text)
  return number?.length === text.length ? { ...number, family: `${number.family} alone` } : undefined
}
