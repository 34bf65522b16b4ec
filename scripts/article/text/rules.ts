import type { Line } from './lines.ts'
import { hasWords } from '../../language/marks.ts'
import { lineAt } from './lines.ts'

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

/** The same row of signs on both sides of a line: ----- 一、选鱼 -----, *** 稻田养鱼 ***. */
const FRAME = /^[-=~*#＊─━＝★☆◆◇※+]{2,}/

/**
 * A line without the signs that frame it as an ornament.
 *
 * @param line a line
 * @param text the article
 * @returns its words alone; the line itself where it is not framed: 3*4, a dash in a sentence
 */
export function withoutFrame(line: Line, text: string): Line {
  const { words, width, start, index } = line
  const before = width > LONGEST_HEADING ? undefined : FRAME.exec(words)?.[0]
  if (before === undefined || !words.endsWith([...before].reverse().join('')) || new Set(before).size > 2)
    return line
  const inner = words.slice(before.length, -before.length)
  const own = inner.trim()
  if (!hasWords(own) || MARKED.test(own) || FRAME.test(own) || FRAME.test([...own].reverse().join('')))
    return line
  const from = text.indexOf(words, start) + before.length + inner.indexOf(own)
  return { ...line, ...lineAt(text, from, from + own.length, index) }
}
