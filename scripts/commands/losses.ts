import type { CheckMessage } from '../check/deck.ts'
import type { Article } from '../files/article.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { Loss } from '../witness/model.ts'
import { warn } from '../article/warn.ts'
import { readDeck } from '../slidev/read.ts'
import { findLosses } from '../witness/witness.ts'

/** The most characters that a message has of what is lost, and of the line that it stands on. */
const MOST_NAMED = 60
const MOST_ROUND = 24

/**
 * Says which words of an article's file are in no deck, though no message says why: a message for each, at its place.
 *
 * @param article the article as it was read; takes the messages
 * @param decks its decks as they are generated
 * @returns how many there are
 */
export async function tellLosses({ file, bytes, encoding }: Article, decks: readonly DeckFile[]): Promise<number> {
  const losses = await lossesOf({ file, bytes, encoding }, decks)
  for (const loss of losses) {
    const advice = 'it is Lectern\'s fault, so please report it; until it is mended, write that place in another way'
    const message = warn(file, 'lost', loss.place, reasonOf(loss, advice))
    message.actual = loss.words
  }
  return losses.length
}

/**
 * The same for `lectern check`, of decks as they were last generated: what a person has taken out since is theirs.
 *
 * @param path the article's path, as messages name it
 * @param article the article as it is read now
 * @param decks the decks as last generated
 * @returns a message for each
 */
export async function lossMessages(
  path: string,
  article: Pick<Article, 'file' | 'bytes' | 'encoding'>,
  decks: readonly DeckFile[],
): Promise<CheckMessage[]> {
  const losses = await lossesOf(article, decks)
  const advice = 'generate the decks again; if that does not help, it is Lectern\'s fault, so please report it'
  return losses.map((loss) => {
    const { line, column } = loss.place ?? { line: 1, column: 1 }
    return { file: path, line, column, ruleId: 'lost', reason: reasonOf(loss, advice), fatal: true }
  })
}

function lossesOf(
  { file, bytes, encoding }: Pick<Article, 'file' | 'bytes' | 'encoding'>,
  decks: readonly DeckFile[],
): Promise<Loss[]> {
  const article = { path: file.path, bytes, encoding, leftOut: file.data.leftOut ?? [] }
  return findLosses(article, decks.flatMap(({ markdown }) => readDeck(markdown)))
}

function reasonOf({ words, paragraph }: Loss, advice: string): string {
  const round = paragraph === words ? '' : ` in “${cut(paragraph, MOST_ROUND)}”`
  const lost = `Unexpected loss of “${cut(words, MOST_NAMED)}”${round}, which is in no deck`
  return `${lost}, expected every word of the file: ${advice}`
}

function cut(words: string, most: number): string {
  const signs = [...words]
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : words
}
