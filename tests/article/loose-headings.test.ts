import type { Outline } from '../../scripts/outline/types.ts'
import { describe, expect, it } from 'vitest'
import { looseHeadings } from '../../scripts/article/loose-headings.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const P = '渡口的灯是民国年间装上的，先是煤油灯，后来换成马灯。'
const Q = '守灯的人换过四个，每个人都留下一本账。'
const R = '灯不只照船，也照岸上的人。'
const titles = ({ title, parts }: Outline): unknown => [title.value, ...parts.map(titlesIn)]
function titlesIn({ title, points }: Outline['parts'][number]): string[] {
  return [title, ...points.map(point => point.title)].map(({ value }) => value)
}

describe('headings without a space after their signs', () => {
  it.each<[string, string, unknown[]]>([
    ['all of them', `#渡口\n\n##灯\n\n${P}\n\n##人\n\n${Q}\n\n###交接\n\n${R}\n`, ['渡口', ['灯'], ['人', '交接']]],
    ['some of them', `# 渡口\n\n##灯\n\n${P}\n\n## 人\n\n${Q}\n`, ['渡口', ['灯'], ['人']]],
    ['closed by as many signs', `#渡口#\n\n##灯##\n\n${P}\n\n##人 ##\n\n${Q}\n`, ['渡口', ['灯'], ['人']]],
    ['without blank lines', `#渡口\n##灯\n${P}\n##人\n${Q}\n`, ['渡口', ['灯'], ['人']]],
    ['only the title', `#渡口\n\n## 灯\n\n${P}\n\n## 人\n\n${Q}\n`, ['渡口', ['灯'], ['人']]],
    ['parts of the first rank', `#第一讲 灯\n\n${P}\n\n#第二讲 人\n\n${Q}\n`, ['灯', ['灯'], ['人']]],
    ['with marks in them', `#渡口\n\n##**灯**的来历\n\n${P}\n\n##“人”\n\n${Q}\n`, ['渡口', ['灯的来历'], ['“人”']]],
    ['with a label at the end', `#渡口\n\n##灯\n\n${P}\n\n##人\n\n${Q}\n\n#读书\n`, ['渡口', ['灯'], ['人']]],
    ['with a sign in them', `#渡口\n\n##C#与灯\n\n${P}\n\n##人\n\n${Q}\n`, ['渡口', ['C#与灯'], ['人']]],
  ])('are headings: %s', (_, text, wanted) => {
    expect(titles(outlineOf(article(text, '.md')))).toEqual(wanted)
  })

  it.each<[string, string]>([
    ['labels in a row', `# 渡口\n\n#读书 #乡村\n\n## 灯\n\n${P}\n`],
    ['a label below the title', `# 渡口\n\n#读书\n\n## 灯\n\n${P}\n`],
    ['a label at the end', `# 渡口\n\n## 灯\n\n${P}\n\n#读书\n`],
    ['labels on lines', `#读书\n#乡村\n\n## 灯\n\n${P}\n`],
    ['a label with a slash', `#读书/笔记\n\n## 灯\n\n${P}\n`],
    ['a topic', `#读书#今天读完了一本\n\n## 灯\n\n${P}\n`],
    ['a number', `# 渡口\n\n#1 号灯在东头，#2 号灯在西头。\n`],
    ['a sentence', `# 渡口\n\n##灯在东头，船在西头。\n`],
    ['code', `# 渡口\n\n\`\`\`sh\n##灯\n#人\n\`\`\`\n\n${P}\n`],
    ['a label alone', `#读书\n\n${P}\n`],
  ])('are none: %s', (_, text) => {
    expect([...looseHeadings(text)]).toEqual([])
  })
})

describe('headings of the first rank', () => {
  it.each<[string, string, string, unknown[]]>([
    ['several are parts, and none of their sentences is the title', '51.md', `# 第一讲 灯\n\n${P}\n\n# 第二讲 人\n\n${Q}\n\n# 第三讲 用处\n\n${R}\n`, ['灯', ['灯'], ['人'], ['用处']]],
    ['the file\'s name is their title where it is in Chinese', '渡口三讲.md', `# 第一讲 灯\n\n${P}\n\n# 第二讲 人\n\n${Q}\n`, ['渡口三讲', ['灯'], ['人']]],
    ['frontmatter counts more', '渡口三讲.md', `---\ntitle: 讲稿\n---\n\n# 灯\n\n${P}\n\n# 人\n\n${Q}\n`, ['讲稿', ['灯'], ['人']]],
    ['one is the title', '渡口三讲.md', `# 渡口\n\n## 灯\n\n${P}\n\n## 人\n\n${Q}\n`, ['渡口', ['灯'], ['人']]],
    ['each with headings below it', 'a.md', `# 灯\n\n## 来历\n\n${P}\n\n# 人\n\n## 四个人\n\n${Q}\n`, ['灯', ['灯', '来历'], ['人', '四个人']]],
    ['numbered ones, the second without headings below it', 'a.md', `# 第一章 灯\n\n## 来历\n\n${P}\n\n# 第二章 人\n\n${Q}\n`, ['灯', ['灯', '来历'], ['人']]],
    ['of the second rank, without a title', 'a.md', `## 灯\n\n${P}\n\n## 人\n\n${Q}\n`, ['灯', ['灯'], ['人']]],
    ['by their underlines', 'a.md', `渡口\n====\n\n灯\n--\n\n${P}\n\n人\n--\n\n${Q}\n`, ['渡口', ['灯'], ['人']]],
    ['closed by signs', 'a.md', `# 渡口 #\n\n## 灯 ##\n\n${P}\n\n## 人 ####\n\n${Q}\n`, ['渡口', ['灯'], ['人']]],
  ])('%s', (_, path, text, wanted) => {
    const file = article(text, '.md')
    file.path = path
    expect(titles(outlineOf(file))).toEqual(wanted)
  })
})
