import { describe, expect, it } from 'vitest'
import { referencesRead } from '../../scripts/witness/references.ts'
import { makeDocx, withBody } from '../support/docx.ts'
import { lossesOf, replacing } from '../support/losses.ts'

const LEAD = '渡口在村子的东头，从前是镇上最热闹的地方。'
const TAIL = '过河的人先在岸边喊一声，老李听见了就把船撑过来。'

/** An article with a sentence in its midst, in each format. */
async function inEach(sentence: string): Promise<[path: string, content: string | Uint8Array][]> {
  const escaped = sentence.replace(/[<&]/g, sign => `&#${sign.charCodeAt(0)};`)
  return [
    ['a.txt', `水边的渡口\n\n${LEAD}\n\n一、船\n\n${sentence}\n\n二、人\n\n${TAIL}\n`],
    ['a.md', `# 水边的渡口\n\n${LEAD}\n\n## 一、船\n\n${sentence.replace(/[~*_]/g, '\\$&')}\n\n## 二、人\n\n${TAIL}\n`],
    ['a.html', `<title>水边的渡口</title><h1>水边的渡口</h1><p>${LEAD}</p><h2>一、船</h2><p>${escaped}</p><h2>二、人</h2><p>${TAIL}</p>`],
    ['a.docx', await makeDocx([{ style: 'Title', text: '水边的渡口' }, LEAD, { style: 'Heading 1', text: '一、船' }, sentence, { style: 'Heading 1', text: '二、人' }, TAIL])],
  ]
}

/** What decks say wrongly: a sentence, what stands in the decks in the place of what, and what is named. */
const FAULTS: [what: string, sentence: string, from: string, to: string, lost: string][] = [
  ['a sign between two digits', '每天走3~5公里，用了三十年的船也还走得动。', '3\\~5', '35', '3~5'],
  ['a dash between two digits', '每天走10—20公里，用了三十年的船也还走得动。', '10—20', '1020', '10—20'],
  ['a point in a number', '水深3.14米，用了三十年的船也还走得动。', '3.14', '314', '3.14'],
  ['a comma in a number', '船重1,200斤，用了三十年的船也还走得动。', '1,200', '1200', '1,200'],
  ['a digit', '船上坐15个人，用了三十年的船也还走得动。', '15个', '1个', '15'],
  ['a date', '船是2023年造的，用了三十年的船也还走得动。', '2023年', '年', '2023'],
  ['a unit', '水涨了3.5%，用了三十年的船也还走得动。', '3.5%', '3.5', '%'],
  ['a currency', '船钱是¥5一个人，用了三十年的船也还走得动。', '¥5', '5', '¥'],
  ['a character', '船是木头做的，用了三十年的船也还走得动。', '木头', '头', '木'],
  ['a clause', '船是木头做的，用了三十年的船也还走得动。', '用了三十年的船也还走得动', '', '用了三十年的船也还走得动'],
  ['a clause whose first words stand elsewhere', '船板是木头做的，船板贵得很，用了三十年的船也还走得动。', '船板贵得很', '', '船板贵得很'],
  ['an English word', 'The old boat is made of pine, and it has lasted for thirty years.', 'pine', 'wood', 'pine'],
]

describe('what is in a file and in no deck is named', () => {
  it.each(FAULTS)('%s', async (_, sentence, from, to, lost) => {
    for (const [path, content] of await inEach(sentence)) {
      expect((await lossesOf(path, content)).losses, path).toEqual([])
      const { losses, decks } = await lossesOf(path, content, replacing(from, to))
      expect(decks.some(({ markdown }) => markdown.includes(from)), `${path} has ${from} in its decks`).toBe(true)
      expect(losses.map(({ words }) => words), path).toEqual([lost])
    }
  })

  it('at its line and column, where the format has lines, and with its paragraph', async () => {
    const [text, markdown, html, docx] = await inEach('每天走3~5公里，用了三十年的船也还走得动。')
    const placeIn = async ([path, content]: [string, string | Uint8Array]): Promise<unknown> => (await lossesOf(path, content, replacing('3\\~5', '35'))).losses[0]
    expect(await placeIn(text!)).toMatchObject({ place: { line: 7, column: 4 }, paragraph: '每天走3~5公里，用了三十年的船也还走得动。' })
    expect(await placeIn(markdown!)).toMatchObject({ place: { line: 7, column: 4 } })
    expect(await placeIn(html!)).toMatchObject({ place: { line: 1, column: String(html![1]).indexOf('3~5') + 1 } })
    expect(await placeIn(docx!)).toEqual({ words: '3~5', paragraph: '每天走3~5公里，用了三十年的船也还走得动。' })
  })

  it('each block of its own', async () => {
    const [text] = await inEach('船是木头做的，用了三十年。')
    const { losses } = await lossesOf(...text!, decks => replacing(LEAD.slice(0, -1), '')(decks))
    expect(losses).toEqual([{ words: LEAD.slice(0, -1), paragraph: LEAD, place: { line: 3, column: 1 } }])
    const both = await lossesOf(...text!, decks => decks.map(({ name }) => ({ name, markdown: '' })))
    expect(both.losses.map(({ paragraph }) => paragraph)).toEqual(['水边的渡口', LEAD, '一、船', '船是木头做的，用了三十年。', '二、人', TAIL])
  })

  it('though the same word stands elsewhere', async () => {
    const text = `渡口\n\n一、船\n\n船上有3个人，岸上有3个人。\n\n二、人\n\n${TAIL}\n`
    const deck = `---\nlayout: cover\n---\n\n# 渡口\n\n船\n\n人\n\n---\nlayout: points\n---\n\n# 船\n\n<!--\n船上有3个人，岸上有个人。\n\n${TAIL}\n-->\n`
    const { losses } = await lossesOf('a.txt', text, () => [{ name: '01.md', markdown: deck }])
    expect(losses).toMatchObject([{ words: expect.stringMatching(/^3/), place: { line: 5, column: 11 } }])
  })
})

const BODY = '船是木头做的，用了三十年，还没有坏。'

/** What no deck has, and is no word, or has a message of its own. */
const HONEST: [what: string, path: string, content: string][] = [
  ...['By', 'Posted by'].map((by): [string, string, string] =>
    [`${by}, before a name`, 'a.html', `<title>The ferry</title><article><h1>The ferry</h1><div class="meta">${by} <span class="author">Ann Poole</span></div>${'<p>The boat has lasted for thirty years, and nobody in the village has asked for another.</p>'.repeat(6)}</article>`]),
  ['a year that is struck before another', 'a.html', `<title>水边的渡口</title><h1>水边的渡口</h1><p>${LEAD}</p><h2>船</h2><p>船是<s>2021</s> 2022年造的。</p>`],
  ['a formula that begins with a number', 'a.html', `<title>水边的渡口</title><script src="katex.js"></script><h1>水边的渡口</h1><p>${LEAD}</p><h2>船</h2><p>船占$3x^2$平方米，船钱$5。</p>`],
  ['a sentence that a page parts, whose words its running head has', 'a.txt', `渡口石志\n\n一、船\n\n船是木头做的，用了三十年，换过一次桨，后来又换过一次石\n\n第 1 页 共 2 页\n\n渡口石志\n\n志，还没有坏。\n\n二、人\n\n过河的人先在岸边喊一声，老李听见了就把船撑\n\n第 2 页 共 2 页\n\n渡口石志\n\n过来。\n`],
  ['a word that a page parts', 'a.txt', 'The Ferry\n\n1. The boat\n\nThe boat is made of pine, and nobody in the village com-\n\nThe Ferry                    12\n\nplains about that, because everybody knows the river. It will last for an-\n\nThe Ferry                    13\n\nother year.\n\n2. The man\n\nThe man is called Lee.\n'],
  ['numbers alone over parts', 'a.txt', `渡口\n\n01\n\n船的来历\n\n${BODY}\n\n02\n\n人的来历\n\n过河的人先在岸边喊一声。\n`],
  ['marks, addresses and labels of Markdown', 'a.md', `# 渡口\n\n## 船\n\n**船**是*木头*做的[^1]，[用了三十年](https://example.com/a_b "船")，还没有\`坏\`，见[这里][ref]。\n\n[^1]: 松木。\n\n[ref]: https://example.org/ "河"\n\n1. 一条船\n2. 两条船\n\n\`\`\`js title="x"\nconst a = 1\n\`\`\`\n`],
  ['character references and escapes', 'a.md', `# 渡口\n\n## 船\n\n${BODY}他说&ldquo;3&nbsp;米&rdquo;，caf&eacute; 在 \\#5 号，&#23425;可等。\n`],
  ['labels of links, over lines and with brackets', 'a.md', `# 渡口\n\n## 船\n\n${BODY}见[这里][河\\[边]和[那里][对\n岸]。\n\n[河\\[边]: /a_(b(c)) '船 (旧)'\n[对 岸]:\n  /b\n  "人"\n`],
  ['a comment', 'a.md', `# 渡口\n\n## 船\n\n<!-- 这里还要改 -->\n\n${BODY}\n`],
  ['keys of frontmatter', 'a.md', `---\ntitle: 渡口\nlayout: post\ntags: [阅读, 乡村]\nupdated: 2024-03-09 08:00:00 +0800\nlang: zh-CN\n---\n\n## 船\n\n${BODY}\n`],
  ['frontmatter without keys', 'a.md', `---\n渡口在村子的东头\n---\n\n# 渡口\n\n## 船\n\n${BODY}\n`],
  ['a title that the frontmatter has in other words', 'a.md', `---\ntitle: 渡口的灯\nauthor: 林砚\n---\n\n# 河边\n\n## 船\n\n${BODY}\n`],
  ['pictures in headings, in tables and in lines', 'a.md', `# 渡口 ![船头](a.png)\n\n## 船 ![船尾](b.png)\n\n船![船身](c.png)是木头做的，用了三十年。\n\n| 甲 | 乙 |\n| - | - |\n| ![桨](d.png) | 2 |\n`],
  ['numbers of headings and lists', 'a.txt', `渡口\n\n第一章　船\n\n1.1 船身\n\n${BODY}\n\n1.2 船钱\n\n${BODY}\n\n第二章　人\n\n（一）摆渡的人\n\n${TAIL}\n`],
  ['hyphens at the ends of lines', 'a.txt', `The Ferry\n\nThe old boat is made of pine and it has been in ser-\nvice for thirty years, and no one has yet asked for an-\nother one to be built in its place.\n`],
  ['tags and references in what was copied from a page', 'a.txt', `<p>渡口</p>\n<p>&nbsp;&nbsp;${BODY}</p>\n<p>&nbsp;&nbsp;${TAIL}</p>\n`],
  ['scripts, styles, what a page hides, and its menus', 'a.html', `<title>渡口_河边网</title><style>p { x: 1 }</style><nav><a href="/">首页</a> <a href="/news">要闻</a></nav><article><h1>渡口</h1><p>${BODY}${TAIL}</p><p style="display:none">内部意见3条</p><p>${LEAD}<sup><a href="#n1">[1]</a></sup></p></article><footer>版权所有 2024</footer><script>let a = 1</script>`],
  ['keys above the text', 'a.md', `Title: 渡口\r\nAuthor: 林砚\r\nAuthor: 周渡\r\n\r\n## 船\r\n\r\n${BODY}\r\n`],
  ['attributes', 'a.md', `# 渡口\n\n## 船 {width=50% title="船 身" data-x='a b'}\n\n${BODY}\n`],
  ['a script that writes tags', 'a.html', `<h1>渡口</h1><p>${BODY}</p><script>let page = "<script src='a.js'><\\/script><p>内部意见3条</p>"; let more = "<script>"</script><p>${TAIL}</p>`],
  ['raised digits in what was copied from a page', 'a.txt', `<p>渡口</p>\n<p>水有3&times;10<sup>3</sup>方，面积12m<sup>2</sup>，H<sub>2</sub>O。${BODY}</p>\n<p>${TAIL}</p>\n`],
  ['raised digits and readings', 'a.html', `<h1>渡口</h1><p>水有10<sup>3</sup>方，H<sub>2</sub>O，村名叫<ruby>埤<rt>pì</rt></ruby>头，${BODY}</p>`],
]

describe('character references', () => {
  it.each<[string, string, string]>([
    ['of measures', '水深&asymp;3米，北纬30&deg;15&prime;20&Prime;，比例1&ratio;3。', '北纬30°15′20″'],
    ['of mathematics', '由a&isin;A得a&ge;0，故&sum;a&infin;，A&sube;B。', '由a∈A得a≥0'],
    ['of print', '注&dagger;：见第3&frasl;4页&para;。', '见第3⁄4页'],
  ])('name signs %s', async (_, sentence, words) => {
    const { losses, decks } = await lossesOf('a.html', `<h1>渡口</h1><p>${sentence}</p>`)
    expect(losses).toEqual([])
    expect(decks.map(({ markdown }) => markdown).join('')).toContain(words)
  })

  it('name nothing where a name is none', async () => {
    const { losses } = await lossesOf('a.html', '<h1>渡口</h1><p>甲&asympt;乙来了。</p>', replacing('asympt', ''))
    expect(losses.map(({ words }) => words)).toEqual(['asympt'])
  })

  it('are read in capitals, too', () => {
    expect(referencesRead('其&#X4E2D;一条，&#x4e2d;&AMP;').replaceAll('\0', '')).toBe('其中一条，中&AMP;')
  })
})

describe('what is no word, or is said to be left out, is no loss', () => {
  it.each(HONEST)('%s', async (_, path, content) => {
    expect((await lossesOf(path, content)).losses).toEqual([])
  })

  it.each<[what: string, path: string, content: string, said: string, lost: string]>([
    ['who speaks, where stems stand for names', 'a.txt', `渡口\n\n甲：${BODY}\n\n乙：${TAIL}\n`, '乙：', '乙'],
    ['words with a colon at the head of Markdown that name no title', 'a.md', `Note: the boat leaves at noon\n\n# 渡口\n\n## 船\n\n${BODY}\n`, 'Note: ', 'Note'],
    ['a line with a colon that is the only key', 'a.md', `Title: the boat\nleaves at noon\n\n## 船\n\n${BODY}\n`, 'Title: ', 'Title'],
    ['words in braces with a sign of equality', 'a.md', `# 渡口\n\n## 船\n\n船有两条 {x=3 或 5 条}，${BODY}\n`, '{x=3 或 5 条}', 'x3或5条'],
  ])('but %s', async (_, path, content, said, lost) => {
    expect((await lossesOf(path, content)).losses).toEqual([])
    const { losses } = await lossesOf(path, content, replacing(said, ''))
    expect(losses.map(({ words }) => words.replace(/[^\p{L}\p{N}]/gu, '')).join('')).toBe(lost)
  })

  it.each<[what: string, path: string, content: string, from: string, to: string, lost: string]>([
    ['behind a script that writes tags', 'a.html', `<h1>渡口</h1><script>let page = "<script src='a.js'><\\/script>"</script><p>${BODY}</p>`, '三十年', '年', '三十'],
    ['beside words that tags part', 'a.html', `<h1>The ferry</h1><p><b>T</b>he boat is <i>old</i><span>pine</span> and it has lasted for thirty years.</p>`, 'thirty ', '', 'thirty'],
    ['between two tags', 'a.html', `<h1>The ferry</h1><p>The boat is <i>old</i><span>pine</span> and it has lasted for thirty years.</p>`, 'pine', '', 'pine'],
    ['behind a sum of money', 'a.md', `# 渡口\n\n## 船\n\n一年$100～$200，用了三十年。\n`, '200', '20', '200'],
    ['a note that is written as an address', 'a.md', `# 渡口\n\n## 船\n\n${BODY}[1]\n\n[1]: 见《渡口镇志》第十二页。\n`, '第十二页', '', '第十二页'],
    ['beside a struck word of a heading', 'a.md', `# 渡口\n\n## 船与~~桨~~舵\n\n${BODY}\n\n## 人\n\n${TAIL}\n`, '与舵', '与', '舵'],
    ['of a number beside one that is struck', 'a.md', `# 渡口\n\n## 船\n\n工期由~~45~~60天改定，费用是<del>3.5</del>4.2万元。\n`, '60', '6', '60'],
    ['of a number beside one that a page strikes', 'a.html', `<h1>渡口</h1><p>工期由<del>45</del><ins>60</ins>天改定，费用是<s>3.5</s> 4.2万元。</p>`, '4.2', '4', '4.2'],
    ['of letters beside what is no tag', 'a.md', `# 渡口\n\n## 船\n\n若 a<b>c 不成立，船就不开。\n`, '船就', '就', '船'],
    ['of two links in a row', 'a.md', `# 渡口\n\n## [boat][a][ferry][b]\n\n${BODY}\n\n[a]: /a\n[b]: /b\n`, 'ferry', '', 'ferry'],
  ])('a loss is found %s', async (_, path, content, from, to, lost) => {
    expect((await lossesOf(path, content)).losses).toEqual([])
    expect((await lossesOf(path, content, replacing(from, to))).losses.map(({ words }) => words)).toEqual([lost])
  })

  it('the numbers of headings alone: a measure is a word', async () => {
    const text = `渡口\n\n一、船\n\n${BODY}\n\n二、路\n\n3.5公里的路走了一天，天黑了才到渡口。\n`
    expect((await lossesOf('a.txt', text, replacing('3.5公里', '公里'))).losses).toMatchObject([{ words: '3.5' }])
  })
})

/** A Word document whose text is given as its own markup. */
function word(...paragraphs: string[]): Promise<Uint8Array> {
  return withBody(['x'], xml => xml.replace(/<w:p>.*<\/w:p>|<w:p [\s\S]*<\/w:p>/, paragraphs.join('')))
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const TITLE = `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run('The ferry')}</w:p>`

describe('of Word documents', () => {
  it.each<[what: string, paragraphs: string[], from: string, to: string, lost: string]>([
    ['a word in which a letter was deleted', [`<w:p>${run('It is a')}<w:del w:id="1"><w:r><w:delText>n old</w:delText></w:r></w:del>${run(' boat that has lasted for thirty years.')}</w:p>`], 'thirty', '', 'thirty'],
    ['a word beside one that was put in', [`<w:p>${run('It is a ')}<w:del w:id="1"><w:r><w:delText>ship</w:delText></w:r></w:del><w:ins w:id="2">${run('boat')}</w:ins>${run(' that has lasted for thirty years.')}</w:p>`], 'boat', '', 'boat'],
    ['a number that was deleted before another', [`<w:p>${run('It took ')}<w:del w:id="1"><w:r><w:delText>45</w:delText></w:r></w:del><w:ins w:id="2">${run('60')}</w:ins>${run(' days and 3')}<w:ins w:id="3">${run('20')}</w:ins>${run(' boards.')}</w:p>`], '60', '6', '60'],
    ['a number that is struck before another', [`<w:p>${run('It took ')}<w:r><w:rPr><w:dstrike/></w:rPr><w:t>45</w:t></w:r>${run('60 days, and ')}<w:r><w:rPr><w:strike/></w:rPr><w:t>3.5</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>4.2</w:t></w:r>${run(' boards, ')}<w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r>${run('8 nails.')}</w:p>`], 'days', '', 'days'],
    ['a first letter in a frame', [`<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${run('T')}</w:p><w:p>${run('he boat has lasted for thirty years.')}</w:p>`], 'thirty', '', 'thirty'],
  ])('%s', async (_, paragraphs, from, to, lost) => {
    const content = await word(TITLE, ...paragraphs)
    expect((await lossesOf('a.docx', content)).losses).toEqual([])
    expect((await lossesOf('a.docx', content, replacing(from, to))).losses.map(({ words }) => words)).toEqual([lost])
  })
})

it('a word that a page says a hundred times beside its text is left out as often', async () => {
  const page = (text: string): string => `<body><article><h1>渡口</h1><p>${BODY}${TAIL}</p><p>${LEAD}</p></article><footer>${text}</footer></body>`
  const again = Array.from({ length: 100 }, (_, at) => `<div>Advertisement</div><div>No. ${at}</div>`).join('')
  expect((await lossesOf('a.html', page(again))).losses).toEqual([])
})
