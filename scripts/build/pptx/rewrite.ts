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
  const written = new JSZip()
  for (const name of Object.keys(zip.files).filter(name => !zip.files[name]!.dir)) {
    const entry = zip.files[name]!
    const content = /\.(?:xml|rels)$/.test(name) ? rewritePart(name, await entry.async('string'), titles, facts) : await entry.async('uint8array')
    // A zip knows no zone: the library writes a date as UTC.
    written.file(name, content, { date: facts.date, createFolders: false })
  }
  return written.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}

function rewritePart(name: string, xml: string, titles: string[], facts: PdfFacts): string {
  if (name === 'docProps/core.xml')
    return coreProperties(facts)
  if (name === 'docProps/app.xml')
    return xml.replace(/<Company>.*<\/Company>/, '<Company></Company>')
  const [, kind, number] = /^ppt\/(slides|notesSlides)\/[a-zA-Z]+(\d+)\.xml$/.exec(name) ?? []
  if (!kind)
    return xml
  const own = xml.replace(/ lang="en-US"/g, ` lang="${escapeHtml(facts.language)}" altLang="en-US"`)
  return kind === 'slides' ? slide(own, titles[Number(number) - 1] ?? '') : inParagraphs(own)
}

function slide(xml: string, title: string): string {
  const fonts = xml.replace(/<a:(latin|ea|cs) typeface="([^"]+)"/g, (all, script: 'latin' | 'ea' | 'cs', family: string) => {
    const font = FONTS[family.replace(/ Extra$/, '')]
    return font ? `<a:${script} typeface="${font[script === 'cs' ? 'latin' : script]}"` : all
  })
  // What is only a picture says nothing to a reader who does not see it.
  const silent = fonts.replace(/ descr="Rendered as an image because of CSS [^"]*"/g, ' descr=""')
  return withTitle(silent, title)
}

/** The shape that holds the title is marked as the slide's title: outlines and screen readers look for that. */
function withTitle(xml: string, title: string): string {
  const wanted = squeeze(title)
  let isFound = wanted === ''
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const text = Array.from(shape.matchAll(/<a:t>(.*?)<\/a:t>/gs), match => match[1]!).join('')
    if (isFound || squeeze(text) !== squeeze(escapeHtml(title)))
      return shape
    isFound = true
    return shape
      .replace(/ name="[^"]*"/, ' name="Title"')
      .replace(/<p:cNvSpPr[^>]*\/><p:nvPr><\/p:nvPr>/, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>')
  })
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
