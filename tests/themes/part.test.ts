import type { Placed } from '../../themes/shared/composables/part.ts'
import { describe, expect, it } from 'vitest'
import { barsOf } from '../../themes/shared/composables/bars.ts'
import { numeralsOf, ticksOf, turnOf } from '../../themes/shared/composables/part.ts'

const slides: readonly Placed[] = [
  { layout: 'cover', title: '渡口' },
  { layout: 'section', kicker: '第一部分', title: '渡口' },
  { layout: 'points', kicker: '一 · 水', title: '看水' },
  { layout: 'table', kicker: '一 · 水', title: '水位' },
  { layout: 'table', kicker: '二 · 船', title: '水位' },
  { layout: 'image', title: '船' },
  { layout: 'closing', kicker: '第一部分', title: '等人' },
]

describe('the ticks of a part', () => {
  it.each([
    [1, ['ahead', 'ahead']],
    [2, ['ahead', 'ahead']],
    [3, ['now', 'ahead']],
    [4, ['now', 'ahead']],
    [5, ['done', 'now']],
    [6, ['done', 'done']],
    [7, ['done', 'done']],
  ])('on slide %i: %j', (no, ticks) => {
    expect(ticksOf(slides, no)).toEqual(ticks)
  })

  it('go on between two slides of a point, and are none where there is but one', () => {
    const point = (kicker?: string): Placed => ({ layout: 'points', kicker })
    expect(ticksOf([point('一'), point(), point('一'), point('二')], 2)).toEqual(['now', 'ahead'])
    expect(ticksOf([point('一'), point('一')], 1)).toEqual([])
    expect(ticksOf([point(), point()], 1)).toEqual([])
  })
})

describe('a part that is named by its number alone', () => {
  it.each([['第二部分', '二 渡口'], ['Part 2', '2 The ford']])('%s is the part of %s', (alone, named) => {
    const placed = [named, alone, named].map((kicker): Placed => ({ layout: 'points', kicker }))
    expect(ticksOf(placed, 2)).toEqual([])
    expect(ticksOf([...placed, { layout: 'points', kicker: '三 灯' }], 2)).toEqual(['now', 'ahead'])
  })
})

describe('slides of one title', () => {
  it('are counted, furniture left out', () => {
    expect(slides.map((_, index) => turnOf(slides, index + 1))).toEqual([undefined, undefined, undefined, '1/2', '2/2', undefined, undefined])
  })
})

describe('bars', () => {
  it('are as long as their numbers are great', () => {
    expect(barsOf([9, 19])).toEqual({ style: { '--share-1': '0.4737', '--share-2': '1' }, classes: ['filled-2'] })
    expect(barsOf(['3', 100, 41])).toEqual({ style: { '--share-1': '0.03', '--share-2': '1', '--share-3': '0.41' }, classes: ['filled-2', 'short-1'] })
    expect(barsOf([10, 7]).classes).toEqual(['filled-2'])
  })

  it.each([[undefined], [[]], [['nine', 19]], [[-1, 2]], [[0, 0]], ['9, 19']])('are none of %j', (values) => {
    expect(barsOf(values)).toEqual({ style: {}, classes: [] })
  })
})

describe('the numerals of a kicker', () => {
  it.each([
    ['二 · 1 先看水', '二 · 1'],
    ['一 一只蜜蜂', '一'],
    ['3 · 12', '3 · 12'],
    ['一只蜜蜂', undefined],
    ['第一部分 · 共两部分', undefined],
    ['', undefined],
  ])('of %j: %j', (kicker, numerals) => {
    expect(numeralsOf(kicker)).toBe(numerals)
  })
})
