import type { Browser, Page } from 'playwright-core'
import type { Wording } from '../messages/model.ts'
import type { LoadedDeck } from './decks.ts'
import type { HandoutKind } from './handout/kinds.ts'
import type { PageFacts } from './page-facts.ts'
import type { PdfFacts } from './pdf.ts'
import type { Snapshot } from './snapshot.ts'
import type { StartFacts } from './start-page.ts'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { GRIDS, handoutFile } from './handout/kinds.ts'
import { inside, openPrintRoute, printDeck } from './print.ts'
import { pictureFile } from './results.ts'
import { serveFolder } from './server.ts'
import { takeCover, takeSlides } from './snapshot.ts'
import { unpackedFonts } from './unpacked-fonts.ts'

/** What is printed of an article. */
export interface PrintJob {
  article: StartFacts
  decks: LoadedDeck[]
  pages: PageFacts[]
  /** The folder of the built pages. */
  source: string
  /** The folder to write to. */
  out: string
  /** The decks that get a PDF, and a picture of their cover. */
  pdfs: string[]
  /** The decks that get PowerPoint slides. */
  pptx: string[]
  /** A handout of all decks. */
  handout?: HandoutKind
  /** The date that the files have. */
  date: Date
  /** The environment, for what is kept. */
  env: NodeJS.ProcessEnv
  /** How long a deck may take, in seconds. */
  timeout?: number
  /** Whether a page can turn from one deck to the next. */
  turns: boolean
}

/** Pages that print at once: more than there are cores only wait, and each takes memory. */
const MOST_PAGES = Math.min(4, availableParallelism())
/** Where pages turn, to open one takes as long as to turn to so many decks: for fewer, one page does. */
const DECKS_A_TURNING_PAGE = 4

/**
 * Prints an article's built pages: each deck is opened once, for its own PDF and for the handout.
 *
 * @param browser a Chromium
 * @param job what is printed
 * @param onPrinted hears how many decks are done, of how many
 * @returns what could not be shown as it is, a sentence each
 * @throws Failure where the browser ends
 */
export async function printAll(browser: Browser, job: PrintJob, onPrinted: OnPrinted): Promise<Wording[]> {
  const server = await serveFolder(job.source, { instead: unpackedFonts(job.env), immutable: true })
  try {
    return await printDecks(browser, server.url, job, onPrinted)
  }
  catch (error) {
    if (browser.isConnected())
      throw error
    throw new Failure(wording('browser-ended'), 1, { cause: error })
  }
  finally {
    await server.close()
  }
}

type OnPrinted = (done: number, all: number) => void

async function printDecks(browser: Browser, server: string, job: PrintJob, onPrinted: OnPrinted): Promise<Wording[]> {
  const { article, decks, out, pdfs, pptx, handout, date } = job
  const pages = job.pages.filter(({ name }) => handout || pdfs.includes(name) || pptx.includes(name))
  const snapshots = new Map<string, Snapshot>()
  const faults = new Map<string, Wording[]>()
  let done = 0
  onPrinted(done, pages.length)
  await onPages(browser, server, pages, async (page, { name, title }) => {
    const url = `${server}${name}.html`
    const facts = { ...factsOf(article, date), title, subject: article.title }
    if (handout || pdfs.includes(name))
      await openPrintRoute(page, url)
    if (pdfs.includes(name)) {
      await writeFile(join(out, pictureFile(name)), await takeCover(page))
      await writeFile(join(out, `${name}.pdf`), await printDeck(page, facts))
    }
    if (handout)
      snapshots.set(name, await takeSlides(page, name))
    if (pptx.includes(name))
      faults.set(name, await pptxOf(browser, url, decks.find(deck => deck.name === name)!, facts, out))
    onPrinted(++done, pages.length)
  }, job.timeout, job.turns && pptx.length === 0 ? DECKS_A_TURNING_PAGE : 1)
  if (handout) {
    const all = decks.map(({ name }) => snapshots.get(name)!)
    await writeFile(join(out, handoutFile(handout)), await handoutOf(browser, server, job, handout, all))
  }
  return decks.flatMap(({ name }) => faults.get(name) ?? [])
}

/**
 * Goes through decks, some at once, one after the other on the same page of the browser: it keeps the code and the
 * fonts that they share. What a deck leaves behind in the browser's store is gone before another page is loaded.
 *
 * @param browser a Chromium
 * @param url the server that the pages may ask
 * @param decks the decks' pages
 * @param print what is done with each, on an empty page or the one that showed the deck before
 * @param timeout how long a deck may take, in seconds; without it, two minutes and half a second for each slide
 * @param decksAPage another page is opened for so many decks
 * @throws Failure for a deck that takes longer, as one does whose component never ends
 */
export async function onPages(
  browser: Browser,
  url: string,
  decks: PageFacts[],
  print: (page: Page, deck: PageFacts) => Promise<void>,
  timeout?: number,
  decksAPage = 1,
): Promise<void> {
  const waiting = decks.values()
  await Promise.all(Array.from({ length: Math.min(MOST_PAGES, Math.ceil(decks.length / decksAPage)) }, async () => {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 }, ...inside(url) })
    try {
      await page.addInitScript('if (self === top) { localStorage.clear(); sessionStorage.clear() }')
      for (const deck of waiting)
        await inTime(deck, timeout ?? TIME.all + TIME.each * deck.count, () => print(page, deck))
    }
    finally {
      // A page that never ends does not close either; it ends with its browser.
      await Promise.race([page.close(), setTimeout(CLOSING, undefined, { ref: false })])
    }
  }))
}

/** In seconds. */
const TIME = { all: 120, each: 0.5 } as const
/** In milliseconds. */
const CLOSING = 5000

async function inTime(deck: PageFacts, seconds: number, action: () => Promise<void>): Promise<void> {
  const watch = new AbortController()
  const late = setTimeout(seconds * 1000, true, { signal: watch.signal }).catch(() => false)
  const done = action().then(() => false)
  try {
    if (await Promise.race([done, late]))
      throw new Failure(wording('print-timeout', { deck: `${deck.name}.md`, seconds: Math.round(seconds) }))
  }
  finally {
    watch.abort()
    done.catch(() => undefined)
  }
}

/** Its libraries are loaded for it alone. */
async function handoutOf(
  browser: Browser,
  url: string,
  { article, decks, date }: PrintJob,
  kind: HandoutKind,
  snapshots: Snapshot[],
): Promise<Uint8Array> {
  const loading = [import('./handout/print.ts'), import('./handout/parts.ts')] as const
  const [{ printHandout }, { handoutParts }] = await Promise.all(loading)
  const styles = snapshots.flatMap(snapshot => snapshot.styles)
  const handout = { article, parts: handoutParts(decks, snapshots), styles, grid: GRIDS[kind] }
  return printHandout(browser, url, handout, factsOf(article, date))
}

/** Its libraries are loaded for it alone. */
async function pptxOf(
  browser: Browser,
  url: string,
  deck: LoadedDeck,
  facts: PdfFacts,
  folder: string,
): Promise<Wording[]> {
  const { exportPptx } = await import('./pptx/export.ts')
  return exportPptx(browser, url, deck, facts, join(folder, `${deck.name}.pptx`))
}

/**
 * What a PDF of an article says of itself.
 *
 * @param article the article
 * @param date the date that it has
 */
export function factsOf({ title, byline, speaker, language }: StartFacts, date: Date): PdfFacts {
  const author = speaker ?? byline
  return { title, ...(author !== undefined && { author }), language, date }
}
