import type { SlideText } from '../slidev/read.ts'
import type { DeckSlide } from './slides.ts'

/**
 * The article's version of a slide that both sides have changed: it comes after the person's, is not shown, and says
 * why it is there.
 *
 * @param slide the slide as it is generated now
 * @param notice the line that says so
 * @param end the file's line ends
 * @returns the slide, hidden
 */
export function hiddenSlide(slide: SlideText, notice: string, end: string): SlideText {
  return { ...slide, frontmatter: `${slide.frontmatter}hide: true${end}`, body: `${end}> ${notice}${end}${slide.body}` }
}

/**
 * Takes such copies, which nobody has decided on, from a person's slides.
 *
 * @param decks the slides of each deck
 * @param notice the line that says so
 * @returns the slides without them, and the copy of each slide that has one
 */
export function takeCopies(
  decks: DeckSlide[][],
  notice: string,
): { decks: DeckSlide[][], copies: Map<DeckSlide, DeckSlide> } {
  // Of several with one id the first counts, as in a match.
  const known = decks.flat().filter(slide => !slide.hidden && slide.id !== undefined).reverse()
  const shown = new Map(known.map(slide => [slide.id, slide]))
  const copies = new Map(decks.flat().flatMap((slide) => {
    const own = shown.get(slide.id)
    return own && slide.hidden && slide.text.body.includes(notice) ? [[own, slide]] : []
  }))
  const taken = new Set(copies.values())
  return { decks: decks.map(slides => slides.filter(slide => !taken.has(slide))), copies }
}
