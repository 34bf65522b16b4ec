import type { TestProjectInlineConfiguration } from 'vitest/config'
import process from 'node:process'
import { defineConfig } from 'vitest/config'
import { SampleFirst } from './tests/support/order.ts'

/** The rooms that are pure, and those parts of `check/` that are: their branches are counted by `npm run coverage`. */
const PURE = ['language', 'article', 'outline', 'deck', 'slidev', 'merge', 'witness', 'check/rules', 'check/words']
  .map(room => `scripts/${room}/**/*.ts`)

/** Where tests are that need no build, no browser and no process of their own: tests/layers.test.ts holds them to it. */
const UNIT = ['messages', 'language', 'article', 'outline', 'deck', 'slidev', 'merge', 'check', 'themes', 'fuzz', 'witness'].map(testsOf)

/** Commands in this process, the file system, and what is held of the project as a whole. */
const PROGRAM = ['tests/*.test.ts', ...['commands', 'files', 'build', 'dev', 'mutations'].map(testsOf)]

/**
 * Files of `tests/browser/` that take long and look at one side of the program each, in four groups that take about as
 * long: `npm test` runs a group, the next seed another one. The others, and whatever is named on the command line, run
 * always.
 */
const IN_TURN = [
  ['incremental', 'present', 'talk', 'fixtures'],
  ['accessible', 'offline', 'faults'],
  ['check', 'hostile', 'capacity', 'programs'],
  ['dev-edits', 'ways', 'turn', 'mutations'],
]

/** The files of `tests/browser/` that do not run with a seed. */
function notInTurn(seed: number): string[] {
  const isNamed = process.argv.some(argument => argument.includes('tests/'))
  const others = IN_TURN.filter((_, index) => index !== seed % IN_TURN.length)
  return isNamed ? [] : others.flat().map(name => `tests/browser/${name}.test.ts`)
}

function testsOf(folder: string): string {
  return `tests/${folder}/**/*.test.ts`
}

/**
 * The day, as 20261129: where a server runs the tests, each day draws other examples. On a person's machine they stay the same,
 * so that what fails has changed.
 */
const today = (): string => new Date().toISOString().slice(0, 10).replaceAll('-', '')

// `npm test` runs what a change can wait for. `npm run test:all` is the mode `all`: all examples, all documents, every way of building.
export default defineConfig(({ mode }) => {
  const all = mode === 'all'
  // Messages are English, whoever runs the tests.
  const env = { LC_ALL: 'C.UTF-8', LECTERN_TESTS: all ? 'all' : 'some', LECTERN_SEED: process.env.LECTERN_SEED ?? (process.env.CI ? today() : '1') }

  function project(name: string, include: string[], config: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
    const test = {
      name,
      env,
      include,
      setupFiles: ['tests/support/random.ts'],
      globalSetup: ['tests/support/seed.ts'],
      // Files of one project share a process, and what they load: they leave nothing behind.
      isolate: false,
      // Every core: left to itself, Vitest leaves one idle, and there may be two.
      maxWorkers: '100%',
      testTimeout: 120_000,
      hookTimeout: 300_000,
      ...config,
    }
    return { test }
  }

  return {
    test: {
      projects: [
        project('unit', UNIT, {}),
        project('program', PROGRAM, {}),
        project('browser', [testsOf('browser')], {
          globalSetup: ['tests/support/seed.ts', 'tests/support/shared.ts'],
          exclude: all ? [] : notInTurn(Number(env.LECTERN_SEED)),
          // On a busy machine a window may answer late.
          expect: { poll: { timeout: 20_000 } },
        }),
        ...(all ? [project('all', [testsOf('all')], { isolate: true, maxWorkers: 1 })] : []),
      ],
      sequence: { sequencer: SampleFirst },
      // Each room's branches are counted together.
      coverage: {
        provider: 'v8',
        include: PURE,
        reporter: ['text'],
        thresholds: Object.fromEntries(PURE.map(room => [room, { branches: 95 }])),
      },
    },
  }
})
