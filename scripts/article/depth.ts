import type { Nodes } from 'hast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { failWith, fatalMessage } from '../messages/file.ts'
import { wording } from '../messages/wording.ts'

/**
 * A line that opens five hundred quotations and lists in each other (CommonMark 5). The parser's time grows with the
 * square of their number: a megabyte of `>` would take it hours. A line of one mark alone is a thematic break
 * (CommonMark 4.1), however long.
 */
const DEEP_LINE = new RegExp([
  String.raw`^(?!(?:[ \t]*-)+[ \t]*$|(?:[ \t]*\*)+[ \t]*$)`,
  String.raw`(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){500}`,
].join(''), 'm')

/**
 * Refuses Markdown with blocks inside blocks, hundreds deep.
 *
 * @param markdown the article's text
 * @param file the article
 * @throws VFileMessage where such a line begins
 */
export function refuseDeepLines(markdown: string, file: VFile): void {
  const at = DEEP_LINE.exec(markdown)?.index ?? deepList(markdown)
  if (at !== undefined)
    refuseDepth(file, { place: location(markdown).toPoint(at) })
  const picture = deepPicture(markdown)
  if (picture !== undefined)
    failWith(file, TOO_DEEP_MARKS, { place: location(markdown).toPoint(picture), ruleId: 'too-deep' })
}

/** Lists in each other, line by line: for each line the parser goes through all of them. */
const DEEPEST_LISTS = 200
const ITEM = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])(?=[ \t])/gm

/**
 * Where a list begins that stands in two hundred others, each item further to the right than the one before (CommonMark
 * 5.2).
 */
function deepList(markdown: string): number | undefined {
  const columns: number[] = []
  for (const { index, 1: before } of markdown.matchAll(ITEM)) {
    while (columns.length > 0 && columns.at(-1)! >= before!.length)
      columns.pop()
    columns.push(before!.length)
    if (columns.length > DEEPEST_LISTS)
      return index
  }
  return undefined
}

/** Where a picture begins in whose description two hundred others stand, one in the other (CommonMark 6.4). */
function deepPicture(markdown: string): number | undefined {
  let depth = 0
  for (const { index, 0: mark } of markdown.matchAll(/!\[|\]|\n[ \t]*\n/g)) {
    const closed = mark === ']' ? Math.max(0, depth - 1) : 0
    depth = mark === '![' ? depth + 1 : closed
    if (depth > DEEPEST_MARKS)
      return index
  }
  return undefined
}

/**
 * Refuses a mark inside too many others.
 *
 * @param depth how many are open
 * @param token the mark's token
 * @param token.start where it begins
 * @throws VFileMessage with its place
 */
export function refuseDeepMarks(depth: number, { start: { line, column, offset } }: { start: Required<Point> }): void {
  if (depth > DEEPEST_MARKS)
    throw fatalMessage(TOO_DEEP_MARKS, { place: { line, column, offset }, ruleId: 'too-deep' })
}

/** Nobody puts words into so many marks at once; each of them goes through all that stands in it. */
const DEEPEST_MARKS = 200
const TOO_DEEP_MARKS = wording('too-deep-marks')

/** What is wrong with blocks inside blocks, and what to do. */
export const TOO_DEEP = wording('too-deep-blocks')

/** What reads a page goes from each element through all that stands round it. No page of a person's is as deep. */
const DEEPEST_ELEMENTS = 500

/** A rehype plugin that refuses a page with elements inside elements, hundreds deep, before the work. */
export function refuseDeepElements() {
  return (tree: Nodes, file: VFile): void => {
    let level: Nodes[] = [tree]
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > DEEPEST_ELEMENTS)
        refuseDepth(file, { place: level[0]!.position?.start })
      level = level.flatMap(node => 'children' in node ? node.children : [])
    }
  }
}

/** Elements without an end tag (HTML 13.1.2): nothing stands in them. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/**
 * Where the first element begins that stands in five hundred others, counted by tags alone: for a page that no parser
 * could follow.
 *
 * @param page the page's text
 * @returns its place, or undefined where tags are not as deep
 */
export function deepestTag(page: string): Point | undefined {
  let depth = 0
  for (const { index, 1: close, 2: name } of page.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (!VOID.test(name!))
      depth = Math.max(0, depth + (close ? -1 : 1))
    if (depth > DEEPEST_ELEMENTS)
      return location(page).toPoint(index)
  }
  return undefined
}

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
  failWith(file, TOO_DEEP, { ...options, ruleId: 'too-deep' })
}
