import type { HeadingNumber } from './numbering.ts'
import { hasWords } from '../language/marks.ts'
import { ENCLOSED } from './unmarked.ts'

/** What pages set before a heading. */
const ORNAMENT = /^[■□◆◇●○▲△★☆◎►▶▌❖✦❀※]+[ \t\u3000]*(?=\S)/

/**
 * Where a heading's words end, that are in brackets or not.
 *
 * @param text the heading's block
 * @param from where its words begin
 */
export function endOf(text: string, from: number): number {
  return from > 0 && ENCLOSED.test(text) ? text.length - 1 : text.length
}

/**
 * Where a heading's words begin. A number alone, CHAPTER I., is its own title.
 *
 * @param text the heading's block
 * @param number the number that it begins with
 */
export function startOf(text: string, number: HeadingNumber | undefined): number {
  if (number)
    return hasWords(text.slice(number.length)) ? number.length : 0
  return ENCLOSED.test(text) ? 1 : ORNAMENT.exec(text)?.[0].length ?? 0
}
