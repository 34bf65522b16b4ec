/** Text without its markup, and where each character of it stands in the file's text. */
export interface Plain { text: string, placeOf: (index: number) => number }

/** What a reader of a format puts in the place of each character of markup: nothing. All others keep their places. */
export const NOTHING = '\0'
/** What stands round the signs of a formula: characters that no text has (Unicode 23.7). */
export const FORMULA = { start: '\uFDD0', end: '\uFDD1' } as const
/**
 * What stands between two letters or digits where a tag does: how a page is drawn says whether they are one word,
 * `<b>T</b>he`, or two, as links of a menu.
 */
export const JOINT = '\uFDD2'

/**
 * What shows nothing (UAX #44, Default_Ignorable_Code_Point; control characters that part no words), and what markup
 * left.
 */
const UNSEEN = /(?:[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]|(?![\t-\r\x85])\p{Cc})+/gu

/**
 * Takes out what markup has left.
 *
 * @param masked a file's text, character by character, with `NOTHING` for those of its markup
 * @returns the words, with the way back
 */
export function plainOf(masked: string): Plain {
  const starts: number[] = []
  const places: number[] = []
  let text = ''
  let from = 0
  const keep = (to: number): void => {
    if (to > from) {
      starts.push(text.length)
      places.push(from)
      text += masked.slice(from, to)
    }
  }
  for (const { index, 0: gone } of masked.matchAll(UNSEEN)) {
    keep(index)
    from = index + gone.length
  }
  keep(masked.length)
  return {
    text,
    placeOf: (index) => {
      const at = Math.max(0, lastAtOrBefore(starts, index))
      return (places[at] ?? 0) + index - (starts[at] ?? 0)
    },
  }
}

/**
 * As many characters of nothing as a text has.
 *
 * @param text markup
 * @param sign what stands for its first character: a line's end where it parts blocks
 */
export function nothing(text: string, sign = NOTHING): string {
  return text === '' ? '' : sign + NOTHING.repeat(text.length - 1)
}

/**
 * Where the lines of a text begin.
 *
 * @param text any text
 */
export function lineStartsIn(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\r\n]/g), ({ index, 0: end }) => index + end.length)]
}

/**
 * The last of some places that is not behind another.
 *
 * @param starts places in order
 * @param value the other place
 * @returns its index; -1 where all are behind
 */
export function lastAtOrBefore(starts: readonly number[], value: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= value)
      low = middle + 1
    else
      high = middle
  }
  return low - 1
}
