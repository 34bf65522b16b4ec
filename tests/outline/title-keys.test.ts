import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const BODY = '## 船\n\n河水从山脚流过，渡口的灯到半夜才熄。\n\n## 人\n\n老人把船系在柳树上，说起三十年前的洪水。\n'

function read(head: string): { byline: string | undefined, lead: string[], talk: unknown } {
  const outline = outlineOf(article(`# 渡口\n\n${head}\n\n${BODY}`, '.md'))
  return { byline: toJson(outline).byline, lead: outline.lead.map(({ text }) => text), talk: outline.talk }
}

describe('keys that are set bold below a title', () => {
  it.each([
    ['in one paragraph', '**Prepared for:** Board of Directors\n**Prepared by:** Ada Lin, keeper\n**Period covered:** 4 March 2024', 'Prepared for: Board of Directors　Prepared by: Ada Lin, keeper　Period covered: 4 March 2024'],
    ['in paragraphs of their own', '**日期：** 2024年3月1日\n\n**地点：** 候船屋', '日期： 2024年3月1日　地点： 候船屋'],
    ['with the colon behind', '**版本**：2.0\n**编制**：渡口管理所', '版本：2.0　编制：渡口管理所'],
    ['with hard breaks', '**Period:** May  \n**Edition:** 2', 'Period: May　Edition: 2'],
  ])('stand on the cover: %s', (_, head, byline) => {
    expect(read(head)).toMatchObject({ byline, lead: [] })
  })

  it.each([
    ['one alone', '**Note:** the ferry sails at nine'],
    ['what is not bold', 'Period: May\nEdition: 2'],
    ['what is a sentence', '**First:** we dig. Then we wait.\n**Second:** we plant. Then we wait.'],
    ['a bold word and text', '**The boat** was made: of wood\n**The oar** was made: of iron'],
  ])('are text: %s', (_, head) => {
    const { byline, lead } = read(head)
    expect(byline).toBeUndefined()
    expect(lead).not.toEqual([])
  })

  it('say whose talk it is where they do', () => {
    expect(read('**主讲人：** 林砚秋\n**单位：** 渡口管理所')).toMatchObject({ talk: { speaker: '林砚秋' }, byline: undefined })
  })
})
