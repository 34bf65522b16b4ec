import { expect, it } from 'vitest'
import { takeTurns } from '../../scripts/dev/turns.ts'

/** A run that ends when it is told to. */
function runs(): { run: () => Promise<void>, count: () => number, finish: () => Promise<void> } {
  const ends: (() => void)[] = []
  return {
    run: () => new Promise(resolve => ends.push(resolve)),
    count: () => ends.length,
    finish: async () => {
      ends.at(-1)!()
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

it('never runs twice at once: what is asked for meanwhile is one more run', async () => {
  const { run, count, finish } = runs()
  const turns = takeTurns(run)
  turns.ask()
  turns.ask()
  turns.ask()
  expect(count()).toBe(1)
  await finish()
  expect(count()).toBe(2)
  await finish()
  expect(count()).toBe(2)
  turns.ask()
  expect(count()).toBe(3)
})

it('lets the run that goes on end, and begins no other', async () => {
  const { run, count, finish } = runs()
  const turns = takeTurns(run)
  turns.ask()
  turns.ask()
  let isEnded = false
  const ending = turns.end().then(() => isEnded = true)
  expect(isEnded).toBe(false)
  await finish()
  await ending
  turns.ask()
  expect(count()).toBe(1)
})
