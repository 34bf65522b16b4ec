import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { openArticle } from '../../scripts/article/open.ts'
import { lecternParse } from '../../scripts/plugins.ts'
import { withBody } from '../support/docx.ts'
import { lossesOf, replacing } from '../support/losses.ts'

const BLOCKS = [{ style: 'Title', text: '渡口' }, { style: 'Heading 1', text: '船' }, 'HERE', { style: 'Heading 1', text: '人' }, '过河的人先在岸边喊一声。']
const P = /<w:p>(?:(?!<w:p>).)*HERE.*?<\/w:p>/s

function run(content: string): string {
  return `<w:r>${content}</w:r>`
}

function words(text: string): string {
  return run(`<w:t xml:space="preserve">${text}</w:t>`)
}

/** A field without a result, its code in as many runs as it has pieces. */
function field(...code: string[]): string {
  const mark = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`)
  return mark('begin') + code.map(piece => run(`<w:instrText xml:space="preserve">${piece}</w:instrText>`)).join('') + mark('end')
}

/** What a paragraph of a Word document becomes, and what is told. */
async function read(paragraph: string): Promise<{ text: string, told: string[], losses: unknown[] }> {
  const bytes = await withBody(BLOCKS, xml => xml.replace(P, `<w:p>${paragraph}</w:p>`))
  const { losses, decks } = await lossesOf('a.docx', bytes)
  return { text: notesOf(decks[0]!), told: await toldOf(bytes), losses }
}

async function toldOf(bytes: Uint8Array): Promise<string[]> {
  const { file } = await openArticle('a.docx', bytes)
  unified().use(lecternParse).parse(file)
  return file.messages.map(({ reason }) => reason)
}

function notesOf({ markdown }: DeckFile): string {
  return Array.from(markdown.matchAll(/<!--\n(.*?)\n-->/gs), ([, note]) => note!).join('\n')
}

describe('a field that shows its own code', () => {
  it.each([
    ['a number in a circle', field(' eq \\o\\ac(○,', '1)') + words('先看水。'), '①先看水。'],
    ['a character in a circle', field(' EQ \\o\\ac(○,正)') + words('船来了。'), '正船来了。'],
    ['a character with its reading', words('到') + field(' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhà),笮)') + words('桥。'), '到笮桥。'],
    ['a fraction', words('得') + field(' eq \\f(3,4) ') + words('元。'), '得$\\frac{3}{4}$元。'],
    ['a root, and brackets', words('是') + field(' eq \\r(3,x+1)\\b\\bc\\[(y)') + words('。'), '是$\\sqrt[3]{x+1}[y]$。'],
    ['a sum', words('是') + field(' eq \\i\\su(i=1,n,a\\s\\do(i))') + words('。'), '是$\\sum_{i=1}^{n} a{}_{i}$。'],
    ['a symbol', words('弯60') + field(' SYMBOL 176 \\f "Symbol" ') + words('角。'), '弯60°角。'],
    ['a button', field(' MACROBUTTON NoMacro 填写姓名 ') + words('来了。'), '填写姓名来了。'],
  ])('%s', async (_, paragraph, text) => {
    expect(await read(paragraph)).toMatchObject({ text, losses: [] })
  })

  it('with a result shows that', async () => {
    const result = field(' eq 1').replace(run('<w:fldChar w:fldCharType="end"/>'), `${run('<w:fldChar w:fldCharType="separate"/>')}${words('七')}$&`)
    expect((await read(words('见图') + result + words('。'))).text).toBe('见图七。')
  })

  it('is missed by whoever reads the file again, where decks have it not', async () => {
    const bytes = await withBody(BLOCKS, xml => xml.replace(P, `<w:p>${words('得') + field(' eq \\f(3,4) ') + words('元。')}</w:p>`))
    const { losses } = await lossesOf('a.docx', bytes, decks => decks.map(({ name, markdown }) => ({ name, markdown: markdown.replaceAll('$\\frac{3}{4}$', '') })))
    expect(losses).toMatchObject([{ words: expect.stringMatching(/3\s*4/) as string }])
  })
})

describe('a sign of a font of signs', () => {
  const sign = (code: string, font = 'Symbol'): string => run(`<w:sym w:font="${font}" w:char="${code}"/>`)

  it.each([
    ['a letter behind a letter', words('阻值3k') + sign('F057') + words('。'), '阻值3kΩ。'],
    ['a small letter', words('系数') + sign('F061') + words('等于2。'), '系数α等于2。'],
    ['a sign between digits', words('每天3') + sign('F0B1') + words('1次。'), '每天3±1次。'],
    ['a sign of another font', words('看') + sign('F0E0', 'Wingdings') + words('船来了。'), '看🡪船来了。'],
  ])('is read, and not missed: %s', async (_, paragraph, text) => {
    expect(await read(paragraph)).toMatchObject({ text, losses: [] })
  })

  it('is missed where decks have it not', async () => {
    const bytes = await withBody(BLOCKS, xml => xml.replace(P, `<w:p>${words('每天3') + sign('F0B1') + words('1次。')}</w:p>`))
    const { losses } = await lossesOf('a.docx', bytes, replacing('3±1', '31'))
    expect(losses).not.toEqual([])
  })
})

describe('what a Word document has in another place, or not yet', () => {
  it('a document within it is named', async () => {
    const bytes = await withBody(BLOCKS, xml => xml.replace('</w:body>', '<w:altChunk r:id="none"/></w:body>'))
    expect(await toldOf(bytes)).toEqual([expect.stringContaining('a document within the document')])
  })

  it('what a field says until it is filled in is no text', async () => {
    const empty = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${words('单击此处输入')}</w:sdtContent></w:sdt>`
    const { text, told } = await read(words('登记人：') + empty + words('梁守义来了。'))
    expect(text).toBe('登记人：梁守义来了。')
    expect(told).toEqual([expect.stringContaining('“单击此处输入”, what a field says until it is filled in')])
  })

  it('a line that is broken in the older way is one', async () => {
    expect((await read(run('<w:t>河水涨了</w:t><w:cr/><w:t>桨声近了</w:t><w:cr/><w:t>对岸的人</w:t>'))).text).toBe('河水涨了\\\n桨声近了\\\n对岸的人')
  })

  it('a box to tick is a box', async () => {
    const box = '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>'
    expect((await read(box + words('船已经修好。'))).text).toMatch(/^[☑☒]船已经修好。$/)
  })
})
