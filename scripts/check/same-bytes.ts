import type { CheckedArticle, CheckMessage, DeckToCheck, GeneratedDeck } from './deck.ts'
import type { DeckDifference } from './same-decks.ts'
import { isEdited } from './deck.ts'
import { excerpt } from './rules/excerpt.ts'
import { deckDifferences } from './same-decks.ts'

/**
 * Promise 6: the article gives the decks that were generated from it, byte for byte. Where the article has changed
 * since, its decks are older, and that is all there is to say.
 *
 * @param decks the decks as they are
 * @param generated the decks as they were generated
 * @param article the article
 * @param said what has been said of the decks
 * @returns a message for each deck that differs, unless what is wrong with a generated slide of it has been said: the
 *   cure is the same
 */
export function sameBytes(decks: DeckToCheck[], generated: GeneratedDeck[], article: CheckedArticle, said: CheckMessage[]): CheckMessage[] {
  if (article.isNewer)
    return [{ file: decks[0]!.file, line: 1, column: 1, ruleId: 'older-decks', reason: `The decks are older than ${article.path}, which has changed since; \`lectern generate\` makes them again, and keeps what was changed by hand`, fatal: false }]
  return deckDifferences(generated, article.decks).flatMap((difference): CheckMessage[] => {
    const name = difference.name
    const deck = decks.find(other => `${other.deck.name}.md` === name)
    return deck && isSaid(deck, said) ? [] : [toMessage(difference, deck, decks[0]!, generated.find(other => other.name === name))]
  })
}

function isSaid(deck: DeckToCheck, said: CheckMessage[]): boolean {
  return said.some(({ file, slide, fatal }) => fatal && file === deck.file && (slide === undefined || !isEdited(deck, slide - 1)))
}

function toMessage({ name, line, kept, given }: DeckDifference, deck: DeckToCheck | undefined, first: DeckToCheck, generated: GeneratedDeck | undefined): CheckMessage {
  // A deck that nobody has changed has the same lines.
  const isAsKept = deck && generated && deck.slides.length === generated.slides.length && deck.state?.slides.every(({ state }) => state === 'generated')
  const what = kept === undefined ? 'end' : given === undefined ? 'line' : `line “${excerpt(kept)}”`
  const expected = given === undefined ? 'none' : `“${excerpt(given)}”`
  return { file: (deck ?? first).file, line: isAsKept ? line : 1, column: 1, ruleId: 'same-decks', reason: `Unexpected ${what} in .lectern/${name}:${line}, expected ${expected}, which the article gives: run \`lectern generate\``, fatal: true }
}
