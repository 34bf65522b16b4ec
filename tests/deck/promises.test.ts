import { describe, expect, it } from 'vitest'
import { DENSITIES, RATIOS } from '../../scripts/deck/types.ts'
import { sample } from '../support/articles.ts'
import { verifyDecks } from '../support/verify.ts'

describe('decks of the sample', () => {
  it.each(DENSITIES.flatMap(density => RATIOS.map(ratio => ({ density, ratio }))))('keep the promises at $density and $ratio', (options) => {
    const decks = verifyDecks(sample(), options)
    expect(decks).toHaveLength(3)
  })
})
