import { toPhrases } from '../../../scripts/language/phrases.ts'

/** In ems of 24 px: the canvas between its margins is 832 px wide, a gap 28. */
const PAGE = 832 / 24
const GAP = 28 / 24
/** A part of more lines than this is a block of text, and so is a column. */
const MOST = { part: 2, column: 5 }

/**
 * How items would stand in columns side by side, at the smallest size of text.
 *
 * @param items the texts of each item's parts, which stand below each other
 * @returns `rows` where they are too long for that, or a phrase is, `wide` where they take more than a line
 */
export function widthOf(items: readonly (readonly string[])[]): 'rows' | 'wide' | undefined {
  const column = (PAGE - GAP * (items.length - 1)) / Math.max(1, items.length)
  const lines = items.map(parts => parts.map(part => Math.ceil(emsOf(part) / column)))
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  const isBlock = lines.some(counts => Math.max(...counts) > MOST.part || sum(counts) > MOST.column)
  if (isBlock || items.flatMap(wholesOf).some(whole => emsOf(whole) > column))
    return 'rows'
  return items.flat().some(part => emsOf(part) > column) ? 'wide' : undefined
}

/** A label is no longer than this. */
const LONGEST_LABEL = 5

/**
 * Whether what stands before the strong words of items can stand at their left: a few words in each.
 *
 * @param stems those words
 */
export function areBrief(stems: readonly string[]): boolean {
  return stems.every(stem => stem.trim() !== '' && emsOf(stem) <= LONGEST_LABEL)
}

/**
 * What a line may not break in: in Chinese a phrase of the item with its mark, as far as it stands in one of its parts;
 * else a word.
 */
function wholesOf(parts: readonly string[]): string[] {
  const text = parts.join('')
  if (!/\p{Script=Han}/u.test(text))
    return text.split(/\s+/)
  const ends = (pieces: readonly string[]): number[] =>
    pieces.map((_, index) => pieces.slice(0, index + 1).join('').length)
  const edges = [...new Set([0, ...ends(parts), ...ends(toPhrases(text))])].sort((one, other) => one - other)
  return edges.slice(1).map((to, index) => text.slice(edges[index], to).trim())
}

const WIDE = /[\p{Script=Han}\u3000-〿！-～“”‘’—…]/u

/** A text's width: a Chinese character is an em wide, a letter about half. */
function emsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 1 : 0.54), 0)
}
