import type { TestProject } from 'vitest/node'
import process from 'node:process'

/** Says once, before the first test, what draws the random examples, so that a failure can be had again. */
export default function (project: TestProject): void {
  const { LECTERN_SEED: seed, LECTERN_TESTS: tests } = project.config.env
  if (process.env.LECTERN_SAID_SEED !== undefined)
    return
  process.env.LECTERN_SAID_SEED = seed
  process.stdout.write(`Random examples follow from LECTERN_SEED=${seed}${tests === 'all' ? '' : '; `npm run test:all` tries a hundred and twenty times as many'}.\n`)
}
