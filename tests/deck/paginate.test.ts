import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulletHeight, MOST_BULLETS } from '../../scripts/deck/capacity.ts'
import { paginate } from '../../scripts/deck/paginate.ts'

interface Entry { bullet: { type: 'text', value: string }, list?: number }

function bullet(length: number, list?: number): Entry {
  return { bullet: { type: 'text', value: '渡'.repeat(length) }, ...(list !== undefined && { list }) }
}

const ROOM = 360

function lengths(pages: Entry[][]): number[][] {
  return pages.map(page => page.map(entry => entry.bullet.value.length))
}

describe('paginate', () => {
  it('makes slides of about equal height', () => {
    const entries = [20, 20, 20, 20, 20, 20, 20, 20].map(length => bullet(length))
    expect(lengths(paginate(entries, ROOM))).toEqual([[20, 20, 20, 20], [20, 20, 20, 20]])
  })

  it('keeps a list and the line that leads in to it together', () => {
    const list = [41, 10, 11, 12, 13].map(length => bullet(length, 7))
    const entries = [bullet(25), bullet(40), ...list, bullet(30)]
    expect(lengths(paginate(entries, ROOM))).toEqual([[25, 40], [41, 10, 11, 12, 13], [30]])
  })

  it('puts no more on a slide than a listener takes in, five bullets and 120 characters, whatever room there is', () => {
    const counts = (bullets: number[]): number[] =>
      paginate(bullets.map(length => bullet(length)), 2000).map(({ length }) => length)
    expect(counts([8, 9, 10, 11, 12, 13])).toEqual([5, 1])
    expect(counts([50, 51, 52])).toEqual([2, 1])
  })

  it('parts a list that no slide holds', () => {
    const entries = [8, 9, 10, 11, 12, 13, 14].map(length => bullet(length, 1))
    expect(lengths(paginate(entries, ROOM)).flat()).toEqual([8, 9, 10, 11, 12, 13, 14])
  })

  it('loses nothing that fits, keeps the order, and fills no slide beyond what it holds', () => {
    const entry = fc.record({
      length: fc.integer({ min: 1, max: 300 }),
      list: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    }).map(({ length, list }) => bullet(length, list))
    fc.assert(fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
      const pages = paginate(entries, ROOM)
      expect(pages.flat()).toEqual(entries.filter(({ bullet }) => bulletHeight([bullet.value]) <= ROOM))
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0)
        expect(page.length).toBeLessThanOrEqual(MOST_BULLETS)
        expect(bulletHeight(page.map(({ bullet }) => bullet.value))).toBeLessThanOrEqual(ROOM)
      }
    }))
  })
})
