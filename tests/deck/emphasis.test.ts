import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { emphasise } from '../../scripts/deck/emphasis.ts'

/** Why, and the bullet with its term between asterisks. */
const TABLE: readonly (readonly [why: string, bullet: string])[] = [
  ['a term in quotation marks', '这就是“*河长制*”的由来，后来写进了条例'],
  ['the name of a book', '他在《*读书札记*》的序言里讲了这件事，讲得很细'],
  ['the first of two', '“*河长*”管水，“林长”管山，各有各的一本账'],
  ['a quoted sentence is no term', '老人说“天要下雨，娘要嫁人，由他去吧”，说完就走了'],
  ['more than half of a bullet is too much', '是“最美的渡口”'],
  ['words that nobody has coined', '把灌溉水渠修到每一块田的田头，一年能多打三成粮食'],
  ['words of the headline are no news', '谈传统村落的保护，先要问一问住在里面的人愿不愿意'],
]

function marked(bullet: string): string {
  const [nodes] = emphasise([{ type: 'text', value: bullet.replaceAll('*', '') }])
  const valueOf = (node: PhrasingContent): string => 'value' in node ? node.value : ''
  return nodes!.map(node => node.type === 'strong' ? `*${node.children.map(valueOf).join('')}*` : valueOf(node)).join('')
}

describe('the term of a bullet', () => {
  it.each(TABLE)('%s', (_, bullet) => {
    expect(marked(bullet)).toBe(bullet)
  })

  it('is marked once on a slide', () => {
    const bullets = ['这条“百年老街”走了三百年，石板都磨亮了', '修“百年老街”的人换了四代，“手艺”没有丢'].map(value => ({ type: 'text' as const, value }))
    expect(emphasise(bullets).map(nodes => nodes.filter(node => node.type === 'strong').length)).toEqual([1, 0])
  })

  it('gives way to what the author has marked', () => {
    const strong = { type: 'strong' as const, children: [{ type: 'text' as const, value: '三百年' }] }
    const bullets = [{ type: 'text' as const, value: '三百年', data: { phrasing: [strong] } }, { type: 'text' as const, value: '修“百年老街”的人换了四代，手艺没有丢' }]
    expect(emphasise(bullets).flat().filter(node => node.type === 'strong')).toEqual([strong])
  })
})
