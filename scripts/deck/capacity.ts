import type { Ratio } from './types.ts'
import { countLines, widthInEm } from '../language/measure.ts'

/**
 * The themes' grid in pixels of the canvas. What is planned here, at a size a little above the floor, the theme then sets
 * as large as it goes: a plan that is a line off still fits.
 */
const CANVAS_HEIGHT: Readonly<Record<Ratio, number>> = { '16:9': 552, '4:3': 735 }
const TOP = 54
const BOTTOM = 72
const WIDTH = 828

const TITLE = { size: 36, line: 46, gap: 22 }
/** Bullets at 26 px, two above the floor of 24. */
const BODY = { size: 26, line: 41, gap: 14, indent: 38 }
const ATTRIBUTION = 46
/** Ragged phrases leave the ends of lines empty: a line holds nine tenths of what it could. */
const RAGGED = 0.92

/** What a slide holds at most, in `standard` and above: a reader's limit rather than the canvas's. */
export const MOST_BULLETS = 5
export const MOST_HAN = 120

/** A title of more lines than this is shortened. */
const TITLE_LINES = 3

/**
 * The height that bullets may take under a title.
 *
 * @param ratio the canvas
 * @param title the slide's title
 * @param attribution whether a line of attribution stands over the bullets
 * @returns pixels
 */
export function bulletRoom(ratio: Ratio, title: string, attribution: boolean): number {
  const titleHeight = countLines(title, WIDTH / TITLE.size * RAGGED) * TITLE.line + TITLE.gap
  return CANVAS_HEIGHT[ratio] - TOP - BOTTOM - titleHeight - (attribution ? ATTRIBUTION : 0)
}

/**
 * The height of bullets.
 *
 * @param bullets their texts
 * @returns pixels
 */
export function bulletHeight(bullets: string[]): number {
  const lines = bullets.reduce((sum, bullet) => sum + countLines(bullet, bulletEm()), 0)
  return lines * BODY.line + Math.max(0, bullets.length - 1) * BODY.gap
}

/** How many em a bullet's line holds. */
export function bulletEm(): number {
  return (WIDTH - BODY.indent) / BODY.size * RAGGED
}

/** Whether a title fits over a slide's text. */
export function titleFits(title: string): boolean {
  return countLines(title, WIDTH / TITLE.size * RAGGED) <= TITLE_LINES
}

/** Whether one sentence can stand alone as a statement: three lines at 34 px. */
export function statementFits(text: string): boolean {
  return countLines(text, WIDTH / 34 * RAGGED) <= 3
}

/** Whether a quotation fits in the quotation's frame, at 26 px in the narrower column. */
export function quoteFits(ratio: Ratio, title: string, quotation: string): boolean {
  return countLines(quotation, (WIDTH - 60) / BODY.size * RAGGED) * 44 <= bulletRoom(ratio, title, true) - 20
}

/** A table's rows at the floor of 24 px, so that few tables are parted, with the air and the hairline of each, and the space between its columns. */
const ROW = { size: 24, line: 34, padding: 17, gap: 0.9 }
/** A column holds a word or two on a line, or a table is no table. In em. */
const NARROWEST_COLUMN_EM = 3

/**
 * How many rows of a table fit, from the first on. Columns share the width by their longest cell, as browsers do (CSS 2.2, 17.5.2.2).
 *
 * @param rows the cells' texts, row by row
 * @param room the height, in pixels
 * @returns a count; 0 where the columns are too many
 */
export function rowsThatFit(rows: string[][], room: number): number {
  const columns = Math.max(...rows.map(row => row.length))
  const widest = Array.from({ length: columns }, (_, column) => Math.max(1, ...rows.map(row => widthInEm(row[column] ?? ''))))
  const width = WIDTH / ROW.size - (columns - 1) * ROW.gap
  const total = widest.reduce((sum, own) => sum + own, 0)
  const widths = widest.map(own => total <= width ? own : Math.max(width * own / total * RAGGED, Math.min(own, NARROWEST_COLUMN_EM)))
  if (widths.reduce((sum, own) => sum + own, 0) > width + 0.001)
    return 0
  let height = 0
  for (const [index, row] of rows.entries()) {
    height += Math.max(...row.map((cell, column) => countLines(cell, widths[column]! + 0.001))) * ROW.line + ROW.padding
    if (height > room)
      return index
  }
  return rows.length
}

/** Code at 24 px, in a box with a margin; a character of the type takes six tenths of that, a Chinese one all of it. */
const CODE = { size: 24, line: 34, padding: 40, inset: 50 }

/**
 * How many lines of code fit, from the first on.
 *
 * @param lines the code
 * @param room the height, in pixels
 * @returns a count
 */
export function codeLinesThatFit(lines: string[], room: number): number {
  let height = CODE.padding
  for (const [index, line] of lines.entries()) {
    const width = Array.from(line, character => character.codePointAt(0)! < 0x2E80 ? 0.6 : 1).reduce((sum, own) => sum + own, 0)
    height += Math.max(1, Math.ceil(width / ((WIDTH - CODE.inset) / CODE.size))) * CODE.line
    if (height > room)
      return index
  }
  return lines.length
}

/** Labels in a picture of structure, at 20 px, two above the floor of 18. */
const LABEL = { size: 20, line: 28, gap: 14 }
/** The picture's columns: the article's parts to the left, the part's points to the right. */
export const OUTLINE_COLUMNS = { parts: 300, points: 440 } as const
export const RECAP_COLUMN = 480

/**
 * How many labels of a picture of structure fit in a column, from the first on.
 *
 * @param labels their texts
 * @param column the column's width in pixels
 * @param ratio the canvas
 * @returns a count, at least 1
 */
export function labelsThatFit(labels: string[], column: number, ratio: Ratio): number {
  const room = CANVAS_HEIGHT[ratio] - TOP - BOTTOM - 56
  let height = -LABEL.gap
  for (const [index, label] of labels.entries()) {
    height += countLines(label, column / LABEL.size * RAGGED) * LABEL.line + LABEL.gap
    if (height > room)
      return Math.max(1, index)
  }
  return labels.length
}

/** Whether one label is short enough for a picture at all: four lines of its column. */
export function labelFits(label: string, column: number): boolean {
  return countLines(label, column / LABEL.size * RAGGED) <= 4
}
