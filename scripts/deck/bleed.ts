import type { Slide } from './types.ts'

/** A quotation fills its page with colour once in so many slides: more often it is no accent. */
const APART = 6

/**
 * Lets quotations fill the page, now and then.
 *
 * @param slides a deck's slides
 * @returns the same slides; a quotation that comes long enough after the last full page is one itself
 */
export function bleeding(slides: Slide[]): Slide[] {
  let since = 0
  return slides.map((slide): Slide => {
    since++
    if (['cover', 'section'].includes(slide.layout))
      since = 2
    if (slide.layout !== 'quote' || since < APART)
      return slide
    since = 0
    return { ...slide, isBleed: true }
  })
}
