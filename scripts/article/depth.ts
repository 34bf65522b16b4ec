import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'

/**
 * A line that opens five hundred quotations and lists in each other (CommonMark 5). The parser's time grows with the square of their number: a megabyte of
 * `>` would take it hours. A line of one mark alone is a thematic break (CommonMark 4.1), however long.
 */
const DEEP_LINE = /^(?!(?:[ \t]*-)+[ \t]*$|(?:[ \t]*\*)+[ \t]*$)(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){500}/m

/**
 * Refuses Markdown with blocks inside blocks, hundreds deep.
 *
 * @param markdown the article's text
 * @param file the article
 * @throws VFileMessage where such a line begins
 */
export function refuseDeepLines(markdown: string, file: VFile): void {
  const match = DEEP_LINE.exec(markdown)
  if (match)
    refuseDepth(file, { place: location(markdown).toPoint(match.index) })
}

/** Nobody puts words into so many marks at once; each of them goes through all that stands in it. */
export const DEEPEST_MARKS = 200
export const TOO_DEEP_MARKS = 'Unexpected marks inside marks, hundreds deep, expected an article: save its text as .txt'

/** What is wrong with blocks inside blocks, and what to do. */
export const TOO_DEEP = 'Unexpected blocks inside blocks, hundreds deep, expected an article: save its text as .txt'

/**
 * Whether an error, or what it came from, says that a program's recursion could not follow.
 *
 * @param error what was thrown
 */
export function isTooDeep(error: unknown): error is Error {
  if (!(error instanceof Error))
    return false
  return (error instanceof RangeError && /call stack/.test(error.message)) || isTooDeep(error.cause)
}

/**
 * Refuses an article whose blocks are too deep in each other.
 *
 * @param file the article
 * @param options what is known: where the depths begin, or the error that they led to
 * @throws VFileMessage always
 */
export function refuseDepth(file: VFile, options: { place?: Point | undefined, cause?: Error }): never {
  file.fail(TOO_DEEP, { ...options, ruleId: 'too-deep', source: 'lectern' })
}
