import { describe, expect, it } from 'vitest'
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
