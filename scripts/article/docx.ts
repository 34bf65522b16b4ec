import JSZip from 'jszip'
import mammoth from 'mammoth'
import { VFileMessage } from 'vfile-message'
import { isTooDeep, TOO_DEEP } from './depth.ts'

/** Styles that Word and WPS give headings, in English and Chinese: what mammoth does not know by itself. */
const STYLES = [
  ...['Title', 'title', '标题', '文章标题', '大标题', '公文标题'].map(name => `p[style-name='${name}'] => h1.title:fresh`),
  ...['Subtitle', 'subtitle', '副标题'].map(name => `p[style-name='${name}'] => p.subtitle:fresh`),
  ...[1, 2, 3, 4, 5, 6].flatMap(level => [`标题 ${level}`, `标题${level}`, `${'一二三四五六'[level - 1]}级标题`, `标题${'一二三四五六'[level - 1]}`]
    .map(name => `p[style-name='${name}'] => h${level}:fresh`)),
  // A table of contents repeats the headings.
  ...['TOC Heading', 'TOC 标题', ...[1, 2, 3, 4].flatMap(level => [`toc ${level}`, `TOC ${level}`, `目录 ${level}`])].map(name => `p[style-name='${name}'] => !`),
]

/** In bytes, unpacked: a book of three million characters has some 20 MB of XML; its pictures may have more. What is larger would fill the memory. */
const LARGEST = { xml: 50_000_000, all: 500_000_000 }

/**
 * Reads a .docx file as HTML: a block a line, so that the line of a message counts the document's blocks. Headings are told by their styles;
 * pictures become data URLs. Nothing outside the file is read.
 *
 * @param bytes the file
 * @returns HTML of the document's body
 * @throws VFileMessage for what is no .docx, and for one whose blocks are too deep in each other
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  try {
    await refuseBomb(bytes)
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES })
    return shiftHeadings(withoutNoteMarks(numberedHeadings(value))).replace(/<\/(?:p|h[1-6]|[uo]l|li|tr|table)>(?=<)/g, '$&\n')
  }
  catch (cause) {
    const error = cause instanceof Error ? { cause } : {}
    if (isTooDeep(cause))
      throw new VFileMessage(TOO_DEEP, { ruleId: 'too-deep', source: 'lectern', ...error })
    throw new VFileMessage(`Unexpected file that is no Word document${cause instanceof TooLarge ? `: it has ${cause.message}` : ''}, expected a .docx: open it in a word processor and save it as .docx`, { ruleId: 'docx', source: 'lectern', ...error })
  }
}

/** What an archive has too much of. */
class TooLarge extends Error {}

/** What Word numbers by itself is a list of one item before each text: headings, when there are several. */
function numberedHeadings(html: string): string {
  const single = /<ol><li>((?:(?!<\/?(?:li|ol|p)\b).)*)<\/li><\/ol>(?=<p>)/gs
  return (html.match(single)?.length ?? 0) > 1 ? html.replace(single, '<p>$1</p>') : html
}

/** mammoth numbers notes, [1], and leads back from them, ↑: words that the author did not write. */
function withoutNoteMarks(html: string): string {
  return html
    .replace(/<sup><a href="#(?:foot|end)note-\d+" id="[^"]*">\[\d+\]<\/a><\/sup>/g, '')
    .replace(/\s*<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, '')
}

/** Under a title of its own kind the headings stand a level lower. */
function shiftHeadings(html: string): string {
  return html.includes('<h1 class="title">')
    ? html.replace(/<h([1-6])>(.*?)<\/h\1>/gs, (_, depth: string, words: string) => {
        const lower = Math.min(6, Number(depth) + 1)
        return `<h${lower}>${words}</h${lower}>`
      })
    : html
}

/** Counts what is in a ZIP archive as it unpacks it, and keeps none of it: the sizes that its directory names may be lies. */
async function refuseBomb(bytes: Uint8Array): Promise<void> {
  const sizes = { xml: 0, all: 0 }
  for (const part of Object.values((await JSZip.loadAsync(bytes)).files)) {
    await eachChunk(part, (length) => {
      sizes.all += length
      sizes.xml += /\.(?:xml|rels)$/i.test(part.name) ? length : 0
      if (sizes.xml > LARGEST.xml || sizes.all > LARGEST.all)
        throw new TooLarge(`more than ${(sizes.xml > LARGEST.xml ? LARGEST.xml : LARGEST.all) / 1e6} MB when unpacked`)
    })
  }
}

/** Unpacks a part piece by piece, until it ends or its visitor throws. */
function eachChunk(part: JSZip.JSZipObject, visit: (length: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = part.nodeStream()
    stream.on('data', (chunk: Uint8Array) => {
      try {
        visit(chunk.length)
      }
      catch (error) {
        stream.pause()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    stream.on('error', reject)
    stream.on('end', resolve)
  })
}
