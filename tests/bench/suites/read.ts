import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Outline } from '../../../scripts/outline/types.ts'
import type { DeckFile } from '../../../scripts/slidev/stringify.ts'
import type { Loss } from '../../../scripts/witness/model.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFileMessage } from 'vfile-message'
import { openArticle } from '../../../scripts/article/open.ts'
import { DEFAULT_OPTIONS } from '../../../scripts/deck/plan.ts'
import { joinLines } from '../../../scripts/outline/json.ts'
import { decksOf } from '../../../scripts/pipeline.ts'
import { lecternParse } from '../../../scripts/plugins.ts'
import { readDeck } from '../../../scripts/slidev/read.ts'
import { maskHtml } from '../../../scripts/witness/html.ts'
import { JOINT, plainOf } from '../../../scripts/witness/plain.ts'
import { findLosses } from '../../../scripts/witness/witness.ts'

/** What Lectern makes of a file. */
export interface Reading {
  file: VFile
  outline: Outline
  decks: DeckFile[]
  /** What the second reader misses in the decks. */
  losses: Loss[]
  title: string
  byline: string
  /** All that stands below the title block, headings and captions too. */
  body: string
  /** The same without captions. */
  text: string
}

/**
 * Reads an article and makes its decks.
 *
 * @param path its name: the ending says the format
 * @param content its bytes or its text
 * @returns what came of it, or the message with which it is refused
 */
export async function read(path: string, content: Uint8Array | string): Promise<Reading | VFileMessage> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  try {
    const { file, encoding } = await openArticle(path, bytes)
    const { outline, decks } = decksOf(file, { ...DEFAULT_OPTIONS, density: 'full', theme: '../../themes/study' })
    const slides = decks.flatMap(({ markdown }) => readDeck(markdown))
    const losses = await findLosses({ path, bytes, encoding, leftOut: file.data.leftOut ?? [] }, slides)
    return {
      file,
      outline,
      decks,
      losses,
      title: outline.title.value,
      byline: joinLines(outline.byline),
      body: bodyOf(outline, captionsOf(file)),
      text: bodyOf(outline, () => false),
    }
  }
  catch (error) {
    if (error instanceof VFileMessage)
      return error
    throw error
  }
}

/** Of a page's pictures the captions are text, and descriptions are none. */
function captionsOf(file: VFile): (words: string) => boolean {
  if (!/^\.html?$/.test(file.extname ?? ''))
    return () => true
  const page = squeeze(plainOf(maskHtml(String(file))).text.replaceAll(JOINT, ''))
  return words => page.includes(squeeze(words))
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/**
 * The words of an outline, once each: a title that stands in the text as well is not said again. Of what pictures say
 * it has what `isText` lets pass.
 */
function bodyOf({ lead, parts, closing }: Outline, isText: (words: string) => boolean): string {
  const titled = (title: Outline['parts'][number]['title']): string[] => title.data?.repeats ? [] : [title.value]
  const texts = (passages: Outline['lead']): string[] => passages.filter(({ image, text }) => !image || isText(text)).map(wordsOf)
  return [
    ...texts(lead),
    ...parts.flatMap(part => [
      ...titled(part.title),
      ...texts(part.lead),
      ...part.points.flatMap(point => [...titled(point.title), ...texts(point.passages)]),
      ...texts(part.closing),
    ]),
    ...texts(closing),
  ].join('\n')
}

/** A passage without its formulas: a page draws them, and Lectern has their TeX. */
function wordsOf({ kind, text, slice }: Outline['lead'][number]): string {
  const phrasing = slice(0, text.length).data?.phrasing?.filter(({ type }) => type !== 'inlineMath')
  return kind === 'formula' ? '' : phrasing?.map(node => toString(node)).join('') ?? text
}

/**
 * An article's tree, before headings are inferred.
 *
 * @param file the article, as `read` has opened it
 */
export function treeOf(file: VFile): Root {
  return unified().use(lecternParse).parse(file)
}

/**
 * The files below a folder.
 *
 * @param folder where to look
 * @param ending how their names end
 * @returns their paths, in order
 */
export async function filesBelow(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter(name => ending.test(name)).sort().map(name => join(folder, name))
}

/**
 * A file of JSON.
 *
 * @param path where it is
 */
export async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T
}
