import type { Step } from './composables/fit.ts'

/** The floor for text on a canvas 980 px wide is 24 px; labels in a picture of structure may be 18 px. */
const STRUCTURE: readonly Step[] = [[24, 34], [24, 28], [24, 24], [24, 20], [24, 18]]
/** Only where even the floor does not fit under the headline: a very long headline. */
const LAST: readonly Step[] = [[30, 24, 24], [26, 24, 24]]
/** One strong word, number or clause in each item, large; the rest of the item is its small stem. */
const LARGE: readonly Step[] = [[34, 28, 50], [34, 24, 50], [34, 24, 34], [34, 24, 28], [34, 24, 24], ...LAST]
/** Running text. */
const TEXT: readonly Step[] = [[34, 34, 50], [34, 34, 42], [34, 34], [34, 30], [34, 28], [34, 24], ...LAST]
/** A sentence that has the page. */
const SENTENCE: readonly Step[] = [[64, 24], [56, 24], [50, 24], [42, 24], [34, 24], [28, 24], [24, 24]]

/**
 * The sizes that each layout may take, from large to small, in pixels of the canvas: its headline's, its text's, and
 * that of what it says largest. A few steps, so that slides of one kind look alike. A layout that is not listed has
 * those of `default`.
 */
export const SIZES: Readonly<Record<string, readonly Step[]>> = {
  cover: [[64, 24], [50, 24], [42, 24], [34, 24], [30, 24], [26, 24]],
  section: [[64, 28], [50, 28], [50, 24], [42, 24], [34, 24], [30, 24], [26, 24]],
  closing: SENTENCE,
  outline: STRUCTURE,
  points: TEXT,
  statement: [
    [80, 28, 80], [64, 28, 64], [56, 28, 56], [50, 28, 50],
    [42, 28, 42], [34, 28, 34], [28, 24, 28], [24, 24, 24],
  ],
  quote: [[34, 34, 80], [34, 34, 64], [34, 28, 50], [34, 28, 42], [34, 24, 34], [34, 24, 28], [34, 24, 24], ...LAST],
  enumeration: [[34, 28, 50], [34, 28, 42], [34, 28, 34], [34, 28, 28], [34, 24, 24], ...LAST],
  contrast: [[34, 28, 80], ...LARGE],
  parallel: LARGE,
  ladder: [[34, 28, 50], [34, 28, 34], [34, 28, 28], [34, 24, 24], ...LAST],
  pairs: [[34, 28, 80], [34, 28, 64], [34, 28, 50], [34, 24, 34], [34, 24, 24], ...LAST],
  bars: [[34, 28, 50], [34, 24, 34], [34, 24, 24], ...LAST],
  figures: [[34, 28, 80], [34, 28, 50], [34, 24, 50], [34, 24, 34], [34, 24, 24], ...LAST],
  timeline: [[34, 28, 50], [34, 28, 34], [34, 24, 34], [34, 24, 28], [34, 24, 24], ...LAST],
  sequence: [[34, 28, 50], [34, 28, 34], [34, 28, 28], [34, 24, 24], ...LAST],
  both: [[34, 28, 80], [34, 28, 50], [34, 28, 34], [34, 24, 28], [34, 24, 24], ...LAST],
  definition: [[34, 34, 80], [34, 34, 50], [34, 28, 50], [34, 28, 34], [34, 24, 34], [34, 24, 24], ...LAST],
  steps: [[34, 28, 50], [34, 28, 34], [34, 28, 28], [34, 24, 28], [34, 24, 24], ...LAST],
  cards: [[34, 28, 50], [34, 28, 42], [34, 28, 34], [34, 24, 28], [34, 24, 24], ...LAST],
  figure: [[34, 34, 120], [34, 28, 120], [34, 28, 80], [34, 24, 80], [34, 24, 50], [34, 24, 34], ...LAST],
  table: [[34, 28], [34, 24], ...LAST],
  code: [[34, 34], [34, 28], [34, 24], ...LAST],
  image: [[34, 24], ...LAST],
  recap: STRUCTURE,
  questions: TEXT,
  default: TEXT,
}

/** Down to this size what a layout says largest is rather smaller than torn within its clauses. In pixels. */
const WHOLE_CLAUSES: Readonly<Record<string, number>> = { statement: 50, closing: 50 }

/**
 * The sizes of a layout that are tried first, with a line for each clause.
 *
 * @param layout its name
 * @returns sizes from large to small; none where clauses break as they will
 */
export function sizesOfClauses(layout: string): readonly Step[] {
  const least = WHOLE_CLAUSES[layout] ?? Number.POSITIVE_INFINITY
  return (SIZES[layout] ?? []).filter(([title, , large = title]) => large >= least)
}
