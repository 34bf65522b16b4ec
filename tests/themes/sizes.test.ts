import { describe, expect, it } from 'vitest'
import { LAYOUTS } from '../../scripts/deck/types.ts'
import { SIZES, sizesOfClauses } from '../../themes/shared/sizes.ts'

/** Layouts whose text is the labels of a drawn picture of structure. */
const DRAWN = ['outline', 'recap']

describe('the sizes of each layout', () => {
  it('are there for every layout, and for those of others', () => {
    expect(Object.keys(SIZES).sort()).toEqual([...LAYOUTS, 'default'].sort())
  })

  it.each(Object.entries(SIZES))('never go below the floor, and never up again: %s', (layout, steps) => {
    for (const [index, [title, text, large = text]] of steps.entries()) {
      expect(title).toBeGreaterThanOrEqual(24)
      expect(text).toBeGreaterThanOrEqual(DRAWN.includes(layout) ? 18 : 24)
      expect(large).toBeGreaterThanOrEqual(text)
      const [titleBefore, textBefore, largeBefore = textBefore] = steps[index - 1] ?? [title, text, large]
      expect([title <= titleBefore, text <= textBefore, large <= largeBefore]).toEqual([true, true, true])
    }
  })

  it('are of a few steps, so that slides of one kind look alike', () => {
    const written = Object.entries(SIZES).filter(([layout]) => !DRAWN.includes(layout)).flatMap(([, steps]) => steps)
    const all = written.flatMap(step => [...step] as number[])
    expect([...new Set(all)].sort((one, other) => one - other)).toEqual([24, 26, 28, 30, 34, 42, 50, 56, 64, 80, 120])
  })

  it('leave the headline as it is until nothing else helps', () => {
    for (const [layout, steps] of Object.entries(SIZES).filter(([, [first]]) => first![0] === 34)) {
      const smaller = steps.filter(([title]) => title < 34)
      expect([layout, smaller.every(([, ...sizes]) => sizes.every(size => size === 24))]).toEqual([layout, true])
    }
  })

  it('are large where a clause may rather be smaller than torn, and no layout else has such', () => {
    expect(sizesOfClauses('statement').map(([, , large]) => large)).toEqual([80, 64, 56, 50])
    expect(sizesOfClauses('closing').map(([title]) => title)).toEqual([64, 56, 50])
    const layouts = LAYOUTS.filter(layout => sizesOfClauses(layout).length > 0)
    expect(layouts.sort()).toEqual(['closing', 'statement'])
  })
})
