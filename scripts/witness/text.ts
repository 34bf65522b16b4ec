import { characterOf, REFERENCE, shifted } from './markup.ts'
import { nothing } from './plain.ts'

/** What plain text that was copied from a page's source has between its words. */
const SOURCE = new RegExp([
  String.raw`<\/?(?:p|br|div|span|font|[abiu]|em|strong|img|h[1-6]|ul|ol|li|blockquote|center|su[pb]`,
  String.raw`|table|tbody|tr|t[dh]|section|small)\b[^<>]*>`,
  String.raw`|&(?:[a-z]{2,8}\d{0,2}|#\d{2,6}|#x[\da-f]{2,6});`,
].join(''), 'gi')

/**
 * Where a plain text has what may be a page's tags and references: whether they are words, only its decks tell.
 *
 * @param text a text file's text
 * @returns the range of each, in order
 */
export function doubtfulIn(text: string): [from: number, to: number][] {
  return Array.from(text.matchAll(SOURCE), ({ index, 0: found }) => [index, index + found.length])
}

/** Within a line: of thousands of empty ones each is looked at once. */
const BLOCK = /^[^\S\n\r\u2028\u2029]*(?:&[a-z]{2,8};|<[a-z])|(?:>|&nbsp;)[^\S\n\r\u2028\u2029]*$/im
const RAISED = /(<(su[bp])>)([\d+()−–-]{1,12})(<\/\2>)/gi
const BETWEEN_DIGITS = new RegExp(`(?<=\\d)${REFERENCE}(?=\\d)`, 'gi')

/**
 * A plain text whose signs between digits are not their names, 10&ndash;20, and whose raised digits are raised, where
 * its lines are those of a page's source: two numbers would be compared with one.
 *
 * @param text a text file's text
 * @returns as many characters
 */
export function withSigns(text: string): string {
  if (!BLOCK.test(text))
    return text
  const raised = text.replace(RAISED, (_, start: string, name: string, digits: string, end: string) =>
    nothing(start) + shifted(digits, name.toLowerCase() as 'sup' | 'sub') + nothing(end))
  return raised.replace(BETWEEN_DIGITS, reference => characterOf(reference))
}
