import type { PdfFacts } from '../pdf.ts'
import JSZip from 'jszip'
import { escapeHtml } from '../html-text.ts'
import { coreProperties } from './core-properties.ts'

/**
 * Fonts that take the place of the themes', which no machine that opens the file has. Office brings these along, for
 * Windows and for Mac. Chinese characters are as wide in all of them.
 */
const FONTS: Readonly<Record<string, { latin: string, ea: string }>> = {
  'Lectern Serif': { latin: 'Times New Roman', ea: 'SimSun' },
  'Lectern Sans': { latin: 'Microsoft YaHei', ea: 'Microsoft YaHei' },
  'Lectern Mono': { latin: 'Consolas', ea: 'Microsoft YaHei' },
}

/** What is known of the whole file where a part of it is rewritten. */
interface Whole {
  /** The names of all its parts. */
  names: string[]
  /** How wide a slide is, in EMU. */
  width: number
  /** Each slide's title. */
  titles: string[]
  facts: PdfFacts
}

/**
 * Rewrites a PowerPoint file of Slidev's: its dates, title and language, its fonts, each slide's title as such, notes
 * in paragraphs.
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
  const whole = { names, width, titles, facts }
  for (const name of names) {
    const entry = zip.files[name]!
    const isText = /\.(?:xml|rels)$/.test(name)
    const content = isText ? rewritePart(name, await entry.async('string'), whole) : await entry.async('uint8array')
    // A zip knows no zone: the library writes a date as UTC.
    written.file(name, content, { date: facts.date, createFolders: false })
  }
  return written.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}

/** Slidev's file names a master for each slide, and has only one: the type of a part that is not there goes. */
function contentTypes(xml: string, names: string[]): string {
  return xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (all, name: string) => names.includes(name) ? all : '')
}

function rewritePart(name: string, xml: string, { names, width, titles, facts }: Whole): string {
  if (name === '[Content_Types].xml')
    return contentTypes(xml, names)
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

/** What of a text a font is for: Latin letters, those of East Asia, or more complex ones. */
type Script = 'latin' | 'ea' | 'cs'

function slide(xml: string, width: number, title: string): string {
  const fonts = xml.replace(/<a:(latin|ea|cs) typeface="([^"]+)"/g, (all, script: Script, family: string) => {
    const font = FONTS[family.replace(/ Extra$/, '')]
    return font ? `<a:${script} typeface="${font[script === 'cs' ? 'latin' : script]}"` : all
  })
  // What is only a picture says nothing to a reader who does not see it.
  const silent = fonts.replace(/ descr="Rendered as an image because of CSS [^"]*"/g, ' descr=""')
  return withTitle(inWholeRuns(inLines(silent)), width, title)
}

const EMU_PER_POINT = 12700

/** Where a shape begins from above, and how high it is. */
const BOX = /(<a:off x="\d+" y=")(\d+)("\/><a:ext cx="\d+" cy=")(\d+)/

/**
 * Makes the box of a text of several lines the box of its lines. It reaches from the first glyph to the last: as lines
 * are higher than glyphs, the text would sink.
 */
function inLines(xml: string): string {
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const line = Number(/<a:spcPts val="(\d+)"/.exec(shape)?.[1] ?? 0) / 100 * EMU_PER_POINT
    if (line === 0)
      return shape
    return shape.replace(BOX, (_, before: string, y: string, between: string, height: string) => {
      const lines = Math.ceil(Number(height) / line - 0.05) * line
      return `${before}${Math.round(Number(y) - (lines - Number(height)) / 2)}${between}${Math.round(lines)}`
    })
  })
}

/**
 * Joins runs that look alike. Each phrase comes as a run of its own, with its paragraph's properties before it, which a
 * paragraph has once.
 */
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

/** How a shape says that it is none of the slide's own places, and how the title's says what it is. */
const PLAIN_SHAPE = /<p:cNvSpPr[^>]*\/><p:nvPr><\/p:nvPr>/
const TITLE_SHAPE = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'

/** Marks the shape that holds the title as the slide's title: outlines and screen readers look for that. */
function withTitle(xml: string, width: number, title: string): string {
  const wanted = squeeze(title)
  let isFound = wanted === ''
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const text = Array.from(shape.matchAll(/<a:t>(.*?)<\/a:t>/gs), match => match[1]!).join('')
    if (isFound || squeeze(unescape(text)) !== wanted)
      return shape
    isFound = true
    return widened(shape, width)
      .replace(/ name="[^"]*"/, ' name="Title"')
      .replace(PLAIN_SHAPE, TITLE_SHAPE)
      .replace(' wrap="none"', ' wrap="square"')
  })
}

/**
 * Makes the box of a title of one line as wide as the page inside its margins: it has room for other words and for a
 * wider font.
 */
function widened(shape: string, width: number): string {
  const isLineAtLeft = shape.includes(' wrap="none"') && shape.includes(' algn="l"')
  if (!isLineAtLeft)
    return shape
  return shape.replace(/(<a:off x="(\d+)" y="\d+"\/><a:ext cx=")(\d+)/, (_, before: string, x: string, own: string) =>
    `${before}${Math.max(Number(own), width - 2 * Number(x))}`)
}

/** The characters that XML's own entities stand for. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': '\'',
  '&amp;': '&',
}

function unescape(xml: string): string {
  return xml.replace(/&(?:lt|gt|quot|apos|amp);/g, entity => ENTITIES[entity]!)
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200B\u2060]+/g, '')
}

/** A paragraph of one run: how the run begins, its text, and how the paragraph ends. */
const PARAGRAPH = /<a:p>(<a:r><a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr[^>]*\/>)<\/a:p>/g

/** Makes each line of a note a paragraph. */
function inParagraphs(xml: string): string {
  return xml.replace(PARAGRAPH, (_, run: string, text: string, end: string) => {
    const runs = text.split(/\r?\n/).map(line => line === '' ? '' : `${run}<a:t>${line}</a:t></a:r>`)
    return runs.map(line => `<a:p>${line}${end}</a:p>`).join('')
  })
}
