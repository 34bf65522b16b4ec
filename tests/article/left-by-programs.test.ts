import type { OutlineJson } from '../../scripts/outline/json.ts'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { lossesOf, replacing } from '../support/losses.ts'
import { verifyDecks } from '../support/verify.ts'

const P = ['清水河大桥通车以后，两岸的来往方便了许多，渡口的客流却没有断。', '据镇政府统计，去年全年渡口运送旅客三万七千人次，比前年多百分之五。']

function read(path: string, value: string): { outline: OutlineJson, text: string, markdown: string } {
  const open = (): VFile => new VFile({ path, value })
  verifyDecks(open())
  const outline = toJson(outlineOf(open()))
  const text = JSON.stringify([outline.lead, outline.parts, outline.closing])
  return { outline, text, markdown: String(markdownOf(open())) }
}

function page(inner: string): ReturnType<typeof read> {
  return read('a.html', `<html><head><title>渡口</title></head><body><article><h1>渡口</h1><h2>船</h2><p>${P[0]}</p>${inner}<h2>人</h2><p>${P[1]}</p></article></body></html>`)
}

describe('what a blog sets among words', () => {
  it.each([
    ['a notice of rights', '<p>版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。</p>', '版权声明'],
    ['a notice of rights by another', '<div>© 著作权归作者所有，转载或内容合作请联系作者</div>', '著作权'],
    ['a notice of rights that two share', '<p>本文版权归作者和博客园共有，欢迎转载，但未经作者同意必须保留此段声明。</p>', '本文版权'],
    ['where the article stands', '<p>本文链接：https://blog.example.org/a/1</p>', '本文链接'],
    ['a button that opens the rest', '<div><span>展开阅读全文 ∨</span></div>', '阅读全文'],
    ['a count', '<p>阅读量：1203</p>', '1203'],
    ['the numbers of lines', '<pre><code>lamp.on()<ul class="pre-numbering"><li>7</li></ul></code></pre>', '7'],
    ['the numbers of lines in a cell', '<table><tr><td class="gutter"><pre>8\n9\n</pre></td><td><pre>a()\nb()</pre></td></tr></table>', '8'],
    ['the numbers of lines below a box', '<div class="language-py line-numbers-mode"><pre><code>a()\nb()</code></pre><div class="line-numbers-wrapper"><span class="line-number">7</span><br><span class="line-number">8</span><br></div></div>', '7'],
    ['the numbers of lines in rows', '<pre><code>a()\nb()<span class="line-numbers-rows"><span>7</span><span>8</span></span></code></pre>', '7'],
    ['a button of a box with code', '<pre><code>lamp.on()</code><div class="copy-code-btn">复制代码</div></pre>', '复制代码'],
    ['a mark of a source without a link', '<p>灯已经亮了八十年<sup>[6]</sup>，一夜也没有断过。</p>', '[6]'],
    ['what stands for a description', '<p><img src="a.png" alt="在这里插入图片描述"></p>', '插入图片'],
  ])('is left out: %s', (_, inner, gone) => {
    const { outline, markdown } = page(inner)
    expect(markdown).not.toContain(gone)
    expect(outline.parts.map(part => part.title)).toEqual(['船', '人'])
  })

  it.each([
    ['below a box with code', '<div class="language-py line-numbers-mode"><pre><code>a()\nb()</code></pre><div class="line-numbers-wrapper"><span class="line-number">1</span><br><span class="line-number">2</span><br></div></div>'],
    ['in rows', '<pre><code>a()\nb()<span class="line-numbers-rows"><span>1</span><span>2</span></span></code></pre>'],
    ['in a cell', '<figure class="highlight"><table><tr><td class="gutter"><pre><span>1</span><br><span>2</span><br></pre></td><td class="code"><pre>a()<br>b()</pre></td></tr></table></figure>'],
  ])('are accounted for: numbers of lines %s', async (_, inner) => {
    const html = `<html><body><article><h1>渡口</h1><h2>船</h2><p>${P[0]}</p>${inner}<p>${P[1]}</p></article></body></html>`
    expect((await lossesOf('a.html', html)).losses).toEqual([])
    const broken = await lossesOf('a.html', html, replacing('b()', ''))
    expect(broken.losses).not.toEqual([])
  })

  it.each([
    ['a sentence about rights', '<p>版权声明这几个字，是林砚秋写在书的最后一页上的。</p>', '版权声明这几个字'],
    ['a sentence about who owns them', '<p>著作权归作者所有，这是法律写明的。</p>', '著作权归作者'],
    ['words of a cell', '<table><tr><th>做什么</th><th>谁</th></tr><tr><td>阅读全文</td><td>周渡</td></tr></table>', '阅读全文'],
    ['numbers in code', '<pre><code class="line-numbers">lamp(7)</code></pre>', 'lamp(7)'],
    ['numbers of a table', '<table><tr><th>年</th></tr><tr><td>1987</td></tr></table>', '1987'],
    ['a raised word', '<p>灯亮了八十年<sup>[约]</sup>，一夜也没有断过。</p>', '约'],
    ['a description', '<p><img src="a.png" alt="图片里是渡口的灯"></p>', '图片里是渡口的灯'],
  ])('is none: %s', (_, inner, kept) => {
    expect(page(inner).markdown).toContain(kept)
  })

  it('is left out of a copied text', () => {
    const { text } = read('a.txt', `渡口\n\n版权声明：本文为博主原创文章，转载请附上原文出处链接。\n\n${P[0]}\n\n${P[1]}\n`)
    expect(text).not.toContain('版权声明')
  })
})

describe('buttons of an encyclopedia', () => {
  const entry = (heading: string): ReturnType<typeof read> =>
    read('a.html', `<html><head><title>渡口灯</title></head><body><div><h1>渡口灯</h1>${heading}<p>${P[0]}</p><div><h2>现状</h2></div><p>${P[1]}</p></div></body></html>`)

  it.each([
    ['links beside a heading', '<div><h2>沿革</h2><a>编辑</a> <a>播报</a></div>'],
    ['words that a script makes buttons of', '<div><h2>沿革</h2><span>播报</span><span>编辑</span></div>'],
    ['words in the heading', '<h2>沿革<span>编辑</span></h2>'],
  ])('are left out: %s', (_, heading) => {
    expect(entry(heading).outline.parts.map(part => part.title)).toEqual(['沿革', '现状'])
    expect(entry(heading).markdown).not.toMatch(/编辑|播报/)
  })

  it.each([
    ['a heading of that word', '<h2><span>编辑</span></h2>', '编辑'],
    ['a word that goes on', '<div><h2>沿革</h2><p>编辑部里的人都认得老李。</p></div>', '编辑部'],
  ])('are none: %s', (_, heading, kept) => {
    expect(entry(heading).markdown).toContain(kept)
  })
})

describe('marks of change with one sign', () => {
  it.each([
    ['in braces', '限速由{- 一百 -}{+ 两百 +}改定。', '限速由两百改定。'],
    ['in brackets', '限速由[- 一百 -][+ 两百 +]改定。', '限速由两百改定。'],
    ['without spaces', '限速由{-一百-}{+两百+}改定。', '限速由两百改定。'],
  ])('are read: %s', (_, line, wanted) => {
    expect(read('a.md', `# 渡口\n\n## 船\n\n${line}\n`).text).toContain(wanted)
  })

  it.each(['集合是{+1, -1}。', '区间写作[-1, +1]，正负[+-]都算。', '从[-5到+5]。'])('are none: %s', (line) => {
    expect(read('a.md', `# 渡口\n\n## 船\n\n${line}\n`).text).toContain(line)
  })

  it('are none of a task that is no longer needed', () => {
    expect(read('a.md', '# 渡口\n\n- [x] 备份\n- [~] 旧船\n').text).not.toContain('~')
  })
})

describe('signs that stand raised', () => {
  it.each([
    ['a.md', '每秒 m s<sup>−1</sup>，离子 SO~4~^2−^，共 10^−3^ 米。', 'm s⁻¹，离子 SO₄²⁻，共 10⁻³ 米'],
    ['a.html', '<p>每秒 m s<sup>–1</sup>，力 m s<sup>&minus;2</sup>。</p>', 'm s⁻¹，力 m s⁻²'],
  ])('are in the decks of %s', async (path, text, wanted) => {
    const value = path === 'a.md' ? `# 单位\n\n## 船\n\n${text}\n` : `<h1>单位</h1><h2>船</h2>${text}`
    expect(read(path, value).text).toContain(wanted)
    expect((await lossesOf(path, value)).losses).toEqual([])
  })
})

describe('raw keys of a notebook', () => {
  const note = (keys: string): string => `# 渡口\n\n## 船\n\n${P[0]}\n\n${keys}\n`

  it('are no text', () => {
    expect(read('a.md', note('id: 4f2a9c\nparent_id: 77\ncreated_time: 2024-03-09T12:15:00.000Z\ntype_: 1')).text).not.toMatch(/4f2a9c|parent|type_/)
  })

  it.each(['name: lamp\ncolour: red', 'id: 77\nname: lamp', '时间：三月\n地点：渡口'])('are none: %j', (keys) => {
    expect(read('a.md', note(keys)).text).toContain(keys.split('\n')[1])
  })
})

describe('voices of subtitles', () => {
  const cues = (...lines: string[]): string => ['WEBVTT', ...lines.map((line, at) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${line}`)].join('\n\n')

  it('stand above what they say, once for all that one says', () => {
    const { markdown } = read('a.txt', cues('<v 林砚秋>您守灯多少年了？</v>', '<v 李长河>三十年，', '<v 李长河>没有断过一夜。'))
    expect(markdown).not.toMatch(/<|v /)
    expect(markdown).toMatch(/李长河\\?\s+三十年，\s*没有断过一夜/)
    expect(markdown.match(/李长河/g)).toHaveLength(1)
  })

  it('are none where words are only set apart', () => {
    expect(read('a.txt', cues('<i>灯亮了。</i>', '船来了，<完>。')).markdown).toMatch(/灯亮了。\s+船来了，\\?<完/)
  })
})

describe('signs of AsciiDoc in a plain text', () => {
  it('make headings, and are no text', () => {
    const { outline, text } = read('a.txt', `= 渡口\n:toc:\n\n== 船\n\n${P[0]}\n\n[NOTE]\n====\n${P[1]}\n====\n\n.清单\n* 桨\n* 篙\n\n== 人\n\n${P[1]}\n`)
    expect([outline.title, outline.parts.map(part => part.title)]).toEqual(['渡口', ['船', '人']])
    expect(text).not.toMatch(/=|NOTE|toc|\.清单/)
  })

  it.each([
    ['equations', `渡口\n\n${P[0]}\n\n= 3\n\n${P[1]}\n`, '= 3'],
    ['one line', `渡口\n\n${P[0]}\n\n== 船\n\n${P[1]}\n`, '== 船'],
  ])('are none: %s', (_, value, kept) => {
    expect(read('a.txt', value).text).toContain(kept)
  })
})

describe('what a library prints on a page', () => {
  it('is left out, once or often', () => {
    const { text } = read('a.txt', 'River Landings\n\nLamps have been hung at river landings for as long as boats cross.\n\nDownloaded from https://example.org on 9 March 2024\n\nThe answer is found in ledgers, which few people have read.\n')
    expect(text).not.toContain('Downloaded')
  })

  it('is none in a sentence', () => {
    const line = 'Downloaded from nowhere, the ledger was a copy of a copy of a copy.'
    expect(read('a.txt', `River Landings\n\nLamps have been hung at river landings for long.\n\n${line}\n`).text).toContain(line)
  })
})

describe('the settings of an outline of Emacs', () => {
  it('are frontmatter', () => {
    const { outline, text } = read('a.md', `#+TITLE: 渡口\n#+AUTHOR: 林砚秋\n#+OPTIONS: toc:nil\n\n${P[0]}\n\n${P[1]}\n`)
    expect([outline.title, outline.byline]).toEqual(['渡口', '林砚秋'])
    expect(text).not.toMatch(/OPTIONS|toc/)
  })

  it.each(['#+1 票：同意', '#+ 渡口'])('are none: %s', (line) => {
    expect(read('a.md', `${line}\n\n${P[0]}\n\n${P[1]}\n`).markdown).toContain(line.slice(2).trim())
  })
})
