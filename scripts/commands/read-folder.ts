import type { LoadedDeck } from '../build/decks.ts'
import type { CheckedArticle, CheckMessage, DeckToCheck, GeneratedDeck } from '../check/deck.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import { join } from 'node:path'
import { VFileMessage } from 'vfile-message'
import { loadDecks } from '../build/decks.ts'
import { Failure } from '../failure.ts'
import { readArticle } from '../files/article.ts'
import { hashOf } from '../files/hash.ts'
import { readRecord, RECORD_FOLDER } from '../files/record.ts'
import { labelsFor } from '../language/labels.ts'
import { statesOf } from '../merge/states.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { readDeck } from '../slidev/read.ts'
import { faultOf } from './console.ts'
import { lossMessages } from './losses.ts'
import { makeDecks } from './make-decks.ts'
import { readDecks } from './regenerate.ts'

/** A folder's decks as they are and as they were generated. */
export interface FolderToCheck { decks: DeckToCheck[], generated: GeneratedDeck[] }

/**
 * Reads the decks of a folder, with what people have made of them since they were generated.
 *
 * @param folder such as `slides/NAME`
 * @returns the decks
 * @throws Failure for a folder without decks, and for a deck that cannot be read
 */
export async function readFolder(folder: string): Promise<FolderToCheck> {
  const loaded = await loadDecks(folder)
  const base = await readDecks(join(folder, RECORD_FOLDER))
  const now = new Map(loaded.map(deck => [`${deck.name}.md`, deck]))
  // Those that were generated come first: where a slide comes from is told by their order.
  const names = [...new Set([...base.keys(), ...now.keys()])]
  const labels = labelsFor(String(loaded[0]!.data.headmatter.lang ?? ''))
  const files = (text: (name: string) => string | undefined): DeckFile[] =>
    names.map(name => ({ name, markdown: text(name) ?? '' }))
  const textNow = (name: string): string | undefined => now.has(name) ? textOf(now.get(name)!) : undefined
  const states = statesOf(files(name => base.get(name)), files(textNow), labels.conflict)
  const generatedNames = names.filter(name => base.has(name))
  return {
    decks: loaded.map((deck): DeckToCheck => {
      const name = `${deck.name}.md`
      const file = join(folder, name)
      // A deck that nobody generated is nobody's edit.
      const state = base.has(name) && { state: states[names.indexOf(name)]! }
      return { file, deck, slides: readDeck(textOf(deck)), ...state }
    }),
    generated: generatedNames.map((name) => {
      const markdown = base.get(name)!
      return { name, markdown, slides: readDeck(markdown) }
    }),
  }
}

function textOf({ path, data }: LoadedDeck): string {
  return data.markdownFiles[path]!.raw
}

/**
 * Reads the article that a folder's decks were made from, and makes them again.
 *
 * @param folder the decks' folder
 * @param decks the decks
 * @param generated the decks as they were generated
 * @returns the article with its decks, where the folder names one, and messages: why it cannot be read, or which of its
 *   words are in no deck that was generated from it
 */
export async function articleOf(
  folder: string,
  decks: DeckToCheck[],
  generated: GeneratedDeck[],
): Promise<{ article?: CheckedArticle, messages: CheckMessage[] }> {
  const record = await readRecord(folder)
  if (!record)
    return { messages: [] }
  const path = join(folder, record.article)
  try {
    const article = await readArticle(path, { last: record.encoding })
    const made = await makeDecks(article, folder, record)
    const isNewer = hashOf(article.bytes) !== record.hash
    const messages = isNewer ? [] : await lossMessages(path, article, generated)
    return { article: { path, outline: made.outline, decks: made.decks, talk: made.talk, isNewer }, messages }
  }
  catch (error) {
    if (!(error instanceof Failure || error instanceof VFileMessage))
      throw error
    const reason = reasonFor(wording('article-not-checked', { fault: faultOf(error) }))
    return { messages: [{ file: decks[0]!.file, line: 1, column: 1, ruleId: 'article', ...reason, fatal: true }] }
  }
}
