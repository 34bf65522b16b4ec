import type { Browser } from 'playwright-core'
import type { Wording } from '../messages/model.ts'
import type { LoadedDeck } from './decks.ts'
import type { HandoutKind } from './handout/kinds.ts'
import type { PageFacts } from './page-facts.ts'
import type { PdfFacts } from './pdf.ts'
import type { Snapshot } from './snapshot.ts'
import type { StartFacts } from './start-page.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { GRIDS, handoutFile } from './handout/kinds.ts'
import { onPages } from './on-pages.ts'
import { openPrintRoute, printDeck } from './print.ts'
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

/** If pages can turn, opening one takes as long as turning to so many decks: for fewer decks one page is enough. */
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
