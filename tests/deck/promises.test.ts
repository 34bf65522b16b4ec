import fc from 'fast-check'
import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { DENSITIES, RATIOS } from '../../scripts/deck/types.ts'
import { article, sample } from '../support/articles.ts'
import { RANDOM_TEXT } from '../support/random.ts'
import { verifyDecks } from '../support/verify.ts'

describe('decks of the sample', () => {
  it.each(DENSITIES.flatMap(density => RATIOS.map(ratio => ({ density, ratio }))))('keep the promises at $density and $ratio', (options) => {
    const decks = verifyDecks(sample(), options)
    expect(decks).toHaveLength(3)
  })
})

describe('decks of random articles', () => {
  it.each(['.txt', '.md'] as const)('%s: keep the promises', (ending) => {
    fc.assert(fc.property(RANDOM_TEXT, fc.constantFrom(...DENSITIES), (words, density) => {
      // An article without words is refused before it comes here.
      fc.pre(/[\p{L}\p{N}]/u.test(words))
      try {
        verifyDecks(article(words, ending), { density })
      }
      catch (error) {
        // Markdown may have words only where nobody reads them: an image's address, a definition.
        fc.pre(!(error instanceof VFileMessage && error.ruleId === 'no-words'))
        throw error
      }
    }), { numRuns: 500 })
  })
})
