import type { DeckSlide } from './slides.ts'
import { matchSlides } from './match.ts'

/** Which slides and decks of three versions are the same. */
export interface Alignment {
  base: DeckSlide[][]
  ours: DeckSlide[][]
  theirs: DeckSlide[][]
  /** From each slide as it was generated to the one that a person has, and to the one that is generated now. */
  toOurs: Map<DeckSlide, DeckSlide>
  toTheirs: Map<DeckSlide, DeckSlide>
  /** Back from both. */
  fromOurs: Map<DeckSlide, DeckSlide>
  fromTheirs: Map<DeckSlide, DeckSlide>
  /** From new slides of the article to the ones of a person's that have their ids already: what a copy from elsewhere brings. */
  twins: Map<DeckSlide, DeckSlide>
  /** For each deck that was generated, the one that it is now; nothing where its part is gone. */
  decks: (number | undefined)[]
}

/** Layouts that every deck has, with much the same words. */
const IN_EVERY_DECK: readonly unknown[] = ['cover', 'outline', 'recap', 'questions']

/**
 * Finds what is the same in three versions of an article's decks.
 *
 * @param base the slides of each deck as they were generated
 * @param ours the same decks as a person has them
 * @param theirs the decks as they are generated now
 * @returns which is which
 */
export function align(base: DeckSlide[][], ours: DeckSlide[][], theirs: DeckSlide[][]): Alignment {
  const toOurs = matchSlides(base.flat(), ours.flat())
  const all = matchSlides(base.flat(), theirs.flat())
  const decks = matchDecks(base, theirs, all)
  // A cover is its own deck's, however much it is like another one's.
  const toTheirs = new Map([...all].filter(([old, now]) => !isInEveryDeck(old) || decks[old.deck] === now.deck))
  const [fromOurs, fromTheirs] = [inverse(toOurs), inverse(toTheirs)]
  const own = new Map(ours.flat().filter(slide => !slide.hidden && !fromOurs.has(slide)).map(slide => [slide.id, slide]))
  const twins = new Map(theirs.flat().flatMap(slide => !fromTheirs.has(slide) && slide.id !== undefined && own.has(slide.id) ? [[slide, own.get(slide.id)!]] : []))
  return { base, ours, theirs, toOurs, toTheirs, fromOurs, fromTheirs, twins, decks }
}

/** Decks are the same where their covers have one id, and so one title; or else where they share the most slides. */
function matchDecks(base: DeckSlide[][], theirs: DeckSlide[][], pairs: Map<DeckSlide, DeckSlide>): (number | undefined)[] {
  const shared = base.map(() => theirs.map(() => 0))
  for (const [old, now] of pairs)
    shared[old.deck]![now.deck]! += !isInEveryDeck(old) ? 1 : old.id !== undefined && old.id === now.id ? base.flat().length : 0
  const ranked = shared.flatMap((row, from) => row.map((count, to) => ({ from, to, count }))).filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)
  const decks: (number | undefined)[] = base.map(() => undefined)
  for (const { from, to } of ranked) {
    if (decks[from] === undefined && !decks.includes(to))
      decks[from] = to
  }
  return decks
}

function isInEveryDeck({ text }: DeckSlide): boolean {
  return IN_EVERY_DECK.includes(text.data.layout)
}

function inverse<Key, Value>(map: Map<Key, Value>): Map<Value, Key> {
  return new Map(Array.from(map, ([key, value]) => [value, key]))
}
