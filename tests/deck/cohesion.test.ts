import { describe, expect, it } from 'vitest'
import { coheres } from '../../scripts/deck/prose/cohesion.ts'

describe('two stretches of a text', () => {
  it.each([
    ['speak of the same thing', '船票涨了', '船票一张两元', true],
    ['speak of the same thing in English, in whatever form', 'The lamps were lit', 'each lamp costs £3', true],
    ['have but grammar in common', '我们的灯亮了', '他们的船走了', false],
    ['have but grammar in common in English', 'What would they have', 'There would be those', false],
    ['have nothing in common', '灯亮了', '船走了', false],
  ])('%s: %s, %s', (_, one, other, isSame) => {
    const text = `${one}。${other}。`
    const spans = [{ start: one.length + 1, end: text.length - 1 }]
    expect(coheres(text, { start: 0, end: one.length }, spans)).toBe(isSame)
  })
})
