import type { Alignment } from './align.ts'
import type { DeckSlide } from './slides.ts'

/** Shorter ones are said more than once. */
const SHORTEST = 6

/** What is to become of a slide of words that a person has taken out. */
export interface Deletions {
  /** Whether a slide that was taken out must come back: words of one that the person has kept stand on it now. */
  comesBack: (theirs: DeckSlide, old: DeckSlide) => boolean
  /** Whether words that were taken out with another slide stand on it: on none, on some of its sentences, or on all. */
  deletedOn: (theirs: DeckSlide, old: DeckSlide | undefined) => 'none' | 'some' | 'all'
}

/**
 * Tells what a person has taken out, word by word: when the article changes, or is laid out anew, its words are parted
 * anew, and those of a slide that was deleted may stand with those of one that was kept.
 *
 * @param alignment which slides are the same
 * @returns what is known of slides that are generated now
 */
export function deletionsOf({ base, toOurs }: Pick<Alignment, 'base' | 'toOurs'>): Deletions {
  const pieces = (isKept: boolean): Set<string> =>
    new Set(base.flat().filter(slide => toOurs.has(slide) === isKept).flatMap(piecesOf))
  const [kept, deleted] = [pieces(true), pieces(false)]
  return {
    comesBack: (theirs, old) => {
      const before = new Set(piecesOf(old))
      return piecesOf(theirs).some(piece => kept.has(piece) && !before.has(piece))
    },
    deletedOn: (theirs, old) => {
      const before = new Set(old ? piecesOf(old) : [])
      const pieces = piecesOf(theirs)
      const count = pieces.filter(piece => deleted.has(piece) && !kept.has(piece) && !before.has(piece)).length
      if (count === 0)
        return 'none'
      return count === pieces.length ? 'all' : 'some'
    },
  }
}

/**
 * What is said on a slide, by its marks: a note is parted at these and nowhere else.
 *
 * @param slide the slide
 * @param slide.text its text
 * @returns sentences and halves of sentences, without the shortest
 */
export function piecesOf({ text }: DeckSlide): string[] {
  return (text.note.replace(/\s+|<!--|-->/g, '').match(/[^。！？；.!?;]+/g) ?? []).filter(piece => piece.length >= SHORTEST)
}
