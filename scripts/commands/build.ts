import type { Browser } from 'playwright-core'
import type { LoadedDeck, PageFacts } from '../build/decks.ts'
import type { HandoutKind } from '../build/handout/kinds.ts'
import type { StartFacts } from '../build/start-page.ts'
import type { DeckRecord } from '../files/record.ts'
import type { Console } from './console.ts'
import { readdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { launchBrowser } from '../build/browser.ts'
import { groupDecks, listDeckFolders, loadDecks, pagesOf, plainTitle, SLIDES } from '../build/decks.ts'
import { HANDOUT_KINDS, handoutFile } from '../build/handout/kinds.ts'
import { buildHtml } from '../build/html.ts'
import { printAll } from '../build/print-all.ts'
import { articlesPage } from '../build/start-page.ts'
import { Failure } from '../failure.ts'
import { readRecord } from '../files/record.ts'
import { replaceFolder } from '../files/replace.ts'
import { writeAll } from '../files/write.ts'

export const KINDS = ['html', 'offline', 'pdf', 'handout', 'pptx'] as const
export type Kind = typeof KINDS[number]
/** What is built where nobody says what. */
const USUAL: readonly Kind[] = ['html', 'offline', 'pdf', 'handout']
/** What a browser is needed for. */
const PRINTED: readonly Kind[] = ['pdf', 'handout', 'pptx']

/** What a person asked for. */
export interface BuildFlags {
  out: string
  only?: Kind[]
  /** What a handout's pages hold; notes where nothing is said. */
  handout?: HandoutKind
}

/**
 * Builds the decks of articles to a website, an offline file, PDFs and PowerPoint files.
 *
 * @param folders the decks' folders; none means every one under `slides`
 * @param flags what a person asked for
 * @param env the environment, for the browser and SOURCE_DATE_EPOCH
 * @param console where results and messages go
 * @throws Failure where something was not built; what could be built is
 */
export async function build(folders: string[], flags: BuildFlags, env: NodeJS.ProcessEnv, console: Console): Promise<void> {
  const kinds = flags.only ?? [...USUAL]
  const articles = folders.length > 0 ? folders : await listDeckFolders()
  const browser = kinds.some(kind => PRINTED.includes(kind)) ? await findBrowser(env) : undefined
  try {
    for (const folder of articles)
      await buildArticle(folder, kinds, browser?.browser, flags, env, console)
  }
  finally {
    await browser?.browser?.close()
  }
  await writeArticlesPage(flags.out)
  if (browser?.failure)
    throw browser.failure
}

/** Without a browser the HTML is still built; the fault is told at the end. */
async function findBrowser(env: NodeJS.ProcessEnv): Promise<{ browser?: Browser, failure?: Failure }> {
  try {
    return { browser: await launchBrowser(env) }
  }
  catch (error) {
    if (error instanceof Failure)
      return { failure: new Failure(`${error.message} The HTML is built.`, error.exitCode, { cause: error }) }
    throw error
  }
}

async function buildArticle(folder: string, kinds: Kind[], browser: Browser | undefined, flags: BuildFlags, env: NodeJS.ProcessEnv, console: Console): Promise<void> {
  const name = basename(resolve(folder))
  const target = join(flags.out, name)
  const progress = console.progress(`${name}: reading the decks`)
  try {
    const decks = await loadDecks(folder)
    const record = await readRecord(folder)
    const handout = kinds.includes('handout') ? flags.handout ?? 'notes' : undefined
    const printed = browser ? [...(kinds.includes('pdf') ? decks.map(deck => `${deck.name}.pdf`) : []), ...(kinds.includes('pptx') ? decks.map(deck => `${deck.name}.pptx`) : []), ...(handout ? [handoutFile(handout)] : [])] : []
    const made = [...printed, ...(kinds.includes('offline') ? ['offline.html'] : [])]
    // What is not built now stays as the last build left it.
    const carried = (await existing(target, kinds.includes('pdf') ? /^(?:handout.*\.pdf|.*\.pptx|offline\.html)$/ : /\.pdf$|\.pptx$|^offline\.html$/)).filter(file => !made.includes(file))
    const start = startFacts(name, decks, record, [...made, ...carried])
    await replaceFolder(target, async (temporary) => {
      progress.update(`${name}: building ${decks.length} decks`)
      const pages: PageFacts[] = []
      for (const [index, group] of (await groupDecks(decks)).entries()) {
        const own = pagesOf(group)
        await buildHtml(group, own, index === 0 ? start : undefined, temporary)
        pages.push(...own)
      }
      const [faults] = await Promise.all([
        printed.length > 0
          ? printAll(browser!, {
              article: start,
              decks,
              pages,
              folder: temporary,
              pdf: kinds.includes('pdf'),
              pptx: kinds.includes('pptx'),
              ...(handout && { handout }),
              date: new Date(env.SOURCE_DATE_EPOCH ? Number(env.SOURCE_DATE_EPOCH) * 1000 : NO_DATE),
            }, done => progress.update(`${name}: printing ${done} of ${pages.length} decks`))
          : [],
        kinds.includes('offline') && writeOffline(temporary, pages, start),
      ])
      faults.forEach(fault => console.error(fault))
    }, kinds.includes('html') ? { keep: carried } : { only: made })
    progress.done()
    const rows = [
      ...decks.map(deck => [kinds.includes('html') && `${deck.name}.html`, printed.find(file => file === `${deck.name}.pdf`), printed.find(file => file === `${deck.name}.pptx`)]),
      [kinds.includes('html') && 'index.html', kinds.includes('offline') && 'offline.html', handout && browser && handoutFile(handout)],
    ]
    for (const row of rows.map(names => names.filter(file => typeof file === 'string')).filter(names => names.length > 0))
      console.log(row.map(file => join(target, file)).join('  '))
  }
  catch (error) {
    progress.done()
    throw error
  }
}

/** Its libraries are loaded for it alone. */
async function writeOffline(folder: string, pages: PageFacts[], start: StartFacts): Promise<void> {
  const { offlinePage } = await import('../build/offline.ts')
  await writeFile(join(folder, 'offline.html'), await offlinePage(folder, pages, start))
}

async function existing(folder: string, pattern: RegExp): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter(name => pattern.test(name))
}

function startFacts(name: string, decks: LoadedDeck[], record: DeckRecord | undefined, files: string[]): StartFacts {
  const { headmatter } = decks[0]!.data
  return {
    title: record?.title ?? (decks.length === 1 && headmatter.title ? plainTitle(String(headmatter.title)) : name),
    ...(record?.subtitle !== undefined && { subtitle: record.subtitle }),
    ...(record?.byline !== undefined && { byline: record.byline }),
    language: String(headmatter.lang ?? 'en'),
    decks: decks.map(deck => ({
      name: deck.name,
      title: plainTitle(String(deck.data.headmatter.title ?? deck.name)),
      slides: deck.data.slides.length,
      ...(deck.data.headmatter.duration !== undefined && { duration: String(deck.data.headmatter.duration) }),
      pdf: files.includes(`${deck.name}.pdf`),
    })),
    handouts: HANDOUT_KINDS.filter(kind => files.includes(handoutFile(kind))),
  }
}

/** The same input gives the same bytes: without a date to go by, every file has this one. */
const NO_DATE = Date.UTC(2000, 0, 1)

/** Where several articles are built, a page lists them. */
async function writeArticlesPage(out: string): Promise<void> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => [])
  const names = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(entry => entry.name).sort()
  const articles = []
  for (const name of names) {
    const record = await readRecord(join(SLIDES, name))
    if ((await existing(join(out, name), /^index\.html$/)).length > 0)
      articles.push({ name, title: record?.title ?? name, language: /\p{Script=Han}/u.test(record?.title ?? '') ? 'zh-CN' : 'en' })
  }
  if (articles.length > 1)
    await writeAll([{ path: join(out, 'index.html'), content: articlesPage(articles) }])
}
