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
import { tellOf } from './console.ts'

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
 * @param console where results and messages go
 * @throws Failure where something was not built; what could be built is
 */
export async function build(
  folders: string[],
  flags: BuildFlags,
  env: NodeJS.ProcessEnv,
  console: Console,
): Promise<void> {
  const wish = { kinds: flags.only ?? USUAL, handout: flags.handout ?? 'notes' as const, force: flags.force ?? false }
  const date = new Date(env.SOURCE_DATE_EPOCH ? Number(env.SOURCE_DATE_EPOCH) * 1000 : NO_DATE)
  tellOf(cacheFault(env), console)
  const own = await hashOwn()
  let found: ReturnType<typeof findBrowser> | undefined
  try {
    for (const folder of folders.length > 0 ? folders : await listDeckFolders()) {
      const plan = await planBuild(folder, join(flags.out, basename(resolve(folder))), wish, env, own)
      if (plan.stale.length > 0)
        tellOf(await whatRuns(folder), console)
      if (plan.stale.some(isDrawn))
        found ??= findBrowser(env)
      await buildPlan(plan, found, { date, env, console, flags })
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

/** Without a browser the HTML is still built; the fault is told at the end. */
async function findBrowser(env: NodeJS.ProcessEnv): Promise<{ browser?: Browser, failure?: Failure }> {
  try {
    return { browser: await (await import('../build/browser.ts')).launchBrowser(env) }
  }
  catch (error) {
    if (error instanceof Failure)
      return { failure: new Failure(`${error.message} The HTML is built.`, error.exitCode, { cause: error }) }
    throw error
  }
}

/** What is the same for all articles of a run. */
interface Run {
  date: Date
  env: NodeJS.ProcessEnv
  console: Console
  flags: BuildFlags
}

/** The browser starts while what builds is loaded. */
async function buildPlan(
  plan: Plan,
  found: ReturnType<typeof findBrowser> | undefined,
  { date, env, console, flags: { timeout, verbose } }: Run,
): Promise<void> {
  const { name, target, stale, kept, outdated } = plan
  const progress = stale.length > 0 ? console.progress(`${name}: reading the decks`) : undefined
  try {
    // What builds is loaded where there is something to build.
    const [{ buildArticle } = {}, browser] = await Promise.all([progress && import('../build/article.ts'), found])
    const options = { browser: browser?.browser, date, env, timeout }
    const { made, faults, slow }: BuiltArticle = buildArticle && progress
      ? await buildArticle(plan, { ...options, onProgress: progress.update })
      : { made: [], faults: [] }
    progress?.done()
    tell(plan, made, console)
    if (slow && (verbose || slow.isFault))
      console.error(`${plan.folder}: its pages are made by Slidev's own build, which takes longer: ${slow.reason}`)
    faults.forEach(fault => console.error(`${target}/${fault}`))
  }
  catch (error) {
    progress?.done()
    throw error
  }
  if (stale.length === 0) {
    console.log(`${target}: nothing has changed since it was built`)
  }
  else if (kept.length > outdated.length) {
    const current = kept.filter(result => !outdated.includes(result))
    console.log(`${target}: not changed, and not built again: ${current.join(', ')}`)
  }
  if (outdated.length > 0)
    console.error(`${target}: made from the decks as they were before, and not built now: ${outdated.join(', ')}`)
}

/** A row for each deck, and one for what is the whole article's. */
function tell({ target, decks }: Plan, made: string[], console: Console): void {
  const files = made.flatMap(result => filesOf(result, decks)).filter(file => /\.(?:html|pdf|pptx)$/.test(file))
  const ofDeck = (deck: string): string[] => files.filter(file => file.startsWith(`${deck}.`))
  const rows = [...decks.map(ofDeck), files.filter(file => !/^\d/.test(file))]
  for (const row of rows.filter(row => row.length > 0))
    console.log(row.map(file => join(target, file)).join('  '))
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
    const { articlesPage } = await import('../build/start-page.ts')
    await writeAll([{ path: join(out, 'index.html'), content: articlesPage(articles) }])
  }
}
