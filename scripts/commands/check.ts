import type { SourceSlideInfo } from '@slidev/types'
import type { Browser } from 'playwright-core'
import type { LoadedDeck } from '../build/decks.ts'
import type { CheckResult, DeckToCheck } from '../check/check.ts'
import type { WrittenSlide } from '../check/words.ts'
import type { Outline } from '../outline/types.ts'
import type { Console } from './console.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { launchBrowser } from '../build/browser.ts'
import { listDeckFolders } from '../build/deck-folders.ts'
import { loadDecks } from '../build/decks.ts'
import { checkDecks } from '../check/check.ts'
import { Failure } from '../failure.ts'
import { readArticle } from '../files/article.ts'
import { readRecord, RECORD_FOLDER } from '../files/record.ts'
import { readText } from '../files/write.ts'
import { labelsFor } from '../language/labels.ts'
import { statesOf } from '../merge/states.ts'
import { outlineOf } from '../pipeline.ts'
import { readDeck } from '../slidev/read.ts'

/** What a person asked for. */
export interface CheckFlags { json?: boolean }

/**
 * Holds decks against the promises, in a real browser.
 *
 * @param folders the decks' folders; none means every one under `slides`
 * @param flags what a person asked for
 * @param env the environment, for the browser
 * @param console where results and messages go
 * @throws Failure where a promise is broken
 */
export async function check(folders: string[], flags: CheckFlags, env: NodeJS.ProcessEnv, console: Console): Promise<void> {
  const articles = folders.length > 0 ? folders : await listDeckFolders()
  const browser = await launchBrowser(env)
  const results: CheckResult[] = []
  try {
    for (const folder of articles) {
      const progress = console.progress(`${folder}: looking at every slide`)
      try {
        results.push(await checkFolder(folder, browser))
      }
      finally {
        progress.done()
      }
    }
  }
  finally {
    await browser.close()
  }
  const result = merge(results)
  if (flags.json)
    console.log(JSON.stringify(result, undefined, 2))
  else
    report(result, console)
  const broken = result.messages.filter(message => message.fatal).length
  if (broken > 0)
    throw new Failure(`${broken} ${broken === 1 ? 'promise is' : 'promises are'} broken. Each message says where, and what to do.`)
}

/**
 * Checks the decks of one folder.
 *
 * @param folder such as `slides/NAME`
 * @param browser a Chromium
 * @returns what came of it
 */
export async function checkFolder(folder: string, browser: Browser): Promise<CheckResult> {
  const decks = await toCheck(await loadDecks(folder), folder)
  const temporary = await mkdtemp(join(tmpdir(), 'lectern-check-'))
  try {
    return await checkDecks(decks, await articleOf(folder), browser, temporary)
  }
  finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Decks with what people have made of them since they were generated. */
async function toCheck(decks: LoadedDeck[], folder: string): Promise<DeckToCheck[]> {
  const files = decks.map(({ path, data }) => ({ name: basename(path), markdown: data.markdownFiles[path]!.raw }))
  const base = await Promise.all(files.map(async ({ name }) => ({ name, markdown: await readText(join(folder, RECORD_FOLDER, name)) ?? '' })))
  const states = statesOf(base, files, labelsFor(String(decks[0]!.data.headmatter.lang ?? '')).conflict)
  return decks.map((deck, index): DeckToCheck => {
    const { name, markdown } = base[index]!
    // A deck that nobody generated is nobody's edit.
    const state = markdown === '' ? undefined : states[index]!
    const written = ({ content, note, filepath, index: at }: SourceSlideInfo): WrittenSlide => ({ content, note: note ?? '', edited: state !== undefined && (filepath !== deck.path || state.slides[at]!.state !== 'generated') })
    return {
      file: join(folder, name),
      deck,
      all: deck.data.markdownFiles[deck.path]!.slides.map(written),
      shown: deck.data.slides.map(({ source }) => written(source)),
      base: readDeck(markdown).map(({ body, note }) => ({ content: body, note: note.trim().replace(/^<!--|-->$/g, ''), edited: false })),
      ...(state && { state }),
    }
  })
}

/** The article that decks were made from, where it is still there. */
async function articleOf(folder: string): Promise<{ text: string, outline: Outline } | undefined> {
  const record = await readRecord(folder)
  if (!record)
    return undefined
  const article = await readArticle(join(folder, record.article), { last: record.encoding }).catch(() => undefined)
  if (!article)
    return undefined
  const outline = outlineOf(article.file)
  return { text: textOf(outline) + String(article.file), outline }
}

/** All of an article's words: titles and passages, without the markup that stands in its file. */
function textOf({ title, subtitle, byline, lead, parts, closing }: Outline): string {
  return [
    title.value,
    ...subtitle.map(({ value }) => value),
    ...byline.map(({ value }) => value),
    ...lead.map(({ text }) => text),
    ...parts.flatMap(part => [part.title, ...part.points.map(point => point.title)].flatMap(({ value, runIn }) => [value, runIn?.value ?? ''])),
    ...parts.flatMap(part => [...part.lead, ...part.points.flatMap(point => point.passages), ...part.closing].map(({ text }) => text)),
    ...closing.map(({ text }) => text),
  ].join('\n')
}

function merge(results: CheckResult[]): CheckResult {
  const sum = (key: keyof CheckResult['coverage']): number => results.reduce((total, { coverage }) => total + coverage[key], 0)
  return {
    decks: results.flatMap(({ decks }) => decks),
    coverage: { sentences: sum('sentences'), covered: sum('covered'), removedByHand: sum('removedByHand') },
    messages: results.flatMap(({ messages }) => messages),
  }
}

function report({ decks, coverage, messages }: CheckResult, console: Console): void {
  for (const { file, line, column, reason, ruleId } of messages.filter(({ fatal }) => fatal))
    console.error(`${file}:${line}:${column}: ${reason} (${ruleId})`)
  for (const { file, slides } of decks) {
    const own = messages.filter(message => message.file === file)
    const wrong = own.filter(({ fatal }) => fatal).length
    console.log([file, `${slides.length} slides`, wrong > 0 ? `${wrong} to mend` : 'nothing to mend'].join('  '))
    for (const { line, column, reason, ruleId } of own.filter(({ fatal }) => !fatal))
      console.log(`  ${file}:${line}:${column}: ${reason} (${ruleId})`)
  }
  if (coverage.sentences > 0)
    console.log(`${coverage.covered} of ${coverage.sentences} sentences are in the notes${coverage.removedByHand > 0 ? `, ${coverage.removedByHand} taken out by hand` : ''}`)
}
