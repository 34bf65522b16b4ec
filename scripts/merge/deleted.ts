import type { Alignment } from './align.ts'
import type { DeckSlide } from './slides.ts'

/** Shorter ones are said more than once. */
const SHORTEST = 6

/**
 * Tells whether a slide that a person has taken out must come back: when the article changes, its words are parted anew, and words of a
 * slide that the person has kept may now stand on it.
 *
 * @param alignment which slides are the same
 * @returns whether a slide that is generated now, and was taken out, has such words
 */
export function comesBack({ base, toOurs }: Alignment): (theirs: DeckSlide, old: DeckSlide) => boolean {
  let kept: Set<string> | undefined
  return (theirs, old) => {
    kept ??= new Set(base.flat().filter(slide => toOurs.has(slide)).flatMap(piecesOf))
    const before = new Set(piecesOf(old))
    return piecesOf(theirs).some(piece => kept!.has(piece) && !before.has(piece))
  }
}

/** What is said on a slide, by its marks: a note is parted at these and nowhere else. */
function piecesOf({ text }: DeckSlide): string[] {
  return (text.note.replace(/\s+/g, '').match(/[^。！？；.!?;]+/g) ?? []).filter(piece => piece.length >= SHORTEST)
}
