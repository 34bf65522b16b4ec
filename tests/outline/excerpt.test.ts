import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'

const P = '灯通了电以后，每晚自动亮起，两岸的人都说方便。'

function outline(...blocks: string[]): ReturnType<typeof toJson> {
  return toJson(outlineOf(new VFile({ path: 'a.txt', value: `${blocks.join('\n\n')}\n` })))
}

describe('parts whose numbers begin later than with one', () => {
  it.each([
    ['一、', ['九、修船', '十、换灯', '十一、收票']],
    ['chapters', ['第三章 修船', '第四章 换灯']],
  ])('are those of an excerpt: %s', (_, heads) => {
    const { parts } = outline('渡口工作', ...heads.flatMap(head => [head, P]))
    expect(parts.map(({ title }) => title)).toEqual(heads.map(head => head.replace(/^.*[、 ]/, '')))
  })

  it.each([
    ['a gap', ['九、修船', '十二、换灯']],
    ['figures, which may be years', ['1986. 修船', '1987. 换灯']],
    ['one alone', ['九、修船']],
  ])('are none: %s', (_, heads) => {
    const { parts } = outline('渡口工作', ...heads.flatMap(head => [head, P]))
    expect(parts.map(({ title }) => title)).not.toEqual(heads.map(head => head.replace(/^.*[、. ]/, '')))
  })
})

describe('a column without brackets', () => {
  it.each(['理论视野', '人民论坛', '渡口时评'])('stands over the title: %s', (column) => {
    const { title, subtitle } = outline(column, '让渡口的灯一直亮下去', '林砚秋', P, P)
    expect([title, subtitle]).toEqual(['让渡口的灯一直亮下去', column])
  })

  it.each([
    ['a title with a line below it', ['渡口的灯', '一个守灯人家的八十年', '林砚秋', P, P], '渡口的灯'],
    ['no author', ['人民论坛', '让渡口的灯一直亮下去', P, P], '人民论坛'],
    ['a shorter line', ['让渡口的灯亮在论坛', '守灯', '林砚秋', P, P], '让渡口的灯亮在论坛'],
  ])('is none: %s', (_, blocks, wanted) => {
    expect(outline(...blocks).title).toBe(wanted)
  })
})

describe('a line of names', () => {
  const decision = (line: string): ReturnType<typeof toJson> =>
    outline('关于表彰先进个人的决定', `经研究，决定对下列个人予以表彰。${P}`, line, `希望受表彰的同志再接再厉。${P}`, '守灯', P)

  it.each(['李长河　周渡　林砚秋', '李长河、周渡、林砚秋、王梅'])('heads nothing: %s', (line) => {
    expect(JSON.stringify(decision(line).parts.map(({ title }) => title))).not.toContain('周渡')
  })

  it.each(['守灯　修船　收票', '林砚秋　守灯　修船'])('is none: %s', (line) => {
    expect(decision(line).parts.map(({ title }) => title)).toContain(line)
  })
})
