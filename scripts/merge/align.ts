import type { DeckSlide } from './slides.ts'
import { MAPS } from '../slidev/layouts.ts'
import { matchSlides } from './match.ts'
import { titleOf } from './slides.ts'

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
  /**
   * From new slides of the article to the ones of a person's that have their ids already: what a copy from elsewhere
   * brings.
   */
  twins: Map<DeckSlide, DeckSlide>
  /**
   * For each deck that was generated, the one that it is now, which may be that of several; nothing where its part is
   * gone.
   */
  decks: (number | undefined)[]
}

const OPENING: readonly unknown[] = ['cover', 'section']
/**
 * Of the slides that a deck had, such a share makes another deck its own as well; of those that the next one has, such
 * a share an earlier one.
 */
const JOINED = 1 / 2
const BEGUN = 1 / 4

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
  const all = matchSlides(base.flat(), theirs.flat(), (old, now) => kindOf(old) === kindOf(now))
  const decks = matchDecks(base, theirs, all)
  // A cover is its own deck's, however much it is like another one's; what opens a part goes with the part.
  const isOwn = ([old, now]: [DeckSlide, DeckSlide]): boolean =>
    !isInEveryDeck(old) || decks[old.deck] === now.deck || isSameSection(old, now)
  const own = [...all].filter(isOwn)
  const toTheirs = withOpenings(new Map(own), base, theirs, decks)
  const [fromOurs, fromTheirs] = [inverse(toOurs), inverse(toTheirs)]
  const isAdded = (slide: DeckSlide): boolean => !slide.hidden && !fromOurs.has(slide)
  const added = new Map(ours.flat().filter(isAdded).map(slide => [slide.id, slide]))
  const twins = new Map(theirs.flat().flatMap((slide) => {
    const twin = fromTheirs.has(slide) || slide.id === undefined ? undefined : added.get(slide.id)
    return twin ? [[slide, twin]] : []
  }))
  return { base, ours, theirs, toOurs, toTheirs, fromOurs, fromTheirs, twins, decks }
}

/**
 * Decks are the same where their covers have one id, and so one title; or else where they share the most slides. Where
 * all are one deck now, or parts have been joined, a deck is what most of its slides are in; one that is several now
 * goes with its beginning.
 */
function matchDecks(
  base: DeckSlide[][],
  theirs: DeckSlide[][],
  pairs: Map<DeckSlide, DeckSlide>,
): (number | undefined)[] {
  const shared = base.map(() => theirs.map(() => 0))
  for (const [old, now] of pairs)
    shared[old.deck]![now.deck]! += isInEveryDeck(old) ? weightOfId(old, now, base) : 1
  const ranked = shared
    .flatMap((row, from) => row.map((count, to) => ({ from, to, count })))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
  const decks: (number | undefined)[] = base.map(() => undefined)
  for (const { from, to } of ranked) {
    if (decks[from] === undefined && !decks.includes(to))
      decks[from] = to
  }
  if (base.length === 1 && decks[0] !== undefined)
    return [shared[0]!.findIndex(count => count >= BEGUN * shared[0]![decks[0]!]!)]
  const joinedTo = (from: number): number => {
    const own = base[from]!.filter(slide => !isInEveryDeck(slide))
    const shareIn = (to: number): number => own.filter(slide => pairs.get(slide)?.deck === to).length
    return theirs.findIndex((_, to) => own.length > 0 && shareIn(to) >= JOINED * own.length)
  }
  return decks.map((deck, from) => deck ?? joinedTo(from)).map(deck => deck === -1 ? undefined : deck)
}

/** What stands in every deck tells decks apart by its id alone, and then more than all other slides. */
function weightOfId(old: DeckSlide, now: DeckSlide, base: DeckSlide[][]): number {
  return old.id !== undefined && old.id === now.id ? base.flat().length : 0
}

/**
 * A deck opens with a cover or with a section, which may have changed since: it is the same slide. In a deck of several
 * parts it is known by its title.
 */
function withOpenings(
  pairs: Map<DeckSlide, DeckSlide>,
  base: DeckSlide[][],
  theirs: DeckSlide[][],
  decks: (number | undefined)[],
): Map<DeckSlide, DeckSlide> {
  const backwards = inverse(pairs)
  for (const [from, [old]] of base.entries()) {
    const deck = theirs[decks[from] ?? -1] ?? []
    if (!old || !isOpening(old) || isOpening(pairs.get(old)))
      continue
    const isSame = (slide: DeckSlide): boolean => isOpening(slide) && titleOf(slide.text) === titleOf(old.text)
    const now = decks.indexOf(decks[from]) === from ? deck[0] : deck.find(isSame)
    if (!now || !isOpening(now) || isOpening(backwards.get(now)))
      continue
    if (backwards.has(now))
      pairs.delete(backwards.get(now)!)
    pairs.set(old, now)
  }
  return pairs
}

function isOpening(slide: DeckSlide | undefined): boolean {
  return OPENING.includes(slide?.text.data.layout)
}

function isSameSection(old: DeckSlide, now: DeckSlide): boolean {
  return old.text.data.layout === 'section' && old.id === now.id
}

/** Only what is of one kind can have become the other. */
function kindOf(slide: DeckSlide): unknown {
  if (isOpening(slide))
    return OPENING
  return isInEveryDeck(slide) ? slide.text.data.layout : undefined
}

function isInEveryDeck({ text }: DeckSlide): boolean {
  return MAPS.has(String(text.data.layout))
}

function inverse<Key, Value>(map: Map<Key, Value>): Map<Value, Key> {
  return new Map(Array.from(map, ([key, value]) => [value, key]))
}
