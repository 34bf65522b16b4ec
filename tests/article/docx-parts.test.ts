import type { Root } from 'mdast'
import JSZip from 'jszip'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { docxToHtml } from '../../scripts/article/docx.ts'
import { lecternParse } from '../../scripts/plugins.ts'

const SPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].join(' ')
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const STYLES = `<w:styles ${SPACES}><w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="大标题 方正"/><w:basedOn w:val="a5"/></w:style>
<w:style w:type="paragraph" w:styleId="a6"><w:name w:val="Subtitle"/></w:style><w:style w:type="paragraph" w:styleId="sub"><w:name w:val="副题 楷体"/><w:basedOn w:val="a6"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="cc"><w:name w:val="目录行"/><w:basedOn w:val="c"/></w:style></w:styles>`
const NUMBERING = `<w:numbering ${SPACES}><w:abstractNum w:abstractNumId="0">${['decimal %1.', 'lowerLetter %2)', 'lowerRoman %3.'].map((level, index) => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${level.split(' ')[0]}"/><w:lvlText w:val="${level.split(' ')[1]}"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

interface Read { blocks: string[], file: VFile, tree: Root }

async function read(body: string, parts: Record<string, string> = {}): Promise<Read> {
  const zip = new JSZip()
  const overrides = Object.keys(parts).filter(name => /\/comments/.test(name)).map(name => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>`).join('')
  zip.file('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${overrides}</Types>`)
  zip.file('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`)
  const own = Object.keys(parts).map((name, index) => `<Relationship Id="p${index}" Type="${RELATIONS}/${/\/([a-z]+)\d*\.xml$/.exec(name)![1]}" Target="${name.replace(/^word\//, '')}"/>`).join('')
  zip.file('word/_rels/document.xml.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${RELATIONS}/numbering" Target="numbering.xml"/>${own}</Relationships>`)
  zip.file('word/styles.xml', STYLES)
  zip.file('word/numbering.xml', NUMBERING)
  zip.file('word/document.xml', `<w:document ${SPACES}><w:body>${body}</w:body></w:document>`)
  for (const [name, xml] of Object.entries(parts))
    zip.file(name, xml)
  const file = new VFile({ path: 'a.docx', value: await docxToHtml(await zip.generateAsync({ type: 'uint8array' })) })
  const tree: Root = unified().use(lecternParse).parse(file)
  return { file, tree, blocks: tree.children.map(node => `${node.type === 'heading' ? '#'.repeat(node.depth) : node.type} ${toString(node)}`) }
}

function p(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${words.startsWith('<') ? words : `<w:r><w:t>${words}</w:t></w:r>`}</w:p>`
}

function item(level: number, words: string): string {
  return p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
}

function styled(style: string): string {
  return `<w:pStyle w:val="${style}"/>`
}

const SMART_ART = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图示 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="p0"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const DIAGRAM = `<dgm:dataModel ${SPACES}><dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>点</a:t></a:r><a:r><a:t>灯</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="2" type="pres"/><dgm:pt modelId="3"><dgm:t><a:p><a:r><a:t>记账</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`

describe('a Word document keeps what a reader sees', () => {
  it.each([
    ['a title by a style based on Title', p('渡口的灯', styled('own')) + p('灯在东头。'), ['# 渡口的灯', 'paragraph 灯在东头。']],
    ['a picture of letters', p('<w:r><w:pict><v:shape><v:textpath string="渡口的灯"/></v:shape></w:pict></w:r>') + p('灯在东头。'), ['paragraph 渡口的灯', 'paragraph 灯在东头。']],
    ['the chosen entry of a field', p('<w:r><w:t>灯是</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="油灯"/><w:listEntry w:val="马灯"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>。</w:t></w:r>'), ['paragraph 灯是马灯。']],
    ['a row of cells on a line', `${p('灯在东头。')}<w:tbl><w:tr><w:tc>${p('渡口镇办公室')}</w:tc><w:tc>${p('2024年4月1日印发')}</w:tc></w:tr></w:tbl>`, ['paragraph 灯在东头。', 'paragraph 渡口镇办公室　2024年4月1日印发']],
  ])('%s', async (_, body, blocks) => {
    expect((await read(body)).blocks).toEqual(blocks)
  })

  it('a subtitle by a style based on Subtitle', async () => {
    const { tree } = await read(p('渡口的灯', styled('own')) + p('四个守灯人', styled('sub')) + p('灯在东头。'))
    expect(tree.children[1]).toMatchObject({ type: 'paragraph', data: { role: 'subtitle' } })
  })

  it('no table of contents, nor the word above it', async () => {
    const contents = p('目　录') + p('灯 1', styled('c')) + p('桥 2', styled('cc'))
    expect((await read(p('渡口的灯', styled('own')) + contents + p('灯在东头。'))).blocks).toEqual(['# 渡口的灯', 'paragraph 灯在东头。'])
    expect((await read(p('目录') + p('灯在东头。'))).blocks).toEqual(['paragraph 目录', 'paragraph 灯在东头。'])
  })

  it('the words of a diagram', async () => {
    expect((await read(p('灯在东头。') + p(SMART_ART), { 'word/diagrams/data1.xml': DIAGRAM })).blocks).toEqual(['paragraph 灯在东头。', 'paragraph 点灯', 'paragraph 记账'])
  })

  it('bullets that are set further in than the numbers above them, below these', async () => {
    const bullets = NUMBERING.replace('</w:numbering>', '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
    const at = (list: number, left: number, words: string): string => p(words, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr><w:ind w:left="${left}"/>`)
    const { tree } = await read(at(1, 420, '破竹') + at(2, 840, '顺纹路') + at(2, 840, '一刀到底') + at(1, 420, '晒青') + p('灯在东头。') + at(2, 840, '看水'), { 'word/numbering.xml': bullets })
    expect(tree.children.map(node => node.type === 'list' ? node.children.map(({ children }) => children.map(block => block.type === 'list' ? block.children.map(item => toString(item)) : toString(block))) : toString(node)))
      .toEqual([[['破竹', ['顺纹路', '一刀到底']], ['晒青']], '灯在东头。', [['看水']]])
  })

  it('items below items, with their letters', async () => {
    const { tree } = await read(item(0, '看灯罩') + item(1, '有没有裂') + item(2, '大裂') + item(1, '有没有灰') + item(0, '看灯芯'))
    const list = tree.children[0]
    expect(tree.children).toHaveLength(1)
    expect(list).toMatchObject({ type: 'list', ordered: true, children: [{ children: [{}, { type: 'list', children: [{ children: [{}, { type: 'list' }] }, {}] }] }, {}] })
    expect(toString(list)).toBe('看灯罩a) 有没有裂i. 大裂b) 有没有灰看灯芯')
  })
})

describe('a Word document says what it leaves out', () => {
  it.each([
    ['a running head', { 'word/header1.xml': `<w:hdr ${SPACES}>${p('渡口镇文化站内部资料')}</w:hdr>` }, '渡口镇文化站内部资料'],
    ['a reviewer\'s comment', { 'word/comments.xml': `<w:comments ${SPACES}><w:comment w:id="0" w:author="林">${p('这个数字要核实。')}</w:comment></w:comments>` }, '这个数字要核实。'],
  ])('%s', async (_, parts, words) => {
    const { file, blocks } = await read(p('灯在东头。'), parts)
    expect(blocks).toEqual(['paragraph 灯在东头。'])
    expect(file.messages.map(({ reason, ruleId }) => `${ruleId} ${reason}`)).toEqual([expect.stringContaining(`unseen Left out “${words}”`)])
    expect(file.data.leftOut?.map(one => one.words)).toEqual([words])
  })

  it('but not the numbers of pages', async () => {
    const { file } = await read(p('灯在东头。'), { 'word/footer1.xml': `<w:ftr ${SPACES}>${p('第 1 页 共 3 页')}</w:ftr>` })
    expect(file.messages).toEqual([])
  })

  it('lines of a table of contents whose style is based on Word\'s', async () => {
    const { file, blocks } = await read(p('一、灯\t1', styled('cc')) + p('灯在东头。'))
    expect(blocks).toEqual(['paragraph 灯在东头。'])
    expect(file.messages.map(({ reason }) => reason)).toEqual([expect.stringContaining('a table of contents')])
  })
})

describe('what a style or a list says of a paragraph', () => {
  const LEVELS = ['第%1章', '第%2条']
  const chapters = (restart: string): string => `<w:numbering ${SPACES}><w:abstractNum w:abstractNumId="0">${LEVELS.map((text, index) => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>${index > 0 ? restart : ''}<w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  it.each([
    ['go on below the next chapter, if their level says so', '<w:lvlRestart w:val="0"/>', '第二条 乙'],
    ['begin anew', '', '第一条 乙'],
    ['begin anew below a level that it names', '<w:lvlRestart w:val="1"/>', '第一条 乙'],
  ])('numbers %s', async (_, restart, last) => {
    const { blocks } = await read(item(0, '总则') + item(1, '甲') + item(0, '罚则') + item(1, '乙'), { 'word/numbering.xml': chapters(restart) })
    expect(blocks.at(-1)).toBe(`paragraph ${last}`)
  })

  it.each([
    ['附件1', true],
    ['内部资料　注意保存', true],
    ['这一段是正文，说的是渡口的来历。', false],
  ])('a title stands first below a short line: %s', async (line, isFirst) => {
    const { blocks } = await read(p(line) + p('渡口的灯', styled('a5')) + p('灯在石阶上。'))
    expect(blocks.indexOf('# 渡口的灯')).toBe(isFirst ? 0 : 1)
  })

  it.each([
    ['Source Code', 'code light on'],
    ['Source Text', 'paragraph light on'],
  ])('code has its style: %s', async (name, block) => {
    const styles = `<w:styles ${SPACES}><w:style w:type="paragraph" w:styleId="x"><w:name w:val="${name}"/></w:style></w:styles>`
    expect((await read(p('light on', styled('x')), { 'word/styles.xml': styles })).blocks).toEqual([block])
  })
})
