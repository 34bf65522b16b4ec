import type { Span } from './structure.ts'

/** A year, a date, a month: 1990年, 5月16日, in 1990, May 2005. */
const DATE = new RegExp([
  String.raw`(?:公元前?)?\d{2,4}年[代初底末]?(?:\d{1,2}月(?:\d{1,2}日|[份底初])?)?`,
  String.raw`\d{1,2}月(?:\d{1,2}日|[份底初])`,
  '[一二三四五六七八九〇零]{4}年',
  '(?<![一二三四五六七八九十第])(?:十[一二]|[一二三四五六七八九十])月(?!亮)[份底初]?',
  String.raw`\b(?:1[5-9]|20)\d\d\b`,
  String.raw`\b(?:\d{1,2} )?(?:January|February|March|April|June|July|August|September|October|November|December)\b`,
  String.raw`\bMay(?= \d)`,
].join('|'), 'gu')

/**
 * Finds the dates in a stretch of text.
 *
 * @param text the text
 * @param span where in it to look
 * @returns the dates in order
 */
export function datesIn(text: string, span: Span): Span[] {
  return Array.from(text.slice(span.start, span.end).matchAll(DATE), (match) => {
    const start = span.start + match.index
    return { start, end: start + match[0].length }
  })
}
