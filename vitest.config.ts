import { defineConfig } from 'vitest/config'

/** What is pure, and so can be tested without a browser or a file. */
const PURE = ['language', 'article', 'outline', 'deck', 'slidev', 'merge', 'check/rules', 'check/words'].map(room => `scripts/${room}/**/*.ts`)

export default defineConfig({
  test: {
    projects: [
      // Every core: left to itself, Vitest leaves one idle, and there may be two.
      { test: { name: 'unit', setupFiles: ['tests/support/random.ts'], include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**', 'tests/bench/**'], maxWorkers: '100%', testTimeout: 120_000 } },
      // Real builds and a real Chromium: one after the other, so that two cores are enough. On a busy machine a window may answer late.
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000, expect: { poll: { timeout: 10_000 } } } },
    ],
    // Each room's branches are counted together: `npm run coverage`.
    coverage: {
      provider: 'v8',
      include: PURE,
      reporter: ['text'],
      thresholds: Object.fromEntries(PURE.map(room => [room, { branches: 95 }])),
    },
  },
})
