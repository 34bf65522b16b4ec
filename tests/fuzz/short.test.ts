import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articles, options, runs, wholeWay } from '../support/fuzz.ts'

/** How many articles of each format are tried. */
const COUNTS = { '.txt': 4_500, '.md': 4_000, '.html': 1_500 }

describe('random articles of up to 2,000 characters keep the promises, or are refused with a message', () => {
  it.each(Object.entries(COUNTS))('%s, %i of them', (ending, count) => {
    let slides = 0
    const asked = runs(count)
    fc.assert(fc.property(articles(2_000), options, (text, wanted) => {
      slides += wholeWay(Buffer.from(text), ending, wanted)
    }), asked)
    // Most of them are articles: what is refused proves little.
    expect(slides).toBeGreaterThan(asked.numRuns * 3)
  }, 3_600_000)
})
