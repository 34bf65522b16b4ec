import mammoth from 'mammoth'
import { fatalMessage } from '../messages/file.ts'
import { wording } from '../messages/wording.ts'
import { isTooDeep, TOO_DEEP } from './depth.ts'
import { rewriteDocument, TooLarge } from './docx/archive.ts'
import { titleFirst } from './docx/title-first.ts'

const CONTENTS_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const CONTENTS_STYLES = [
  'TOC Heading',
  'TOC 标题',
  ...CONTENTS_LEVELS.flatMap(level => [`toc ${level}`, `TOC ${level}`, `目录 ${level}`]),
]

/** Styles that Word and WPS give headings, in English and Chinese: what mammoth does not know by itself. */
const STYLES = [
  ...['Title', 'title', '标题', '文章标题', '大标题', '公文标题'].map(name => `p[style-name='${name}'] => h1.title:fresh`),
  ...['Subtitle', 'subtitle', '副标题'].map(name => `p[style-name='${name}'] => p.subtitle:fresh`),
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => {
    const numeral = '一二三四五六'[level - 1]
    const names = [`标题 ${level}`, `标题${level}`, `${numeral}级标题`, `标题${numeral}`]
    return names.map(name => `p[style-name='${name}'] => h${level}:fresh`)
  }),
  // A table of contents repeats the headings.
  ...CONTENTS_STYLES.map(name => `p[style-name='${name}'] => p.lectern-contents:fresh`),
  // What `rewriteDocument` has found.
  ...[1, 2, 3, 4, 5, 6].map(level => `p.lectern-heading-${level} => h${level}:fresh`),
  ...['hidden', 'deleted', 'moved', 'reading', 'drawing', 'unfilled', 'chunk']
    .map(why => `r.lectern-${why} => span.lectern-${why}`),
  'p.lectern-title => h1.title:fresh',
  'p.lectern-subtitle => p.subtitle:fresh',
  'p.lectern-caption => p.caption:fresh',
  // Code has a paragraph for each of its lines.
  'p.lectern-code => pre:separator(\'\\n\')',
  'p.lectern-contents => p.lectern-contents:fresh',
  'r.lectern-math-inline => code.math-inline:fresh',
  'r.lectern-math-display => code.math-display:fresh',
]

/**
 * Reads a .docx file as HTML: a block a line, so that the line of a message counts the document's blocks. Headings are
 * told by their styles and by their rank in Word's outline; formulas are TeX; pictures become data URLs. What Word does
 * not show, and what cannot be read, has a class whose name begins with `lectern-`. Nothing outside the file is read.
 *
 * @param bytes the file
 * @returns HTML of the document's body
 * @throws VFileMessage for what is no .docx, and for one whose blocks are too deep in each other
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  try {
    const { document, beside } = await rewriteDocument(bytes)
    const { value, messages } = await mammoth.convertToHtml({ buffer: document }, { styleMap: STYLES })
    const unseen = beside.map(({ kind, words }) => `<p class="lectern-${kind}">${escapeText(words)}</p>`)
    const lost = messages.flatMap(({ message }) => lossIn(message))
    const lines = [titleFirst(shiftHeadings(withNoteCalls(value))), ...unseen, ...lost].join('')
    return lines.replace(/<\/(?:p|pre|h[1-6]|[uo]l|li|tr|table)>(?=<)/g, '$&\n')
  }
  catch (cause) {
    const error = cause instanceof Error ? { cause } : {}
    if (isTooDeep(cause))
      throw fatalMessage(TOO_DEEP, { ruleId: 'too-deep', ...error })
    const reason = cause instanceof TooLarge ? wording('docx-too-large', { size: cause.size }) : wording('docx-none')
    throw fatalMessage(reason, { ruleId: 'docx', ...error })
  }
}

function escapeText(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

const SYMBOL = /w:sym element.*char (\w+) in font (.*)/
const PICTURE = /image|ENOENT|external file/i

/**
 * An element for what mammoth says that means a loss: a character with its font, or a picture. The rest is about styles
 * without a name, and pictures that browsers do not show, which are told of where they stand.
 */
function lossIn(message: string): string[] {
  if (message.includes(' unlikely to display ') || message.startsWith('Unrecognised '))
    return []
  const [, character, font] = SYMBOL.exec(message) ?? []
  if (character !== undefined)
    return [lostSymbol(character, escapeAttribute(font!))]
  return PICTURE.test(message) ? ['<p class="lectern-lost">?</p>'] : []
}

function lostSymbol(character: string, font: string): string {
  return `<p class="lectern-lost" data-character="${character}" data-font="${font}">${character}</p>`
}

function escapeAttribute(words: string): string {
  return escapeText(words).replace(/"/g, '&quot;')
}

/** Where mammoth says that a note is called. */
const CALL = /(?:<sup>)+<a href="#((?:foot|end)note-\d+)" id="[^"]*">\[\d+\]<\/a>(?:<\/sup>)+/g

/**
 * mammoth numbers notes, [1], and leads back from them, ↑: words that the author did not write. What is left says where
 * a note is called.
 */
function withNoteCalls(html: string): string {
  return html
    .replace(CALL, '<lectern-call data-note="$1"></lectern-call>')
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
