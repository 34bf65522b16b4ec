import type { OutlineJson } from '../../scripts/outline/json.ts'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readAsciidoc } from '../../scripts/article/markup/asciidoc.ts'
import { readLatex } from '../../scripts/article/markup/latex.ts'
import { readOrg } from '../../scripts/article/markup/org.ts'
import { readWiki } from '../../scripts/article/markup/wiki.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { lossesOf, replacing } from '../support/losses.ts'
import { verifyDecks } from '../support/verify.ts'

const P = '清水河大桥通车以后，两岸的来往方便了许多，渡口的客流却没有断。'
const Q = '据镇政府统计，去年全年渡口运送旅客三万七千人次，比前年多百分之五。'

const ASCIIDOC = (body: string): string => `= 渡口\n林砚秋 <lin@example.org>\nv1.0, 2024-03-09\n:toc:\n\n== 船\n\n${P}\n\n${body}\n\n== 人\n\n${Q}\n`
const ORG = (body: string): string => `#+TITLE: 渡口\n#+AUTHOR: 林砚秋\n#+OPTIONS: toc:nil\n\n* 船\n\n${P}\n\n${body}\n\n* 人\n\n${Q}\n`
const WIKI = (body: string): string => `{{Infobox|name=渡口}}\n'''渡口'''在[[清水河|河]]边，从前是镇上最热闹的地方。\n\n== 船 ==\n${P}\n\n${body}\n\n== 人 ==\n${Q}\n\n[[Category:渡口]]\n`
const LATEX = (body: string): string => `\\documentclass{ctexart}\n\\title{渡口}\n\\author{林砚秋}\n\\begin{document}\n\\maketitle\n\\section{船}\n${P}\n\n${body}\n\n\\section{人}\n${Q}\n\\end{document}\n`

function read(path: string, value: string): OutlineJson {
  verifyDecks(new VFile({ path, value }))
  return toJson(outlineOf(new VFile({ path, value })))
}

/** Markup, and the passages that it makes below 船. */
const READ: [what: string, article: string, text: string[]][] = [
  ['AsciiDoc: emphasis', ASCIIDOC('桨是 *樟木* 的，型号是 `A-3`。'), ['桨是 樟木 的，型号是 A-3。']],
  ['AsciiDoc: links', ASCIIDOC('见 link:https://example.org/a[日志] 和 <<ren,人>>。'), ['见 日志 和 人。']],
  ['AsciiDoc: lists', ASCIIDOC('. 先看水\n.. 看深浅\n. 再看风'), ['先看水', '看深浅', '再看风']],
  ['AsciiDoc: a table with its title', ASCIIDOC('.零件\n|===\n|名 |数\n\n|桨 |2\n|舵 |1\n|==='), ['零件', '名 数', '桨 2', '舵 1']],
  ['AsciiDoc: a table with a cell a line', ASCIIDOC('[cols="1,1"]\n|===\n|桨\n|2\n|舵\n|1\n|==='), ['桨 2', '舵 1']],
  ['AsciiDoc: code', ASCIIDOC('[source,python]\n----\nrow(3)\n----'), ['row(3)']],
  ['AsciiDoc: a quotation', ASCIIDOC('[quote, 老李]\n____\n水有自己的脾气。\n____'), ['水有自己的脾气。', '老李']],
  ['AsciiDoc: a remark and a label', ASCIIDOC('// 要改\n\nTIP: 先编号再拆。'), ['先编号再拆。']],
  ['Org: emphasis', ORG('桨是 *樟木* 的，又 /轻/ 又 =稳= 。'), ['桨是 樟木 的，又 轻 又 稳 。']],
  ['Org: a drawer and a plan', ORG(':PROPERTIES:\n:ID: a\n:END:\nSCHEDULED: <2024-03-09 Sat>\n桨要换了。'), ['桨要换了。']],
  ['Org: links', ORG('见 [[https://example.org/a][日志]] 和 [[ren][人]]。'), ['见 日志 和 人。']],
  ['Org: a quotation', ORG('#+BEGIN_QUOTE\n水有自己的脾气。\n#+END_QUOTE'), ['水有自己的脾气。']],
  ['Org: a table', ORG('| 名 | 数 |\n|----+----|\n| 桨 | 2 |'), ['名 数', '桨 2']],
  ['Org: code', ORG('#+BEGIN_SRC python\nrow(3)\n#+END_SRC'), ['row(3)']],
  ['MediaWiki: links and emphasis', WIKI('\'\'\'桨\'\'\'用[[樟木|樟树]]做，\'\'轻\'\'，见[https://example.org 日志]，很稳。'), ['桨用樟树做，轻，见日志，很稳。']],
  ['MediaWiki: templates', WIKI('桨很轻{{citation needed|date=2024年}}。{{lang|en|oar}}就是桨。'), ['桨很轻。oar就是桨。']],
  ['MediaWiki: lists', WIKI('* 桨\n** 左桨\n# 看水'), ['桨', '左桨', '看水']],
  ['MediaWiki: a table', WIKI('{| class="wikitable"\n|+ 尺寸\n! 部位 !! 米\n|-\n| style="x" | 全长 || 26\n|}'), ['尺寸', '部位 米', '全长 26']],
  ['LaTeX: commands', LATEX('桨是\\textbf{樟木}的\\cite{li}，\\emph{很轻}，约5\\,kg，占30\\%。% 待核'), ['桨是樟木的，很轻，约5 kg，占30%。']],
  ['LaTeX: lists', LATEX('\\begin{itemize}\n  \\item 桨\n  \\begin{enumerate}\n    \\item 看水\n  \\end{enumerate}\n  \\item 舵\n\\end{itemize}'), ['桨', '看水', '舵']],
  ['LaTeX: quotation marks and dashes', LATEX('他说``走\'\'---就走了，一共10--20里。'), ['他说“走”——就走了，一共10–20里。']],
  ['LaTeX: a quotation', LATEX('\\begin{quote}\n水有自己的脾气。\n\\end{quote}'), ['水有自己的脾气。']],
  ['LaTeX: a table', LATEX('\\begin{tabular}{ll}\n\\hline\n名 & 数 \\\\\n\\hline\n桨 & 2 \\\\\n\\end{tabular}'), ['名 数', '桨 2']],
]

describe('markup of another program', () => {
  it.each(READ)('is read as that: %s', (_, value, text) => {
    for (const path of ['a.txt', 'a.md']) {
      const { title, parts } = read(path, value)
      expect([title, parts.map(part => part.title)], path).toEqual(['渡口', ['船', '人']])
      expect(parts[0]!.lead, path).toEqual([P, ...text])
    }
  })

  it.each(READ)('loses no word, and one that is lost is missed: %s', async (_, value, text) => {
    for (const path of ['a.txt', 'a.md']) {
      expect((await lossesOf(path, value)).losses, path).toEqual([])
      const last = /[\p{L}\d]+(?=[^\p{L}\d]*$)/u.exec(text.at(-1)!)![0]
      expect((await lossesOf(path, value, replacing(last, ''))).losses, path).not.toEqual([])
    }
  })
})

describe('a template with words of its own', () => {
  it('is left out with a message at its place, and one without any is not told of', () => {
    const value = `{{Infobox 渡口\n| 建成 = 1138年\n}}\n${WIKI('桨很轻{{来源请求}}。')}`
    const file = new VFile({ path: 'a.txt', value })
    outlineOf(file)
    const told = file.messages.filter(({ ruleId, line }) => ruleId === 'unseen' && line === 1)
    expect(told.map(({ actual }) => actual)).toEqual(['{{Infobox 渡口\n| 建成 = 1138年\n}}'])
    expect(file.messages.map(({ reason }) => reason).join()).not.toContain('来源请求')
  })
})

describe('a remark of the author, and a note to the title', () => {
  it.each([
    ['AsciiDoc', ASCIIDOC('// 第一稿，还要改\n\n////\n1999年的事\n////'), '// 第一稿，还要改', 2],
    ['Org', ORG('# 第一稿，还要改'), '# 第一稿，还要改', 1],
    ['LaTeX', `\\section{船}\n${P}% 查三年的账\n\n\\section{人}\n${Q} % 再问一次`, '% 查三年的账', 2],
    ['LaTeX, to the title', `\\title{渡口\\thanks{省基金}}\n\\section{船}\n${P}\n\n\\section{人}\n${Q}`, '\\thanks{省基金}', 1],
  ])('is left out with a message at its place: %s', (_, value, words, count) => {
    const file = new VFile({ path: 'a.txt', value })
    outlineOf(file)
    const told = file.messages.filter(({ ruleId }) => ruleId === 'unseen')
    expect(told.map(({ actual }) => actual)).toEqual([words])
    expect(value.split('\n')[told[0]!.line! - 1]).toContain(words)
    expect(told[0]!.reason.includes(`${count} comments`)).toBe(count > 1)
  })
})

describe('signs that are none of that markup', () => {
  const lines = (text: string): string[] => text.split('\n')

  it.each<[string, (lines: readonly string[]) => unknown, string]>([
    ['one line of signs', readAsciidoc, `渡口\n\n== 船\n\n${P}`],
    ['a title underlined', readAsciidoc, `渡口\n====\n\n${P}\n\n船\n----\n\n${Q}`],
    ['signs of a list', readOrg, `渡口\n\n* 桨\n* 舵\n\n${P}`],
    ['items with text below them', readOrg, `# 渡口\n\n* 桨\n\n  ${P}\n\n* 舵\n\n  ${Q}`],
    ['a sign that is said', readOrg, `渡口\n\n#+1 票\n\n${P}`],
    ['brackets of a notebook', readWiki, `# 渡口\n\n见[[老李]]和[[账本]]。\n\n${P}`],
    ['equals signs', readWiki, `渡口\n\n=== 渡口 ===\n\n${P}`],
    ['a command that is spoken of', readLatex, `渡口\n\n\\section{船}是一条命令。\n\n${P}`],
    ['a formula', readLatex, `渡口\n\n$$\n\\frac{1}{2}\n$$\n\n${P}`],
  ])('%s', (_, readMarkup, text) => {
    expect(readMarkup(lines(text))).toBeUndefined()
  })
})

describe('a plain text that is Markdown', () => {
  it('has headings over headings', () => {
    const { title, parts } = read('a.txt', `# 渡口\n\n## 船\n\n**桨**是[樟木](https://example.org)的。\n\n## 人\n\n${Q}\n`)
    expect([title, parts.map(part => [part.title, part.lead])]).toEqual(['渡口', [['船', ['桨是樟木的。']], ['人', [Q]]]])
  })

  it.each([
    ['signs within it', `渡口\n\n${P}**真的**。\n\n# 1 票\n\n${Q}`, '**真的**'],
    ['tags of a network', `渡口\n\n#船 #人\n\n${P}*真的*。\n\n#灯 #河`, '*真的*'],
    ['remarks of a program', `渡口\n\n# 一\n# 二\n# 三\n${P}*真的*。`, '*真的*'],
  ])('has more than %s', (_, value, kept) => {
    expect(JSON.stringify(read('a.txt', value))).toContain(kept)
  })
})
