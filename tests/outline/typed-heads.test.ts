import type { OutlineJson } from '../../scripts/outline/json.ts'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { verifyDecks } from '../support/verify.ts'

const P = '河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少。'
const Q = '老人把船系在柳树上，说起三十年前的洪水，村里人至今都还记得。'
const BODY = `\n\n一、船\n\n${P}\n\n二、人\n\n${Q}\n`

function read(value: string, ending = '.txt'): OutlineJson {
  const open = (): VFile => new VFile({ path: `a${ending}`, value })
  verifyDecks(open())
  return toJson(outlineOf(open()))
}

function headOf(head: string): unknown[] {
  const { title, subtitle, byline, parts } = read(head + BODY)
  expect(parts.map(part => part.title)).toEqual(['船', '人'])
  return [title, subtitle, byline]
}

describe('what stands in brackets at a title’s end', () => {
  it.each(['试行', '暂行', '草案', '修订草案', '征求意见稿', '公开征求意见稿', '草案二次审议稿', '送审稿', '修订版', '2023年修订', '第二次修正', '三', '上'])('belongs to it: （%s）', (words) => {
    expect(headOf(`渡口管理办法（${words}）`)).toEqual([`渡口管理办法（${words}）`, undefined, undefined])
  })

  it.each(['水边随笔', '一条河的故事', '修船记', '三十年', '公开课教案', '修改病句练习', '讨论会上的话', '试用三个月记'])('is a subtitle: （%s）', (words) => {
    expect(headOf(`渡口（${words}）`)).toEqual(['渡口', words, undefined])
  })
})

describe('a title, a subtitle behind dashes and whoever wrote, line below line', () => {
  it.each(['本报评论员', '本报评论员　周渡', '新华社记者 周渡'])('are three: %s', (author) => {
    const { title, subtitle, byline } = read(`守好一条渡船\n——二论把小事做好\n${author}\n\n守船是小事，也是大事。天天如此，就不小了。\n\n灯要亮，油要足。谁当班谁添油。\n`)
    expect([title, subtitle, byline]).toEqual(['守好一条渡船', '二论把小事做好', author])
  })
})

describe('a column’s name over a title', () => {
  it.each([
    ['who wrote it stands below', '【理论学习】\n\n把小事做成习惯\n——在座谈会上的发言\n生产科　许小舟', ['把小事做成习惯', '理论学习　在座谈会上的发言', '生产科　许小舟']],
    ['numbered parts stand below', '【青年随笔】\n\n灯下', ['灯下', '青年随笔', undefined]],
    ['in other brackets', '〔学习园地〕\n\n灯下', ['灯下', '学习园地', undefined]],
  ])('is its subtitle where %s', (_, head, expected) => {
    const [title, subtitle, byline] = headOf(head)
    expect([title, String(subtitle).replace(/\s/g, '　'), byline]).toEqual(expected)
  })

  it('is the title where others in such brackets head parts, and where text follows', () => {
    expect(read(`镇报\n\n【菜价】\n\n${P}\n\n【天气】\n\n${Q}\n`).parts.map(part => part.title)).toEqual(['菜价', '天气'])
    expect(read(`【渡口】\n\n${P}\n\n${Q}\n`).title).toBe('【渡口】')
    // Nothing says of the next line that it is a title: no author, no numbered parts.
    expect(read(`【船讯】\n\n渡口停航三天\n\n${P}\n\n${Q}\n`).title).toBe('【船讯】')
  })
})

describe('a name of two characters set wide', () => {
  it.each(['纪 远', '文　禾', '罗   舟'])('is the byline: %s', (name) => {
    expect(headOf(`渡口\n\n${name}`)).toEqual(['渡口', undefined, name])
  })

  it.each(['前　言', '引 言', '序　言', '摘 要', '总　则', '背　景', '目　的', '决　定', '春　天'])('is a heading: %s', (words) => {
    const { byline, parts } = read(`渡口\n\n${words}\n\n${P}\n\n一、船\n\n${Q}\n\n二、人\n\n${P}\n`)
    expect([byline, parts[0]?.title]).toEqual([undefined, words])
  })

  it('is a heading where others look alike', () => {
    expect(read(`渡口\n\n船　篷\n\n${P}\n\n船　桨\n\n${Q}\n`).byline).toBeUndefined()
  })
})

it.each(['原标题：', '原题：', '原标题: '])('%s before a title is none of it', (label) => {
  expect(headOf(`${label}渡口的四十年`)).toEqual(['渡口的四十年', undefined, undefined])
  expect(headOf(`渡口\n\n${label}渡口的四十年`)[0]).toBe('渡口')
  expect(headOf(`人民日报 2024年3月1日\n\n${label}渡口的四十年`)).toEqual(['渡口的四十年', undefined, '人民日报 2024年3月1日'])
})

describe('a heading right below the title', () => {
  it.each(['常用', '高文', '余项'])('heads a part though it may be a name: %s', (words) => {
    const { byline, parts } = read(`# 速查\n\n## ${words}\n\n| 甲 | 乙 |\n| - | - |\n| 一 | 二 |\n\n## 少用\n\n${P}\n`, '.md')
    expect([byline, ...parts.map(part => part.title)]).toEqual([undefined, words, '少用'])
  })

  it('is the byline where a part’s heading stands below it', () => {
    const { byline, parts } = read(`# 渡口\n\n## 林砚秋\n\n## 船\n\n${P}\n\n## 人\n\n${Q}\n`, '.md')
    expect([byline, ...parts.map(part => part.title)]).toEqual(['林砚秋', '船', '人'])
  })
})

it('keeps who wrote it by a title that stands below a remark', () => {
  const { title, byline, lead } = read(`> 转载自“山里人”。\n\n# 柿子红了\n\n**文 / 阿柿**\n\n## 摘\n\n${P}\n\n## 晒\n\n${Q}\n`, '.md')
  expect([title, byline, lead]).toEqual(['柿子红了', '文 / 阿柿', ['转载自“山里人”。']])
})

it('keeps a picture between a title and who wrote it', () => {
  const file = new VFile({ path: 'a.md', value: `# 渡口\n\n![灯](a.png)\n\n作者：林砚秋\n\n## 船\n\n${P}\n` })
  const [picture] = outlineOf(file).lead
  expect(picture).toMatchObject({ kind: 'image', text: '灯' })
})

it.each([
  ['（一）会水；\n（二）识字；\n（三）不饮酒。', '第二条'],
  ['1．会水；\n2．识字；\n3．不饮酒。', '第二条'],
])('what is listed in a law stays with its article: %s', (list, article) => {
  const { parts } = read(`渡口规定\n\n第一章　总则\n\n第一条　为了管好渡口，制定本规定。\n\n${article}　渡工应当：\n${list}\n\n第二章　附则\n\n第三条　本规定自公布之日起施行。\n`)
  expect(parts[0]!.closing).toEqual([])
  expect(parts[0]!.points.map(point => [point.title, point.paragraphs.length])).toEqual([['第一条', 1], [article, 4]])
})

describe('numbers that stand alone above titles', () => {
  it.each([['01', '02'], ['一', '二']])('head the parts with them on a page: %s', (one, two) => {
    const { parts } = read(`<title>晒秋</title><h1>晒秋</h1><p>${one}</p><p>晒辣椒</p><p>${P}</p><p>${two}</p><p>晒稻谷</p><p>${Q}</p>`, '.html')
    expect(parts.map(part => part.title)).toEqual(['晒辣椒', '晒稻谷'])
  })
})

describe('a caption', () => {
  const TABLE = '| 月 | 菌 |\n| - | - |\n| 三 | 羊肚菌 |'

  it.each(['表1 春菌', '附表2 春菌', '表 3　春菌'])('of a table heads nothing: %s', (words) => {
    for (const blocks of [`${TABLE}\n\n${words}`, `${words}\n\n${TABLE}`]) {
      const { parts } = read(`# 年历\n\n羊肚菌在三月。\n\n${blocks}\n\n${P}\n`, '.md')
      expect(JSON.stringify(parts.map(part => [part.title, ...part.points.map(point => point.title)]))).not.toContain('春菌')
    }
  })

  it('without a table or a picture beside it is a line like any other', () => {
    expect(read(`渡口\n\n表面的水\n\n${P}\n\n底下的水\n\n${Q}\n`).parts.map(part => part.title)).toEqual(['表面的水', '底下的水'])
  })
})

describe('the imprint of a document', () => {
  const text = (end: string): string => `关于开展大排查的通知${BODY}\n${end}\n`

  it.each(['抄送：县委办。\n\n县林业局办公室\n\n2024年1月10日印发', '县林业局办公室\n\n2024年1月10日印发'])('is left out with whoever printed it: %s', (end) => {
    expect(JSON.stringify(read(text(end)))).not.toMatch(/抄送|办公室|印发/)
  })

  it('is not who signs above the day', () => {
    expect(JSON.stringify(read(text('县林业局办公室\n\n2024年1月10日')))).toContain('县林业局办公室')
  })
})
