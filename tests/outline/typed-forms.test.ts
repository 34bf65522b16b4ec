import type { OutlineJson } from '../../scripts/outline/json.ts'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { lossesOf } from '../support/losses.ts'
import { verifyDecks } from '../support/verify.ts'

const ONE = '渡口有一条船，是梁伯的父亲留下来的，木头已经黑得发亮。'
const TWO = '每天早上六点，梁伯把船撑到对岸，接第一批过河的学生。'
const THREE = '渡口有一盏灯，挂在老槐树上，天黑就亮，一亮就是三十一年。'

function read(text: string, ending: '.txt' | '.md' | '.html' = '.txt'): OutlineJson {
  const open = (): VFile => ending === '.html' ? new VFile({ path: 'a.html', value: text }) : article(text, ending)
  verifyDecks(open())
  return toJson(outlineOf(open()))
}

/** Parts and points: part (point, point). */
function shape({ parts }: OutlineJson): string[] {
  return parts.map(({ title, points }) => [title, ...points.map(point => `(${point.title})`)].join(' '))
}

describe('numbered lines of Markdown that has no other headings', () => {
  it('are parts, with points below', () => {
    const text = `# 渡口\n\n1. 船\n\n${ONE}\n\n2. 人\n\n2.1. 船工\n\n${TWO}\n\n2.2. 乘客\n\n${ONE}\n\n3. 灯\n\n${THREE}\n`
    expect(shape(read(text, '.md'))).toEqual(['船', '人 (船工) (乘客)', '灯'])
  })

  it.each([
    ['sentences', `# 渡口\n\n1. 先看水。\n\n${ONE}\n\n2. 再上船。\n\n${TWO}\n`],
    ['below headings', `# 渡口\n\n## 船\n\n1. 看水\n\n${ONE}\n\n2. 上船\n\n${TWO}\n`],
    ['with a list among them', `# 渡口\n\n1. 看水\n2. 看风\n\n${ONE}\n\n3. 上船\n\n${TWO}\n`],
    ['that do not count', `# 渡口\n\n1. 看水\n\n${ONE}\n\n1. 上船\n\n${TWO}\n`],
  ])('are items: %s', (_, text) => {
    expect(shape(read(text, '.md')).join()).not.toMatch(/看水|先看水/)
  })
})

describe('paragraphs （一） below headings that are marked and numbered', () => {
  const above = (two: string): string => `# 渡口\n\n## 一、船\n\n${ONE}\n\n## 二、人\n\n${two}\n`

  it.each([
    ['with text', `（一）登记。${TWO}\n\n（二）检查。${THREE}`, ['登记', '检查']],
    ['over their text', `（一）登记\n\n${TWO}\n\n（二）检查\n\n${THREE}`, ['登记', '检查']],
  ])('head points: %s', (_, two, points) => {
    expect(read(above(two), '.md').parts[1]).toMatchObject({ lead: [], points: points.map(title => ({ title })) })
  })

  it.each([
    ['items of a list', '（一）学生；\n\n（二）老人。'],
    ['long ones', `（一）${ONE.repeat(2).replace(/。/g, '，')}。\n\n（二）检查。`],
    ['without text', '（一）登记\n\n（二）检查'],
    ['that do not count', `（一）登记。${TWO}\n\n（三）检查。${THREE}`],
  ])('head none: %s', (_, two) => {
    expect(read(above(two), '.md').parts[1]!.points).toEqual([])
  })
})

describe('numbers in brackets of every kind', () => {
  it.each(['［1］ ［2］', '［一］ ［二］', '［第一节］ ［第二节］', '【第1讲】 【第2讲】', '（第一章） （第二章）'])('%s', (numbers) => {
    const [one, two] = numbers.split(' ')
    expect(shape(read(`渡口\n\n${one}船\n\n${ONE}\n\n${two}人\n\n${TWO}\n`))).toEqual(['船', '人'])
  })
})

describe('contracts', () => {
  it.each([
    ['with blank lines', '\n\n'],
    ['without', '\n'],
  ])('have each article’s number and caption over its text, %s', (_, gap) => {
    const articles = ['第一条　租期', '租期为两年。', '第二条　租金', '租金按季度付。', '第三条　其他', '双方协商解决。']
    const { parts } = read(`渡口租船合同\n\n${articles.join(gap)}\n`)
    expect(parts[0]!.points).toMatchObject([
      { title: '第一条　租期', paragraphs: ['租期为两年。'] },
      { title: '第二条　租金', paragraphs: ['租金按季度付。'] },
      { title: '第三条　其他', paragraphs: ['双方协商解决。'] },
    ])
  })
})

describe('whoever is spoken to', () => {
  it.each(['各村（居）委会、各单位：', '各位老师：', '同学们：', 'Dear neighbours,'])('names no part: %s', (address) => {
    expect(shape(read(`渡口的会\n\n${address}\n\n${ONE}\n\n${TWO}\n`))).toEqual([ONE.slice(0, -1)])
  })

  it('stands among lines of an address, none of which names a part', () => {
    const { parts } = read(`Walking Society\n12 Mill Lane\nOldbridge OB4 7TX\n\nDear members,\n\nThe walk starts at nine from the bridge.\n\nBring boots.\n`)
    expect(parts.map(({ title }) => title)).toEqual(['The walk starts at nine from the bridge'])
  })

  it('is not what leads to a list', () => {
    expect(shape(read(`渡口的会\n\n船上有三样东西：\n\n${ONE}\n\n${TWO}\n`))).toEqual(['船上有三样东西'])
  })
})

describe('lines of a form without colons', () => {
  it('stay lines, and head nothing', () => {
    const { byline, lead, parts } = read(`渡口的会\n\n日期　2024年3月9日\n地点　候船屋\n记录人　周渡\n\n${ONE}\n`)
    expect(byline).toBe('日期　2024年3月9日')
    expect([...lead, ...parts[0]!.lead]).toEqual(['地点　候船屋', '记录人　周渡', ONE])
    expect(parts[0]!.title).not.toMatch(/地点/)
  })
})

describe('the authors of a paper', () => {
  it.each([
    ['on lines', '\n'],
    ['in paragraphs', '\n\n'],
  ])('stand with their institutions below the title, %s', (_, gap) => {
    const text = `水位的观测\n\n林海1，张山2${gap}（1. 某某大学，某市；2. 某某船厂，某县）\n\n1 引言\n\n${ONE}\n\n2 方法\n\n${TWO}\n`
    const outline = read(text)
    expect(outline.byline).toBe('林海1，张山2　1. 某某大学，某市；2. 某某船厂，某县')
    expect(shape(outline)).toEqual(['引言', '方法'])
  })
})

it('titles of a collection stand above their authors’ lines', () => {
  const text = `渡口文集\n\n渡口的船\n\n林砚秋\n\n${ONE}${TWO}\n\n渡口的灯\n\n周渡\n\n${THREE}${TWO}\n`
  expect(shape(read(text))).toEqual(['渡口的船', '渡口的灯'])
})

it('a table of contents names authors, and pages in brackets', () => {
  const list = '一、渡口的船……………林　海（1）\n二、渡口的灯……………周　渡（4）'
  const text = `渡口文集\n\n目　录\n\n${list}\n\n渡口的船\n\n林　海\n\n${ONE}\n\n渡口的灯\n\n周　渡\n\n${THREE}\n`
  expect(shape(read(text))).toEqual(['渡口的船', '渡口的灯'])
})

describe('members that are points', () => {
  it('are named by both halves of what is set against each other, and by the first clause of what goes on', () => {
    const members = ['第一，渡口不是码头，而是一条路。路要有人守。', '第二，灯要亮，油要足。油在仓里。', '第三，船要稳。船在岸边。']
    const { parts } = outlineOf(new VFile({ path: 'a.txt', value: `渡口的会\n\n今天说三件事。\n\n${members.join('\n\n')}\n` }))
    expect(parts[0]!.points.map(({ title }) => title.value)).toEqual(['渡口不是码头，而是一条路', '灯要亮', '船要稳'])
  })
})

describe('members 一是 … 二是 … behind what heads them', () => {
  it('stay each with the sentence that explains it', () => {
    const text = `渡口的会\n\n各位：\n\n${ONE}\n\n第一，灯要亮。一是备油。油要买够。二是备芯。灯芯要换。\n\n第二，船要稳。${TWO}\n`
    const point = read(text).parts[0]!.points[0]!
    expect([point.title, point.paragraphs]).toEqual(['灯要亮', ['一是备油。油要买够。', '二是备芯。灯芯要换。']])
  })
})

describe('running heads of facing pages', () => {
  const BROKEN = ['渡口有一条船，是梁伯的父亲留下来的，木头已经黑得发', '亮，船板换过三回。']
  const OPEN = ['每天早上六点，梁伯把船撑到对岸，接第一批过河的', '学生，从来不收钱。']

  it.each([
    ['go where their numbers count', '12', '13', /渡口手册/, false],
    ['stay where they do not', '12', '40', /渡口手册/, true],
  ])('%s', (_, first, second, head, stays) => {
    const text = `渡口的船\n\n${BROKEN[0]}\n\n${first}　　　　　　渡口手册\n\n${BROKEN[1]}\n\n${OPEN[0]}\n\n　　　　船的来历　　　　${second}\n\n${OPEN[1]}\n`
    expect(head.test(JSON.stringify(read(text)))).toBe(stays)
  })
})

it('an issuer that stands in the head and in the title is no running head', () => {
  const head = '000001\n机密★一年\n特急\n\n渡口镇防汛指挥部\n\n渡汛〔2024〕3号　　　签发人：周渡\n\n'
  const { title } = read(`${head}渡口镇防汛指挥部\n关于启动应急响应的通知\n\n各村：\n\n${ONE}\n\n一、值守\n\n${TWO}\n\n二、巡查\n\n${THREE}\n`)
  expect(title).toBe('渡口镇防汛指挥部关于启动应急响应的通知')
})

it('an exported page with properties has its title, and headings of the same rank as parts', () => {
  const text = `# 渡口\n\nStatus: Done\nOwner: 周渡\n\n${ONE}\n\n# 船\n\n${TWO}\n\n# 灯\n\n${THREE}\n`
  const outline = read(text, '.md')
  expect([outline.title, ...shape(outline)]).toEqual(['渡口', '船', '灯'])
})

describe('head data', () => {
  it.each([
    ['Chinese keys', '---\n标题: 渡口: 灯\n作者: 周渡\n---\n'],
    ['Chinese keys and colons', '---\n標題：渡口: 灯\n作者：周渡\n---\n'],
    ['keys with capitals', '---\nTitle: "渡口: 灯"\nAuthor: 周渡\n---\n'],
    ['JSON above semicolons', '"title": "渡口: 灯",\n"author": "周渡"\n;;;\n'],
    ['JSON between semicolons', ';;;\n{\n"title": "渡口: 灯",\n"author": "周渡"\n}\n;;;\n'],
  ])('is read: %s', async (_, head) => {
    const text = `${head}\n## 船\n\n${ONE}\n\n## 灯\n\n${THREE}\n`
    expect(read(text, '.md')).toMatchObject({ title: '渡口: 灯', byline: '周渡', lead: [] })
    expect((await lossesOf('a.md', text)).losses).toEqual([])
  })
})

it('signs between digits in a page’s source are no loss', async () => {
  const text = `渡口的船\n\n<p>船长3&middot;5米，坐10&ndash;20人。</p>\n\n<p>${ONE}</p>\n`
  expect((await lossesOf('a.txt', text)).losses).toEqual([])
})

describe('pages', () => {
  it('have no buttons for letters, notices and ways to jump as text', () => {
    const meta = '<p class="meta">2024-03-09　来源：渡口报　字体大小：<a>大</a><a>小</a></p>'
    const notice = '<table class="ambox"><tr><td>本条目需要补充来源。</td></tr></table>'
    const jump = '<a class="mw-jump-link" href="#a">跳到导航</a>'
    const outline = read(`<h1>渡口</h1>${meta}${jump}${notice}<p>${ONE}</p><p>${TWO}</p>`, '.html')
    expect(JSON.stringify(outline)).not.toMatch(/字体|补充来源|跳到/)
  })

  it.each(['图为老船工在撑船', '<b>老船工在撑船（周渡 摄）</b>'])('say what a photograph shows below it: %s', (caption) => {
    const outline = read(`<h1>渡口</h1><p>${ONE}</p><p><img src="a.png"></p><p>${caption}</p><p>${TWO}</p>`, '.html')
    expect(JSON.stringify(shape(outline))).not.toMatch(/撑船/)
  })
})
