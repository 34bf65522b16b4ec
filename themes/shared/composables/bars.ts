/** More bars than this do not fit on a page. */
const MOST = 8
/** The number of a bar shorter than this stands after it. */
const SHORT = 0.3
/** On a bar shorter than this share of the page its numeral may run out over the end: such a bar stays pale. */
const LONG = 0.5

/**
 * The true lengths of bars, as custom properties of each.
 *
 * @param values the numbers in the order of the items, from the slide's frontmatter
 * @returns `--share-1` and so on, each from 0 to 1; the classes of the bar that is filled, which is the last, where it
 *   is long enough, else the longest, and of those that are short
 */
export function barsOf(values: unknown): { style: Record<string, string>, classes: string[] } {
  const numbers = Array.isArray(values) ? values.slice(0, MOST).map(Number) : []
  const most = Math.max(...numbers)
  if (numbers.length === 0 || !numbers.every(value => value >= 0) || most <= 0)
    return { style: {}, classes: [] }
  const shares = numbers.map(value => value / most)
  const style = Object.fromEntries(shares.map((share, index) =>
    [`--share-${index + 1}`, String(Math.round(share * 1e4) / 1e4)]))
  const filled = shares.at(-1)! >= LONG ? shares.length - 1 : shares.indexOf(1)
  const short = shares.flatMap((share, index) => share < SHORT ? [`short-${index + 1}`] : [])
  return { style, classes: [`filled-${filled + 1}`, ...short] }
}
