import { describe, expect, it } from 'vitest'
import { emphasise } from '../../scripts/deck/emphasis.ts'

/** Why, the headings above, the bullet with its key phrase between asterisks. */
const TABLE: readonly (readonly [why: string, titles: string[], bullet: string])[] = [
  ['a term in quotation marks', [], '这就是“*河长制*”的由来，后来写进了条例'],
  ['the name of a book', [], '他在《*读书札记*》的序言里讲了这件事，讲得很细'],
  ['a quoted sentence is no term', [], '老人说“天要下雨，娘要嫁人，由他去吧”，说完就走了'],
  ['words of the heading', ['修好灌溉水渠，留住山下水'], '把*灌溉水渠*修到每一块田的田头，一年能多打三成粮食'],
  ['the longest that it shares', ['守护传统村落', '传统村落的保护与利用'], '谈*传统村落的保护*，先要问一问住在里面的人愿不愿意'],
  ['no function word at its edges', ['在山上种树'], '我们在*山上种树*，也在山下种草，一年一年地种下去'],
  ['a frame stays whole', ['坚持以教学为中心'], '学校的事情很多，但要*坚持以教学为中心*，别的都往后放一放'],
  ['what the bullet is about is no news', ['灌溉水渠'], '灌溉水渠修到每一块田的田头，一年能多打三成粮食'],
  ['nothing is torn from its noun', ['守护传统'], '大家都说要守护传统村落，可谁也没有说怎么守护'],
  ['one English word is no phrase', ['The library'], 'Nobody has asked what the library costs on a Sunday'],
  ['one short word is no phrase', ['水'], '水从山上下来，一路上养活了十几个村子'],
  ['more than half of a bullet is too much', ['修好灌溉渠'], '修好灌溉渠'],
  ['nor may it be the rest of one', ['传统村落的保护'], '谈传统村落的保护'],
  ['English words of the heading', ['Why Library Hours Matter'], 'Longer *library hours* cost less than anyone on the council expected'],
  ['no part of a word', ['The art of waiting'], 'Every party has promised to shorten the list by the spring'],
]

function marked(bullet: string, titles: string[]): string {
  const [nodes] = emphasise([{ type: 'text', value: bullet.replaceAll('*', '') }], ['渡口记事', ...titles])
  return nodes!.map(node => node.type === 'strong' ? `*${node.children.map(child => 'value' in child ? child.value : '').join('')}*` : 'value' in node ? node.value : '').join('')
}

describe('the key phrase of a bullet', () => {
  it('is no topic of the whole article', () => {
    const bullet = { type: 'text' as const, value: '大家商量了三次，才把社区食堂定在老粮站里' }
    expect(emphasise([bullet], ['社区食堂开张以后', '社区食堂的地方'])[0]).toEqual([bullet])
  })

  it.each(TABLE)('%s', (_, titles, bullet) => {
    expect(marked(bullet, titles)).toBe(bullet)
  })

  it('is marked once on a slide', () => {
    const bullets = ['这条“百年老街”走了三百年，石板都磨亮了', '修“百年老街”的人换了四代，手艺没有丢'].map(value => ({ type: 'text' as const, value }))
    expect(emphasise(bullets, []).map(nodes => nodes.filter(node => node.type === 'strong').length)).toEqual([1, 0])
  })
})
