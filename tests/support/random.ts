import process from 'node:process'
import fc from 'fast-check'

/** The same examples each time, so that what fails has changed; LECTERN_SEED=7 for others. */
const SEED = Number(process.env.LECTERN_SEED ?? 1)

/**
 * How many examples a test tries: LECTERN_FUZZ=10 for ten times as many.
 *
 * @param count how many are enough for each change
 * @returns how many are asked for
 */
export function runs(count: number): number {
  return Math.ceil(count * Number(process.env.LECTERN_FUZZ ?? 1))
}

fc.configureGlobal({ seed: SEED, numRuns: runs(100) })
