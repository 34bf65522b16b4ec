/** Code points from one to another, both among them. */
export type Range = readonly [from: number, to: number]

/**
 * Reads a list of code points as CSS writes it (CSS Fonts 4, `unicode-range`, without wildcards).
 *
 * @param list `U+4E00-9FFF, U+20BB7`
 * @returns the ranges, in the order of the list
 */
export function parseRanges(list: string): Range[] {
  const toRange = ([, from, to]: RegExpExecArray): Range =>
    [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)]
  return Array.from(list.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi), toRange)
}

/**
 * Writes code points as CSS does.
 *
 * @param codePoints in order, each once
 * @returns `U+4E00-4E03, U+20BB7`
 */
export function writeRanges(codePoints: number[]): string {
  const ranges: [number, number][] = []
  for (const codePoint of codePoints) {
    const last = ranges.at(-1)
    if (last && last[1] === codePoint - 1)
      last[1] = codePoint
    else
      ranges.push([codePoint, codePoint])
  }
  const hex = (value: number): string => value.toString(16).toUpperCase()
  return ranges.map(([from, to]) => from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`).join(', ')
}

/**
 * Whether a code point is in one of some ranges.
 *
 * @param codePoint the code point
 * @param ranges the ranges, in any order
 */
export function inRanges(codePoint: number, ranges: readonly Range[]): boolean {
  return ranges.some(([from, to]) => codePoint >= from && codePoint <= to)
}
