import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { lossesOf } from '../support/losses.ts'
import { readBelow as read } from '../support/read-below.ts'

const B = '船是木头做的。'

/** Markup of another program than the one that reads it, and the words that are left. */
const READ: [what: string, body: string, text: string[]][] = [
  ['a box of reStructuredText', `.. note::\n\n   ${B}`, [B]],
  ['a box with its title and settings', `.. admonition:: 注意\n   :class: x\n\n   ${B}`, ['注意', B]],
  ['a box whose words stand right below', `.. tip::\n   ${B}`, [B]],
  ['a table of contents', `.. contents:: 目录\n   :depth: 2\n\n${B}`, [B]],
  ['the language of code', `.. code-block:: python\n\n    print(1)\n\n${B}`, ['print(1)', B]],
  ['a role in colons', `见 :ref:\`北山 <hill>\` 和 \`x\`。`, ['见 北山 和 x。']],
  ['two points that are none', `.. 船来了。\n\n..note:: 人走了。`, ['.. 船来了。', '..note:: 人走了。']],
  ['a paragraph of nothing', '<style>\n---\nlayout: none\nsrc: /etc/passwd\n---\n<<<', ['<style>', '<<<']],
  ['a remark of MyST', `(a)=\n\n% 自己看\n% 再看\n\n${B}`, [B]],
  ['a per cent in other articles', `% 是百分号。\n\n${B}`, ['% 是百分号。', B]],
  ['a list that is a table', `\`\`\`{list-table} 尺寸\n:header-rows: 1\n\n* - 名\n  - 长\n* - 桨\n  - 两米\n\`\`\``, ['尺寸', '名 长', '桨 两米']],
  ['a list that is none', `\`\`\`{list-table}\n船\n\`\`\`\n\n${B}`, ['船', B]],
  ['a table whose heads are underlined', `  周次    人数\n  ----- ------\n  一        32\n  二        41\n\nTable: 三月`, ['周次 人数', '一 32', '二 41', '三月']],
  ['one with an empty cell', `周次   人数   停\n------ ------ ----\n一            0\n二     41     1`, ['周次 人数 停', '一  0', '二 41 1']],
  ['one whose cells have lines', `------------------\n渠      流量\n------- ----------\n东渠    半方，\n        够一扇\n\n西渠    一方\n------------------\n\n${B}`, ['渠 流量', '东渠 半方，够一扇', '西渠 一方', B]],
  ['a rule of groups below a sentence', `${B}\n\n--- ---\n\n人在岸边。`, [B, '人在岸边。']],
  ['a question to a notebook', `\`\`\`dataview\nLIST FROM #船\n\`\`\`\n\n${B}`, [B]],
  ['a field among words', '桨（[重量:: 五斤]）长。', ['桨（重量 五斤）长。']],
  ['colons that are no field', '时间(9::30)和[a::b]。', ['时间(9::30)和[a::b]。']],
  ['how a task stands', '- [>] 换桨\n- [-] 买船\n- [1] 是注', ['换桨', '买船', '[1] 是注']],
  ['a block’s address and its day', `${B}\nSCHEDULED: <2024-03-10 Sun>\n\n见((65ec1b2a-1234-4a5b-9c8d-000000000001))。{{embed [[河]]}}`, [B, '见。']],
  ['a definition below its term', '桨\n: 划水的木板。\n\n舵\n:   管方向的。', ['桨\n划水的木板。', '舵\n管方向的。']],
  ['a colon that begins a line of prose', '他说\n:船来了。', ['他说:船来了。']],
  ['a program over several lines', `export const meta = {\n  a: '船',\n}\n\n${B}\n\nexport default function L({ x }) {\n  return <p>{x}</p>\n}\n\nexport default Page`, [B]],
  ['a sentence about a program', 'export const is a keyword.\n\nimport 和 export 是两个词。', ['export const is a keyword.', 'import 和 export 是两个词。']],
  ['a program in code', '```js\nexport const a = {\n  b: 1,\n}\n```', ['export const a = {\n  b: 1,\n}']],
  ['a program without its end', 'export const a = {\n\n船来了。', ['export const a = {', '船来了。']],
  ['what is set of slides', `${B}\n\n---\nlayout: two-cols\nclass: x\n---\n\n人在岸边。\n\n::right::\n\n灯亮了。`, [B, '人在岸边。', '灯亮了。']],
  ['a key below a rule and a blank line', `${B}\n\n---\n\nlayout: 是字。`, [B, 'layout: 是字。']],
  ['badges', `[![Build](https://example.com/a.svg)](https://example.com) [![License](https://example.com/b.svg)](b)\n\n${B}`, [B]],
]

describe('what other programs write is read', () => {
  it.each(READ)('%s', (_, body, text) => {
    expect(read(body).text).toEqual(text)
  })

  it.each(READ)('and none of it is lost: %s', async (_, body) => {
    expect((await lossesOf('a.md', `# 渡口\n\n## 船\n\n${body}\n`)).losses).toEqual([])
  })
})

it.each<[what: string, body: string, alts: string[], text: string[]]>([
  ['reStructuredText', '.. image:: a.png\n   :alt: 桨', ['桨'], []],
  ['a figure of it', '.. figure:: a.png\n   :width: 60%\n\n   桨有两支', [''], ['桨有两支']],
  ['a caption in italics', '![](a.png)\n*桨有两支*', ['桨有两支'], []],
  ['a caption with a number', '![桨](a.png)\n*图 2 桨有两支*', ['桨'], ['图 2 桨有两支']],
  ['a tag with a break', '<div align=center><img src="a.png"/>\n<br>图二：桨有两支</div>', [''], ['图二：桨有两支']],
  ['a sentence on the next line', '![](a.png)\n桨有两支，长两米。', [''], ['桨有两支，长两米。']],
  ['where a deck shows it', '![bg right:40% w:300](a.png)', [''], []],
  ['words that are no places', '![left](a.png)\n\n![w:300 的桨](b.png)', ['left', 'w:300 的桨'], []],
])('a picture and its words: %s', (_, body, alts, text) => {
  const file = new VFile({ path: 'a.md', value: `# 渡口\n\n${body}\n` })
  const reader = unified().use(readerFor('.md'))
  const tree = reader.runSync(reader.parse(file), file) as Root
  const found: string[] = []
  visit(tree, 'image', ({ alt }) => void found.push(alt ?? ''))
  expect(found).toEqual(alts)
  expect(tree.children.slice(1).map(node => toString(node, { includeImageAlt: false }).trim()).filter(words => words !== '')).toEqual(text)
})

describe('an outliner’s page', () => {
  it('has its properties as frontmatter, and headings out of its list', () => {
    const page = 'title:: 渡口\nauthor:: 林砚秋\ntags:: 船\n\n- ## 船\n\t- 桨有两支。\n- ## 人\n\t- 人在岸边。\n'
    expect(toJson(outlineOf(article(page, '.md')))).toMatchObject({
      title: '渡口',
      byline: '林砚秋',
      parts: [{ title: '船', lead: ['桨有两支。'] }, { title: '人', lead: ['人在岸边。'] }],
    })
  })

  it('has fields below its title, as another notebook does', () => {
    const page = '---\ntags: [船]\n---\n# 渡口\n\n作者:: 林砚秋\n状态:: 完成\n\n## 船\n\n桨有两支。\n\n## 人\n\n人在岸边。\n'
    expect(toJson(outlineOf(article(page, '.md')))).toMatchObject({ title: '渡口', byline: '作者: 林砚秋', lead: [] })
  })
})

describe('headings alone', () => {
  it.each<[string, string, object]>([
    ['of two ranks are parts with lists', '# 渡口\n\n## 船\n\n### 桨\n\n### 舵\n\n## 人\n', [{ title: '船', lead: ['桨', '舵'] }, { title: '人', lead: [] }]],
    ['of one rank are a list', '# 渡口\n\n## 船\n\n## 人\n', [{ title: '渡口', lead: ['船', '人'] }]],
    ['with a sentence among them are headings', '# 渡口\n\n## 船\n\n### 桨\n\n桨有两支。\n\n### 舵\n', [{ title: '船', lead: [], points: [{ title: '桨' }, { title: '舵' }] }]],
  ])('%s', (_, text, parts) => {
    expect(toJson(outlineOf(article(text, '.md'))).parts).toMatchObject(parts as object[])
  })
})
