import process from 'node:process'
import fc from 'fast-check'

/** Whether everything is tried: `npm run test:all`. `npm test` tries what a change can wait for. */
export const ALL = process.env.LECTERN_TESTS === 'all'

/** What random examples follow from: see vitest.config.ts. */
export const SEED = Number(process.env.LECTERN_SEED)

/**
 * How many times more is tried than usual: LECTERN_FUZZ=10 asks for ten times as many examples, and for every document
 * and way.
 */
export const FUZZ = Number(process.env.LECTERN_FUZZ ?? 1)

/** `npm test` tries one random example in so many. */
const ONE_IN = 120

/**
 * How many examples a test tries: all of them, or a share in `npm test`.
 *
 * @param count how many all are
 * @returns how many are asked for, never none
 */
export function runs(count: number): number {
  return Math.ceil(count * FUZZ / (ALL ? 1 : ONE_IN))
}

/**
 * Draws some of a test's cases by the seed: another seed draws others, and all seeds together draw all.
 *
 * @param cases the cases
 * @param count how many `npm test` tries
 * @returns so many in their order, or all of them where everything is tried
 */
export function drawn<T>(cases: readonly T[], count: number): T[] {
  if (ALL || count >= cases.length)
    return [...cases]
  const some = fc.shuffledSubarray([...cases.keys()], { minLength: count, maxLength: count })
  const [chosen] = fc.sample(some, { seed: SEED, numRuns: 1 })
  return chosen!.sort((one, other) => one - other).map(index => cases[index]!)
}

/**
 * Takes turns: of the cases that each of many things could be tried with, one for each thing.
 *
 * @param cases the cases
 * @param index the thing's place among all
 * @returns one case, the next seed's turn another; all of them where everything is tried
 */
export function inTurn<T>(cases: readonly T[], index: number): T[] {
  return ALL ? [...cases] : [cases[(SEED + index) % cases.length]!]
}

fc.configureGlobal({ seed: SEED, numRuns: runs(100) })
