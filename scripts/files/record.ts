import type { DeckOptions } from '../deck/types.ts'
import { join } from 'node:path'
import { DECK_RULES } from '../deck/options.ts'
import { readText } from './write.ts'

/** What `generate` keeps beside the decks, in `.lectern/article.json`: how they were made. Meant to be committed. */
export interface DeckRecord {
  /** The article's path, relative to the decks' folder. */
  article: string
  /** SHA-256 of the article's bytes. */
  hash: string
  encoding: string
  /** The logo's path is relative to the decks' folder. */
  options: Partial<DeckOptions> & { theme?: string }
  /** The title block, for the start page. */
  title?: string
  subtitle?: string
  byline?: string
  /** Whose talk it is, as the start page says it, and who speaks. */
  talk?: string
  speaker?: string
}

/** The folder of the record and of the decks as last generated. */
export const RECORD_FOLDER = '.lectern'
const RECORD = 'article.json'

/**
 * Reads how an article's decks were made.
 *
 * @param folder the decks' folder
 * @returns the record, or nothing where there is none that can be read
 */
export async function readRecord(folder: string): Promise<DeckRecord | undefined> {
  const text = await readText(join(folder, RECORD_FOLDER, RECORD))
  try {
    const data = JSON.parse(text ?? '') as Partial<DeckRecord>
    const { article, hash, encoding } = data
    if (typeof article !== 'string' || typeof hash !== 'string' || typeof encoding !== 'string')
      return undefined
    const keys = ['title', 'subtitle', 'byline', 'talk', 'speaker'] as const
    const block = Object.fromEntries(keys.filter(key => typeof data[key] === 'string').map(key => [key, data[key]]))
    return { article, hash, encoding, options: validOptions(data.options ?? {}), ...block }
  }
  catch {
    return undefined
  }
}

/** A record may have been edited: only what is an option is taken from it. */
function validOptions(options: DeckRecord['options']): DeckRecord['options'] {
  const own = Object.entries(DECK_RULES).filter(([option, [isValid]]) => isValid(options[option as keyof DeckOptions]))
  return {
    ...Object.fromEntries(own.map(([option]) => [option, options[option as keyof DeckOptions]])),
    ...(typeof options.theme === 'string' && { theme: options.theme }),
  }
}

/**
 * Writes a record as a file's text.
 *
 * @param folder the decks' folder
 * @param record how they were made
 * @returns the file to be
 */
export function recordFile(folder: string, record: DeckRecord): { path: string, content: string } {
  return { path: join(folder, RECORD_FOLDER, RECORD), content: `${JSON.stringify(record, undefined, 2)}\n` }
}
