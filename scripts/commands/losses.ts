import type { CheckMessage } from '../check/deck.ts'
import type { Article } from '../files/article.ts'
import type { Wording } from '../messages/model.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { Loss } from '../witness/model.ts'
import { warn } from '../article/warn.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
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
    const message = warn(file, 'lost', loss.place, lossOf('lost-generate', loss))
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
  return losses.map((loss) => {
    const { line, column } = loss.place ?? { line: 1, column: 1 }
    return { file: path, line, column, ruleId: 'lost', ...reasonFor(lossOf('lost-check', loss)), fatal: true }
  })
}

function lossesOf(
  { file, bytes, encoding }: Pick<Article, 'file' | 'bytes' | 'encoding'>,
  decks: readonly DeckFile[],
): Promise<Loss[]> {
  const article = { path: file.path, bytes, encoding, leftOut: file.data.leftOut ?? [] }
  return findLosses(article, decks.flatMap(({ markdown }) => readDeck(markdown)))
}

function lossOf(what: 'lost-generate' | 'lost-check', { words, paragraph }: Loss): Wording {
  const round = paragraph === words ? '' : wording('lost-round', { round: cut(paragraph, MOST_ROUND) })
  return wording(what, { words: cut(words, MOST_NAMED), round })
}

function cut(words: string, most: number): string {
  const signs = [...words]
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : words
}
