import type { Wording } from '../messages/model.ts'
import type { CheckedArticle, CheckMessage, DeckToCheck, GeneratedDeck } from './deck.ts'
import type { DeckDifference } from './same-decks.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
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
export function sameBytes(
  decks: DeckToCheck[],
  generated: GeneratedDeck[],
  article: CheckedArticle,
  said: CheckMessage[],
): CheckMessage[] {
  if (article.isNewer)
    return [olderDecks(decks[0]!.file, article.path)]
  return deckDifferences(generated, article.decks).flatMap((difference): CheckMessage[] => {
    const name = difference.name
    const deck = decks.find(other => `${other.deck.name}.md` === name)
    const made = generated.find(other => other.name === name)
    return deck && isSaid(deck, said) ? [] : [toMessage(difference, deck, decks[0]!, made)]
  })
}

function olderDecks(file: string, path: string): CheckMessage {
  const older = reasonFor(wording('older-decks', { path }))
  return { file, line: 1, column: 1, ruleId: 'older-decks', ...older, fatal: false }
}

function isSaid(deck: DeckToCheck, said: CheckMessage[]): boolean {
  const isGenerated = (slide: number | undefined): boolean => slide === undefined || !isEdited(deck, slide - 1)
  return said.some(({ file, slide, fatal }) => fatal && file === deck.file && isGenerated(slide))
}

function toMessage(
  { name, line, kept, given }: DeckDifference,
  deck: DeckToCheck | undefined,
  first: DeckToCheck,
  generated: GeneratedDeck | undefined,
): CheckMessage {
  return {
    file: (deck ?? first).file,
    line: isAsGenerated(deck, generated) ? line : 1,
    column: 1,
    ruleId: 'same-decks',
    ...reasonFor(differenceAt(name, line, kept, given)),
    fatal: true,
  }
}

function differenceAt(name: string, line: number, kept: string | undefined, given: string | undefined): Wording {
  if (given === undefined)
    return wording('same-decks-more', { name, line })
  if (kept === undefined)
    return wording('same-decks-end', { name, line, given: excerpt(given) })
  return wording('same-decks-line', { name, line, kept: excerpt(kept), given: excerpt(given) })
}

/** Whether nobody has changed a deck: it has the lines of the generated one. */
function isAsGenerated(deck: DeckToCheck | undefined, generated: GeneratedDeck | undefined): boolean {
  if (!deck?.state || !generated)
    return false
  const isSame = deck.state.slides.every(({ state }) => state === 'generated')
  return isSame && deck.slides.length === generated.slides.length
}
