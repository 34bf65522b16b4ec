import type { Cell } from '../../scripts/deck/block-capacity.ts'
import type { Layout } from '../../scripts/deck/types.ts'
import { describe, expect, it } from 'vitest'
import { codeLinesThatFit, measureCell, rowsThatFit } from '../../scripts/deck/block-capacity.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { evidenceRoom, structureHeight } from '../../scripts/deck/structures/fits.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const OPTIONS = { ...DEFAULT_OPTIONS, theme: 'study' }

/** How many lines of the page these lines of code take: as many times as they fit less often than an empty one. */
function codeLines(line: string): number {
  const room = 40 + 12 * 34
  return 12 / codeLinesThatFit(Array.from<string>({ length: 12 }).fill(line), room)
}

describe('lines of code', () => {
  it.each<[string, string, number]>([
    ['an empty one', '', 1],
    ['as long as the page is wide, 54 characters of six tenths', 'x'.repeat(54), 1],
    ['a character longer', 'x'.repeat(55), 2],
    ['words that leave the end of the first line empty', `${'x'.repeat(30)} ${'x'.repeat(30)} ${'x'.repeat(30)}`, 3],
    ['a word too long for a line begins one', `${'x'.repeat(10)} ${'x'.repeat(60)}`, 3],
    ['Chinese, which breaks anywhere', '渡'.repeat(33), 2],
    ['spaces at a line\'s end, which hang', `${'x'.repeat(54)}${' '.repeat(20)}`, 1],
    ['tabs, each to the next fourth character', `\t\t\t\t\t\t\t\t\t\t\tx${'\t'}${'x'.repeat(8)}`, 2],
  ])('%s', (_, line, lines) => {
    expect(codeLines(line)).toBe(lines)
  })

  it('begin and end no slide with empty ones', () => {
    const block = Array.from({ length: 9 }, (_, index) => `first(${index})\n\n\nsecond(${index})\n`).join('\n')
    const { decks } = decksOf(article(`# 渡口\n\n## 一\n\n\`\`\`js\n\n${block}\n\`\`\`\n`, '.md'), OPTIONS)
    const codes = decks[0]!.slides.flatMap(({ content }) => content.flatMap(node => node.type === 'code' ? node.value : []))
    expect(codes.length).toBeGreaterThan(2)
    expect(codes.join('\n').match(/\w+\(\d\)/g)).toEqual(block.match(/\w+\(\d\)/g))
    for (const code of codes)
      expect(code).toMatch(/^\w[\s\S]*\)$/)
  })
})

describe('rows of a table', () => {
  const rows = (...texts: string[][]): number => rowsThatFit(texts.map(row => row.map(measureCell)), 1000)

  it('have room for as many columns as their longest words leave', () => {
    const words = 'incomprehensibility'
    expect(rows([words, words, words])).toBe(1)
    expect(rows([words, words, words, words])).toBe(0)
  })

  it('have room for an address, which is parted at its signs', () => {
    const address = 'https://example.com/projects/documentation/getting-started.html?from=start'
    expect(rows([address, '船', '桨'])).toBe(1)
    expect(rows(['x'.repeat(address.length), '船', '桨'])).toBe(0)
  })

  it('grow with the lines of their highest cell', () => {
    const row = (text: string): number => rowsThatFit(Array.from<Cell[]>({ length: 40 }).fill(['一', text].map(measureCell)), 10 * (32 + 6))
    expect(row('灯')).toBe(10)
    expect(row('灯亮了，'.repeat(11))).toBe(5)
  })
})

describe('a structure', () => {
  const fits = (layout: Layout, members: string[], around: string[] = []): boolean => {
    const height = structureHeight(layout, members.map(all => ({ all })), around)
    return height <= evidenceRoom(2, true)
  }

  it.each<[why: string, layout: Layout, members: string[], longer: string[]]>([
    ['a row is two lines', 'parallel', ['人民生活是否真正得到了改善', '渡'.repeat(50)], ['渡'.repeat(65)]],
    ['a cell is one line', 'enumeration', ['就业', '教育', '医疗', '社保'], ['就业', '教育', '医疗', '渡'.repeat(9)]],
    ['so many rows', 'ladder', Array.from<string>({ length: 4 }).fill('有的把旧船收起来放在岸上'), Array.from<string>({ length: 5 }).fill('有的把旧船收起来放在岸上')],
    ['a column is so high', 'figures', ['三百艘船', '四百个人', '五百盏灯'], ['三百艘船', '四百个人', '渡'.repeat(80)]],
  ])('has room: %s', (_, layout, members, longer) => {
    expect(fits(layout, members)).toBe(true)
    expect(fits(layout, longer)).toBe(false)
  })

  it('leaves room for what stands before and after it', () => {
    const rows = Array.from<string>({ length: 3 }).fill('渡口的灯')
    expect(fits('parallel', rows, ['最终都要看'])).toBe(true)
    expect(fits('parallel', rows, ['渡口'.repeat(40), '渡口'.repeat(40)])).toBe(false)
  })
})
