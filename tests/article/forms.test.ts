import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { docxToHtml } from '../../scripts/article/docx.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { lecternParse } from '../../scripts/plugins.ts'
import { makeDocx } from '../support/docx.ts'

const AIM = '<p>1.了解灯的来历。</p><p>2.学习守灯人。</p>'
const COURSE = '<p>一、导入</p><p>先看图，再说灯。</p><p>二、讲解</p><p>守灯的人换过四个。</p>'

function row(...cells: string[]): string {
  return `<tr>${cells.map(cell => cell.startsWith('<td') ? cell : `<td>${cell}</td>`).join('')}</tr>`
}

/** Each block with its kind. */
function read(html: string, format = '.docx'): string[] {
  const tree: Root = unified().use(lecternParse).parse(new VFile({ path: `a${format}`, value: html }))
  return tree.children.map(node => `${node.type === 'heading' ? '#'.repeat(node.depth) : node.type} ${toString(node)}`)
}

describe('forms', () => {
  it.each([
    ['a label and paragraphs', row('教学目标', AIM), ['## 教学目标', 'paragraph 1.了解灯的来历。', 'paragraph 2.学习守灯人。']],
    ['short entries above it', row('课题', '渡口的灯') + row('教学目标', AIM), ['table 课题渡口的灯', '## 教学目标', 'paragraph 1.了解灯的来历。', 'paragraph 2.学习守灯人。']],
    ['numbered lines in a cell', row('过程', COURSE), ['## 过程', '### 一、导入', 'paragraph 先看图，再说灯。', '### 二、讲解', 'paragraph 守灯的人换过四个。']],
    ['a label over several rows', row('<td rowspan="2">过程</td>', '导入', AIM) + row('讲解', AIM), ['## 过程', '### 导入', 'paragraph 1.了解灯的来历。', 'paragraph 2.学习守灯人。', '### 讲解', 'paragraph 1.了解灯的来历。', 'paragraph 2.学习守灯人。']],
    ['one long paragraph beside others', row('目标', AIM) + row('反思', '这一课讲了灯的来历，也讲了守灯的人，学生都愿意说，说得也好，只是时间不够，下一次要早一点开始讲，讲慢一点。'), ['## 目标', 'paragraph 1.了解灯的来历。', 'paragraph 2.学习守灯人。', '## 反思', 'paragraph 这一课讲了灯的来历，也讲了守灯的人，学生都愿意说，说得也好，只是时间不够，下一次要早一点开始讲，讲慢一点。']],
  ])('have a heading for %s', (_, rows, blocks) => {
    expect(read(`<p>教案</p><table>${rows}</table>`).slice(1)).toEqual(blocks)
  })

  it.each([
    ['of entries', row('课题', '渡口的灯') + row('课时', '一')],
    ['with names of its columns', `<tr><th>项目</th><th>内容</th></tr>${row('教学目标', AIM)}`],
    ['with two cells of text in a row', row('导入', AIM, AIM)],
  ])('do not stand in a table %s', (_, rows) => {
    expect(read(`<p>教案</p><table>${rows}</table>`).map(block => block.split(' ')[0])).toEqual(['paragraph', 'table'])
  })

  it('are below the headings above them', () => {
    expect(read(`<h2>第一课</h2><table>${row('教学目标', AIM)}</table>`).slice(0, 2)).toEqual(['## 第一课', '### 教学目标'])
  })

  it('make parts of a lesson plan', async () => {
    const html = await docxToHtml(await makeDocx(['教案', { table: [['课题', '渡口的灯']] }]))
    const value = `${html}<table>${row('教学目标', AIM)}${row('教学过程', COURSE)}</table>`
    const { title, lead, parts } = toJson(outlineOf(new VFile({ path: 'a.docx', value })))
    expect({ title, lead }).toEqual({ title: '教案', lead: ['课题　渡口的灯'] })
    expect(parts.map(part => [part.title, ...part.points.map(point => point.title)])).toEqual([['教学目标'], ['教学过程', '导入', '讲解']])
  })
})
