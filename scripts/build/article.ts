import type { Wording } from '../messages/model.ts'
import type { Building, BuildOptions } from './building.ts'
import type { LoadedDeck } from './decks.ts'
import type { Elsewhere } from './inputs.ts'
import type { Ledger } from './ledger.ts'
import type { Slow } from './make-pages.ts'
import type { Plan } from './plan.ts'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { replaceFolder } from '../files/replace.ts'
import { wording } from '../messages/wording.ts'
import { loadDecks } from './decks.ts'
import { hashElsewhere } from './inputs.ts'
import { findPages, keepPages } from './kept-pages.ts'
import { entryOf, LEDGER } from './ledger.ts'
import { makeFiles } from './make-files.ts'
import { planPages } from './make-pages.ts'
import { deckOf, filesOf, isDrawn, isPrinted, PAGES } from './results.ts'
import { startFacts } from './start-facts.ts'
import { withBody } from './start-page.ts'

/** What was built. */
export interface BuiltArticle {
  /** The results that were made. */
  made: string[]
  /** What in them could not be shown as it is, a sentence each. */
  faults: Wording[]
  /** Why Slidev's own build made the pages, where it did. */
  slow?: Slow
}

/**
 * Builds what a plan finds stale. The results' folder gets all of it, or stays as it was.
 *
 * @param plan what there is to build
 * @param options how
 * @returns what was built
 * @throws Failure where the folder cannot be written or the browser ends
 */
export async function buildArticle(plan: Plan, options: BuildOptions): Promise<BuiltArticle> {
  const { folder, target, kept } = plan
  const decks = await loadDecks(folder)
  const making = await planPages(decks, plan.own, options.env, plan.isAnew)
  const browser = await options.browser()
  const canPrint = browser !== undefined || !plan.stale.some(isDrawn)
  const made = plan.stale.filter(result => canPrint || !isPrinted(result))
  const start = startFacts(plan, decks, [...made, ...kept].flatMap(result => filesOf(result, plan.decks)))
  let faults: Wording[] = []
  await replaceFolder(target, async (out) => {
    const building = { ...options, browser, plan, made, decks, making, start, out }
    const { source, elsewhere } = await makePages(building)
    faults = await makeFiles(building, source)
    await fillStartPage(building)
    const results = newEntries(building, hashElsewhere(folder, elsewhere, plan.own))
    const ledger: Ledger = { elsewhere, results }
    await writeFile(join(out, LEDGER), `${JSON.stringify(ledger, undefined, 1)}\n`)
  }, replacedBy(plan, made))
  return { made, faults, ...making.slow && { slow: making.slow } }
}

/** What of the results' folder stays: where pages are made, what is kept; else all but what is made. */
function replacedBy({ target, kept, decks }: Plan, made: string[]): { keep: string[] } | { only: string[] } {
  if (made.includes(PAGES))
    return { keep: kept.flatMap(result => filesOf(result, decks)).filter(file => existsSync(join(target, file))) }
  const files = made.flatMap(result => filesOf(result, decks))
  return { only: [...files, ...kept.includes(PAGES) ? ['index.html'] : [], LEDGER] }
}

/**
 * Makes the pages, where those that are there are not as the decks are now. Where they are not asked for and only
 * printed from, they are kept for the next time.
 *
 * @returns the folder that has them, and what of elsewhere went in
 */
async function makePages(building: Building): Promise<{ source: string, elsewhere: Elsewhere }> {
  const { plan, made, decks, making, start, out, env, onProgress } = building
  const { elsewhere } = plan.ledger
  if (plan.kept.includes(PAGES) && !plan.outdated.includes(PAGES))
    return { source: plan.target, elsewhere }
  const isAsked = made.includes(PAGES)
  const known = isAsked ? undefined : await findPages(plan.target, pagesKey(plan, elsewhere), env)
  if (known !== undefined)
    return { source: known, elsewhere }
  onProgress(wording('building', { name: plan.name, count: decks.length }))
  const found = await making.make(start, out)
  if (!isAsked)
    await keepPages(plan.target, pagesKey(plan, found), out, filesOf(PAGES, plan.decks), env)
  return { source: out, elsewhere: found }
}

/** What pages are made from: the decks, all that is read beside them, and the article's name, which stands in them. */
function pagesKey(plan: Plan, elsewhere: Elsewhere): string {
  return `${plan.name} ${plan.keyFor(PAGES, hashElsewhere(plan.folder, elsewhere, plan.own))}`
}

/** The start page leads to what there is. */
async function fillStartPage({ plan, made, start, out }: Building): Promise<void> {
  const isKept = plan.kept.includes(PAGES)
  if (!isKept && !made.includes(PAGES))
    return
  const page = await readFile(join(isKept ? plan.target : out, 'index.html'), 'utf8')
  await writeFile(join(out, 'index.html'), withBody(page, start))
}

/** What was made has new entries; what is kept is as current as before, whatever else a deck may read now. */
function newEntries({ plan, made, decks, out }: Building, elsewhere: string): Ledger['results'] {
  const entries: Ledger['results'] = {}
  for (const result of plan.kept) {
    const entry = plan.ledger.results[result]
    const isCurrent = !plan.outdated.includes(result)
    if (entry)
      entries[result] = isCurrent ? { ...entry, key: plan.keyFor(result, elsewhere, entry.from) } : entry
  }
  for (const result of made) {
    const from = decksOf(result, decks)
    const key = plan.keyFor(result, elsewhere, from)
    entries[result] = entryOf(out, filesOf(result, plan.decks), key, from)
  }
  const pages = entries[PAGES]
  if (pages)
    entries[PAGES] = { ...pages, files: { ...pages.files, ...entryOf(out, ['index.html'], '').files } }
  return Object.fromEntries(Object.entries(entries).sort(([one], [other]) => one < other ? -1 : 1))
}

/** The decks that a deck's own results are made from: itself, and those whose slides it takes in. */
function decksOf(result: string, decks: LoadedDeck[]): string[] | undefined {
  const deck = decks.find(({ name }) => name === deckOf(result))
  if (!deck)
    return undefined
  const beside = Object.keys(deck.data.markdownFiles).filter(path => dirname(path) === dirname(deck.path))
  return beside.map(path => basename(path)).sort()
}
