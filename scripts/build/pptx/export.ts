import type { Browser } from 'playwright-core'
import type { Wording } from '../../messages/model.ts'
import type { LoadedDeck } from '../decks.ts'
import type { PdfFacts } from '../pdf.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { wording } from '../../messages/wording.ts'
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
export async function exportPptx(
  browser: Browser,
  url: string,
  deck: LoadedDeck,
  facts: PdfFacts,
  file: string,
): Promise<Wording[]> {
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
      ...fallbackSlides.map(({ no, reason }) => wording('pptx-picture', { deck: deck.name, no, reason })),
      ...(imagesDropped > 0 ? [wording('pptx-images', { deck: deck.name, count: imagesDropped })] : []),
      ...(rastersFailed > 0 ? [wording('pptx-drawings', { deck: deck.name, count: rastersFailed })] : []),
    ]
  }
  finally {
    await page.close()
  }
}
