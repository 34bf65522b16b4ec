import type { Browser, Page } from 'playwright-core'

/** What a PDF says of itself. */
export interface PdfFacts {
  title: string
  author?: string
  subject?: string
  language: string
  /** Creation and modification date, so that the same input gives the same bytes. */
  date: Date
}

/**
 * Prints a deck: one page a slide, tagged, with bookmarks.
 *
 * @param browser a Chromium
 * @param url the deck's page
 * @param facts the PDF's metadata
 * @returns the PDF's bytes
 */
export async function printDeck(browser: Browser, url: string, facts: PdfFacts): Promise<Uint8Array> {
  // The library is loaded while the browser draws.
  const library = import('@cantoo/pdf-lib')
  const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
  try {
    const size = await openPrintRoute(page, url)
    const bytes = await page.pdf({ ...size, pageRanges: '', printBackground: true, tagged: true, outline: true, margin: { top: 0, right: 0, bottom: 0, left: 0 } })
    return await finish(await library, bytes, facts)
  }
  finally {
    await page.close()
  }
}

/**
 * Opens a deck's print route, with every slide on the page, its fonts loaded and its text fitted. Requests to other machines are refused.
 *
 * @param page a browser's page
 * @param url the deck's page
 * @returns the canvas in pixels
 */
export async function openPrintRoute(page: Page, url: string): Promise<{ width: number, height: number }> {
  const { origin } = new URL(url)
  await page.route(target => target.origin !== origin && !/^(?:data|blob):$/.test(target.protocol), route => route.abort())
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(`${url}?print#/print`)
  await page.locator('.print-slide-container').first().waitFor()
  // Slides are loaded one by one, and for a moment a slide that is not there shows nothing at all.
  await page.waitForFunction(() => [...document.querySelectorAll('.print-slide-container')].every(slide => slide.querySelector('.slidev-layout')))
  // A page break after the last slide would make a blank page.
  await page.addStyleTag({ content: '.print-slide-container:last-child { break-after: auto !important; }' })
  return page.evaluate(async () => {
    await Promise.all(Array.from(document.fonts, font => font.load().catch(() => undefined)))
    await Promise.all(Array.from(document.images, image => image.decode().catch(() => undefined)))
    // Text is fitted once more when fonts arrive: it has come to rest when some frames change nothing.
    const sizes = (): string => Array.from(document.querySelectorAll('[data-fitted]'), box => box.getAttribute('style')).join()
    let before: string
    do {
      before = sizes()
      for (let frame = 0; frame < 3; frame++)
        await new Promise(requestAnimationFrame)
    } while (sizes() !== before)
    const { width, height } = document.querySelector<HTMLElement>('.print-slide-container')!.style
    return { width: Number.parseFloat(width), height: Number.parseFloat(height) }
  })
}

/** Sets the metadata. `updateMetadata: false` keeps tags and bookmarks, and keeps the library from dating the file itself. */
async function finish({ PDFDocument }: typeof import('@cantoo/pdf-lib'), bytes: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  pdf.setTitle(facts.title, { showInWindowTitleBar: true })
  if (facts.author !== undefined)
    pdf.setAuthor(facts.author)
  if (facts.subject !== undefined)
    pdf.setSubject(facts.subject)
  pdf.setLanguage(facts.language)
  pdf.setCreator('Lectern')
  pdf.setProducer('Chromium')
  pdf.setCreationDate(facts.date)
  pdf.setModificationDate(facts.date)
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}
