import type { Outline } from '../../scripts/outline/types.ts'
import { describe, expect, it } from 'vitest'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

describe('frontmatter that is none', () => {
  it.each<[string, string, string[]]>([
    ['a quotation mark without its other', '---\ntitle: "渡口\nauthor: 李\n---\n\n船在岸边。\n', ['3:10 frontmatter']],
    ['a tab', '---\ntitle: 渡口\n\tx: 1\n---\n\n船在岸边。\n', ['3:1 frontmatter']],
    ['words, which are text', '---\n只是一行字\n---\n\n船在岸边。\n', []],
    ['no end', '---\ntitle: 渡口\n\n船在岸边。\n', ['1:1 frontmatter']],
  ])('costs no word of the text, and is told where it goes wrong: %s', (_, text, told) => {
    const file = article(text, '.md')
    const { parts } = outlineOf(file)
    expect(parts.flatMap(({ lead }) => lead.map(({ text }) => text))).toContain('船在岸边。')
    expect(file.messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)).toEqual(told)
  })
})

const BODY = '## 船\n\n船在岸边。\n\n## 人\n\n人在船上。\n'

it.each<[what: string, text: string, byline?: string]>([
  ['a comment', `<!-- 模板 -->\n# 渡口\n\n${BODY}`],
  ['a line', `---\n\n# 渡口\n\n---\n\n${BODY}`],
  ['comments and lines', `***\n\n<!-- 一 -->\n\n[a]: http://example.org\n\n渡口\n===\n\n${BODY}`],
  ['comments above a line of text', `<!-- 一 -->\n\n渡口\n\n${BODY}`],
])('finds the title below %s', (_, text) => {
  const { title, parts } = outlineOf(article(text, '.md'))
  expect([title.value, ...parts.map(part => part.title.value)]).toEqual(['渡口', '船', '人'])
})

describe('the only heading of the first rank is the title', () => {
  it.each<[what: string, above: string, lead: string[]]>([
    ['links to other languages', '[`简体中文`](a.md) | [`English`](b.md)', ['简体中文 | English']],
    ['a list of who translated it', '> * 原文地址：[The Ferry](http://a.org)\n> * 译者：[林砚](http://b.org)', ['原文地址：The Ferry', '译者：林砚']],
    ['a picture that links', '[![渡口的标志](a.png)](http://a.org)', ['渡口的标志']],
    ['a box', '> **注意**\n>\n> 本文是旧稿。', ['注意', '本文是旧稿。']],
    ['a paragraph', '渡口在村子的东头，从前是镇上最热闹的地方。', ['渡口在村子的东头，从前是镇上最热闹的地方。']],
  ])('below %s', (_, above, expected) => {
    const { title, lead, parts } = outlineOf(article(`${above}\n\n# 渡口\n\n${BODY}`, '.md'))
    expect([title.value, ...parts.map(part => part.title.value)]).toEqual(['渡口', '船', '人'])
    expect(lead.map(({ text }) => text)).toEqual(expected)
  })

  it.each<[what: string, text: string, title: string, parts: string[]]>([
    ['below a line that is a title', '渡口\n\n# 一、船\n\n船在岸边。\n\n## 桨\n\n桨在船上。\n', '渡口', ['一、船']],
    ['over what closes the article', '渡口在村子的东头，从前是镇上最热闹的地方。\n\n如今桥通了。\n\n# 结语\n\n船还在。\n', '渡口在村子的东头，从前是镇上最热闹的地方', ['结语']],
    ['of several', '渡口在村子的东头，从前是镇上最热闹的地方。\n\n# 船\n\n船在岸边。\n\n# 人\n\n人在船上。\n', '船', ['船', '人']],
    ['below another heading', '渡口在村子的东头，从前是镇上最热闹的地方。\n\n## 船\n\n船在岸边。\n\n# 人\n\n人在船上。\n', '船', ['船', '人']],
    ['where the frontmatter has one', '---\ntitle: 渡口\n---\n\n渡口在村子的东头。\n\n# 船\n\n船在岸边。\n\n## 桨\n\n桨在船上。\n', '渡口', ['船']],
  ])('but not %s', (_, text, title, parts) => {
    const outline = outlineOf(article(text, '.md'))
    expect([outline.title.value, ...outline.parts.map(part => part.title.value)]).toEqual([title, ...parts])
  })
})

it('takes the first of several headings of one rank for the title where only who wrote it stands between', () => {
  const { title, byline, parts } = outlineOf(article(`# 渡口\n\n林砚秋\n\n2024年3月9日\n\n${BODY.replaceAll('##', '#')}`, '.md'))
  expect([title.value, ...byline.map(({ value }) => value), ...parts.map(part => part.title.value)]).toEqual(['渡口', '林砚秋', '2024年3月9日', '船', '人'])
})

it('takes a lower heading between the title and the first part for the subtitle', () => {
  const { subtitle, parts } = outlineOf(article(`# 渡口\n\n### 一条河的故事\n\n${BODY}`, '.md'))
  expect([...subtitle.map(({ value }) => value), ...parts.map(part => part.title.value)]).toEqual(['一条河的故事', '船', '人'])
})

it('takes no list for a title', () => {
  expect(outlineOf(article(`- 船在河边\n\n${BODY}`, '.md')).lead.map(({ text }) => text)).toEqual(['船在河边'])
})

it('says which headings have no text below them', () => {
  const file = article('# 渡口\n\n## 船\n\n### 桨\n\n### 舵\n\n舵只有一个。\n\n## 人\n\n人在船上。\n', '.md')
  outlineOf(file)
  expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['empty-part', 5]])
  expect(file.data.leftOut!.map(({ words }) => words)).toEqual(['桨'])
})

it.each([
  ['two lists', '- 船\n- 桨\n+ 灯\n', ['船', '桨', '灯']],
  ['a list with numbers', '1. 船\n2. 桨\n3) 灯\n', ['船', '桨', '灯']],
  ['a list and a paragraph', '- 船\n- 桨\n\n灯在桥头，亮了一夜。\n', ['船', '桨', '灯在桥头，亮了一夜。']],
  ['a table and a paragraph', '| 船 | 桨 |\n| - | - |\n| 一 | 二 |\n\n灯在桥头，亮了一夜。\n', ['船 桨', '一 二', '灯在桥头，亮了一夜。']],
])('has no title that is put together of %s', (_, text, texts) => {
  const { title, lead, parts } = outlineOf(article(text, '.md'))
  expect([...lead, ...parts.flatMap(part => part.lead)].map(passage => passage.text)).toEqual(texts)
  expect(['船桨', '船 桨', '船桨一二']).not.toContain(title.value)
})

it('has the lines of a subtitle and of authors, which `import` writes', () => {
  const lines = ({ subtitle, byline }: Outline): string[][] =>
    [subtitle, byline].map(texts => texts.map(({ value }) => value))
  const text = '渡口的灯\n\n——在水边的一次谈话\n\n——写给摆渡的人\n\n（老李）\n\n（江州摆渡站）\n\n船在岸边，人在船上，灯在桥头。\n'
  const wanted = [['在水边的一次谈话', '写给摆渡的人'], ['老李', '江州摆渡站']]
  expect(lines(outlineOf(article(text)))).toEqual(wanted)
  expect(lines(outlineOf(article(markdownOf(article(text)), '.md')))).toEqual(wanted)
})

it.each([
  [['0.3.0', '0.2.0'], ['0.3.0', '0.2.0']],
  [['v1.2.3', 'v1.2.2'], ['v1.2.3', 'v1.2.2']],
  [['2.1.1 船身', '2.1.2 船桨'], ['船身', '船桨']],
  [['2.1. 船身', '2.2. 船桨'], ['船身', '船桨']],
  [['Section 4.1 Boats', 'Section 4.2: Oars'], ['Section 4.1 Boats', 'Section 4.2: Oars']],
  [['Section 1: Boats', 'Section 2: Oars'], ['Boats', 'Oars']],
])('takes no piece of a number for one: %j', (headings, titles) => {
  const text = `# 渡口\n\n${headings.map(heading => `## ${heading}\n\n船在岸边，人在船上。\n`).join('\n')}`
  expect(outlineOf(article(text, '.md')).parts.map(({ title }) => title.value)).toEqual(titles)
})
