import type { PdfFacts } from '../pdf.ts'
import JSZip from 'jszip'
import { escapeHtml } from '../html-text.ts'

/** No machine that opens the file has the themes' fonts: these, Office brings along, for Windows and for Mac. Chinese characters are as wide in all. */
const FONTS: Readonly<Record<string, { latin: string, ea: string }>> = {
  'Lectern Serif': { latin: 'Times New Roman', ea: 'SimSun' },
  'Lectern Sans': { latin: 'Microsoft YaHei', ea: 'Microsoft YaHei' },
  'Lectern Mono': { latin: 'Consolas', ea: 'Microsoft YaHei' },
}

/**
 * Rewrites a PowerPoint file of Slidev's: its dates, title and language, its fonts, each slide's title as such, notes in paragraphs.
 *
 * @param bytes the file
 * @param titles each slide's title; '' where a slide has none
 * @param facts what the file says of itself
 * @returns the file: the same bytes for the same slides, titles and facts
 */
export async function rewrite(bytes: Uint8Array, titles: string[], facts: PdfFacts): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const width = Number(/<p:sldSz cx="(\d+)"/.exec(await zip.file('ppt/presentation.xml')!.async('string'))![1])
  const written = new JSZip()
  const names = Object.keys(zip.files).filter(name => !zip.files[name]!.dir)
  for (const name of names) {
    const entry = zip.files[name]!
    const content = name === '[Content_Types].xml' ? contentTypes(await entry.async('string'), names) : /\.(?:xml|rels)$/.test(name) ? rewritePart(name, await entry.async('string'), width, titles, facts) : await entry.async('uint8array')
    // A zip knows no zone: the library writes a date as UTC.
    written.file(name, content, { date: facts.date, createFolders: false })
  }
  return written.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}

/** What is written names a master for each slide, and has one: a type of a part that is not there goes. */
function contentTypes(xml: string, names: string[]): string {
  return xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (all, name: string) => names.includes(name) ? all : '')
}

function rewritePart(name: string, xml: string, width: number, titles: string[], facts: PdfFacts): string {
  if (name === 'docProps/core.xml')
    return coreProperties(facts)
  if (name === 'docProps/app.xml')
    return xml.replace(/<Company>.*<\/Company>/, '<Company></Company>')
  const [, kind, number] = /^ppt\/(slides|notesSlides)\/[a-zA-Z]+(\d+)\.xml$/.exec(name) ?? []
  if (!kind)
    return xml
  const own = xml.replace(/ lang="en-US"/g, ` lang="${escapeHtml(facts.language)}" altLang="en-US"`)
  return kind === 'slides' ? slide(own, width, titles[Number(number) - 1] ?? '') : inParagraphs(own)
}

function slide(xml: string, width: number, title: string): string {
  const fonts = xml.replace(/<a:(latin|ea|cs) typeface="([^"]+)"/g, (all, script: 'latin' | 'ea' | 'cs', family: string) => {
    const font = FONTS[family.replace(/ Extra$/, '')]
    return font ? `<a:${script} typeface="${font[script === 'cs' ? 'latin' : script]}"` : all
  })
  // What is only a picture says nothing to a reader who does not see it.
  const silent = fonts.replace(/ descr="Rendered as an image because of CSS [^"]*"/g, ' descr=""')
  return withTitle(inWholeRuns(inLines(silent)), width, title)
}

const EMU_PER_POINT = 12700

/** The box of a text of several lines reaches from the first glyph to the last: as lines have more height than glyphs, it would sink. It becomes the box of its lines. */
function inLines(xml: string): string {
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const line = Number(/<a:spcPts val="(\d+)"/.exec(shape)?.[1] ?? 0) / 100 * EMU_PER_POINT
    if (line === 0)
      return shape
    return shape.replace(/(<a:off x="\d+" y=")(\d+)("\/><a:ext cx="\d+" cy=")(\d+)/, (_, before: string, y: string, between: string, height: string) => {
      const lines = Math.ceil(Number(height) / line - 0.05) * line
      return `${before}${Math.round(Number(y) - (lines - Number(height)) / 2)}${between}${Math.round(lines)}`
    })
  })
}

/** Each phrase comes as a run, with its paragraph's properties before it: a paragraph has them once, and what looks alike is one run. */
function inWholeRuns(xml: string): string {
  return xml
    .replace(/(?<!<a:p>)<a:pPr\b[^>]*(?:\/>|>.*?<\/a:pPr>)/gs, '')
    .replace(/(?:<a:r><a:rPr.*?<\/a:r>)+/gs, (runs) => {
      const merged: { properties: string, text: string }[] = []
      for (const [, properties, text] of runs.matchAll(/<a:r>(<a:rPr.*?)<a:t>(.*?)<\/a:t><\/a:r>/gs)) {
        const last = merged.at(-1)
        if (last?.properties === properties)
          last!.text += text!
        else
          merged.push({ properties: properties!, text: text! })
      }
      return merged.map(({ properties, text }) => `<a:r>${properties}<a:t>${text}</a:t></a:r>`).join('')
    })
}

/**
 * The shape that holds the title is marked as the slide's title: outlines and screen readers look for that. Its box is as wide as the page
 * inside its margins: a title of one line has room for other words and for a wider font.
 */
function withTitle(xml: string, width: number, title: string): string {
  const wanted = squeeze(title)
  let isFound = wanted === ''
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const text = Array.from(shape.matchAll(/<a:t>(.*?)<\/a:t>/gs), match => match[1]!).join('')
    if (isFound || squeeze(unescape(text)) !== wanted)
      return shape
    isFound = true
    return shape
      .replace(/ name="[^"]*"/, ' name="Title"')
      .replace(/<p:cNvSpPr[^>]*\/><p:nvPr><\/p:nvPr>/, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>')
      .replace(/(<a:off x="(\d+)" y="\d+"\/><a:ext cx=")(\d+)/, (all, before: string, x: string, own: string) =>
        shape.includes(' wrap="none"') && shape.includes(' algn="l"') ? `${before}${Math.max(Number(own), width - 2 * Number(x))}` : all)
      .replace(' wrap="none"', ' wrap="square"')
  })
}

function unescape(xml: string): string {
  return xml.replace(/&(?:lt|gt|quot|apos|amp);/g, entity => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': '\'' })[entity] ?? '&')
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200B\u2060]+/g, '')
}

/** A line of a note is a paragraph. */
function inParagraphs(xml: string): string {
  return xml.replace(/<a:p>(<a:r><a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr[^>]*\/>)<\/a:p>/g, (_, run: string, text: string, end: string) =>
    text.split(/\r?\n/).map(line => `<a:p>${line === '' ? '' : `${run}<a:t>${line}</a:t></a:r>`}${end}</a:p>`).join(''))
}

function coreProperties({ title, author, subject, language, date }: PdfFacts): string {
  const when = date.toISOString().replace(/\.\d+Z$/, 'Z')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>${escapeHtml(title)}</dc:title>
<dc:subject>${escapeHtml(subject ?? '')}</dc:subject>
<dc:creator>${escapeHtml(author ?? '')}</dc:creator>
<cp:lastModifiedBy>Lectern</cp:lastModifiedBy>
<dc:language>${escapeHtml(language)}</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified>
</cp:coreProperties>
`
}
