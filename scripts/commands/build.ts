import type { Browser } from 'playwright-core'
import type { LoadedDeck, PageFacts } from '../build/decks.ts'
import type { StartFacts } from '../build/start-page.ts'
import type { DeckRecord } from '../files/record.ts'
import type { Console } from './console.ts'
import { readdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import pLimit from 'p-limit'
import { launchBrowser } from '../build/browser.ts'
import { groupDecks, listDeckFolders, loadDecks, pagesOf, plainTitle, SLIDES } from '../build/decks.ts'
import { buildHtml } from '../build/html.ts'
import { printDeck } from '../build/print.ts'
import { serveFolder } from '../build/server.ts'
import { articlesPage } from '../build/start-page.ts'
import { Failure } from '../failure.ts'
import { readRecord } from '../files/record.ts'
import { replaceFolder } from '../files/replace.ts'
import { writeAll } from '../files/write.ts'

export const KINDS = ['html', 'offline', 'pdf', 'handout', 'pptx'] as const
export type Kind = typeof KINDS[number]
/** What this version builds. */
const BUILT: readonly Kind[] = ['html', 'offline', 'pdf']

/** What a person asked for. */
export interface BuildFlags {
  out: string
  only?: Kind[]
}

/** Pages that are printed at once: more than there are cores only wait. */
const PRINTED_AT_ONCE = 3

/**
 * Builds the decks of articles to a website, an offline file and PDFs.
 *
 * @param folders the decks' folders; none means every one under `slides`
 * @param flags what a person asked for
 * @param env the environment, for the browser and SOURCE_DATE_EPOCH
 * @param console where results and messages go
 * @throws Failure where something was not built; what could be built is
 */
export async function build(folders: string[], flags: BuildFlags, env: NodeJS.ProcessEnv, console: Console): Promise<void> {
  const kinds = flags.only ?? [...BUILT]
  const missing = kinds.filter(kind => !BUILT.includes(kind))
  if (missing.length > 0)
    throw new Failure(`${missing.join(', ')}: this version of Lectern does not build that yet. Choose from ${BUILT.join(', ')} with --only.`, 2)
  const articles = folders.length > 0 ? folders : await listDeckFolders()
  const browser = kinds.includes('pdf') ? await findBrowser(env) : undefined
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
    // What is not built now stays as the last build left it.
    const carried = [
      ...(kinds.includes('pdf') ? [] : await existing(target, /^\d{2,4}\.pdf$/)),
      ...(kinds.includes('offline') ? [] : await existing(target, /^offline\.html$/)),
    ]
    const made = [
      ...(browser ? decks.map(deck => `${deck.name}.pdf`) : []),
      ...(kinds.includes('offline') ? ['offline.html'] : []),
    ]
    const start = startFacts(name, decks, record, deck => browser !== undefined || carried.includes(`${deck.name}.pdf`))
    await replaceFolder(target, async (temporary) => {
      progress.update(`${name}: building ${decks.length} decks`)
      const pages: PageFacts[] = []
      for (const [index, group] of (await groupDecks(decks)).entries()) {
        const own = pagesOf(group)
        await buildHtml(group, own, index === 0 ? start : undefined, temporary)
        pages.push(...own)
      }
      await Promise.all([
        browser && printAll(pages, start, temporary, browser, env, done => progress.update(`${name}: printing ${done} of ${pages.length} PDFs`)),
        kinds.includes('offline') && writeOffline(temporary, pages, start),
      ])
    }, kinds.includes('html') ? { keep: carried } : { only: made })
    progress.done()
    const rows = [
      ...decks.map(deck => [kinds.includes('html') && `${deck.name}.html`, browser && `${deck.name}.pdf`]),
      [kinds.includes('html') && 'index.html', kinds.includes('offline') && 'offline.html'],
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

function startFacts(name: string, decks: LoadedDeck[], record: DeckRecord | undefined, hasPdf: (deck: LoadedDeck) => boolean): StartFacts {
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
      pdf: hasPdf(deck),
    })),
  }
}

async function printAll(pages: PageFacts[], article: StartFacts, folder: string, browser: Browser, env: NodeJS.ProcessEnv, onPrinted: (done: number) => void): Promise<void> {
  const server = await serveFolder(folder)
  const limit = pLimit(PRINTED_AT_ONCE)
  let done = 0
  onPrinted(done)
  try {
    await Promise.all(pages.map(page => limit(async () => {
      const bytes = await printDeck(browser, `${server.url}${page.name}.html`, {
        title: page.title,
        ...(article.byline !== undefined && { author: article.byline }),
        subject: article.title,
        language: article.language,
        date: new Date(env.SOURCE_DATE_EPOCH ? Number(env.SOURCE_DATE_EPOCH) * 1000 : NO_DATE),
      })
      await writeFile(join(folder, `${page.name}.pdf`), bytes)
      onPrinted(++done)
    })))
  }
  finally {
    await server.close()
  }
}

/** The same input gives the same bytes: without a date to go by, every PDF has this one. */
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
