import type { Page } from 'playwright-core'
import type { PageSlide } from './read-slides.ts'
import type { SetSlide } from './types.ts'
import { drawnCharacters } from './drawn-characters.ts'
import { foreignTexts } from './foreign-fonts.ts'
import { pageColours } from './page-colours.ts'
import { pageElements } from './page-elements.ts'
import { pagePictures } from './page-pictures.ts'
import { PAGE_FUNCTIONS } from './read-slides.ts'

/**
 * Reads from a deck's print route how its slides are set: sizes, colours, lines, boxes. The rules judge what it reads.
 *
 * @param page a page on a deck's print route, at rest
 * @returns the slides in order
 */
export async function setSlides(page: Page): Promise<SetSlide[]> {
  const [readSlides] = PAGE_FUNCTIONS
  const slides = await page.evaluate<PageSlide[]>(`(() => {
    ${PAGE_FUNCTIONS.join('\n')}
    const tools = {
      ...(${pageColours})(),
      ...(${pageElements})(),
      isDrawn: (${drawnCharacters})(),
      readPicture: (${pagePictures})(),
    }
    return ${readSlides!.name}(tools)
  })()`)
  const foreign = await foreignTexts(page)
  return slides.map((slide, index) => ({ ...slide, foreign: foreign[index] ?? [] }))
}
