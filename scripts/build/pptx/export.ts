import type { Browser } from 'playwright-core'
import type { LoadedDeck } from '../decks.ts'
import type { PdfFacts } from '../pdf.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { noteText } from '../note-text.ts'
import { canvasOf, inside, openPrintRoute } from '../print.ts'
import { rewrite } from './rewrite.ts'
import { setPage } from './set-page.ts'
import { slidevExport } from './slidev.ts'

/** Pictures of what no shape can show are this much sharper than the canvas; the window is taller than any slide. */
const WINDOW = { viewport: { width: 980, height: 1600 }, deviceScaleFactor: 2 }

/**
 * Writes a deck as PowerPoint slides whose text can be edited, with its notes: a slide for each slide that is shown.
 *
 * @param browser a Chromium
 * @param url the deck's page
 * @param deck the deck
 * @param facts what the file says of itself
 * @param file the path to write to
 * @returns what could not be shown as text and shapes, a sentence each
 */
export async function exportPptx(browser: Browser, url: string, deck: LoadedDeck, facts: PdfFacts, file: string): Promise<string[]> {
  const exportSlides = await slidevExport()
  // A page of its own: the export leaves its marks on it.
  const page = await browser.newPage({ ...WINDOW, ...inside(url) })
  try {
    await openPrintRoute(page, url)
    const titles = await setPage(page)
    const { slides } = deck.data
    const { fallbackSlides, imagesDropped, rastersFailed } = await exportSlides({
      page,
      slides: slides.map(({ note }) => ({ note: noteText(note ?? '') })),
      ...await canvasOf(page),
      pages: slides.map((_, index) => index + 1),
      go: async () => {},
    }, file)
    await writeFile(file, await rewrite(await readFile(file), titles, facts))
    return [
      ...fallbackSlides.map(({ no, reason }) => `${deck.name}.pptx: slide ${no} is a picture (${reason}).`),
      ...(imagesDropped > 0 ? [`${deck.name}.pptx: ${imagesDropped} pictures could not be read and are left out.`] : []),
      ...(rastersFailed > 0 ? [`${deck.name}.pptx: ${rastersFailed} drawings could not be taken and are left out.`] : []),
    ]
  }
  finally {
    await page.close()
  }
}
