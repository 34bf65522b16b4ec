import type { Root } from 'mdast'
import JSZip from 'jszip'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { docxToHtml } from '../../scripts/article/docx.ts'
import { readerFor } from '../../scripts/article/readers.ts'
import { makeDocx } from '../support/docx.ts'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

const STYLES = `<w:styles ${NAMESPACES}>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文一级"/><w:basedOn w:val="h1"/></w:style>
<w:style w:type="paragraph" w:styleId="de"><w:name w:val="Überschrift 2"/></w:style>
<w:style w:type="paragraph" w:styleId="body"><w:name w:val="正文 一"/><w:basedOn w:val="h1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="old"><w:name w:val="Old"/><w:rPr><w:dstrike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="power"><w:name w:val="Power"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>`

const LEVELS: readonly (readonly [format: string, text: string])[] = [['chineseCountingThousand', '%1、'], ['chineseCounting', '（%2）'], ['decimal', '%3.'], ['decimalEnclosedCircle', '%4']]
const NUMBERING = `<w:numbering ${NAMESPACES}>
<w:abstractNum w:abstractNumId="0">${LEVELS.map(([format, text], index) => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>`

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

interface Read { blocks: string[], html: string, file: VFile }

/** A document by hand: paragraphs as Word writes them. */
async function read(body: string): Promise<Read> {
  const zip = new JSZip()
  zip.file('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
  zip.file('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`)
  zip.file('word/_rels/document.xml.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`)
  zip.file('word/styles.xml', STYLES)
  zip.file('word/numbering.xml', NUMBERING)
  zip.file('word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`)
  return open(await zip.generateAsync({ type: 'uint8array' }))
}

async function open(bytes: Uint8Array): Promise<Read> {
  const html = await docxToHtml(bytes)
  const file = new VFile({ path: 'a.docx', value: html })
  const reader = unified().use(readerFor('.docx')).freeze()
  const tree = reader.runSync(reader.parse(file), file) as Root
  return { blocks: tree.children.map(node => `${node.type}: ${toString(node)}`), html, file }
}

const r = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (content: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
const numbered = (depth: number, text: string, list = 1): string => p(r(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`)
const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
const box = (text: string): string => `<w:txbxContent>${p(r(text))}</w:txbxContent>`

describe('what Word shows is read', () => {
  it.each([
    ['a simple field', p(`${r('见图')}<w:fldSimple w:instr=" REF a ">${r('3')}</w:fldSimple>${r('。')}`), ['见图3。']],
    ['a complex field', p(`${r('见图')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('。')}`), ['见图4。']],
    ['a field in a field', p(`<w:fldSimple w:instr=" IF "><w:fldSimple w:instr=" DATE ">${r('3月')}</w:fldSimple>${r('9日')}</w:fldSimple>`), ['3月9日']],
    ['words that run the other way', p(`${r('船名')}<w:bdo w:val="rtl">${r('ABC')}</w:bdo>${r('。')}`), ['船名ABC。']],
    ['a character with its reading', p(`${r('村名叫')}<w:r><w:ruby><w:rubyPr/><w:rt>${r('pì')}</w:rt><w:rubyBase>${r('埤')}</w:rubyBase></w:ruby></w:r>${r('头。')}`), ['村名叫埤头。']],
    ['a raised number', p(`${r('10')}${r('3', '<w:vertAlign w:val="superscript"/>')}${r('米')}`), ['10³米']],
    ['a number raised by its style', p(`${r('10')}${r('-6', '<w:rStyle w:val="power"/>')}${r('米')}`), ['10⁻⁶米']],
    ['a lowered number', p(`${r('H')}${r('2', '<w:vertAlign w:val="subscript"/>')}${r('O')}`), ['H₂O']],
    ['a large first letter', `${p(r('船'), '<w:framePr w:dropCap="drop" w:lines="2"/>')}${p(r('是木头做的。'))}`, ['船是木头做的。']],
    ['an older text box', p(`${r('正文。')}<w:r><w:pict><v:shape><v:textbox>${box('框里的话。')}</v:textbox></v:shape></w:pict></w:r>`), ['正文。', '框里的话。']],
    ['a text box without its older form', p(`${r('正文。')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('框里的话。')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`), ['正文。', '框里的话。']],
    ['a text box in both forms, once', p(`${r('正文。')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box('框里的话。')}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框里的话。')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), ['正文。', '框里的话。']],
    ['numbers that Word sets, of two ranks', ['灯', '人'].map(text => numbered(0, text)).join('') + numbered(1, '账本') + numbered(0, '桥') + numbered(1, '桩'), ['一、灯', '二、人', '（一）账本', '三、桥', '（一）桩']],
    ['a circled number', numbered(3, '桨'), ['①桨']],
    ['numbers of articles', numbered(0, '船票五元。', 3) + numbered(0, '违反第一条的，罚款。', 3), ['第一条 船票五元。', '第二条 违反第一条的，罚款。']],
    ['numbers that text stands between', numbered(0, '备船。', 2) + p(r('船在岸边。')) + numbered(0, '开船。', 2), ['1. 备船。', '船在岸边。', '2. 开船。']],
  ])('%s', async (_, body, texts) => {
    const { blocks } = await read(body)
    expect(blocks.map(block => block.replace(/^paragraph: /, ''))).toEqual(texts)
  })

  it.each([
    ['a rank of the outline', p(r('灯的来历。'), '<w:outlineLvl w:val="0"/>'), 'heading'],
    ['a style based on a heading', p(r('灯的来历'), '<w:pStyle w:val="own"/>'), 'heading'],
    ['a style named in another language', p(r('灯的来历'), '<w:pStyle w:val="de"/>'), 'heading'],
    ['a style that Word\'s outline leaves out', p(r('灯的来历'), '<w:pStyle w:val="body"/>'), 'paragraph'],
    ['no style', p(r('灯的来历')), 'paragraph'],
  ])('%s: %#', async (_, body, type) => {
    expect((await read(body)).blocks).toEqual([expect.stringMatching(new RegExp(`^${type}: `))])
  })

  it('keeps a list that begins at 1 and goes on, as a list', async () => {
    expect((await read(numbered(0, '备船。', 2) + numbered(0, '开船。', 2))).html).toContain('<ol><li>备船。</li>\n<li>开船。</li>')
  })

  it.each([
    ['struck out', '<w:strike/>', true],
    ['struck out twice', '<w:dstrike/>', true],
    ['struck out by a style', '<w:rStyle w:val="old"/>', true],
    ['not struck out after all', '<w:strike w:val="0"/>', false],
  ])('words %s', async (_, properties, isStruck) => {
    expect((await read(p(`${r('票价')}${r('五元', properties)}${r('三元。')}`))).html).toContain(isStruck ? '<s>五元</s>三元' : '票价五元三元')
  })
})

describe('a paragraph whose mark was deleted while Word kept track', () => {
  const DELETED = '<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>'
  const GONE = '<w:del w:id="1"><w:r><w:delText>作废。</w:delText></w:r></w:del>'
  const TABLE = `<w:tbl><w:tr><w:tc>${p(r('编号'))}</w:tc><w:tc>${p(r('船名'))}</w:tc></w:tr></w:tbl>`
  it.each<[string, string, string[], string[]]>([
    ['goes on in the next', p(r('船来'), DELETED) + p(r('了。')), ['paragraph: 船来了。'], []],
    ['goes on in a heading', p(GONE, DELETED) + p(r('灯'), '<w:pStyle w:val="h1"/>'), ['heading: 灯'], ['作废。']],
    ['stays at the end', p(r('船来了。')) + p(r('人走了。'), DELETED), ['paragraph: 船来了。', 'paragraph: 人走了。'], []],
    ['is named at the end', p(r('船来了。')) + p(GONE, DELETED), ['paragraph: 船来了。'], ['作废。']],
    ['stays above a table', p(r('船如下表。'), DELETED) + TABLE, ['paragraph: 船如下表。', 'paragraph: 编号　船名'], []],
    ['stays at a cell’s end', `<w:tbl><w:tr><w:tc>${p(r('编号')) + p(r('甲'), DELETED)}</w:tc><w:tc>${p(r('乙'))}</w:tc></w:tr></w:tbl>`, ['table: 编号甲乙'], []],
  ])('%s', async (_, body, blocks, left) => {
    const { blocks: found, file } = await read(body)
    expect(found).toEqual(blocks)
    expect((file.data.leftOut ?? []).map(({ words }) => words)).toEqual(left)
  })
})

describe('what Word does not show is named', () => {
  it.each([
    ['hidden words', p(`${r('票价三元')}${r('（内部意见）', '<w:vanish/>')}${r('。')}`), ['票价三元。'], '（内部意见）', 'hidden text'],
    ['words hidden by their style', p(`${r('票价三元')}${r('（内部意见）', '<w:rStyle w:val="secret"/>')}${r('。')}`), ['票价三元。'], '（内部意见）', 'hidden text'],
    ['deleted words', p(`${r('票价')}<w:del w:id="1"><w:r><w:delText>五元</w:delText></w:r></w:del><w:ins w:id="2">${r('三元')}</w:ins>${r('。')}`), ['票价三元。'], '五元', 'deleted while Word kept track'],
    ['readings', p(`<w:r><w:ruby><w:rt>${r('dù')}</w:rt><w:rubyBase>${r('渡')}</w:rubyBase></w:ruby></w:r><w:r><w:ruby><w:rt>${r('kǒu')}</w:rt><w:rubyBase>${r('口')}</w:rubyBase></w:ruby></w:r>`), ['渡口'], 'dù', 'the first of 2 readings'],
    ['a table of contents', p(r('灯 1'), '<w:pStyle w:val="toc"/>') + p(r('人 2'), '<w:pStyle w:val="toc"/>') + p(r('正文。')), ['正文。'], '灯 1', 'the first of 2 lines'],
    ['a chart', p(`${r('正文。')}<w:r><w:drawing><wp:inline><wp:docPr name="图表 1"/><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`), ['正文。'], '图表 1', 'put a picture of it'],
  ])('%s', async (_, body, texts, words, reason) => {
    const { blocks, file } = await read(body)
    expect(blocks).toEqual(texts.map(text => `paragraph: ${text}`))
    expect(file.messages.map(message => [message.ruleId, message.actual])).toEqual([['unseen', words]])
    expect(file.messages[0]!.reason).toContain(reason)
    expect(file.messages[0]!.place).toBeDefined()
  })

  it('counts every one of them, and words that were moved without saying so', async () => {
    const { file } = await read(p(`<w:moveFrom w:id="1">${r('船')}</w:moveFrom>${r('人', '<w:vanish/>')}${r('和')}${r('桥', '<w:vanish/>')}<w:moveTo w:id="2">${r('船')}</w:moveTo>`))
    expect(file.data.leftOut?.map(({ words }) => words)).toEqual(['人', '桥', '船'])
    expect(file.messages).toHaveLength(1)
  })

  it('names a character that only one font has', async () => {
    const { blocks, file } = await read(p(`${r('甲')}<w:r><w:sym w:font="Unheard Of" w:char="F0FE"/></w:r>${r('乙')}`))
    expect(blocks).toEqual(['paragraph: 甲乙'])
    expect(file.messages.map(String)).toEqual([expect.stringContaining('Left out the character F0FE of the font Unheard Of')])
  })
})

describe('a formula of Word is TeX', () => {
  const e = (name: string, content: string): string => `<m:${name}>${content}</m:${name}>`
  it.each([
    ['a power', `${m('E=m')}${e('sSup', e('e', m('c')) + e('sup', m('2')))}`, 'E=mc^{2}'],
    ['an index', e('sSub', e('e', m('ab')) + e('sub', m('i'))), '{ab}_{i}'],
    ['both', e('sSubSup', e('e', m('x')) + e('sub', m('1')) + e('sup', m('2'))), 'x_{1}^{2}'],
    ['before', e('sPre', e('sub', m('92')) + e('sup', m('238')) + e('e', m('U'))), '{}_{92}^{238}U'],
    ['a fraction', e('f', e('num', m('1')) + e('den', m('2'))), '\\frac{1}{2}'],
    ['a fraction on the line', e('f', `<m:fPr><m:type m:val="lin"/></m:fPr>${e('num', m('1'))}${e('den', m('2'))}`), '{1}/{2}'],
    ['a binomial', e('d', e('e', e('f', `<m:fPr><m:type m:val="noBar"/></m:fPr>${e('num', m('n'))}${e('den', m('k'))}`))), '\\left( \\genfrac{}{}{0pt}{}{n}{k} \\right)'],
    ['a square root', e('rad', `<m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${e('e', m('x'))}`), '\\sqrt{x}'],
    ['a third root', e('rad', e('deg', m('3')) + e('e', m('x'))), '\\sqrt[3]{x}'],
    ['a sum', e('nary', `<m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr>${e('sub', m('i=1'))}${e('sup', m('n'))}${e('e', m('i'))}`), '\\sum\\limits_{i=1}^{n} i'],
    ['an integral', e('nary', e('sub', m('0')) + e('sup', m('1')) + e('e', m('x'))), '\\int_{0}^{1} x'],
    ['brackets', e('d', e('e', m('a')) + e('e', m('b'))), '(a|b)'],
    ['cases', e('d', `<m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${e('e', e('eqArr', e('e', m('x&amp;=1')) + e('e', m('y'))))}`), '\\left\\{ \\begin{array}{l}x=1 \\\\ y\\end{array} \\right.'],
    ['a matrix', e('m', e('mr', e('e', m('1')) + e('e', m('2'))) + e('mr', e('e', m('3')) + e('e', m('4')))), '\\begin{matrix}1 & 2 \\\\ 3 & 4\\end{matrix}'],
    ['a function', e('func', e('fName', m('sin')) + e('e', m('x'))), '\\sin x'],
    ['a function of one\'s own', e('func', e('fName', m('rank')) + e('e', m('A'))), '\\operatorname{rank} A'],
    ['a limit', e('func', e('fName', e('limLow', e('e', m('lim')) + e('lim', m('n→∞')))) + e('e', m('a'))), '\\lim_{n→∞} a'],
    ['an accent', e('acc', `<m:accPr><m:chr m:val="\u20D7"/></m:accPr>${e('e', m('v'))}`), '\\vec{v}'],
    ['a bar', e('bar', `<m:barPr><m:pos m:val="top"/></m:barPr>${e('e', m('x'))}`), '\\overline{x}'],
    ['a brace', e('groupChr', e('e', m('x'))), '\\underbrace{x}'],
    ['Chinese words', m('面积=长×宽'), '\\text{面积}=\\text{长}×\\text{宽}'],
    ['words between', `${m('x')}<m:r><m:rPr><m:nor/></m:rPr><m:t> if </m:t></m:r>`, 'x\\text{ if }'],
    ['a set', `<m:r><m:rPr><m:scr m:val="double-struck"/></m:rPr><m:t>R</m:t></m:r>`, '\\mathbb{R}'],
    ['TeX\'s own signs', m('50% $ # _ &amp; { } \\'), '50\\% \\$ \\# \\_ \\& \\{ \\} \\backslash'],
  ])('%s', async (_, omml, tex) => {
    const { html } = await read(p(`${r('其中')}<m:oMath>${omml}</m:oMath>${r('。')}`))
    const unescaped = html.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    expect(unescaped).toContain(`<p>其中<code class="math-inline">${tex}</code>。</p>`)
  })

  it('stands alone where it has a paragraph of its own', async () => {
    expect((await read(p(`<m:oMathPara><m:oMath>${m('v=5')}</m:oMath></m:oMathPara>`) + p(r('其中')))).blocks).toEqual(['math: v=5', 'paragraph: 其中'])
  })
})

it('notes are notes, called where Word calls them', async () => {
  const { blocks, html } = await open(await makeDocx([{ noted: '有注的话', note: '注里的话。' }, '后面的话。']))
  expect(blocks).toEqual(['paragraph: 有注的话', 'paragraph: 后面的话。', 'footnoteDefinition: 注里的话。'])
  expect(html).toContain('有注的话<lectern-call data-note="footnote-1"></lectern-call></p>')
})
