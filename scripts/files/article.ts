import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { decode } from '../article/decode.ts'
import { FORMATS } from '../article/readers.ts'
import { Failure, fileFault } from '../failure.ts'

/** An article that was read: its text as a VFile, and the encoding it had. */
export interface Article {
  file: VFile
  /** The file's name without its ending: the decks' folder. */
  name: string
  encoding: string
  bytes: Uint8Array
}

/**
 * Reads an article.
 *
 * @param path the file
 * @param encoding a WHATWG label that overrides the choice
 * @returns the article, decoded
 * @throws Failure for what is no article: a folder, a picture, nothing at all
 */
export async function readArticle(path: string, encoding?: string): Promise<Article> {
  const format = extname(path).toLowerCase()
  const bytes = await read(path)
  if (!FORMATS.includes(format))
    throw new Failure(`${path}: the ending \`${format}\` is not one of an article. Give a file that ends in ${FORMATS.join(' or ')}.`)
  if (bytes.length === 0)
    throw new Failure(`${path}: the file is empty. Put the article's text in it.`)
  try {
    const decoded = decode(bytes, encoding)
    if (!/[\p{L}\p{N}]/u.test(decoded.text))
      throw new Failure(`${path}: the file has no words. Put the article's text in it.`)
    return { file: new VFile({ path, value: decoded.text }), name: basename(path, extname(path)), encoding: decoded.encoding, bytes }
  }
  catch (error) {
    if (error instanceof VFileMessage)
      throw new Failure(`${path}: ${error.reason}.`, 1, { cause: error })
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
    throw new Failure(`${folder}: there is no article in this folder. Put a file that ends in ${FORMATS.join(' or ')} there, or name one.`)
  return files.map(entry => join(folder, entry.name)).sort()
}
