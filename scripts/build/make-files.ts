import type { Wording } from '../messages/model.ts'
import type { Building } from './building.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wording } from '../messages/wording.ts'
import { HANDOUT_KINDS, handoutFile } from './handout/kinds.ts'
import { factsOf, printAll } from './print-all.ts'
import { isDrawn, OFFLINE, pictureFile, WHOLE_PDF } from './results.ts'

/**
 * Makes an article's files beside its pages: prints, joins, and packs while the browser draws.
 *
 * @param building the article
 * @param source the folder that has its pages
 * @returns what could not be shown as it is, a sentence each
 */
export async function makeFiles(building: Building, source: string): Promise<Wording[]> {
  const { made } = building
  const printing = printFiles(building, source)
  const [faults] = await Promise.all([
    printing,
    made.includes(OFFLINE) && packFiles(building, source, printing),
    made.includes(WHOLE_PDF) && joinFiles(building, printing),
  ])
  return faults
}

/** Its libraries are loaded for it alone. The pictures of the covers come last. */
async function packFiles(building: Building, source: string, printing: Promise<unknown>): Promise<void> {
  const { plan, making: { pages }, start, out, env, onProgress } = building
  const pictures = (): ReturnType<typeof picturesOf> => printing.then(() => picturesOf(building))
  const { offlinePage } = await import('./offline.ts')
  onProgress(wording('packing', { name: plan.name, file: OFFLINE }))
  await writeFile(join(out, OFFLINE), await offlinePage(source, pages, start, pictures, env))
}

async function printFiles(building: Building, source: string): Promise<Wording[]> {
  const { plan, made, decks, making: { pages, slow }, start: article, out, browser, date, env, timeout } = building
  if (!browser || !made.some(isDrawn))
    return []
  const handout = HANDOUT_KINDS.find(kind => made.includes(handoutFile(kind)))
  const madeOf = (kind: 'pdf' | 'pptx'): string[] =>
    pages.map(({ name }) => name).filter(name => made.includes(`${name}.${kind}`))
  const parts = { pdfs: madeOf('pdf'), pptx: madeOf('pptx'), ...handout && { handout } }
  const setting = { date, env, turns: slow === undefined, ...timeout !== undefined && { timeout } }
  const job = { article, decks, pages, source, out, ...parts, ...setting }
  return printAll(browser, job, (done, all) =>
    building.onProgress(wording('printing', { name: plan.name, done, all })))
}

/** The folder that has a deck's PDF, and the picture of its cover, which is as new. */
function printedIn({ plan, made, out }: Building, deck: string): string {
  return made.includes(`${deck}.pdf`) ? out : plan.target
}

/** The decks' PDFs as one; those that are kept are read while others are printed. Its library is loaded for it. */
async function joinFiles(building: Building, printing: Promise<unknown>): Promise<void> {
  const { start, made, out, date } = building
  const [{ joinPdfs }, { openPdf, savePdf }] = await Promise.all([import('./join-pdfs.ts'), import('./pdf.ts')])
  const parts = await Promise.all(start.decks.map(async ({ name, title }) => {
    const file = `${name}.pdf`
    if (made.includes(file))
      await printing
    return { name, title, pdf: await openPdf(await readFile(join(printedIn(building, name), file))) }
  }))
  await writeFile(join(out, WHOLE_PDF), await savePdf(await joinPdfs(parts, start.language), factsOf(start, date)))
}

async function picturesOf(building: Building): Promise<Map<string, Uint8Array>> {
  const shown = building.start.decks.filter(({ picture }) => picture)
  return new Map(await Promise.all(shown.map(async ({ name }): Promise<[string, Uint8Array]> =>
    [name, await readFile(join(printedIn(building, name), pictureFile(name)))])))
}
