import type { Alignment } from './align.ts'
import type { DeckSlide } from './slides.ts'
import { comesBack } from './deleted.ts'
import { movedOf } from './order.ts'

/** A place in the merged decks: where one begins, or a slide of a person's, of the article's, or of both. */
export interface Place {
  /** Begins this deck. */
  deck?: number
  ours?: DeckSlide
  theirs?: DeckSlide
  /** A person has taken the slide out, and it has words now that they have kept elsewhere. */
  isBack?: boolean
}

/**
 * Puts the slides of two versions in one order: the article's, with a person's own slides, and those that were moved, after the slide
 * that they stand after in the person's decks. Slides that a person has taken out are left out.
 *
 * @param alignment which slides are the same
 * @param isKept whether a slide of a person's stays that the article has no more
 * @returns all places in order, each deck's beginning before its slides
 */
export function arrange(alignment: Alignment, isKept: (ours: DeckSlide) => boolean): Place[] {
  const { ours, theirs, toOurs, fromOurs, fromTheirs, twins, decks } = alignment
  const heads = theirs.map((_, deck): Place => ({ deck }))
  const isBack = comesBack(alignment)
  const placeOf = new Map<DeckSlide, Place>()
  const order: Place[] = theirs.flatMap((slides, deck) => [heads[deck]!, ...slides.flatMap((slide): Place[] => {
    const old = fromTheirs.get(slide)
    const own = old ? toOurs.get(old) : twins.get(slide)
    if (old && !own)
      return isBack(slide, old) ? [{ theirs: slide, isBack: true }] : []
    const place = { theirs: slide, ...(own && { ours: own }) }
    if (own)
      placeOf.set(own, place)
    return [place]
  })])
  for (const [from, slides] of ours.entries()) {
    const to = decks[from]
    // What has nowhere to go is kept elsewhere, with its whole deck.
    if (to === undefined)
      continue
    const moved = movedSlides(slides, from, alignment)
    let after = heads[to]!
    for (const slide of slides) {
      const known = placeOf.get(slide)
      if (!known && fromOurs.has(slide) && !isKept(slide))
        continue
      const place = known ?? { ours: slide }
      if (known && moved.has(slide))
        order.splice(order.indexOf(known), 1)
      if (!known || moved.has(slide))
        order.splice(order.indexOf(after) + 1, 0, place)
      after = place
    }
  }
  return order
}

/** What a person has moved, within a deck or into it. */
function movedSlides(slides: DeckSlide[], deck: number, { base, fromOurs }: Alignment): Set<DeckSlide> {
  const known = slides.filter(slide => fromOurs.has(slide))
  const own = known.filter(slide => fromOurs.get(slide)!.deck === deck)
  const moved = movedOf(own.map(slide => base[deck]!.indexOf(fromOurs.get(slide)!)))
  return new Set([...known.filter(slide => !own.includes(slide)), ...own.filter((_, index) => moved.has(index))])
}
