import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { lecternParse } from '../../scripts/plugins.ts'

const PROSE = '渡口的灯是民国年间装上的，先是煤油灯，后来换成马灯。守灯的人换过四个，每个人都留下一本账。'

function read(body: string, head = ''): { tree: Root, blocks: string[] } {
  const page = `<html><head><title>渡口的灯</title>${head}</head><body><article><h1>渡口的灯</h1><p>${PROSE}</p><p>${PROSE}</p>${body}</article></body></html>`
  const tree: Root = unified().use(lecternParse).parse(new VFile({ path: 'a.html', value: page }))
  return { tree, blocks: tree.children.map(node => `${node.type} ${toString(node)}`) }
}

function items(body: string): string[] {
  const found: string[] = []
  visit(read(body).tree, 'listItem', item => void found.push(item.children.map(child => child.type).join('+')))
  return found
}

const PICTURE = '<img src="a.png">'

describe('a table that lays out pictures is pictures', () => {
  it.each([
    ['a caption below', `<table><tr><td>${PICTURE}</td></tr><tr><td><p>守灯人在擦灯罩</p></td></tr></table>`, 1],
    ['two beside each other', `<table><tr><td>${PICTURE}</td><td>${PICTURE}</td></tr><tr><td>灯</td><td>船</td></tr></table>`, 2],
  ])('%s', (_, table, count) => {
    expect(read(table).blocks.filter(block => block.startsWith('paragraph'))).toHaveLength(2 + count)
  })

  it.each([
    ['with names of columns', `<table><tr><th>样子</th><th>名</th></tr><tr><td>${PICTURE}</td><td>马灯</td></tr></table>`],
    ['with words beside a picture', `<table><tr><td>${PICTURE}</td><td>马灯</td></tr><tr><td>${PICTURE}</td><td>油灯</td></tr></table>`],
    ['without pictures', '<table><tr><td>灯</td><td>船</td></tr><tr><td>三盏</td><td>两只</td></tr></table>'],
  ])('another stays: %s', (_, table) => {
    expect(read(table).blocks.filter(block => block.startsWith('table'))).toHaveLength(1)
  })
})

describe('the last section of a page stays', () => {
  it.each([
    ['a table with names', '<table><tr><th>项</th><th>数</th></tr><tr><td>灯</td><td>3</td></tr></table>', true],
    ['code', '<pre>light on</pre>', true],
    ['but not links', '<ul><li><a href="/1">别处的一条新闻</a></li><li><a href="/2">另一条别处的新闻</a></li></ul>', false],
  ])('%s', (_, block, stays) => {
    const { blocks } = read(`<section><h2>灯</h2><p>${PROSE.repeat(6)}</p></section><section><h2>别的</h2>${block}</section>`)
    expect(blocks.some(words => words.includes('heading 别的'))).toBe(stays)
  })
})

describe('terms have what they mean below them', () => {
  it('in a list of terms', () => {
    expect(items('<dl><dt>灯罩</dt><dd>玻璃的，挡风。</dd><dt>灯芯</dt><dd>棉的。</dd></dl>')).toEqual(['paragraph+list', 'paragraph', 'paragraph+list', 'paragraph'])
  })

  it('but not where a meaning is a list, or none is there', () => {
    expect(items('<dl><dt>灯罩</dt><dd><table><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table></dd></dl>')).not.toContain('paragraph+list')
    expect(items('<dl><dt>灯罩</dt></dl>')).not.toContain('paragraph+list')
  })
})

describe('paragraphs with the same typed bullet are items', () => {
  it.each([
    ['two in a row', '<p>●看灯罩</p><p>●看灯芯</p>', 2],
    ['one alone', '<p>●看灯罩</p><p>完了再说。</p>', 0],
    ['two kinds', '<p>●看灯罩</p><p>■看灯芯</p>', 0],
    ['boxes to tick', '<p>□同意</p><p>□不同意</p>', 0],
  ])('%s', (_, body, count) => {
    expect(items(body)).toHaveLength(count)
  })
})

describe('formulas that a page has as TeX', () => {
  const formulas = (body: string, head = ''): string[] => {
    const found: string[] = []
    visit(read(body, head).tree, node => void ((node.type === 'inlineMath' || node.type === 'math') && found.push(node.value)))
    return found
  }
  const PROGRAM = '<script src="https://a.b/MathJax.js"></script>'
  it.each([
    ['between LaTeX’s brackets', String.raw`<p>周长 \(L\) 一定。</p>`, '', ['L']],
    ['between signs of money, with a program', '<p>面积 $x^2$ 最大。</p>', PROGRAM, ['x^2']],
    ['prices, with a program', '<p>门票 $20，学生 $10。</p>', PROGRAM, []],
    ['signs of money without a program', '<p>面积 $x^2$ 最大。</p>', '', []],
    ['code', String.raw`<pre>echo \(L\)</pre>`, PROGRAM, []],
  ])('%s', (_, body, head, found) => {
    expect(formulas(body, head)).toEqual(found)
  })
})

describe('a title that a program sets before each heading', () => {
  const head = (text: string): string => `<h2>${text}</h2><p>${PROSE}</p>`
  it.each([
    ['goes', ['<span>渡口的灯</span>来历', '<span>渡口的灯</span>用处'], ['来历', '用处']],
    ['stays as the author’s own words', ['渡口的灯的来历', '渡口的灯的用处'], ['渡口的灯的来历', '渡口的灯的用处']],
    ['stays before one heading', ['<span>渡口的灯</span>来历', '用处'], ['渡口的灯来历', '用处']],
  ])('%s', (_, heads, wanted) => {
    const { blocks } = read(heads.map(head).join(''))
    expect(blocks.filter(block => block.startsWith('heading')).slice(1)).toEqual(wanted.map(text => `heading ${text}`))
  })
})
