import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { declaredEncoding, decode } from '../article/decode.ts'
import { docxToHtml } from '../article/docx.ts'
import { FRONTMATTER } from '../article/frontmatter.ts'
import { FORMATS } from '../article/readers.ts'
import { Failure, fileFault } from '../failure.ts'

/** An article that was read: its text as a VFile, and the encoding it had. Of a Word document the text is the HTML that it has become. */
export interface Article {
  file: VFile
  /** The file's name without its ending: the decks' folder. */
  name: string
  encoding: string
  bytes: Uint8Array
}

const FORMAT_LIST = `${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1)}`

/**
 * Reads an article.
 *
 * @param path the file
 * @param encoding a WHATWG label
 * @param encoding.given overrides the choice
 * @param encoding.last what the article was read in the last time: it counts where the bytes are not plainly something else
 * @returns the article, decoded
 * @throws Failure for what is no article: a folder, a picture, nothing at all
 */
export async function readArticle(path: string, encoding: { given?: string | undefined, last?: string | undefined } = {}): Promise<Article> {
  const format = extname(path).toLowerCase()
  if (/^\.*$/.test(basename(path, extname(path))))
    throw new Failure(`${path}: this file name is no name for a folder of decks. Rename the article, to article${format} say.`)
  const bytes = await read(path)
  if (!FORMATS.includes(format))
    throw new Failure(`${path}: the ending \`${format}\` is not one of an article. ${format === '.doc' || format === '.wps' || format === '.odt' ? 'Save it as .docx in its word processor.' : `Give a file that ends in ${FORMAT_LIST}.`}`)
  if (bytes.length === 0)
    throw new Failure(`${path}: the file is empty. Put the article's text in it.`)
  try {
    const decoded = format === '.docx'
      ? { text: await docxToHtml(bytes), encoding: 'utf-8' }
      : decode(bytes, encoding.given, encoding.last ?? (/^\.html?$/.test(format) ? declaredEncoding(bytes) : undefined))
    const words = format === '.md' ? decoded.text.replace(FRONTMATTER, '') : decoded.text
    if (!/[\p{L}\p{N}]/u.test(words))
      throw new Failure(`${path}: the file has no words. Put the article's text in it.`)
    return { file: new VFile({ path, value: decoded.text }), name: basename(path, extname(path)), encoding: decoded.encoding, bytes }
  }
  catch (error) {
    if (error instanceof VFileMessage)
      throw new Failure(`${[path, error.line, error.column].filter(part => part !== undefined).join(':')}: ${error.reason}.`, 1, { cause: error })
    throw error
  }
}

async function read(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory())
      throw new Failure(`${path}: this is a folder. Give the article's file, such as ${join(path, 'article.txt')}.`)
    return await readFile(path)
  }
  catch (error) {
    if (error instanceof Failure)
      throw error
    throw new Failure(`${path}: the article cannot be read, ${fileFault(error)}. Check the path.`, 1, { cause: error })
  }
}

/**
 * Lists the articles of a folder.
 *
 * @param folder such as `source`
 * @returns their paths, in order of their names
 * @throws Failure where the folder has none
 */
export async function listArticles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files = entries.filter(entry => entry.isFile() && FORMATS.includes(extname(entry.name).toLowerCase()))
  if (files.length === 0)
    throw new Failure(`${folder}: there is no article in this folder. Put a file that ends in ${FORMAT_LIST} there, or name one.`)
  return files.map(entry => join(folder, entry.name)).sort()
}
