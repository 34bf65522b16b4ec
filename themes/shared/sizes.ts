import type { Step } from './composables/fit.ts'

/** The floor for text on a canvas 980 px wide is 24 px; labels in a picture of structure may be 18 px. */
const STRUCTURE: readonly Step[] = [[24, 30], [24, 27], [24, 24], [24, 22], [24, 20], [24, 19], [24, 18]]

/**
 * The sizes that each layout may take, from large to small: its title's and its text's, in pixels of the canvas.
 * A layout that is not listed has those of `default`.
 */
export const SIZES: Readonly<Record<string, readonly Step[]>> = {
  cover: [[50, 24], [46, 24], [42, 24], [38, 24], [34, 24], [30, 24], [26, 24]],
  outline: STRUCTURE,
  points: [[36, 34], [36, 32], [36, 30], [36, 28], [36, 26], [32, 26], [32, 25], [30, 24], [26, 24]],
  statement: [[24, 40], [24, 36], [24, 34], [24, 30], [24, 27], [24, 24]],
  quote: [[24, 36], [24, 34], [24, 30], [24, 28], [24, 26], [24, 24]],
  enumeration: [[36, 40], [36, 36], [36, 32], [36, 30], [36, 28], [36, 26], [32, 26], [30, 24], [26, 24]],
  contrast: [[36, 34], [36, 32], [36, 30], [36, 28], [34, 26], [30, 24], [26, 24]],
  steps: [[36, 38], [36, 36], [36, 34], [36, 32], [36, 30], [36, 28], [34, 26], [30, 24], [26, 24]],
  cards: [[36, 42], [36, 38], [36, 35], [36, 32], [36, 30], [36, 28], [36, 26], [32, 26], [30, 24], [26, 24]],
  figure: [[36, 34], [36, 32], [36, 30], [36, 28], [34, 26], [30, 24], [26, 24]],
  table: [[36, 28], [36, 26], [36, 24], [30, 24], [26, 24]],
  code: [[36, 26], [36, 24], [30, 24], [26, 24]],
  image: [[36, 24], [30, 24], [26, 24]],
  recap: STRUCTURE,
  questions: [[36, 34], [36, 32], [36, 30], [36, 28], [34, 26], [30, 24], [26, 24]],
  default: [[36, 28], [36, 26], [32, 24], [26, 24]],
}
