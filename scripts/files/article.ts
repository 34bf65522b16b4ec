import type { VFile } from 'vfile'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { VFileMessage } from 'vfile-message'
import { openArticle } from '../article/open.ts'
import { FORMATS } from '../article/readers.ts'
import { Failure, fileFault } from '../failure.ts'
import { either, wording } from '../messages/wording.ts'
import { readWholeFile } from './read.ts'

/**
 * An article that was read: its text as a VFile, and the encoding it had. Of a Word document the text is the HTML that
 * it has become.
 */
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
 * @param encoding a WHATWG label
 * @param encoding.given overrides the choice
 * @param encoding.last what the article was read in the last time: it counts where the bytes are not plainly something
 *   else
 * @returns the article, decoded
 * @throws Failure for what is no article: a folder, a picture, nothing at all
 */
export async function readArticle(
  path: string,
  encoding: { given?: string | undefined, last?: string | undefined } = {},
): Promise<Article> {
  if (/^\.*$/.test(basename(path, extname(path)))) {
    const name = `article${extname(path).toLowerCase()}`
    throw new Failure(wording('article-name', { path, name }))
  }
  const bytes = await read(path)
  try {
    return { ...await openArticle(path, bytes, encoding), name: basename(path, extname(path)), bytes }
  }
  catch (error) {
    if (error instanceof VFileMessage) {
      const place = [path, error.line, error.column].filter(part => part !== undefined).join(':')
      throw new Failure(wording('place', { path: place, fault: error.wording ?? error.reason }), 1, { cause: error })
    }
    throw error
  }
}

async function read(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory())
      throw new Failure(wording('article-is-folder', { path, example: join(path, 'article.txt') }))
    return await readWholeFile(path)
  }
  catch (error) {
    if (error instanceof Failure)
      throw error
    throw new Failure(wording('article-unreadable', { path, fault: fileFault(error) }), 1, { cause: error })
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
    throw new Failure(wording('no-articles', { folder, formats: either(FORMATS) }))
  return files.map(entry => join(folder, entry.name)).sort()
}
