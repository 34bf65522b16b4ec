import type { Line } from './lines.ts'

/** A place in a line's words. */
export type Place = readonly [from: number, to: number]

/** Cells that are parted by spaces: two, or one of full width. */
const SPACED = /\S+(?: \S+)*/g

/** Where a cell begins and ends in its line, in characters of half width. */
export interface Column { from: number, to: number }

/**
 * Where the cells of a line stand that spaces part.
 *
 * @param line a line
 */
export function grid(line: Line): Column[] {
  let [to, last] = [0, 0]
  return columns(line).map(([start, end]) => {
    const from = to + columnsIn(line.words.slice(last, start))
    to = from + columnsIn(line.words.slice(start, end))
    last = end
    return { from, to }
  })
}

/**
 * How many characters of half width a text is wide.
 *
 * @param text any text
 */
export function columnsIn(text: string): number {
  return Array.from(text, character => character > '\u2E7F' ? 2 : 1).reduce((sum, width) => sum + width, 0)
}

/**
 * The places of what spaces part in a line.
 *
 * @param line a line
 * @param line.words its words
 */
export function columns({ words }: Line): Place[] {
  return Array.from(words.matchAll(SPACED), ({ 0: cell, index }) => [index, index + cell.length] as const)
}
