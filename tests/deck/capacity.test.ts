import type { Cell } from '../../scripts/deck/block-capacity.ts'
import type { Slide } from '../../scripts/deck/types.ts'
import { describe, expect, it } from 'vitest'
import { codeLinesThatFit, measureCell, rowsThatFit } from '../../scripts/deck/block-capacity.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
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
    const row = (text: string): number => rowsThatFit(Array.from<Cell[]>({ length: 40 }).fill(['一', text].map(measureCell)), 10 * (34 + 17))
    expect(row('灯')).toBe(10)
    expect(row('灯亮了，'.repeat(11))).toBe(6)
  })
})

describe('a sentence in its form', () => {
  const layoutsOf = (title: string, text: string): string[] => decksOf(article(`# 渡口\n\n## ${title}\n\n${text}\n`, '.md'), OPTIONS).decks[0]!.slides.map(({ layout }) => layout)

  it.each([
    ['enumeration', '渡口的老人把三十年里坐过他那条船的人一样一样数给后来的人听，他数出来的有木匠、铁匠、石匠、瓦匠、裁缝、郎中、教书的、卖布的、卖糖的等，说的时候灯一直亮着，桨声也没有停过，他自己倒先笑了。'],
    ['steps', '要亲自过问，一是每月至少到渡口去一次、问一问老人船够不够用、灯亮不亮、桨要不要换，二是每季度听一次摆渡人的汇报、把他说的都记下来，三是年底向两岸的人家报一次账、花在船上的都要说清楚，四是开春以前把灯和桨、连同船上的缆绳和跳板、还有岸上的台阶都换成新的。'],
  ])('is a bullet where it has no room: %s', (layout, text) => {
    expect(layoutsOf('短', text)).toContain(layout)
    expect(layoutsOf('渡口的灯'.repeat(14), text)).not.toContain(layout)
  })

  it('counts on over several slides where sentences are steps, and is none where one of them fits on no slide', () => {
    const text = (times: number): string => Array.from('一二三四五六七', ordinal => `${ordinal}是${'把旧船收起来放在岸上，'.repeat(times)}一直到晚上。`).join('')
    const slidesOf = (times: number): Slide[] => decksOf(article(`# 渡口\n\n## 修桥\n\n他说了七件事。${text(times)}\n`, '.md'), { ...OPTIONS, density: 'full' }).decks[0]!.slides
    const lists = (times: number): unknown[] => slidesOf(times).filter(({ layout }) => layout === 'steps').flatMap(({ content }) => content).flatMap(node => node.type === 'list' ? [[node.start, node.children.length]] : [])
    expect(lists(2)).toEqual([[1, 3], [4, 2], [6, 2]])
    expect(lists(40)).toEqual([])
  })
})
