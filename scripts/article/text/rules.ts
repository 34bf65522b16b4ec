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

/** The same row of signs on both sides of a line: ----- 一、选鱼 -----, *** 稻田养鱼 ***. */
const FRAME = /^[-=~*#＊—─━＝★☆◆◇※+]{2,}/

/**
 * Where the words of a line are that signs frame as an ornament.
 *
 * @param line a line
 * @param line.words its words
 * @param line.width their width
 * @returns where they begin and end in it; nothing where the line is not framed: 3*4, a dash in a sentence
 */
export function framedIn({ words, width }: Pick<Line, 'words' | 'width'>): { start: number, end: number } | undefined {
  const before = width > LONGEST_HEADING ? undefined : FRAME.exec(words)?.[0]
  if (before === undefined || !words.endsWith([...before].reverse().join('')) || new Set(before).size > 2)
    return undefined
  const inner = words.slice(before.length, -before.length)
  const own = inner.trim()
  if (!hasWords(own) || MARKED.test(own) || FRAME.test(own) || FRAME.test([...own].reverse().join('')))
    return undefined
  const start = before.length + inner.indexOf(own)
  return { start, end: start + own.length }
}
