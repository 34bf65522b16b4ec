import type { Line } from './lines.ts'
import { hasWords } from '../../language/marks.ts'

/** A longer line is text, and what stands below it an ornament. In em. */
const LONGEST_HEADING = 30
const MARKED = /[，、；：。！？,.;:!?]$/

/** A line across the page: one sign again and again. */
const RULE = /^([=\-_~～*—─━＝])\1{2,}$/

/**
 * Whether a line of signs underlines the heading above it, as in Markdown and in texts that were typed.
 *
 * @param line the signs
 * @param line.words its words
 * @param above the line above it
 */
export function underlines({ words }: Line, above: Line): boolean {
  return RULE.test(words) && !MARKED.test(above.words) && above.width <= LONGEST_HEADING && hasWords(above.words)
}

/**
 * Whether a line of signs stands right above words.
 *
 * @param line the signs
 * @param line.words its words
 * @param below the line below it
 */
export function overlines({ words }: Line, below: Line | undefined): boolean {
  return RULE.test(words) && below !== undefined && hasWords(below.words)
}
