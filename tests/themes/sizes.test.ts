import { describe, expect, it } from 'vitest'
import { LAYOUTS } from '../../scripts/deck/types.ts'
import { SIZES } from '../../themes/shared/sizes.ts'

/** Layouts whose text is the labels of a drawn picture of structure. */
const DRAWN = ['outline', 'recap']

describe('the sizes of each layout', () => {
  it('are there for every layout, and for those of others', () => {
    expect(Object.keys(SIZES).sort()).toEqual([...LAYOUTS, 'default'].sort())
  })

  it.each(Object.entries(SIZES))('never go below the floor, and never up again: %s', (layout, steps) => {
    for (const [index, [title, text]] of steps.entries()) {
      expect(title).toBeGreaterThanOrEqual(24)
      expect(text).toBeGreaterThanOrEqual(DRAWN.includes(layout) ? 18 : 24)
      const [titleBefore, textBefore] = steps[index - 1] ?? [title, text]
      expect([title <= titleBefore, text <= textBefore]).toEqual([true, true])
    }
  })
})
