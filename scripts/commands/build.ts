import type { Browser } from 'playwright-core'
import type { BuiltArticle } from '../build/article.ts'
import type { HandoutKind } from '../build/handout/kinds.ts'
import type { Plan } from '../build/plan.ts'
import type { Kind } from '../build/results.ts'
import type { Console } from './console.ts'
import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { cacheFault } from '../build/cache.ts'
import { listDeckFolders, SLIDES } from '../build/deck-folders.ts'
import { hashOwn } from '../build/inputs.ts'
import { planBuild } from '../build/plan.ts'
import { filesOf, isDrawn } from '../build/results.ts'
import { whatRuns } from '../build/what-runs.ts'
import { Failure } from '../failure.ts'
import { readRecord } from '../files/record.ts'
import { writeAll } from '../files/write.ts'
import { wording } from '../messages/wording.ts'
import { print, showActivity, tell } from './console.ts'

/** What is built where nobody says what. */
const USUAL: readonly Kind[] = ['html', 'offline', 'pdf', 'handout']

/** What a person asked for. */
export interface BuildFlags {
  out: string
  only?: Kind[]
  /** What a handout's pages hold; notes where nothing is said. */
  handout?: HandoutKind
  /** Build what has not changed, too. */
  force?: boolean
  /** How long a deck may take to be printed, in seconds. */
  timeout?: number
  /** Tell why an article takes longer than others. */
  verbose?: boolean
}

/**
 * Builds the decks of articles to a website, an offline file, PDFs, handouts and PowerPoint slides: what is not there
 * as the decks are now.
 *
 * @param folders the decks' folders; none means every one under `slides`
 * @param flags what a person asked for
 * @param env the environment, for the browser and SOURCE_DATE_EPOCH
 * @param terminal where results and messages go
 * @throws Failure where something was not built; what could be built is
 */
export async function build(
  folders: string[],
  flags: BuildFlags,
  env: NodeJS.ProcessEnv,
  terminal: Console,
): Promise<void> {
  const wish = { kinds: flags.only ?? USUAL, handout: flags.handout ?? 'notes' as const, force: flags.force ?? false }
  const date = new Date(env.SOURCE_DATE_EPOCH ? Number(env.SOURCE_DATE_EPOCH) * 1000 : NO_DATE)
  tell(cacheFault(env), terminal)
  const own = hashOwn()
  let found: Starting | undefined
  try {
    for (const folder of folders.length > 0 ? folders : await listDeckFolders()) {
      const plan = await planBuild(folder, join(flags.out, basename(resolve(folder))), wish, env, own)
      if (plan.stale.some(isDrawn))
        found ??= startBrowser(env)
      if (plan.stale.length > 0)
        tell(await whatRuns(folder), terminal)
      await buildPlan(plan, found, { date, env, terminal, flags })
    }
  }
  finally {
    await (await found?.catch(() => undefined))?.browser?.close()
  }
  await writeArticlesPage(flags.out)
  const failure = (await found)?.failure
  if (failure)
    throw failure
}

/** The same input gives the same bytes: without a date to go by, every file has this one. */
const NO_DATE = Date.UTC(2000, 0, 1)

/** A browser that starts; without one the HTML is still built, and the fault is told at the end. */
type Starting = Promise<{ browser?: Browser, failure?: Failure }>

/** What fails is thrown where the browser is waited for. */
function startBrowser(env: NodeJS.ProcessEnv): Starting {
  const found = findBrowser(env)
  found.catch(() => undefined)
  return found
}

async function findBrowser(env: NodeJS.ProcessEnv): Starting {
  try {
    return { browser: await (await import('../build/browser.ts')).launchBrowser(env) }
  }
  catch (error) {
    if (error instanceof Failure)
      return { failure: withHtml(error) }
    throw error
  }
}

function withHtml(failure: Failure): Failure {
  return new Failure(wording('build-html-only', { fault: failure.wording }), failure.exitCode, { cause: failure })
}

/** What is the same for all articles of a run. */
interface Run {
  date: Date
  env: NodeJS.ProcessEnv
  terminal: Console
  flags: BuildFlags
}

/** The browser starts while slides are compiled. */
async function buildPlan(
  plan: Plan,
  found: Starting | undefined,
  { date, env, terminal, flags: { timeout, verbose } }: Run,
): Promise<void> {
  const { name, target, stale, kept, outdated } = plan
  const progress = stale.length > 0 ? showActivity(wording('build-reading', { name }), terminal) : undefined
  try {
    // What builds is loaded where there is something to build.
    const { buildArticle } = progress ? await import('../build/article.ts') : {}
    const options = { browser: async () => (await found)?.browser, date, env, timeout }
    const { made, faults, slow }: BuiltArticle = buildArticle && progress
      ? await buildArticle(plan, { ...options, onProgress: progress.update })
      : { made: [], faults: [] }
    progress?.done()
    printFiles(plan, made, terminal)
    if (slow && (verbose || slow.isFault))
      tell(wording('build-long-way', { folder: plan.folder, reason: slow.reason }), terminal)
    faults.forEach(fault => tell(wording('build-fault', { folder: target, fault }), terminal))
  }
  catch (error) {
    progress?.done()
    throw error
  }
  if (stale.length === 0) {
    print(wording('build-current', { target }), terminal)
  }
  else if (kept.length > outdated.length) {
    const files = kept.filter(result => !outdated.includes(result))
    print(wording('build-kept', { target, files }), terminal)
  }
  if (outdated.length > 0)
    tell(wording('build-outdated', { target, files: outdated }), terminal)
}

/** A row for each deck, and one for what is the whole article's. */
function printFiles({ target, decks }: Plan, made: string[], terminal: Console): void {
  const files = made.flatMap(result => filesOf(result, decks)).filter(file => /\.(?:html|pdf|pptx)$/.test(file))
  const ofDeck = (deck: string): string[] => files.filter(file => file.startsWith(`${deck}.`))
  const rows = [...decks.map(ofDeck), files.filter(file => !/^\d/.test(file))]
  for (const row of rows.filter(row => row.length > 0))
    terminal.log(row.map(file => join(target, file)).join('  '))
}

/** Where several articles are built, a page lists them. */
async function writeArticlesPage(out: string): Promise<void> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
  const names = folders.map(entry => entry.name).sort()
  const articles = []
  for (const name of names) {
    const record = await readRecord(join(SLIDES, name))
    if ((await readdir(join(out, name)).catch((): string[] => [])).includes('index.html')) {
      const language = /\p{Script=Han}/u.test(record?.title ?? '') ? 'zh-CN' : 'en'
      articles.push({ name, title: record?.title ?? name, language })
    }
  }
  if (articles.length > 1) {
    const { articlesPage } = await import('../build/articles-page.ts')
    await writeAll([{ path: join(out, 'index.html'), content: articlesPage(articles) }])
  }
}
