import type { Shape } from './shapes.ts'
import JSZip from 'jszip'
import { times } from './times.ts'

/** A part of a Word document that is no body begins so in a shape's text, up to the next. */
const PART = /^@(\w+)\n/gm

const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`
function style(at: number, based: number): string {
  return `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="own ${at}"/><w:basedOn w:val="s${based}"/></w:style>`
}
const styled = (at: number): string => paragraph(`<w:pPr><w:pStyle w:val="s${at}"/></w:pPr>${text('甲乙丙。')}`)

/** What stands round paragraphs, and what round runs: its beginning and its end. */
const ROUND_PARAGRAPHS = ['w:tbl w:tr w:tc', 'w:sdt w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo', 'w:p w:r w:pict v:shape v:textbox w:txbxContent']
const ROUND_RUNS = ['w:ins', 'w:del', 'w:hyperlink', 'w:smartTag', 'w:sdt w:sdtContent', 'w:fldSimple', 'w:ruby w:rubyBase', 'm:oMath', 'm:oMath m:f m:num', 'm:oMath m:d m:e', 'm:oMath m:rad m:e', 'm:oMath m:m m:mr m:e', 'w:dir', 'w:bdo']
const INSIDE_RUNS = ['<w:br/>', '<w:tab/>', '<w:sym w:font="Wingdings" w:char="F0A7"/>', '<w:noBreakHyphen/>', '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<w:instrText>PAGE</w:instrText>', '<w:footnoteReference w:id="1"/>', '<w:commentReference w:id="1"/>', '<w:drawing/>', '<w:t>甲</w:t>', '<w:t xml:space="preserve"> </w:t>', '<w:delText>甲</w:delText>']

const opened = (names: string): string => names.split(' ').map(name => `<${name}>`).join('')
const closed = (names: string): string => names.split(' ').reverse().map(name => `</${name}>`).join('')

const BODIES: readonly [name: string, of: Shape['of']][] = [
  ['empty paragraphs', count => `${'<w:p/>'.repeat(count)}${paragraph(text('甲'))}`],
  ['paragraphs', count => paragraph(text('甲乙丙。')).repeat(count)],
  ['runs of one paragraph', count => paragraph(text('甲').repeat(count))],
  ['bold runs of one paragraph', count => paragraph(`${text('甲')}<w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r>`.repeat(count))],
  ['raised runs of one paragraph', count => paragraph(`${text('甲')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>`.repeat(count))],
  ['one long word', count => paragraph(text('甲'.repeat(count)))],
  ['attributes of one element', count => `<w:p ${times(count, at => `w:a${at}="b" `)}>${text('甲')}</w:p>`],
  ['rows', count => `<w:tbl>${`<w:tr><w:tc>${paragraph(text('甲'))}</w:tc></w:tr>`.repeat(count)}</w:tbl>`],
  ['cells of one row', count => `<w:tbl><w:tr>${`<w:tc>${paragraph(text('甲'))}</w:tc>`.repeat(count)}</w:tr></w:tbl>`],
  ['cells that go over rows', count => `<w:tbl>${`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph(text('甲'))}</w:tc></w:tr>`.repeat(count)}</w:tbl>`],
  ['bookmarks', count => paragraph(times(count, at => `<w:bookmarkStart w:id="${at}" w:name="b${at}"/>${text('甲')}<w:bookmarkEnd w:id="${at}"/>`))],
  ['numbered paragraphs', count => paragraph(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${text('甲乙丙。')}`).repeat(count)],
  ['levels of lists', count => times(count, at => paragraph(`<w:pPr><w:numPr><w:ilvl w:val="${at % 9}"/><w:numId w:val="${at}"/></w:numPr></w:pPr>${text('甲乙丙。')}`))],
  ['headings of all ranks', count => times(count, at => paragraph(`<w:pPr><w:outlineLvl w:val="${at % 9}"/></w:pPr>${text('甲乙')}`))],
  ['fields inside fields', count => paragraph(`${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'.repeat(count)}${text('甲')}${'<w:r><w:fldChar w:fldCharType="end"/></w:r>'.repeat(count)}`)],
  ['styles based on one another', count => `${times(count, styled)}\n@styles\n${times(count, at => style(at, at + 1))}`],
  ['styles based on one another in a circle', count => `${times(count, styled)}\n@styles\n${times(count, at => style(at, (at + 1) % count))}`],
  ['numbers', count => `${paragraph(text('甲'))}\n@numbering\n${times(count, at => `<w:abstractNum w:abstractNumId="${at}"/><w:num w:numId="${at}"><w:abstractNumId w:val="${at}"/></w:num>`)}`],
  ['footnotes', count => `${times(count, at => paragraph(`${text('甲乙')}<w:r><w:footnoteReference w:id="${at + 1}"/></w:r>`))}\n@footnotes\n${times(count, at => `<w:footnote w:id="${at + 1}">${paragraph(text('丙'))}</w:footnote>`)}`],
  ...ROUND_PARAGRAPHS.flatMap((names): [string, Shape['of']][] => [
    [`${names} inside itself`, count => `${opened(names).repeat(count)}${paragraph(text('甲'))}${closed(names).repeat(count)}`],
    [`${names} again and again`, count => `${opened(names)}${paragraph(text('甲'))}${closed(names)}`.repeat(count)],
  ]),
  ...ROUND_RUNS.flatMap((names): [string, Shape['of']][] => [
    [`${names} inside itself`, count => paragraph(`${opened(names).repeat(count)}${text('甲')}${closed(names).repeat(count)}`)],
    [`${names} again and again`, count => paragraph(`${opened(names)}${text('甲')}${closed(names)}`.repeat(count))],
  ]),
  ...INSIDE_RUNS.flatMap((mark): [string, Shape['of']][] => [
    [`${mark} in one run`, count => paragraph(`<w:r>${mark.repeat(count)}</w:r>${text('甲')}`)],
    [`${mark} in a run each`, count => paragraph(`<w:r>${mark}</w:r>${text('甲')}`.repeat(count))],
  ]),
]

/** Word documents that grow. */
export const DOCUMENTS: readonly Shape[] = BODIES.map(([name, of]) => ({ name, ending: '.docx', of }))

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGES = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = `<Types xmlns="${PACKAGES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`
function relations(all: readonly [type: string, target: string][]): string {
  return `<Relationships xmlns="${PACKAGES}/relationships">${all.map(([type, target], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}

/**
 * Packs the XML of a Word document.
 *
 * @param xml its body; after it, behind a line such as `@styles`, what stands in other parts
 * @returns the file
 */
export async function packed(xml: string): Promise<Uint8Array> {
  const [body = '', ...others] = xml.split(PART)
  const parts = others.filter((_, at) => at % 2 === 0).map((name, at) => [name, others[2 * at + 1]!] as const)
  const zip = new JSZip()
  zip.file('[Content_Types].xml', TYPES)
  zip.file('_rels/.rels', relations([['officeDocument', 'word/document.xml']]))
  zip.file('word/_rels/document.xml.rels', relations(parts.map(([name]) => [name, `${name}.xml`])))
  zip.file('word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`)
  for (const [name, inside] of parts)
    zip.file(`word/${name}.xml`, `<w:${name} ${NAMESPACES}>${inside}</w:${name}>`)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}
