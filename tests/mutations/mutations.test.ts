import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { MUTATIONS } from './mutations.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

it('have a name each', () => {
  const names = MUTATIONS.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

// Where this fails, the program has changed there: choose another text that stands in the file once, for the same
// fault.
it.each(MUTATIONS.map(mutation => [mutation.name, mutation] as const))('can be made: %s', (_, { file, replace, by, tests }) => {
  expect(readFileSync(root(file), 'utf8').split(replace)).toHaveLength(2)
  expect(by).not.toBe(replace)
  expect(tests.filter(test => !existsSync(root(test)))).toEqual([])
  expect(tests).not.toEqual([])
})
