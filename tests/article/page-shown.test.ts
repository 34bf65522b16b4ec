import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'

const PROSE = '渡口在村子的东头，从前是镇上最热闹的地方。'

function read(html: string): { tree: Root, file: VFile, text: string } {
  const file = new VFile({ path: 'a.html', value: `<h1>渡口</h1><p>${PROSE}</p>${html}` })
  const reader = unified().use(readerFor('.html')).freeze()
  const tree = reader.runSync(reader.parse(file), file) as Root
  return { tree, file, text: tree.children.slice(2).map(node => toString(node)).join('|') }
}

function nodesOf(tree: Root, type: string): { value?: string, alt?: string, url?: string }[] {
  const found: object[] = []
  visit(tree, type as 'text', node => void found.push(node))
  return found
}

const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const MATH = '<mrow><mi>v</mi><mo>=</mo><mn>5</mn></mrow>'

describe('what a page shows is read', () => {
  it.each([
    ['raised digits', '<p>10<sup>3</sup>米，10<sup>-6</sup>米。</p>', '10³米，10⁻⁶米。'],
    ['lowered digits', '<p>H<sub>2</sub>O和CO<sub>2</sub>。</p>', 'H₂O和CO₂。'],
    ['characters with readings', '<p>渡口是<ruby>民国<rt>mín guó</rt></ruby>年间的。</p>', '渡口是民国年间的。'],
    ['readings in brackets for old browsers', '<p><ruby>渡<rp>（</rp><rt>dù</rt><rp>）</rp>口<rp>（</rp><rt>kǒu</rt><rp>）</rp></ruby>在东头。</p>', '渡口在东头。'],
    ['a table\'s caption', '<p>如下表。</p><table><caption>表1 船票</caption><tr><th>船</th><th>票</th></tr><tr><td>大</td><td>三元</td></tr></table>', '如下表。|表1 船票|船票大三元'],
  ])('%s', (_, html, text) => {
    expect(read(html).text).toBe(text)
  })

  it.each([
    ['letters that Unicode has not raised', '<p>第1<sup>st</sup>。</p>', 'superscript', 'st'],
    ['letters that it has not lowered', '<p>x<sub>最大</sub>。</p>', 'subscript', '最大'],
    ['struck words', '<p>票价<s>五元</s>三元。</p>', 'delete', '五元'],
    ['words that a style strikes out', '<p>票价<span style="text-decoration: line-through red">五元</span>三元。</p>', 'delete', '五元'],
  ])('marks %s', (_, html, type, words) => {
    expect(nodesOf(read(html).tree, type).map(node => toString(node))).toEqual([words])
  })

  it.each([
    ['MathML', `<p>船速<math>${MATH}</math>节。</p>`, 'inlineMath', 'v = 5'],
    ['MathML on a line of its own', `<math display="block">${MATH}</math>`, 'math', 'v = 5'],
    ['its own TeX', `<p>船速<math><semantics>${MATH}<annotation encoding="application/x-tex">v=5</annotation></semantics></math>节。</p>`, 'inlineMath', 'v=5'],
    ['KaTeX', `<p>船速<span class="katex"><span class="katex-mathml"><math>${MATH}</math></span><span class="katex-html" aria-hidden="true">v=5</span></span>节。</p>`, 'inlineMath', 'v = 5'],
    ['MediaWiki', `<p>船速<span class="mwe-math-element"><span style="display: none"><math alttext="{\\displaystyle v=5}">${MATH}</math></span><img src="a.svg" alt="v=5"></span>节。</p>`, 'inlineMath', 'v=5'],
    ['a fraction', '<p>合<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>节。</p>', 'inlineMath', '\\frac{1}{2}'],
  ])('makes a formula of %s', (_, html, type, tex) => {
    const { tree, file } = read(html)
    expect(nodesOf(tree, type).map(({ value }) => value)).toEqual([tex])
    expect(file.messages.filter(({ ruleId }) => ruleId === 'unseen')).toEqual([])
  })

  it.each([
    ['a picture that comes later', `<p><img data-src="boat.png" src="${BLANK}"></p>`, { url: 'boat.png', alt: '' }],
    ['one under another name', '<p><img data-original="boat.jpg" src="/static/blank.gif" alt="船"></p>', { url: 'boat.jpg', alt: '船' }],
    ['one of several sizes', `<p><img src="${BLANK}" data-srcset="s.png 1x, l.png 2x"></p>`, { url: 'l.png', alt: '' }],
    ['a picture that is there', '<p><img src="boat.png" data-src="other.png" alt="船"></p>', { url: 'boat.png', alt: '船' }],
    ['a file name for a description', '<p><img src="boat.png" alt="IMG_2041.JPG"></p>', { url: 'boat.png', alt: '' }],
    ['a path for a description', '<p><img src="boat.png" alt="C:\\Users\\x\\wps1.png"></p>', { url: 'boat.png', alt: '' }],
    ['a caption', '<figure><img src="boat.png" alt=""><figcaption>渡口的 <b>马灯</b></figcaption></figure>', { url: 'boat.png', alt: '渡口的 马灯' }],
    ['a caption that repeats the description', '<figure><img src="boat.png" alt="马灯"><figcaption>图1 马灯</figcaption></figure>', { url: 'boat.png', alt: '图1 马灯' }],
    ['a caption in the paragraph below', '<p><img src="boat.png"></p>\n<p>图 1　渡口的马灯</p>', { url: 'boat.png', alt: '图 1　渡口的马灯' }],
  ])('%s', (_, html, picture) => {
    const { tree, text } = read(html)
    expect(nodesOf(tree, 'image')).toEqual([expect.objectContaining(picture)])
    expect(text).toBe(picture.alt)
  })

  it.each([
    ['says something else than the description', '<figure><img src="boat.png" alt="一盏灯"><figcaption>渡口，1958年</figcaption></figure>', '一盏灯|渡口，1958年'],
    ['is a sentence of the text', '<p><img src="boat.png" alt=""></p><p>图1是渡口的马灯，用了三十年。</p>', '|图1是渡口的马灯，用了三十年。'],
  ])('keeps a paragraph that %s', (_, html, text) => {
    expect(read(html).text).toBe(text)
  })
})

describe('what a page hides is named', () => {
  it.each(['hidden', 'style="display:none"', 'style="visibility: hidden"', 'aria-hidden="true"'])('%s', (attribute) => {
    const { text, file } = read(`<p>票价三元。</p><p ${attribute}>内部意见：暂不公开。</p>`)
    expect(text).toBe('票价三元。')
    expect(file.data.leftOut?.filter(({ words }) => words.includes('内部意见'))).toHaveLength(1)
    expect(file.messages.map(String)).toContainEqual(expect.stringMatching(/^a\.html:1:\d+-1:\d+: Left out “内部意见：暂不公开。”, hidden text/))
  })

  it.each([
    ['a drawing', '<p>票价三元。<svg><text>渡口图，从东头看。</text></svg></p>', '票价三元。', '渡口图，从东头看。', 'in a drawing or a frame of the page'],
    ['a call for a source', '<p>票价三元。<sup>[<a href="/help">来源请求</a>]</sup></p>', '票价三元。', '[来源请求]', 'a button at a heading, or a call for a source'],
    ['the mark of a note', '<p>票价三元<sup><a href="#n1">[1]</a></sup>。</p>', '票价三元。', '[1]', 'the mark of a note'],
    ['a table of contents', '<ul><li><a href="#a">船</a></li><li><a href="#b">人</a></li></ul><p>票价三元。</p>', '票价三元。', '船人', 'a table of contents'],
    ['one with numbers beside its links', '<ul><li><span>1</span> <a href="#a">船</a></li><li><span>1.1</span> <a href="#b">人</a></li></ul><p>票价三元。</p>', '票价三元。', '1 船1.1 人', 'a table of contents'],
    ['one of a single line that is named so', '<div id="toc"><h2>目录</h2><ul><li><a href="#a">船</a></li></ul></div><p>票价三元。</p>', '票价三元。', '船', 'a table of contents'],
  ])('%s', (_, html, text, words, reason) => {
    const { text: found, file } = read(html)
    expect(found).toBe(text)
    expect(file.data.leftOut).toContainEqual({ words, reason })
  })

  it('but not what stands for readers without scripts, a counter\'s picture say', () => {
    const { text, file } = read('<noscript><img style="display:none" src="https://example.com/count.gif"></noscript><p>票价三元。</p>')
    expect(text).toBe('票价三元。')
    expect(file.messages.filter(({ ruleId }) => ruleId === 'unseen')).toEqual([])
  })

  it.each([
    ['prices beside links', '<ul><li><a href="#a">船</a> 3.5元</li><li><a href="#b">车</a> 2元</li></ul><p>票价三元。</p>', '船 3.5元车 2元|票价三元。'],
    ['a single line that is not named so', '<div class="list"><h2>目录</h2><ul><li><a href="#a">船</a></li></ul></div><p>票价三元。</p>', '目录|船|票价三元。'],
    ['a single line under another heading', '<div class="toc"><h2>渡口</h2><ul><li><a href="#a">船</a></li></ul></div><p>票价三元。</p>', '渡口|船|票价三元。'],
  ])('but not %s', (_, html, text) => {
    expect(read(html).text).toBe(text)
  })

  it('but not a menu that is a list', () => {
    expect(read('<menu><li>看灯罩</li></menu>').text).toBe('看灯罩')
  })
})
