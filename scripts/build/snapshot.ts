import type { Page } from 'playwright-core'
import { canvasOf } from './print.ts'

/** Slides as a deck's page has set them, to be set again on another page. */
export interface Snapshot {
  /** The style sheets that they need: elements for a page's head. */
  styles: string[]
  /** HTML of each slide, in order; its box is as large as the canvas. */
  slides: string[]
  /** The canvas, in pixels. */
  canvas: Awaited<ReturnType<typeof canvasOf>>
}

/**
 * Takes the slides of a deck as they stand on its print route, text fitted and components drawn. Nothing in them runs
 * again.
 *
 * @param page a page on a deck's print route, at rest
 * @param deck the deck's name
 * @returns its slides and styles
 */
export async function takeSlides(page: Page, deck: string): Promise<Snapshot> {
  const taken = await page.evaluate((deck) => {
    // What is drawn on a canvas is in no HTML.
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.print-slide-container canvas')) {
      const image = new Image()
      image.src = canvas.toDataURL()
      image.style.cssText = canvas.style.cssText
      canvas.replaceWith(image)
    }
    const slides = [...document.querySelectorAll<HTMLElement>('.print-slide-container')]
    const numbers = new Map(slides.map((slide, index) => [`#${slide.id}`, index + 1]))
    // Where slides of all decks are on one page, a link to any of them leads there.
    for (const link of document.querySelectorAll('.print-slide-container a[href]')) {
      const href = link.getAttribute('href')!
      const isOurs = new URL(href, location.href).origin === location.origin
      const [, other, number] = (isOurs && /(\d+)\.html#\/(\d+)$/.exec(href)) || [href, deck, numbers.get(href)]
      if (number !== undefined)
        link.setAttribute('href', `#slide-${other}-${number}`)
    }
    const sheets = [...document.querySelectorAll<HTMLElement>('link[rel="stylesheet"], head style')]
    const styleOf = (sheet: HTMLElement): string =>
      sheet instanceof HTMLLinkElement ? `<link rel="stylesheet" href="${sheet.href}">` : sheet.outerHTML
    const boxOf = (slide: HTMLElement): string => {
      const roots = Array.from(slide.querySelectorAll('*'), element => element.shadowRoot)
      const shadowRoots = roots.filter(root => root !== null)
      slide.removeAttribute('id')
      const start = `<div class="${slide.className}" role="none" style="${slide.style.cssText}">`
      return `${start}${slide.getHTML({ shadowRoots })}</div>`
    }
    // A size of the page is the deck's own matter.
    return { styles: sheets.map(styleOf).filter(html => !html.includes('@page')), slides: slides.map(boxOf) }
  }, deck)
  return { ...taken, canvas: await canvasOf(page) }
}

/** A cover's picture is this wide, in pixels: twice as wide as the start page shows it. */
const COVER_WIDTH = 640

/**
 * Takes a picture of a deck's first slide.
 *
 * @param page a page on a deck's print route, at rest
 * @returns WebP
 */
export async function takeCover(page: Page): Promise<Uint8Array> {
  const { x, y, width, height } = (await page.locator('.print-slide-container').first().boundingBox())!
  const session = await page.context().newCDPSession(page)
  try {
    const clip = { x, y, width, height, scale: COVER_WIDTH / width }
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80, clip })
    return Buffer.from(data, 'base64')
  }
  finally {
    await session.detach()
  }
}
