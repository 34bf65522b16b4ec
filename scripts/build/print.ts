import type { BrowserContextOptions, Page } from 'playwright-core'
import type { PdfFacts } from './pdf.ts'
import { TURN } from './shell/turn.ts'

/**
 * Keeps pages inside: what they ask of any other server goes where nothing answers. To look at each request instead
 * would cost a third of the time that it takes to open a deck, and the cache.
 *
 * @param url an address on the server that they may ask, on this machine
 * @returns how a page or a context of the browser is opened
 */
export function inside(url: string): BrowserContextOptions {
  return { proxy: { server: 'http://127.0.0.1:9', bypass: `<-loopback>,${new URL(url).host}` } }
}

/**
 * Prints a deck: one page a slide, tagged, with bookmarks.
 *
 * @param page the deck's print route, at rest
 * @param facts the PDF's metadata
 * @returns the PDF's bytes
 */
export async function printDeck(page: Page, facts: PdfFacts): Promise<Uint8Array> {
  // The library is loaded while the browser draws.
  const library = import('./pdf.ts')
  const bytes = await page.pdf({ ...await canvasOf(page), ...PRINT })
  const { linkToPdfs, openPdf, savePdf } = await library
  const pdf = await openPdf(bytes)
  linkToPdfs(pdf, new URL('.', page.url()).href)
  return savePdf(pdf, facts)
}

const PRINT = {
  pageRanges: '',
  printBackground: true,
  tagged: true,
  outline: true,
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
} as const

/**
 * Goes to a deck's print route: every slide is on the page, its fonts are loaded and its text is fitted.
 *
 * @param page a browser's page
 * @param url the deck's page
 */
export async function openPrintRoute(page: Page, url: string): Promise<void> {
  if (!await turnTo(page, url))
    await load(page, url)
  await page.locator('.print-slide-container').first().waitFor()
  // Slides are loaded one by one, and for a moment a slide that is not there shows nothing at all.
  await page.waitForFunction(() => {
    const slides = [...document.querySelectorAll('.print-slide-container')]
    return slides.every(slide => slide.querySelector('.slidev-layout'))
  })
  await page.evaluate(bindLinks)
  await page.evaluate(untagBoxes)
  await atRest(page)
}

/** Turns a page that shows another deck of the article, where it can: it has what they share, fonts above all. */
async function turnTo(page: Page, url: string): Promise<boolean> {
  const isTurning = await page.evaluate(([name, url]) => {
    const turn = (globalThis as unknown as { [name: string]: Turn | undefined })[name]
    turn?.(url)
    return turn !== undefined
  }, [TURN, url] as const)
  if (!isTurning)
    return false
  // Chromium would forget a promise that waits for a module.
  const outcome = await page.waitForFunction((name) => {
    return (globalThis as unknown as { [name: string]: Turn })[name]!.outcome
  }, TURN)
  return await outcome.jsonValue() === 'done'
}

/** See `TURN_CODE`. */
interface Turn { (url: string): void, outcome?: 'done' | 'left' }

async function load(page: Page, url: string): Promise<void> {
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(`${url}?print#/print`)
  // A page break after the last slide would make a blank page.
  await page.addStyleTag({ content: '.print-slide-container:last-child { break-after: auto !important; }' })
}

/**
 * Runs in the page: a link to a slide leads to where the slide stands on it. One to another deck stays; what else there
 * is on the server that prints is not there for the reader of a PDF.
 */
function bindLinks(): void {
  const slides = [...document.querySelectorAll('.print-slide-container')]
  for (const link of document.querySelectorAll('.print-slide-container a[href]')) {
    const { origin, pathname, hash } = new URL(link.getAttribute('href')!, location.href)
    if (origin !== location.origin)
      continue
    // Slidev puts a mark before what a person wrote: 3, /3 and #/3 all mean the third.
    const slide = pathname === location.pathname ? slides[Number(/^#{1,2}\/?(\d+)$/.exec(hash)?.[1]) - 1] : undefined
    if (slide)
      link.setAttribute('href', `#${slide.id}`)
    else if (pathname === location.pathname || !/\/\d+\.html$/.test(pathname))
      link.removeAttribute('href')
  }
}

/**
 * Runs in the page: boxes that only lay out are nothing to whoever reads by ear, and get no tag in the PDF. Chromium
 * would tag some of them, and on a busy machine now and then others: not the same bytes.
 */
function untagBoxes(): void {
  for (const box of document.querySelectorAll('.print-slide-container, .print-slide-container :is(div, span)')) {
    if (!Array.from(box.attributes).some(({ name }) => name === 'role' || name.startsWith('aria-')))
      box.setAttribute('role', 'none')
  }
}

/**
 * Waits until a page has come to rest: fonts are loaded, pictures decoded, text fitted.
 *
 * @param page a browser's page
 */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(Array.from(document.fonts, font => font.load().catch(() => undefined)))
    await document.fonts.ready
    await Promise.all(Array.from(document.images, image => image.decode().catch(() => undefined)))
    // Text is fitted once more when fonts arrive. A busy machine may tell it late: so it is told here, and has come to
    // rest when some frames change nothing.
    document.fonts.dispatchEvent(new Event('loadingdone'))
    const fitted = (): Element[] => [...document.querySelectorAll('[data-fitted]')]
    const sizes = (): string => fitted().map(box => box.getAttribute('style')).join()
    let before: string
    do {
      before = sizes()
      for (let frame = 0; frame < 3; frame++)
        await new Promise(requestAnimationFrame)
    } while (sizes() !== before)
  })
}

/**
 * A deck's canvas.
 *
 * @param page the deck's print route
 * @returns its size in pixels
 */
export async function canvasOf(page: Page): Promise<{ width: number, height: number }> {
  return page.evaluate(() => {
    const { width, height } = document.querySelector<HTMLElement>('.print-slide-container')!.style
    return { width: Number.parseFloat(width), height: Number.parseFloat(height) }
  })
}
