import { describe, expect, it } from 'vitest'
import { ONE, read, THREE, TWO } from './ferry.ts'

function partsOf(text: string): string[] {
  return read(text).parts.map(({ title }) => title.replace(/\s+/g, ' '))
}

describe('numbers on lines of their own', () => {
  it.each<[kind: string, numbers: [string, string, string]]>([
    ['01', ['01', '02', '03']],
    ['1', ['1', '2', '3']],
    ['一', ['一', '二', '三']],
    ['（一）', ['（一）', '（二）', '（三）']],
    ['Roman', ['I', 'II', 'III']],
    ['PART.01', ['PART.01', 'PART.02', 'PART.03']],
  ])('head parts: %s', (_, [one, two, three]) => {
    const text = `渡口的早晨\n\n${one}\n\n${ONE}\n\n${TWO}\n\n${two}\n\n${TWO}\n\n${three}\n\n${THREE}\n\n${ONE}\n`
    expect(partsOf(text)).toEqual([one, two, three])
    expect(read(text).parts.map(({ lead }) => lead)).toEqual([[ONE, TWO], [TWO], [THREE, ONE]])
  })

  it.each([['01', '02', '03'], ['1', '2', '3']])('head parts below a line that says who wrote, and where: %s', (...numbers) => {
    const text = `渡口的早晨\n\n原创 林小雨 河边读书 2024-03-09 20:15 江苏\n\n${numbers.map(number => `${number}\n\n${ONE}\n\n${TWO}`).join('\n\n')}\n\n编辑 | 周渡\n图片 | 来自网络\n`
    const { byline, parts } = read(text)
    expect([byline, parts.map(({ title }) => title)]).toEqual([expect.stringMatching(/^原创 林小雨.*编辑 \| 周渡/s), numbers])
  })

  it('head parts below a lead', () => {
    const { lead, parts } = read(`渡口的早晨\n\n${ONE}\n\n01\n\n${TWO}\n\n02\n\n${THREE}\n`)
    expect([lead, parts.map(({ title }) => title)]).toEqual([[ONE], ['01', '02']])
  })

  it('head parts alone where one of them has no title', () => {
    const text = `渡口的早晨\n\n01\n\n一条船\n\n${ONE}\n\n02\n\n${TWO}\n\n03\n\n一盏灯\n\n${THREE}\n`
    expect(partsOf(text)).toEqual(['01', '02', '03'])
  })

  it('are joined to nothing in an article with headings', () => {
    const { parts } = read(`# 渡口\n\n## 名单\n\n1\n\n梁守义\n\n2\n\n周渡\n`, '.md')
    expect(parts[0]!.lead).toEqual(['1', '梁守义', '2', '周渡'])
  })

  it('stand with the title that is on the line below', () => {
    expect(partsOf(`渡口的早晨\n\n01\n\n一条船\n\n${ONE}\n\n02\n\n一盏灯\n\n${TWO}\n\n${THREE}\n`)).toEqual(['一条船', '一盏灯'])
  })

  it.each([
    ['the last is at the text’s end, as a page’s is', `渡口的早晨\n\n${ONE}\n\n1\n\n${TWO}\n\n2\n`, ['1', '2']],
    ['they do not count on', `渡口的早晨\n\n${ONE}\n\n12\n\n${TWO}\n\n40\n\n${THREE}\n`, ['12', '40']],
    ['there is one', `渡口的早晨\n\n${ONE}\n\n1\n\n${TWO}\n`, ['1']],
    ['they stand one below the other', `渡口的早晨\n\n${ONE}\n\n1\n\n2\n\n3\n\n${TWO}\n`, ['1', '2', '3']],
  ])('head nothing where %s', (_, text, numbers) => {
    const titles = partsOf(text)
    expect(titles.filter(title => numbers.includes(title))).toEqual([])
  })
})

describe('whoever speaks, below the title of a speech', () => {
  it.each(['镇长　梁守义', '县委书记 周渡', '清水镇中心小学教师　林砚秋', '省农科院研究员　何秀英'])('%s', (line) => {
    const { byline, lead, parts } = read(`在护河会议上的讲话\n\n${line}\n\n（2024年3月9日）\n\n同志们：\n\n一、提高认识\n\n${ONE}\n\n二、抓好落实\n\n${TWO}\n`)
    expect([byline, lead]).toEqual([`${line}　2024年3月9日`, ['同志们：']])
    expect(parts.map(({ title }) => title)).toEqual(['提高认识', '抓好落实'])
  })

  it.each(['船长　第一章', '老船长的灯'])('is none in %s', (line) => {
    expect(read(`渡口的早晨\n\n${line}\n\n${ONE}\n\n${TWO}\n`).byline).toBeUndefined()
  })
})

describe('the lines at the head of a text', () => {
  it('are a title, and below it a newspaper and its day', () => {
    const { title, byline } = read(`让文化走进村庄\n人民日报 2024年03月09日 第 05 版\n\n核心阅读\n${ONE}${TWO}\n\n重在“种”文化\n${THREE}\n`)
    expect([title, byline]).toEqual(['让文化走进村庄', '人民日报 2024年03月09日 第 05 版'])
  })

  it('are the keys of minutes, the day among them', () => {
    const { byline, lead } = read('Minutes of the Committee\n\nDate: 9 March 2024\nPlace: The Ferry Inn\nPresent: Helen Marsh\n\n1. Accounts\nTom reported a balance of £412.60.\n\n2. The boat\nTwo planks must be replaced before May.\n')
    expect([byline, lead]).toEqual([undefined, ['Date: 9 March 2024', 'Place: The Ferry Inn', 'Present: Helen Marsh']])
  })

  it('are a title with a number that nothing else has', () => {
    expect(read(`第三讲　怎样读一本书\n\n${ONE}\n\n${TWO}\n`).title).toBe('第三讲　怎样读一本书')
    const { title, parts } = read(`第一讲　船\n\n${ONE}\n\n第二讲　灯\n\n${TWO}\n`)
    expect([title === '第一讲　船', parts.map(part => part.title)]).toEqual([false, ['船', '灯']])
  })
})

describe('the running head of pages', () => {
  const page = (number: number): string => `RIVER STUDIES 12 (2019)\n${number}\n`
  it('is left out with the numbers that count on, where each page ends with a sentence', () => {
    const text = `The Last Ferry\n\n1. Introduction\nThe ferry carried people and mail across the river.\n${page(14)}When the bridge opened, most people thought it would close.\n2. Sources\nWe used the ledgers of the company, and letters.\n${page(15)}3. Findings\nThe ferry stayed because people liked it.\n`
    expect(JSON.stringify(read(text))).not.toMatch(/RIVER|"1[45]"/)
  })

  it('is none where the numbers do not count on', () => {
    const text = `渡口的客流\n\n上半年客流\n120\n${ONE}\n下半年客流\n340\n${TWO}\n`
    expect(JSON.stringify(read(text))).toMatch(/120.*340/)
  })
})

describe('words behind an editor’s office', () => {
  it.each(['编辑：修改稿件的结构和文字', '图片：渡口的黄昏'])('are text where they are no names: %s', (line) => {
    const { byline, closing, parts } = read(`# 渡口\n\n## 船\n\n${ONE}\n\n${line}\n`, '.md')
    expect(byline).toBeUndefined()
    expect(JSON.stringify([parts, closing])).toContain(line)
  })
})

describe('a title that is only guessed', () => {
  it('ends before the number of the first item', () => {
    const { parts } = read(`怎样办好村图书室\n\n办好图书室，要抓住三环：1.选好书。要选用得上的书；2.管好人。管理员要固定；3.用好活动。每月办一次读书会。\n\n${ONE}\n`)
    expect(parts.map(({ title }) => title)).toEqual(['办好图书室，要抓住三环'])
  })
})

describe('who wrote, and where they work', () => {
  it.each([
    ['a paper’s reporter', '《山城晚报》记者 李芸', '《山城晚报》记者 李芸'],
    ['a paper’s reporter, no marks round its name', '清水日报特约记者　林砚秋', '清水日报特约记者　林砚秋'],
    ['authors, and their institute with its postal code', '张晓　刘文\n（省社会科学院，省会 310000）', '张晓　刘文　省社会科学院，省会 310000'],
  ])('stands below the title: %s', (_, lines, wanted) => {
    const { byline, parts } = read(`渡口的早晨\n\n${lines}\n\n1 船\n${ONE}\n\n2 人\n${TWO}\n`)
    expect([byline, parts.map(({ title }) => title)]).toEqual([wanted, ['船', '人']])
  })

  it.each([
    ['what reporters do', '《山城晚报》记者 到过渡口三次了。'],
    ['brackets that hold no postal code', '（省会那一年有 3100 人）'],
  ])('is text where it is %s', (_, line) => {
    expect(JSON.stringify(read(`渡口的早晨\n\n${ONE}\n${line}\n\n1 船\n${ONE}\n\n2 人\n${TWO}\n`).lead)).toContain(line)
  })
})

describe('a number right above the words of its heading', () => {
  it('heads a part, however long the heading is', () => {
    const heads = ['灯', '住房公积金也能用', '学生坐船不要钱']
    const text = heads.map((head, index) => `0${index + 1}\n${head}\n\n${ONE}\n\n${TWO}`).join('\n\n')
    expect(partsOf(`渡口的早晨\n\n${text}\n`)).toEqual(heads)
  })
})
