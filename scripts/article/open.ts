import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { hasWords } from '../language/marks.ts'
import { declaredEncoding, decode } from './decode.ts'
import { headDataOf, withoutHeadData } from './head-data.ts'
import { FORMATS } from './readers.ts'

/** The endings of articles, in words. */
export const FORMAT_LIST = `${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1)}`

/** A word processor reads these, and Lectern what it saves. */
const OTHER_DOCUMENTS = ['.doc', '.wps', '.odt', '.rtf', '.pages']

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
export async function openArticle(path: string, content: Uint8Array | string, encoding: { given?: string | undefined, last?: string | undefined } = {}): Promise<{ file: VFile, encoding: string }> {
  const format = (/\.[^./\\]*$/.exec(path)?.[0] ?? '').toLowerCase()
  if (!FORMATS.includes(format))
    throw refusal(`Unexpected ${format === '' ? 'name without an ending' : `ending \`${format}\``}, expected ${FORMAT_LIST}: ${OTHER_DOCUMENTS.includes(format) ? 'save the article as .docx in its word processor' : 'give a file in one of these formats'}`, { ruleId: 'format' })
  if (content.length === 0)
    throw refusal('the file is empty. Put the article\'s text in it', { ruleId: 'no-words' })
  const decoded = format === '.docx'
    // Its library is loaded for Word documents alone.
    ? { text: await (await import('./docx.ts')).docxToHtml(typeof content === 'string' ? new TextEncoder().encode(content) : content), encoding: 'utf-8' }
    : typeof content === 'string'
      ? { text: content.replace(/^\uFEFF/, ''), encoding: 'utf-8' }
      : decode(content, encoding.given, encoding.last ?? (/^\.html?$/.test(format) ? declaredEncoding(content) : undefined))
  const words = format === '.md' ? withoutHeadData(decoded.text, headDataOf(decoded.text)) : decoded.text
  if (!hasWords(words))
    throw refusal('the file has no words. Put the article\'s text in it', { ruleId: 'no-words' })
  return { file: new VFile({ path, value: decoded.text }), encoding: decoded.encoding }
}

function refusal(reason: string, rule: { ruleId: string }): VFileMessage {
  return new VFileMessage(reason, { ...rule, source: 'lectern' })
}
