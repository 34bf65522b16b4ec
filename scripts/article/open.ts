import { VFile } from 'vfile'
import { hasWords } from '../language/marks.ts'
import { fatalMessage } from '../messages/file.ts'
import { either, wording } from '../messages/wording.ts'
import { declaredEncoding, decode } from './decode.ts'
import { headDataOf, withoutHeadData } from './head-data.ts'
import { FORMATS } from './readers.ts'

/** A word processor reads these, and Lectern what it saves. */
const OTHER_DOCUMENTS = ['.doc', '.wps', '.odt', '.rtf', '.pages']

/** The encoding that a person names, and the one of the last run. */
interface Encodings { given?: string | undefined, last?: string | undefined }

/**
 * Makes an article of a file's content.
 *
 * @param path the file's path: its ending says the format
 * @param content its bytes, or its text where somebody has decoded it; a Word document is bytes
 * @param encoding a WHATWG label
 * @param encoding.given overrides the choice
 * @param encoding.last what the article was read in the last time: it counts where the bytes are not plainly something
 *   else
 * @returns the article's text, and the encoding that it had; of a Word document the text is the HTML that it has become
 * @throws VFileMessage for what is no article
 */
export async function openArticle(
  path: string,
  content: Uint8Array | string,
  encoding: Encodings = {},
): Promise<{ file: VFile, encoding: string }> {
  const format = (/\.[^./\\]*$/.exec(path)?.[0] ?? '').toLowerCase()
  if (!FORMATS.includes(format)) {
    const formats = either(FORMATS)
    const known = OTHER_DOCUMENTS.includes(format) ? 'format-save-docx' : 'format-ending'
    const reason = format === '' ? wording('format-none', { formats }) : wording(known, { ending: format, formats })
    throw fatalMessage(reason, { ruleId: 'format' })
  }
  if (content.length === 0)
    throw fatalMessage(wording('file-empty'), { ruleId: 'no-words' })
  const decoded = await decodedAs(format, content, encoding)
  const words = format === '.md' ? withoutHeadData(decoded.text, headDataOf(decoded.text)) : decoded.text
  if (!hasWords(words))
    throw fatalMessage(wording('file-no-words'), { ruleId: 'no-words' })
  return { file: new VFile({ path, value: decoded.text }), encoding: decoded.encoding }
}

async function decodedAs(
  format: string,
  content: Uint8Array | string,
  { given, last }: Encodings,
): Promise<{ text: string, encoding: string }> {
  if (format === '.docx') {
    // Its library is loaded for Word documents alone.
    const { docxToHtml } = await import('./docx.ts')
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return { text: await docxToHtml(bytes), encoding: 'utf-8' }
  }
  if (typeof content === 'string')
    return { text: content.replace(/^\uFEFF/, ''), encoding: 'utf-8' }
  const declared = /^\.html?$/.test(format) ? declaredEncoding(content) : undefined
  return decode(content, given, last ?? declared)
}
