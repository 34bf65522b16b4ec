import type { FlatText } from '../../scripts/article/flat-text.ts'
import { describe, expect, it } from 'vitest'
import { findForm } from '../../scripts/deck/forms/forms.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { parseDeck } from '../support/promises.ts'

function flat(text: string): FlatText {
  const slice: FlatText['slice'] = (from, to) => ({ type: 'text', value: text.slice(from, to), position: { start: { line: 1, column: from + 1, offset: from }, end: { line: 1, column: to + 1, offset: to } } })
  return { text, masked: text, slice, raw: slice }
}

/** A form in one line: layout, what stands over | items / … | what stands after; a figure's numeral in brackets. */
function line(text: string): string {
  const form = findForm(flat(text))
  return form ? [form.layout, form.over?.value ?? '', form.items.map(item => item.value).join(' / '), form.after?.value ?? '', ...(form.numeral ? [`[${form.numeral.value}]`] : [])].join(' | ') : 'none'
}

/** Sentences with the form that they have, and the source of the rule where it is one of grammar. */
const TABLE: readonly (readonly [source: string, text: string, form: string])[] = [
  ['GB/T 15834—2011 4.5: 、 between items, 等 after them', '认真研究解决就业、教育、医疗、社保等方面的突出问题。', 'enumeration | 认真研究解决 | 就业 / 教育 / 医疗 / 社保 | 等方面的突出问题'],
  ['items that end their clause', '要坚持全民共享、全面共享、共建共享、渐进共享。', 'enumeration | 要坚持 | 全民共享 / 全面共享 / 共建共享 / 渐进共享 | '],
  ['the first begins with its number', '目前还能下载的版本有6.0 squeeze、5.0 lenny、4.0 etch、3.1 sarge。', 'enumeration | 目前还能下载的版本有 | 6.0 squeeze / 5.0 lenny / 4.0 etch / 3.1 sarge | '],
  ['three are too few for a grid', '增强获得感、幸福感、安全感。', 'none'],
  ['nobody can tell where the first begins', '关于做好农村公路养护、绿化、治安和人员密集场所安全检查、宣传等工作。', 'none'],
  ['《现代汉语八百词》: 既…又…', '为群众服好务，既要站稳立场、端正态度，又要提高能力和水平。', 'contrast | 为群众服好务 | 既要站稳立场、端正态度 / 又要提高能力和水平 | '],
  ['不是…而是…', '很多迁移失败，不是败在工具上，而是败在没有人说得清库里到底有什么。', 'contrast | 很多迁移失败 | 不是败在工具上 / 而是败在没有人说得清库里到底有什么 | '],
  ['a third member makes it a list', '河边的人很多，有的划船送货，有的拉纤上滩，有的在岸上喊号子。', 'cards | 河边的人很多 | 有的划船送货 / 有的拉纤上滩 / 有的在岸上喊号子 | '],
  ['two clauses of like length at ；', '坐在办公室里看报表，看到的是平均数；站在楼道里聊上半小时，听到的才是一家一户的难处。', 'contrast |  | 坐在办公室里看报表，看到的是平均数 / 站在楼道里聊上半小时，听到的才是一家一户的难处 | '],
  ['the second half is much longer', '先看看再说，别着急下结论；不然等到问题出来，花的时间要比现在多得多，而且谁也说不清当初为什么要这样做。', 'none'],
  ['ordinals lead on', '要亲自过问，一是每月至少下一次田，二是每季度听一次汇报，三是年底向群众报一次账。', 'steps | 要亲自过问 | 一是每月至少下一次田 / 二是每季度听一次汇报 / 三是年底向群众报一次账 | '],
  ['clauses that end alike', '时代是出卷人，我们是答卷人，人民是阅卷人。', 'cards |  | 时代是出卷人 / 我们是答卷人 / 人民是阅卷人 | '],
  ['clauses that begin alike', '直接到田里看，不开会，不听汇报，不吃饭。', 'cards | 直接到田里看 | 不开会 / 不听汇报 / 不吃饭 | '],
  ['a number that says how much', '改造以后，惠及居民1.3万户。', 'figure |  | 改造以后，惠及居民1.3万户 |  | [1.3万户]'],
  ['how exact it is belongs to it', '把14亿多人民凝聚成一股力量。', 'figure |  | 把14亿多人民凝聚成一股力量 |  | [14亿多]'],
  ['and its currency', 'The council set aside £1.4 million for the work.', 'figure |  | The council set aside £1.4 million for the work |  | [£1.4 million]'],
  ['two numbers are none', '全市累计建成加装电梯1026部，惠及居民1.3万户。', 'none'],
  ['two clauses that are no pair', '整改期间，摊位不得占用消防通道，商户应当配合；占道经营的，由属地街道督促清理，逾期不改的移交城管。', 'none'],
  ['with its measure word', '新增公办幼儿园学位540个。', 'figure |  | 新增公办幼儿园学位540个 |  | [540个]'],
  ['in English', 'Five junctions accounted for 71 percent of all answers.', 'figure |  | Five junctions accounted for 71 percent of all answers |  | [71 percent]'],
  ['a year is no figure', '2023年的渡口很热闹，2024年也一样。', 'none'],
  ['nor a date, nor an ordinal', '第120次会议在5月16日召开。', 'none'],
  ['two figures are none', '从12%涨到了18%。', 'none'],
]

describe('the form of a sentence', () => {
  it.each(TABLE)('%s', (_, text, form) => {
    expect(line(text)).toBe(form)
  })

  it('keeps all of the sentence, in its order', () => {
    for (const [, text] of TABLE) {
      const form = findForm(flat(text))
      const pieces = form ? [form.over, ...form.items, form.after].flatMap(piece => piece ?? []) : []
      let read = 0
      for (const piece of pieces) {
        expect(piece.position!.start.offset).toBeGreaterThanOrEqual(read)
        expect(text.slice(read, piece.position!.start.offset)).toMatch(/^[，、；：。\s]*$/)
        read = piece.position!.end.offset!
      }
      expect(pieces.length === 0 ? '' : text.slice(read)).toMatch(/^[。，；.]?$/)
    }
  })

  it('makes the layout of its slide', () => {
    const { decks } = decksOf(article('渡口\n\n船\n\n渡口在村子的东头，从前很热闹。认真研究解决就业、教育、医疗、社保等方面的突出问题。摆渡的人姓李，大家都叫他老李。\n\n人\n\n时代是出卷人，我们是答卷人，人民是阅卷人。大家都这么说，也都这么做。'), { ratio: '16:9', density: 'standard', clicks: false, questions: true, theme: 'x' })
    expect(decks.flatMap(deck => parseDeck(deck).map(slide => slide.frontmatter.layout))).toEqual(expect.arrayContaining(['enumeration', 'cards']))
  })
})
