import { createMarkdownExit } from 'markdown-exit'
import { describe, expect, it } from 'vitest'
import { itemParts } from '../../themes/shared/markdown/item-parts.ts'
import { lineBreaks } from '../../themes/shared/markdown/line-breaks.ts'

const engine = createMarkdownExit({ html: true })
itemParts(engine)
const render = (markdown: string): string => engine.render(markdown).replace(/\n/g, '')
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\n/g, '')
const list = (inner: string, more = ''): string => `<ul style="--count: ${inner.split('<li>').length - 1}; --start: 1"${more}>${inner}</ul>`

describe('itemParts', () => {
  it.each<[string, string, string]>([
    ['what stands before and after strong words', '- 党的最大优势是**联系群众**的人\n- 水', list('<li><span class="stem">党的最大优势是</span><strong>联系群众</strong><span class="rest">的人</span></li><li><span class="plain">水</span></li>')],
    ['what stands between two', '- **公**和**私**\n- **义**和**利**、', list('<li><strong>公</strong><span class="between">和</span><strong>私</strong></li><li><strong>义</strong><span class="between">和</span><strong>利</strong><span class="mark">、</span></li>')],
    ['a mark that ends the strong words', '- **晾船**，晾满七天', list('<li><strong>晾船</strong><span class="rest"><span class="mark">，</span>晾满七天</span></li>')],
    ['but no decimal point', '- **A**.5 more', list('<li><strong>A</strong><span class="rest">.5 more</span></li>')],
    ['three strong words are one text', '- **a** b **c** d **e**', list('<li><span class="plain"><strong>a</strong> b <strong>c</strong> d <strong>e</strong></span></li>')],
    ['items below an item', '- 水\n  - 到**岸**', list('<li><span class="plain">水</span><ul><li><span class="stem">到</span><strong>岸</strong></li></ul></li>').replace('--count: 2', '--count: 1')],
    ['what denies the first', '- 看的是**水**\n- 不是**火**', list('<li><span class="stem">看的是</span><strong>水</strong></li><li><span class="stem">不是</span><strong>火</strong></li>', ' class="denied brief"')],
    ['what is feared', '- 最大的好处是**等得起**\n- 最大的危险是**翻船**', list('<li><span class="stem">最大的好处是</span><strong>等得起</strong></li><li><span class="stem">最大的危险是</span><strong>翻船</strong></li>', ' class="denied"')],
    ['what is feared in both', '- 从前的危险是**水**\n- 如今的危险是**人**', list('<li><span class="stem">从前的危险是</span><strong>水</strong></li><li><span class="stem">如今的危险是</span><strong>人</strong></li>')],
    ['what is denied first', '- 不是**火**\n- 是**水**', list('<li><span class="stem">不是</span><strong>火</strong></li><li><span class="stem">是</span><strong>水</strong></li>', ' class="brief"')],
    ['strong words that are all the same', '- 看的是**水**\n- 说的是**水**', list('<li><span class="stem">看的是</span><strong>水</strong></li><li><span class="stem">说的是</span><strong>水</strong></li>', ' class="same brief"')],
    ['labels that are too long to stand at the left', '- 收入从**水**\n- 一年以后增加到**船**', list('<li><span class="stem">收入从</span><strong>水</strong></li><li><span class="stem">一年以后增加到</span><strong>船</strong></li>')],
    ['a definition', '**渡口**是约好的地方，船在那里', '<p><strong>渡口</strong><span class="rest"><span class="clause stop">是约好的地方，</span><span class="clause">船在那里</span></span></p>'],
    ['an English headline by its clauses', '# The driver, it turns out, **came** back', '<h1><span class="together">The driver,</span> <span class="together">it turns out,</span> <span class="together"><strong>came</strong> back</span></h1>'],
    ['what is said in it', '# "Well," he said, "stay."', '<h1><span class="together">&quot;Well,&quot;</span> <span class="together">he said,</span> <span class="together">&quot;stay.&quot;</span></h1>'],
    ['no clause of one', '# It cost £2,300 at 10:30', '<h1>It cost £2,300 at 10:30</h1>'],
    ['a headline by its clauses', '# 船修好，把**人**送到', '<h1><span class="clause stop">船修好，</span><span class="clause">把<strong>人</strong>送到</span></h1>'],
    ['English keeps the space between clauses', '# The bell rings, and we wait', '<h1><span class="together">The bell rings,</span> <span class="together">and we wait</span></h1>'],
    ['a quotation\'s strong clauses', '> **水等人，人等水。** 好。', '<blockquote><p><strong><span class="clause stop">水等人，</span><span class="clause stop">人等水。</span></strong><span class="run"> 好。</span></p></blockquote>'],
    ['a quotation whose best line is strong', '> 我等水，\n> **水等人。**\n> 就这样。', '<blockquote><p><span class="run">我等水，</span><strong>水等人。</strong><span class="run">就这样。</span></p></blockquote>'],
  ])('%s', (_, markdown, html) => {
    expect(render(markdown)).toBe(html)
  })

  it.each<[string, string, string]>([
    ['一是', '', '晾船'],
    ['第二', '，', '刮灰'],
    ['（三）', '', '填缝'],
    ['First', ', ', 'dry it'],
  ])('knows the author\'s ordinal %s', (ordinal, mark, point) => {
    const parts = `<span class="ordinal">${ordinal}</span>${mark && `<span class="mark">${mark}</span>`}`
    expect(render(`1. **${ordinal}${mark}${point}**，再看`)).toContain(`<strong>${parts}<span class="point">${point}</span></strong>`)
    expect(render(`1. ${ordinal}${mark}${point}`)).toContain(`<span class="plain">${parts}<span class="point">${point}</span></span>`)
    expect(render(`- ${ordinal}${mark}${point}`)).not.toContain('ordinal')
  })

  it('takes no count for an ordinal', () => {
    expect(render('1. 第二次大水\n2. 一艘船\n3. First aid')).not.toContain('ordinal')
  })

  it('tells a list where it begins, and whether its items are too long to stand side by side', () => {
    expect(render('3. 水\n4. 船')).toContain('--count: 2; --start: 3')
    const items = (text: string): string => render(`- ${text}\n- 水\n- 船\n- 人`)
    expect(items('七个字的一句话')).not.toContain('class="wide"')
    expect(items('开春以前，先把船拖上岸')).toContain('class="wide"')
    expect(items('开春以前，先把船拖上岸，晾满七天，再一条缝一条缝地刮净旧灰，填上麻丝，抹上油灰')).toContain('class="rows"')
    expect(items('infrastructures')).toContain('class="rows"')
    // A mark has its place behind the phrase: no line begins with it.
    expect(items('街道需要用地时，提前**三十天**通知')).toContain('class="rows"')
  })

  it('adds no character and takes none away, with the lines\' breaks too', () => {
    const both = createMarkdownExit({ html: true })
    itemParts(both)
    lineBreaks(both)
    const markdown = '1. **一是客流不均衡**。午餐拥挤，早餐`a-b`冷清\n2. 用 **--exclude-file** 跳过，见《红楼梦》的第 3 章；再看\n3. 公**和**私**是**两**样**'
    expect(textOf(both.render(markdown))).toBe(markdown.replace(/^\d\. |[`*\n]/gm, ''))
  })
})
