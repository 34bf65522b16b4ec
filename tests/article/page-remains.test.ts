import type { OutlineJson } from '../../scripts/outline/json.ts'
import JSZip from 'jszip'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { withBody } from '../support/docx.ts'
import { lossesOf } from '../support/losses.ts'
import { verifyDecks } from '../support/verify.ts'

const P = ['清水河大桥通车以后，两岸的来往方便了许多，渡口的客流却没有断。', '据镇政府统计，去年全年渡口运送旅客三万七千人次，比前年多百分之五。']

function read(body: string, head = ''): { outline: OutlineJson, text: string, markdown: string } {
  const open = (): VFile => new VFile({ path: 'a.html', value: `<html><head><title>渡口</title>${head}</head><body>${body}</body></html>` })
  verifyDecks(open())
  const outline = toJson(outlineOf(open()))
  const text = JSON.stringify([outline.lead, outline.parts, outline.closing])
  return { outline, text, markdown: String(markdownOf(open())) }
}

describe('what a program has left in a page', () => {
  it.each([
    ['a box of the program, in the midst of the text', `<article><h1>渡口</h1><div><p>${P[0]}</p><h3>船</h3><p>${P[1]}</p><div class="sharedaddy"><h3>分享到这里</h3></div></div></article>`, /分享/],
    ['the list of what hangs on a page', `<h1>渡口</h1><div><p>${P[0]}</p><h2>船</h2><p>${P[1]}</p></div><div class="pageSection group"><div class="pageSectionHeader"><h2 id="attachments">Attachments:</h2></div><div class="greybox"><a href="a.png">a.png</a> (image/png)</div></div>`, /Attachments|a\.png/],
  ])('is left out: %s', (_, body, gone) => {
    expect(read(body).text).not.toMatch(gone)
    expect(read(body).outline.parts.map(part => part.title)).toEqual(['船'])
  })

  it('is left out: a notice about what a page keeps of its readers', () => {
    expect(read(`<div id="cookie-banner" role="dialog"><p>本站使用 Cookie 来改善您的体验，继续浏览即表示您同意我们的使用条款。</p></div><article><h1>渡口</h1><p class="author">作者：周渡</p><p>${P[0]}</p><p>${P[1]}</p></article><div class="gdpr-overlay"><p>我们重视您的隐私，您可以随时在设置里改变选择。</p></div>`).text).not.toMatch(/隐私/)
  })

  it('is not the foot of a quotation', () => {
    expect(read(`<article><h1>渡口</h1><p>${P[0]}</p><blockquote><p>${P[1]}</p><footer>— <cite>林砚秋</cite></footer></blockquote></article>`).text).toMatch(/林砚秋/)
  })

  it.each([
    ['who has changed it last', '<div class="page-metadata">Created by <span class="author">Ada Lin</span>, last modified by <span>Tom Reed</span> on Mar 09, 2024</div>', 'Created by Ada Lin'],
    ['how long it takes to read', '<div class="meta"><a rel="author">Ada Lin</a> · <span>5 min read</span> · <span>Mar 9, 2024</span></div>', 'Ada Lin　Mar 9, 2024'],
    ['how often it would have been read', '<p class="info">日期：2024-03-09 来源：窑业办 点击数：<script>1</script>次</p>', '日期：2024-03-09 来源：窑业办'],
    ['not a line that says who has changed it', '<div class="meta">Ada Lin, who last modified the boat</div>', 'Ada Lin, who last modified the boat'],
  ])('is no author: %s', (_, line, byline) => {
    expect(read(`<h1>渡口</h1>${line}<p>${P[0]}</p><p>${P[1]}</p>`).outline.byline).toBe(byline)
  })
})

describe('a mail that is saved as a page', () => {
  const head = '<b>发件人:</b> 周渡 &lt;zhou@example.org&gt;<br><b>发送时间:</b> 2024年3月9日 8:00<br><b>收件人:</b> 渡口小组<br><b>主题:</b> 回复: 渡口的船'

  it('has its subject as title, and no addresses', () => {
    const file = new VFile({ path: 'a.html', value: `<p>${head}</p><p>${P[0]}</p><p>${P[1]}</p>` })
    const { title, parts } = toJson(outlineOf(file))
    expect([title, parts[0]!.lead]).toEqual(['渡口的船', P])
    expect(file.messages.map(({ reason }) => reason)).toEqual([expect.stringContaining('the head of a mail')])
  })

  it('is none where lines are otherwise', () => {
    expect(read(`<h1>渡口</h1><p>主题：船<br>时间：三月<br>地点：渡口</p><p>${P[0]}</p>`).text).toMatch(/地点：渡口/)
  })
})

describe('broken lines', () => {
  it('of a caption are apart', () => {
    expect(read(`<h1>渡口</h1><p>${P[0]}</p><figure><img src="a.png"><figcaption>渡口的石阶<br>林砚秋　摄</figcaption></figure>`).markdown).toMatch(/!\[渡口的石阶 林砚秋/)
  })

  it('are verse where they are short and hardly sentences', () => {
    expect(read(`<h1>渡口</h1><p>${P[0]}</p><p>水从下面走<br>人从上面走<br>月亮<br>两面都走</p>`).markdown).toContain('水从下面走\\\n人从上面走\\\n月亮\\\n两面都走')
  })

  it('are verse in stanzas of two lines where others are longer', () => {
    expect(read(`<h1>渡口</h1><p>水从下面走<br>人从上面走<br>月亮</p><p>天亮挑到天黑<br>肩膀不说累</p>`).markdown).toContain('天亮挑到天黑\\\n肩膀不说累')
  })

  it.each(['<b>船</b><br>船来了。<br><b>人</b><br>人来了。', '时间：三月<br>地点：渡口<br>主持：老林', '船来了。<br>人来了。<br>灯亮了。'])('are paragraphs elsewhere: %s', (lines) => {
    expect(read(`<h1>渡口</h1><p>${P[0]}</p><p>${lines}</p>`).markdown).not.toMatch(/\\\n/)
  })
})

describe('words that do not hold', () => {
  it('are struck out by a rule of the page’s own', () => {
    const style = '<style>.c1{color:red}.c2{font-size:9pt;text-decoration:line-through}</style>'
    const { markdown } = read(`<h1>渡口</h1><p>票价<span class="c2">五</span><span class="c1">八</span>元。${P[0]}</p><p>${P[1]}</p>`, style)
    expect(markdown).toContain('票价~~五~~八元')
  })

  it('are nowhere where somebody has deleted them from a document', () => {
    const { markdown } = read(`<h1>渡口</h1><p>收船以后<del cite="mailto:a" datetime="2024-03-09">不用</del><ins cite="mailto:a">要</ins>签字。<del>旧价</del>${P[0]}</p><p>${P[1]}</p>`)
    expect(markdown).toContain('收船以后要签字。~~旧价~~')
  })
})

it('a picture below the items that Word has written stays', () => {
  const item = (number: number): string => `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>${number}.<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>第${number}步</p>`
  const { markdown } = read(`<h1>渡口</h1><p>${P[0]}</p>${item(1)}${item(2)}<p><img src="a.png"></p>${item(3)}<p>${P[1]}</p>`)
  expect(markdown).toMatch(/2\. 第2步\n\n!\[\]\(a\.png\)\n\n3\. 第3步/)
})

it('a hyphen that Word keeps together, and a head above the pages that a title begins with, are in the decks', async () => {
  const r = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
  const p = (content: string): string => `<w:p>${content}</w:p>`
  const body = [r('水利局文件'), r('水发〔2024〕12号'), r('北山水利局'), r('关于做好修缮工作的通知'), r('各乡镇人民政府：'), r('一、修水轮'), `${r('用A')}<w:r><w:noBreakHyphen/></w:r>${r('1号闸，叶子一律用杉木。')}`, r('二、修水渠'), r('渠底铺石板，渠边种柳树。')].map(p).join('')
  const zip = await JSZip.loadAsync(await withBody(['渡口'], xml => xml.replace(/<w:body>.*<\/w:body>/s, `<w:body>${body}</w:body>`)))
  zip.file('word/header1.xml', `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(r('北山水利局'))}</w:hdr>`)
  expect((await lossesOf('a.docx', await zip.generateAsync({ type: 'nodebuffer' }))).losses).toEqual([])
})
