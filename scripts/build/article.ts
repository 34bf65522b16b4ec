import type { Browser } from 'playwright-core'
import type { LoadedDeck } from './decks.ts'
import type { Elsewhere, Inputs } from './inputs.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import type { Slow } from './make-pages.ts'
import type { PageFacts } from './page-facts.ts'
import type { Plan } from './plan.ts'
import type { StartFacts } from './start-page.ts'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { replaceFolder } from '../files/replace.ts'
import { loadDecks, plainTitle } from './decks.ts'
import { HANDOUT_KINDS, handoutFile } from './handout/kinds.ts'
import { hashElsewhere } from './inputs.ts'
import { findPages, keepPages } from './kept-pages.ts'
import { entryOf, LEDGER } from './ledger.ts'
import { planPages } from './make-pages.ts'
import { pointsOf } from './points.ts'
import { factsOf, printAll } from './print-all.ts'
import { deckOf, filesOf, isDrawn, isPrinted, OFFLINE, PAGES, pictureFile, WHOLE_PDF } from './results.ts'
import { withBody } from './start-page.ts'

/**
 * Builds what a plan finds stale. The results' folder gets all of it, or stays as it was.
 *
 * @param plan what there is to build
 * @param browser a Chromium; without one, nothing is printed
 * @param date the date that printed files have
 * @param onProgress hears what goes on
 * @param timeout how long a deck may take to be printed, in seconds
 * @returns the results that were made, what in them could not be shown as it is, a sentence each, and why Slidev's own build made the pages, where it did
 * @throws Failure where the folder cannot be written or the browser ends
 */
export async function buildArticle(plan: Plan, browser: Browser | undefined, date: Date, onProgress: (text: string) => void, timeout?: number): Promise<{ made: string[], faults: string[], slow?: Slow }> {
  const { folder, target, name, kept } = plan
  const canPrint = browser !== undefined || !plan.stale.some(isDrawn)
  const made = plan.stale.filter(result => canPrint || !isPrinted(result))
  const decks = await loadDecks(folder)
  const { pages, make, slow } = await planPages(decks, plan.own, process.env)
  const start = startFacts(plan, decks, [...made, ...kept].flatMap(result => filesOf(result, plan.decks)))
  const hasPages = kept.includes(PAGES)
  const needsPages = !hasPages || plan.outdated.includes(PAGES)
  const files = [...made.filter(result => result !== PAGES).flatMap(result => filesOf(result, plan.decks)), ...(hasPages ? ['index.html'] : []), LEDGER]

  let faults: string[] = []
  await replaceFolder(target, async (temporary) => {
    let { elsewhere } = plan.ledger
    const known = needsPages && !made.includes(PAGES) ? await findPages(target, await pagesKey(plan, elsewhere), process.env) : undefined
    if (needsPages && !known) {
      onProgress(`${name}: building ${decks.length} decks`)
      elsewhere = await make(start, temporary)
      if (!made.includes(PAGES))
        await keepPages(target, await pagesKey(plan, elsewhere), temporary, filesOf(PAGES, plan.decks), process.env)
    }
    const source = needsPages ? known ?? temporary : target
    faults = await makeFiles({ plan, made, decks, pages, start, source, out: temporary, browser, date, onProgress, ...(timeout !== undefined && { timeout }) })
    if (hasPages || made.includes(PAGES))
      await writeFile(join(temporary, 'index.html'), withBody(await readFile(join(hasPages ? target : temporary, 'index.html'), 'utf8'), start))
    const results = await newEntries(plan, made, decks, temporary, await hashElsewhere(folder, elsewhere, plan.own))
    await writeFile(join(temporary, LEDGER), `${JSON.stringify({ elsewhere, results } satisfies Ledger, undefined, 1)}\n`)
  }, made.includes(PAGES) ? { keep: kept.flatMap(result => filesOf(result, plan.decks)).filter(file => existsSync(join(target, file))) } : { only: files })
  return { made, faults, ...slow && { slow } }
}

/** What pages are made from: the decks, all that is read beside them, and the article's name, which stands in them. */
async function pagesKey(plan: Plan, elsewhere: Elsewhere): Promise<string> {
  return `${plan.name} ${plan.keyFor(PAGES, await hashElsewhere(plan.folder, elsewhere, plan.own))}`
}

interface Making {
  plan: Plan
  made: string[]
  decks: LoadedDeck[]
  pages: PageFacts[]
  start: StartFacts
  /** The folder that has the pages. */
  source: string
  /** The folder to write to. */
  out: string
  browser: Browser | undefined
  date: Date
  onProgress: (text: string) => void
  timeout?: number
}

/** @returns what could not be shown as it is, a sentence each */
async function makeFiles({ plan, made, decks, pages, start, source, out, browser, date, onProgress, timeout }: Making): Promise<string[]> {
  const handout = HANDOUT_KINDS.find(kind => made.includes(handoutFile(kind)))
  const [pdfs, pptx] = ['pdf', 'pptx'].map(kind => pages.map(page => page.name).filter(name => made.includes(`${name}.${kind}`))) as [string[], string[]]
  const faults = browser && made.some(isDrawn)
    ? await printAll(browser, { article: start, decks, pages, source, out, pdfs, pptx, ...(handout && { handout }), date, ...(timeout !== undefined && { timeout }) }, (done, all) => onProgress(`${plan.name}: printing ${done} of ${all} decks`))
    : []
  if (made.includes(WHOLE_PDF))
    await writeFile(join(out, WHOLE_PDF), await wholePdf(plan, made, start, out, date))
  if (made.includes(OFFLINE)) {
    onProgress(`${plan.name}: packing ${OFFLINE}`)
    // Its libraries are loaded for it alone.
    const { offlinePage } = await import('./offline.ts')
    await writeFile(join(out, OFFLINE), await offlinePage(source, pages, start, await picturesOf(plan, made, start, out)))
  }
  return faults
}

/** The decks' PDFs as one. Its library is loaded for it alone. */
async function wholePdf({ target }: Plan, made: string[], start: StartFacts, out: string, date: Date): Promise<Uint8Array> {
  const [{ joinPdfs }, { openPdf, savePdf }] = await Promise.all([import('./join-pdfs.ts'), import('./pdf.ts')])
  const parts = await Promise.all(start.decks.map(async ({ name, title }) => {
    const folder = made.includes(`${name}.pdf`) ? out : target
    return { name, title, pdf: await openPdf(await readFile(join(folder, `${name}.pdf`))) }
  }))
  return savePdf(await joinPdfs(parts, start.language), factsOf(start, date))
}

/** The picture of a cover is as new as its deck's PDF. */
async function picturesOf(plan: Plan, made: string[], start: StartFacts, out: string): Promise<Map<string, Uint8Array>> {
  const shown = start.decks.filter(({ picture }) => picture)
  return new Map(await Promise.all(shown.map(async ({ name }): Promise<[string, Uint8Array]> => [name, await readFile(join(made.includes(`${name}.pdf`) ? out : plan.target, pictureFile(name)))])))
}

/** What was made has new entries; what is kept is as current as before, whatever else a deck may read now. */
async function newEntries(plan: Plan, made: string[], decks: LoadedDeck[], temporary: string, elsewhere: Inputs): Promise<Record<string, LedgerEntry>> {
  const entries: Record<string, LedgerEntry> = {}
  for (const result of plan.kept) {
    const entry = plan.ledger.results[result]
    if (entry)
      entries[result] = plan.outdated.includes(result) ? entry : { ...entry, key: plan.keyFor(result, elsewhere, entry.from) }
  }
  for (const result of made) {
    const from = decksOf(result, decks)
    entries[result] = await entryOf(temporary, filesOf(result, plan.decks), plan.keyFor(result, elsewhere, from), from)
  }
  const pages = entries[PAGES]
  if (pages)
    entries[PAGES] = { ...pages, files: { ...pages.files, ...(await entryOf(temporary, ['index.html'], '')).files } }
  return Object.fromEntries(Object.entries(entries).sort(([one], [other]) => one < other ? -1 : 1))
}

/** The decks that a deck's own results are made from: itself, and those whose slides it takes in. */
function decksOf(result: string, decks: LoadedDeck[]): string[] | undefined {
  const deck = decks.find(({ name }) => name === deckOf(result))
  const folder = deck && dirname(deck.path)
  return deck && Object.keys(deck.data.markdownFiles).filter(path => dirname(path) === folder).map(path => basename(path)).sort()
}

function startFacts({ name, titles }: Plan, decks: LoadedDeck[], files: string[]): StartFacts {
  const { headmatter } = decks[0]!.data
  return {
    ...titles,
    title: titles.title ?? (decks.length === 1 && headmatter.title ? plainTitle(String(headmatter.title)) : name),
    language: String(headmatter.lang ?? 'en'),
    decks: decks.map(deck => ({
      name: deck.name,
      title: plainTitle(String(deck.data.headmatter.title ?? deck.name)),
      slides: deck.data.slides.length,
      ...(deck.data.headmatter.duration !== undefined && { duration: String(deck.data.headmatter.duration) }),
      points: pointsOf(deck),
      pdf: files.includes(`${deck.name}.pdf`),
      picture: files.includes(pictureFile(deck.name)),
    })),
    handouts: HANDOUT_KINDS.filter(kind => files.includes(handoutFile(kind))),
    offline: files.includes(OFFLINE),
    // Of one deck it is the same as its own.
    wholePdf: decks.length > 1 && files.includes(WHOLE_PDF),
  }
}
