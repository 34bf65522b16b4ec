import type { Alignment } from './align.ts'
import type { DeckSlide } from './slides.ts'
import { deletionsOf, piecesOf } from './deleted.ts'
import { movedOf } from './order.ts'

/** A place in the merged decks: where one begins, or a slide of a person's, of the article's, or of both. */
export interface Place {
  /** Begins this deck. */
  deck?: number
  ours?: DeckSlide
  theirs?: DeckSlide
  /**
   * A person has taken the slide out, and it has words now that they have kept elsewhere; or they have kept it, and it
   * has words that they have taken out, or put elsewhere.
   */
  surprise?: 'back' | 'rejoined' | 'returned'
}

/**
 * Puts the slides of two versions in one order: the article's, with a person's own slides, and those that were moved,
 * after the slide that they stand after in the person's decks. Slides that a person has taken out are left out.
 *
 * @param alignment which slides are the same
 * @param isKept whether a slide of a person's stays that the article has no more
 * @returns all places in order, each deck's beginning before its slides
 */
export function arrange(alignment: Alignment, isKept: (ours: DeckSlide) => boolean): Place[] {
  const { ours, fromOurs, decks } = alignment
  const { order, placeOf, heads } = articlePlaces(alignment)
  /** Where a deck begins; one that stands within another now, before the first slide of it that is there. */
  const beginningOf = (slides: DeckSlide[], from: number): Place => {
    const first = slides.find(slide => placeOf.has(slide))
    const isWithin = decks.indexOf(decks[from]) < from
    return isWithin && first ? order[order.indexOf(placeOf.get(first)!) - 1]! : heads[decks[from]!]!
  }
  for (const [from, slides] of ours.entries()) {
    // What has nowhere to go is kept elsewhere, with its whole deck.
    if (decks[from] === undefined)
      continue
    const moved = movedSlides(slides, from, alignment)
    const said = new Set<string>()
    let after = beginningOf(slides, from)
    for (const slide of slides) {
      const known = placeOf.get(slide)
      const old = fromOurs.get(slide)
      for (const piece of old ? piecesOf(old) : [])
        said.add(piece)
      if (!known && old && !isKept(slide)) {
        if (moved.has(slide))
          markReturned(order, old, alignment)
        continue
      }
      const place = known ?? { ours: slide }
      if (known && moved.has(slide))
        order.splice(order.indexOf(known), 1)
      if (!known || moved.has(slide))
        order.splice(endOf(after, said, order) + 1, 0, place)
      after = place
    }
  }
  return order
}

/** The article's slides in order, each with the one that a person has of it, behind the beginning of their deck. */
function articlePlaces(alignment: Alignment): { order: Place[], placeOf: Map<DeckSlide, Place>, heads: Place[] } {
  const { theirs, toOurs, fromTheirs, twins } = alignment
  const heads = theirs.map((_, deck): Place => ({ deck }))
  const { comesBack, deletedOn } = deletionsOf(alignment)
  const placeOf = new Map<DeckSlide, Place>()
  const placesOf = (slide: DeckSlide): Place[] => {
    const old = fromTheirs.get(slide)
    const own = old ? toOurs.get(old) : twins.get(slide)
    if (old && !own)
      return comesBack(slide, old) ? [{ theirs: slide, surprise: 'back' }] : []
    const deleted = deletedOn(slide, old)
    if (!own && deleted === 'all')
      return []
    const place: Place = {
      theirs: slide,
      ...(own && { ours: own }),
      ...(deleted !== 'none' && { surprise: 'rejoined' }),
    }
    if (own)
      placeOf.set(own, place)
    return [place]
  }
  const order = theirs.flatMap((slides, deck) => [heads[deck]!, ...slides.flatMap(placesOf)])
  return { order, placeOf, heads }
}

/** A slide that a person has moved is one with others now: its words stand where they did not stand before. */
function markReturned(order: Place[], old: DeckSlide, { fromTheirs }: Alignment): void {
  const moved = new Set(piecesOf(old))
  for (const place of order) {
    const before = place.theirs && fromTheirs.get(place.theirs)
    const known = new Set(before ? piecesOf(before) : [])
    if (place.theirs && piecesOf(place.theirs).some(piece => moved.has(piece) && !known.has(piece)))
      place.surprise ??= 'returned'
  }
}

/** Where a place ends: what follows on a slide of its own now, and was said before, goes with it. */
function endOf(place: Place, said: ReadonlySet<string>, order: Place[]): number {
  let at = order.indexOf(place)
  for (let next = order[at + 1]; next?.theirs && !next.ours; next = order[at + 1]) {
    const pieces = piecesOf(next.theirs)
    if (pieces.length === 0 || !pieces.every(piece => said.has(piece)))
      break
    at += 1
  }
  return at
}

/** What a person has moved, within a deck or into it. */
function movedSlides(slides: DeckSlide[], deck: number, { base, fromOurs }: Alignment): Set<DeckSlide> {
  const known = slides.filter(slide => fromOurs.has(slide))
  const own = known.filter(slide => fromOurs.get(slide)!.deck === deck)
  const moved = movedOf(own.map(slide => base[deck]!.indexOf(fromOurs.get(slide)!)))
  return new Set([...known.filter(slide => !own.includes(slide)), ...own.filter((_, index) => moved.has(index))])
}
