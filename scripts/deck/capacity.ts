import type { Ratio } from './types.ts'
import { countLines } from '../language/measure.ts'

/**
 * The themes' grid in pixels of the canvas. What is planned here, at a size a little above the floor, the theme then
 * sets as large as it goes: a plan that is a line off still fits.
 */
const CANVAS_HEIGHT: Readonly<Record<Ratio, number>> = { '16:9': 552, '4:3': 735 }
const TOP = 66
const BOTTOM = 80
/** Of the page between its margins, in pixels of the canvas. */
export const WIDTH = 832

const TITLE = { size: 34, line: 45, gap: 40 }
/** Bullets at 26 px, two above the floor of 24. */
const BODY = { size: 26, line: 38, gap: 12, indent: 38 }
const ATTRIBUTION = 24
/** What a fraction or a sum needs beyond its line, at 26 px. */
export const FORMULA = 34
/** Ragged phrases leave the ends of lines empty: a line holds nine tenths of what it could. */
export const RAGGED = 0.92

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
  const titleHeight = linesIn(title, WIDTH, TITLE.size) * TITLE.line + TITLE.gap
  return CANVAS_HEIGHT[ratio] - TOP - BOTTOM - titleHeight - (attribution ? ATTRIBUTION : 0)
}

/**
 * The height of bullets.
 *
 * @param bullets their texts
 * @param depth how far below an item of a list they stand
 * @returns pixels
 */
export function bulletHeight(bullets: string[], depth = 0): number {
  const lines = bullets.reduce((sum, bullet) => sum + linesIn(bullet, WIDTH - BODY.indent * (1 + depth), BODY.size), 0)
  return lines * BODY.line + Math.max(0, bullets.length - 1) * BODY.gap
}

/** Whether a title fits over a slide's text. */
export function titleFits(title: string): boolean {
  return linesIn(title, WIDTH, TITLE.size) <= TITLE_LINES
}

/**
 * How many lines running text takes.
 *
 * @param text the text of one block
 * @param width the block's, in pixels
 * @param size the text's, in pixels
 * @returns at least 1
 */
export function linesIn(text: string, width: number, size: number): number {
  return countLines(text, width / size * RAGGED)
}

/** Labels in a picture of structure, at 20 px, two above the floor of 18. */
const LABEL = { size: 20, line: 28, gap: 14 }
export const RECAP_COLUMN = 480

/**
 * The height of a page between its margins.
 *
 * @param ratio the canvas
 * @returns pixels
 */
export function pageRoom(ratio: Ratio): number {
  return CANVAS_HEIGHT[ratio] - TOP - BOTTOM - 6
}

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
    height += linesIn(label, column, LABEL.size) * LABEL.line + LABEL.gap
    if (height > room)
      return Math.max(1, index)
  }
  return labels.length
}
