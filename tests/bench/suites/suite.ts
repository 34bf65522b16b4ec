/** A row of the table: what is counted, and what came out. */
export interface Figure { what: string, value: string }

/** A collection that nobody here wrote. */
export interface Suite {
  /** Its folder below that of all suites. */
  folder: string
  /** Where it is found, and what of it goes into the folder. */
  source: string
  /**
   * Measures it.
   *
   * @param folder where it is
   * @param tell takes a line for each file that falls short
   */
  measure: (folder: string, tell: (line: string) => void) => Promise<Figure[]>
}

/**
 * A share as it stands in the table.
 *
 * @param part how many are right
 * @param all of how many
 */
export function outOf(part: number, all: number): string {
  return `${part} of ${all}`
}

/**
 * The mean of some numbers.
 *
 * @param values any numbers
 * @returns their mean, 0 of none
 */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
