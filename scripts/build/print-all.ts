import type { Browser, Page } from 'playwright-core'
import type { LoadedDeck, PageFacts } from './decks.ts'
import type { HandoutKind } from './handout/kinds.ts'
import type { PdfFacts } from './pdf.ts'
import type { Snapshot } from './snapshot.ts'
import type { StartFacts } from './start-page.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GRIDS, handoutFile } from './handout/kinds.ts'
import { INSIDE, openPrintRoute, printDeck } from './print.ts'
import { serveFolder } from './server.ts'
import { takeSlides } from './snapshot.ts'

/** What is printed of an article. */
export interface PrintJob {
  article: StartFacts
  decks: LoadedDeck[]
  pages: PageFacts[]
  /** The folder of the built pages, where the PDFs go too. */
  folder: string
  /** A PDF for each deck. */
  pdf: boolean
  /** A handout of all decks. */
  handout?: HandoutKind
  /** The date that the PDFs have. */
  date: Date
}

/** Decks that are printed at once: more than there are cores only wait. */
const PRINTED_AT_ONCE = 3

/**
 * Prints an article's built pages: each deck is opened once, for its own PDF and for the handout.
 *
 * @param browser a Chromium
 * @param job what is printed
 * @param onPrinted hears how many decks are done
 */
export async function printAll(browser: Browser, job: PrintJob, onPrinted: (done: number) => void): Promise<void> {
  const { article, decks, pages, folder, pdf, handout, date } = job
  const server = await serveFolder(folder)
  const snapshots = new Map<string, Snapshot>()
  let done = 0
  onPrinted(done)
  try {
    await onPages(browser, pages, async (page, { name, title }) => {
      await openPrintRoute(page, `${server.url}${name}.html`)
      if (pdf)
        await writeFile(join(folder, `${name}.pdf`), await printDeck(page, { ...factsOf(article, date), title, subject: article.title }))
      if (handout)
        snapshots.set(name, await takeSlides(page))
      onPrinted(++done)
    })
    if (handout)
      await writeFile(join(folder, handoutFile(handout)), await handoutOf(browser, server.url, job, handout, decks.map(({ name }) => snapshots.get(name)!)))
  }
  finally {
    await server.close()
  }
}

/**
 * Goes through decks, some at once, one after the other on the same page of the browser: it keeps the code and the fonts that they share. What a
 * deck leaves behind in the browser's store is gone before the next one begins.
 */
async function onPages(browser: Browser, decks: PageFacts[], print: (page: Page, deck: PageFacts) => Promise<void>): Promise<void> {
  const waiting = decks.values()
  await Promise.all(Array.from({ length: Math.min(PRINTED_AT_ONCE, decks.length) }, async () => {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 }, ...INSIDE })
    try {
      await page.addInitScript('if (self === top) { localStorage.clear(); sessionStorage.clear() }')
      for (const deck of waiting)
        await print(page, deck)
    }
    finally {
      await page.close()
    }
  }))
}

/** Its libraries are loaded for it alone. */
async function handoutOf(browser: Browser, url: string, { article, decks, date }: PrintJob, kind: HandoutKind, snapshots: Snapshot[]): Promise<Uint8Array> {
  const [{ printHandout }, { handoutParts }] = await Promise.all([import('./handout/print.ts'), import('./handout/parts.ts')])
  const handout = { article, parts: handoutParts(decks, snapshots), styles: snapshots.flatMap(({ styles }) => styles), grid: GRIDS[kind] }
  return printHandout(browser, url, handout, factsOf(article, date))
}

function factsOf({ title, byline, language }: StartFacts, date: Date): PdfFacts {
  return { title, ...(byline !== undefined && { author: byline }), language, date }
}
