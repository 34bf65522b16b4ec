import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { verifyDecks } from '../support/verify.ts'

function page(html: string): VFile {
  return new VFile({ path: 'page.html', value: html })
}

const PROSE = ['渡口在村子的东头，从前是镇上最热闹的地方。', '船是木头做的，用了三十年，还没有坏。', '摆渡的人姓李，大家都叫他老李，他也应。']

describe('the article of a web page', () => {
  it.each([
    ['marked as such', `<article><h1>水边的渡口</h1>${PROSE.map(text => `<p>${text}</p>`).join('')}</article>`],
    ['in nested blocks', `<div class="wrap"><div><h1>水边的渡口</h1><div class="text">${PROSE.map(text => `<p>${text}</p>`).join('')}</div></div></div>`],
    ['in a table of an old page', `<table><tr><td width="20%"><a href="1">要闻</a></td><td><h1>水边的渡口</h1>${PROSE.map(text => `<p>${text}</p>`).join('')}</td></tr></table>`],
    ['with its title elsewhere', `<div><h1>水边的渡口</h1></div><div>${PROSE.map(text => `<p>${text}</p>`).join('')}</div>`],
    ['with a title that is no heading', `<div><p class="bt">水边的渡口</p>${PROSE.map(text => `<p>${text}</p>`).join('')}</div>`],
    ['with its title in the head alone', `<div>${PROSE.map(text => `<p>${text}</p>`).join('')}</div>`],
    ['broken by <br> and indents', `<h1>水边的渡口</h1><div>　　${PROSE.join('<br>　　')}</div>`],
    ['broken by <br> alone', `<h1>水边的渡口</h1><div>${PROSE.join('<br>\n')}</div>`],
    ['broken by two <br>', `<h1>水边的渡口</h1><div>${PROSE.join('<br><br>')}</div>`],
    ['with non-breaking indents', `<h1>水边的渡口</h1>${PROSE.map(text => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${text}</p>`).join('')}`],
    ['on one line', `<h1>水边的渡口</h1><p>${PROSE.join('　　')}</p>`],
  ])('%s', (_, body) => {
    const file = page(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>水边的渡口_江州新闻网</title><style>p { color: red }</style></head><body>
<nav><a href="/">首页</a> <a href="/news">新闻</a></nav>
<div class="breadcrumb"><a href="/">首页</a> &gt; <a href="/news">新闻</a> &gt; 正文</div>
${body}
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<h3>相关阅读</h3><ul><li><a href="2">桥通了，渡船停了</a></li><li><a href="3">老李的四十年</a></li></ul>
<div class="comments"><p>网友甲：写得真好，我小时候也坐过这条船。</p></div>
<footer>版权所有，未经许可，不得转载。</footer>
<script>document.write('不是正文，是脚本。')</script>
</body></html>`)
    const { title, lead, parts } = toJson(outlineOf(file))
    expect(title).toBe('水边的渡口')
    expect([...lead, ...parts.flatMap(part => part.lead)]).toEqual(PROSE)
    expect(file.messages.map(message => message.ruleId)).toContain('page-furniture')
    // What reads like sentences is named.
    expect(file.messages.map(message => message.reason).join()).toMatch(/“网友甲：.*“版权所有，/)
    verifyDecks(file)
  })

  it('is read, though what holds most of it is called like furniture', () => {
    const paragraphs = [...PROSE, ...PROSE].map(text => `<p>${text}</p>`)
    const file = page(`<title>水边的渡口</title><div>${paragraphs.slice(0, 3).join('')}</div>
<article><h1>水边的渡口</h1>${paragraphs.slice(0, 2).join('')}<div class="comments">${paragraphs.slice(2).join('')}</div></article>`)
    const { lead, parts } = toJson(outlineOf(file))
    expect([...lead, ...parts.flatMap(part => part.lead)]).toEqual([...PROSE, ...PROSE])
  })

  it('has headings, lists, quotations, tables and pictures', () => {
    const file = page(`<article><h1>Title</h1><h2>Part</h2><p>Some text, with <q>a quotation</q> and a long<wbr>word, in a paragraph.</p><ul><li>One.</li><li>Two.</li></ul>
<blockquote><p>“Quoted.”</p></blockquote><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><figure><img src="x.png" alt="A chart"><figcaption>What it shows.</figcaption></figure></article>`)
    expect(toJson(outlineOf(file)).parts).toEqual([{
      title: 'Part',
      lead: ['Some text, with a quotation and a longword, in a paragraph.', 'One.', 'Two.', '“Quoted.”', 'a b', '1 2', 'A chart', 'What it shows.'],
      points: [],
      closing: [],
    }])
    verifyDecks(file)
  })

  it('is all of a page that calls itself nothing', () => {
    const { parts } = toJson(outlineOf(page(PROSE.map(text => `<p>${text}</p>`).join('<p></p>'))))
    expect(parts.map(({ lead }) => lead)).toEqual([PROSE])
  })

  it('goes on where a full line is broken, and not after a short one; what is hidden is left out', () => {
    const [full, rest] = ['这一行排满了所以在这里断开而这句话其实还没有说完也没有标点', '到这里才算说完了。']
    const hidden = ['hidden="until-found"', 'style="font-size: 0"', 'aria-hidden="true"'].map(attribute => `<div ${attribute}>看不见的字</div>`).join('')
    const { title, parts } = toJson(outlineOf(page(`<meta property="og:title"><title>水边的渡口_江州网</title>${hidden}<div><p>${PROSE[0]}</p><p>${full}<br>${rest}</p><p>短行<br>又一行</p><p>${PROSE[2]}</p></div>`)))
    expect(title).toBe('水边的渡口')
    expect(parts.flatMap(({ lead }) => lead)).toEqual([PROSE[0], `${full}${rest}`, '短行', '又一行', PROSE[2]])
  })

  it('has places in the page', () => {
    const html = `<html><body>\n<h1>水边的渡口</h1>\n<p>渡口在村子的东头，\n  从前&#8212;&#8212;最热闹。船坏了，没有人修。</p>\n<h2>船</h2>\n<p>船是木头做的。</p></body></html>`
    const { lead, parts } = outlineOf(page(html))
    const text = lead[0]!.text
    expect(text).toBe('渡口在村子的东头，从前——最热闹。船坏了，没有人修。')
    const at = text.indexOf('船坏了')
    const { position } = lead[0]!.slice(at, at + 3)
    expect(html.slice(position!.start.offset, position!.end.offset)).toBe('船坏了')
    expect(position!.start.line).toBe(4)
    expect(parts[0]!.title.position!.start.line).toBe(5)
  })
})

describe('what stands in a page and is no text of its article', () => {
  const said = (body: string): string[] => {
    const { lead, parts } = toJson(outlineOf(page(`<article><h1>水边的渡口</h1>${PROSE.map(text => `<p>${text}</p>`).join('')}${body}</article>`)))
    return [...lead, ...parts.flatMap(part => part.lead)].slice(PROSE.length)
  }

  it.each([
    ['the mark of a note', '<p>桥在上游<sup><a href="#n1">1</a></sup>，是石头的。</p>', '桥在上游，是石头的。'],
    ['the way back from a note', '<p>桥在上游，是石头的。<a href="#r1">↩</a></p>', '桥在上游，是石头的。'],
    ['a sentence that is hidden among the others', '<p style="display: none">这一句藏着，谁也看不见。</p><p>桥在上游，是石头的。</p>', '桥在上游，是石头的。'],
  ])('%s', (_, body, text) => {
    expect(said(body)).toEqual([text])
  })

  it.each([
    ['a power', '<p>桥长10<sup>2</sup>米，是石头的。</p>', '桥长10²米，是石头的。'],
    ['a link to another place of the page', '<p>桥在<a href="#up">上游</a>，是石头的。</p>', '桥在上游，是石头的。'],
    ['a link with no address', '<p>桥在<a>上游</a>，是石头的。</p>', '桥在上游，是石头的。'],
    ['a frame, a table of one cell', '<table><tr><td><p>桥在上游，是石头的。</p></td></tr></table>', '桥在上游，是石头的。'],
  ])('but not %s', (_, body, text) => {
    expect(said(body)).toEqual([text])
  })

  it('keeps all of a table, though one cell holds most of the words', () => {
    const table = `<table><tr><th>谁</th><th>说了什么</th><th>几时</th></tr><tr><td>老李</td><td>${PROSE.join('').repeat(4)}</td><td>早上</td></tr></table>`
    expect(said(`${table}<p>桥通了。</p>`)).toEqual(['谁 说了什么 几时', `老李 ${PROSE.join('').repeat(4)} 早上`, '桥通了。'])
  })

  it('keeps apart what stands before and after a title', () => {
    expect(toJson(outlineOf(page('<div>上游的水来了，<h1>水边的渡口</h1>下游的水走了。</div><p>船在岸边。</p>'))).parts[0]!.lead).toEqual(['上游的水来了，', '下游的水走了。', '船在岸边。'])
    expect(toJson(outlineOf(page('<h2>上游<x-y><h1>水边的渡口</h1>下游</x-y></h2><p>船在岸边。</p>')))).toMatchObject({ title: '水边的渡口', parts: [{ title: '上游', lead: ['下游', '船在岸边。'] }] })
  })

  it('keeps its text where most of that is links', () => {
    const links = Array.from({ length: 30 }, (_, index) => `<a href="${index}.html">渡口的第${index}条小船</a>`).join('、')
    const outline = toJson(outlineOf(page(`<title>渡口</title><main><h1>渡口</h1><div><section><p>河边停着这些船，各有各的名字：</p><p>${links}。</p><p>它们都还在，人也都在。</p></section></div></main>`)))
    expect(JSON.stringify(outline)).toContain('河边停着这些船')
    expect(JSON.stringify(outline)).toContain('渡口的第29条小船')
  })
})

const SENTENCES = ['The ferry left at six, and nobody in the village was late for it.', 'Its lamp was hung by the keeper, who rowed until the bridge was built.', 'Each house paid for a month of oil, and the book of it is still there.']
/** So much that Readability has something to go by. */
const LONG = Array.from({ length: 12 }, (_, index) => `<p>In year ${index + 1} it was so: ${SENTENCES[index % 3]} ${SENTENCES[(index + 1) % 3]}</p>`).join('\n')

function longPage(head: string, above: string, below = ''): VFile {
  return page(`<html><head><title>The lamp at the ferry | River News</title>${head}</head><body><nav><a href="/">Home</a></nav><div class="page"><div class="top">${above}</div><div class="content">${LONG}${below}</div></div></body></html>`)
}

describe('a page with much text', () => {
  it.each([
    ['comments longer than it', `</div><div id="comments">${Array.from({ length: 30 }, (_, index) => `<div class="comment"><p>I remember number ${index}, and how we waited for it, all of us.</p></div>`).join('')}`, 'I remember number 7'],
    ['headlines of other articles within it', '<p>Read more: <a href="/a">Why the bridge was never painted again</a></p>', 'Why the bridge was never painted again'],
    ['a box to subscribe', '<div class="newsletter-signup"><p>Get our letter, each week, for nothing.</p></div>', 'Get our letter'],
    ['a box to subscribe with a heading', '<div class="newsletter-signup"><h3>The Saturday letter</h3><p>Get our letter, each week, for nothing.</p></div>', 'Get our letter'],
  ])('is read without %s, which are named', (_, below, words) => {
    const file = longPage('', '<h1>The lamp at the ferry</h1>', below)
    const { title, lead, parts } = toJson(outlineOf(file))
    const text = JSON.stringify([lead, parts])
    expect(title).toBe('The lamp at the ferry')
    expect(new Set(text.match(/In year \d+ it was so/g)).size).toBe(12)
    expect(text).not.toContain(words)
    expect(file.data.leftOut?.some(left => left.words.includes(words))).toBe(true)
    verifyDecks(file)
  })

  it.each([
    ['its head', '<meta name="author" content="Helen Marsh">', '<h1>The lamp at the ferry</h1>', 'Helen Marsh'],
    ['its data', '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","author":{"name":"Helen Marsh"},"headline":"The lamp at the ferry"}</script>', '<h1>The lamp at the ferry</h1>', 'Helen Marsh'],
    ['a link to him', '', '<h1>The lamp at the ferry</h1><p><a rel="author" href="/helen">Helen Marsh</a></p>', 'Helen Marsh'],
    ['a line that has more', '<meta name="author" content="Helen Marsh">', '<h1>The lamp at the ferry</h1><p class="byline">By Helen Marsh, 5 March 2024</p>', 'By Helen Marsh, 5 March 2024'],
    ['a line above its title', '', '<p class="author">Helen Marsh</p><h1>The lamp at the ferry</h1>', 'Helen Marsh'],
  ])('is by whom it says in %s', (_, head, above, byline) => {
    const file = longPage(head, above)
    const outline = toJson(outlineOf(file))
    expect(outline.byline).toBe(byline)
    expect(JSON.stringify([outline.lead, outline.parts])).not.toContain('Helen Marsh')
  })

  it('names a line of its author that has no title to stand below', () => {
    const file = page(`<body><p class="byline">By Helen Marsh</p><div>${LONG}</div></body>`)
    const said = JSON.stringify([toJson(outlineOf(file)), file.data.leftOut])
    expect(said).toContain('Helen Marsh')
  })

  it('is read though its styles and attributes are none', () => {
    const file = longPage('', '<h1 style="display" @click="x" a<b="c">The lamp at the ferry</h1>', '<p style="color;display">It was sold in the end, lamp and all.</p>')
    expect(JSON.stringify(toJson(outlineOf(file)))).toContain('It was sold in the end')
  })
})
