import type { Unit } from '../../scripts/deck/units.ts'
import { describe, expect, it } from 'vitest'
import { leadsIn } from '../../scripts/deck/contents.ts'
import { isOfList } from '../../scripts/deck/items.ts'

describe('a line of a list that is typed is shown', () => {
  it.each([
    '①排队',
    '（1）先里后外',
    '（一）闸门启闭',
    '2、擦台',
    'a) 整箱点箱数',
    '➢ 记下时间',
    '第2条 乘坐人应当做到：',
    '渡工应当：',
    '上船前要做到：',
    '违反第二条的，罚款50～200元：',
    '应当提交下列材料：',
    '本办法适用于：',
  ])('%s', (line) => {
    expect(isOfList(line)).toBe(true)
  })

  it.each([
    '各位领导、各位同事：',
    '各位2024级同学：',
    'E. B. White',
    'C. Darwin',
    '柳河闸管理所：',
    '各村民委员会，镇属各单位：',
    '同志们：',
    '2024年5月20日',
    '9月3日',
    '3.14',
    '渡口镇人民政府',
    '（此件公开发布）',
    '老李',
    '第一次坐船',
  ])('%s is none', (line) => {
    expect(isOfList(line)).toBe(false)
  })
})

describe('what leads in to a list', () => {
  const unit = (value: string, more: Partial<Unit> = {}): Unit =>
    ({ sentence: { type: 'text', value }, opensParagraph: true, bullets: [], ...more })
  const item = unit('灯', { item: true })

  it.each<[why: string, unit: Unit]>([
    ['a line with a colon', unit('要带三样东西：')],
    ['a short paragraph right above it', unit('守灯的人要做三件事。')],
  ])('is %s', (_, line) => {
    expect(leadsIn(line, item)).toBe(true)
  })

  it.each<[why: string, unit: Unit, next: Unit | undefined]>([
    ['a picture', unit('灯', { image: { type: 'image', url: 'a.png' } }), item],
    ['the last sentence of a paragraph', unit('守灯的人要做三件事。', { opensParagraph: false }), item],
    ['a paragraph above another', unit('守灯的人要做三件事。'), unit('灯')],
    ['a long paragraph', unit('守灯的人要做三件事，'.repeat(4)), item],
    ['an item', item, item],
  ])('is not %s', (_, line, next) => {
    expect(leadsIn(line, next)).toBe(false)
  })
})
