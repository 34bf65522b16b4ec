import type { Plain } from './plain.ts'
import type { WitnessedArticle } from './witness.ts'
import { decodeBytes } from './decode.ts'
import { textOfDocx } from './docx.ts'
import { maskHtml } from './html.ts'
import { maskMarkdown } from './markdown.ts'
import { plainOf } from './plain.ts'
import { doubtfulIn } from './text.ts'

/** An article's words, the places of what may be words or markup, and its lines. */
export interface Source {
  plain: Plain
  /** Ranges of its words of which only the decks tell whether they are any. */
  doubtful: [from: number, to: number][]
  /** The line and column of a place in the words, from 1; none where the format has no lines. */
  pointOf: (index: number) => { line: number, column: number } | undefined
}

/**
 * Reads an article's file by the plainest means: its bytes decoded, its markup stripped.
 *
 * @param article the file
 * @returns its words
 */
export async function readSource({ path, bytes, encoding }: WitnessedArticle): Promise<Source> {
  const format = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase()
  if (format === '.docx')
    return { plain: plainOf(await textOfDocx(bytes)), doubtful: [], pointOf: () => undefined }
  const text = decodeBytes(bytes, encoding)
  const plain = plainOf(format === '.md' ? maskMarkdown(text) : format === '.txt' ? text : maskHtml(text))
  return { plain, doubtful: format === '.txt' ? doubtfulIn(plain.text) : [], pointOf: index => pointIn(text, plain.placeOf(index)) }
}

function pointIn(text: string, offset: number): { line: number, column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\r\n]/)
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
