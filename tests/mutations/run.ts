/**
 * Breaks a copy of the project in one place after another, and says which test file notices first: `npm run
 * test:mutations`. Names of mutations choose these, `--room NAME` those of one room; `--all` asks the whole suite, not
 * the fast one. The copy's packages are links: nothing is installed.
 *
 * Ends with 1 where a mutation cannot be made, where a test file fails by itself, and where too few are caught: of the
 * whole suite all must be, of the fast one 28 of 30.
 */
import type { Mutation } from './types.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { checkout } from '../support/checkout.ts'
import { MUTATIONS } from './mutations.ts'
import { runTests } from './vitest.ts'

const FAST_SHARE = 28 / 30
/** Draws its cases, and may leave out the one that notices: of it all are tried. */
const DRAWS = 'tests/browser/mutations.test.ts'

const { values: { all, room }, positionals: names } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean', default: false }, room: { type: 'string' } } })
const needsBrowser = ({ tests }: Mutation): number => Number(tests.every(test => test.startsWith('tests/browser/')))
const chosen = MUTATIONS
  .filter(mutation => names.length === 0 || names.includes(mutation.name))
  .filter(mutation => room === undefined || room === mutation.room)
  .sort((one, other) => needsBrowser(one) - needsBrowser(other))
const unknown = [
  ...names.filter(name => !MUTATIONS.some(mutation => mutation.name === name)),
  ...(chosen.length === 0 && room !== undefined ? [room] : []),
]
if (unknown.length > 0)
  throw new Error(`There is no mutation or room of this name: ${unknown.join(', ')}.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => process.exit(1))

const whole = await checkout()
/** By its path, whether a test file passes where nothing is broken. */
const sound = new Map<string, boolean>()
let caught = 0
let faults = 0
try {
  for (const mutation of chosen) {
    const said = await tryMutation(mutation)
    console.log(`${said.startsWith('tests/') ? 'caught' : 'NOT CAUGHT'}\t${mutation.room}\t${mutation.name}\t${said}`)
    caught += Number(said.startsWith('tests/'))
  }
}
finally {
  await whole.clean()
}
console.log(`${caught} of ${chosen.length} caught`)
process.exitCode = faults === 0 && caught >= chosen.length * (all ? 1 : FAST_SHARE) ? 0 : 1

/** Makes a mutation in a copy of its own: the first test file that notices, or why none does. */
async function tryMutation(mutation: Mutation): Promise<string> {
  const { path, clean } = await checkout()
  try {
    if (!await applies(path, mutation))
      return fault(`its text does not stand once in ${mutation.file}`)
    for (const test of mutation.tests) {
      if (await isSound(test) && (await runTests(path, test, { all: all || test === DRAWS, bail: true }))?.failed)
        return test
    }
    return `by ${mutation.tests.join(' ')}`
  }
  finally {
    await clean()
  }
}

async function applies(root: string, { file, replace, by }: Mutation): Promise<boolean> {
  const path = join(root, file)
  const parts = (await readFile(path, 'utf8')).split(replace)
  if (parts.length === 2)
    await writeFile(path, parts.join(by))
  return parts.length === 2
}

/**
 * Whether a test file is one of the suite, and passes where nothing is broken: else its failure would prove nothing.
 */
async function isSound(test: string): Promise<boolean> {
  if (!sound.has(test)) {
    const outcome = await runTests(whole.path, test, { all: all || test === DRAWS, bail: false })
    sound.set(test, outcome !== undefined && !outcome.failed && outcome.passed > 0)
    if (outcome && !sound.get(test))
      console.log(`${fault(test)}: this test file fails, or has no test that runs, where nothing is broken`)
  }
  return sound.get(test)!
}

function fault(what: string): string {
  faults++
  return what
}
