import type { Browser } from 'playwright-core'
import type { CheckResult } from '../check/check.ts'
import type { CheckMessage } from '../check/deck.ts'
import type { Language } from '../messages/model.ts'
import type { Console } from './console.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../build/browser.ts'
import { cacheFault } from '../build/cache.ts'
import { listDeckFolders } from '../build/deck-folders.ts'
import { checkDecks } from '../check/check.ts'
import { strictDeck, strictMessages } from '../check/strict.ts'
import { Failure } from '../failure.ts'
import { reasonIn } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { print, readersLanguage, showActivity, slideCount, tell } from './console.ts'
import { articleOf, readFolder } from './read-folder.ts'

/** What a person asked for. */
export interface CheckFlags {
  json?: boolean
  /** Every difference from the article is a fault, whoever has made it. */
  strict?: boolean
  /** How long a deck may take, in seconds. */
  timeout?: number
}

/**
 * Holds decks against the promises, in a real browser.
 *
 * @param folders the decks' folders; none means every one under `slides`
 * @param flags what a person asked for
 * @param env the environment, for the browser
 * @param terminal where results and messages go
 * @throws Failure where a promise is broken
 */
export async function check(
  folders: string[],
  flags: CheckFlags,
  env: NodeJS.ProcessEnv,
  terminal: Console,
): Promise<void> {
  const articles = folders.length > 0 ? folders : await listDeckFolders()
  tell(cacheFault(env), terminal)
  const browser = await launchBrowser(env)
  const results: CheckResult[] = []
  try {
    for (const folder of articles) {
      const progress = showActivity(wording('check-progress', { folder }), terminal)
      try {
        results.push(await checkFolder(folder, browser, flags.strict, flags.timeout))
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
    terminal.log(JSON.stringify({ ...result, messages: messagesIn(result, readersLanguage(terminal)) }, undefined, 2))
  else
    report(result, terminal)
  const broken = result.messages.filter(message => message.fatal).length
  if (broken > 0)
    throw new Failure(wording('check-broken', { count: broken }))
}

/** The messages as they are printed. */
function messagesIn({ messages }: CheckResult, language: Language): CheckMessage[] {
  return messages.map(({ wording, reason, fatal, ...place }) =>
    ({ ...place, reason: reasonIn({ reason, ...(wording && { wording }) }, language), fatal }))
}

/**
 * Checks the decks of one folder.
 *
 * @param folder such as `slides/NAME`
 * @param browser a Chromium
 * @param strict whether every difference from the article is listed, too
 * @param timeout how long a deck may take, in seconds
 * @returns what came of it
 * @throws Failure for a folder without decks, and for a deck that cannot be read or built
 */
export async function checkFolder(
  folder: string,
  browser: Browser,
  strict = false,
  timeout?: number,
): Promise<CheckResult> {
  const { decks, generated } = await readFolder(folder)
  const { article, messages } = await articleOf(folder, decks, generated)
  const temporary = await mkdtemp(join(tmpdir(), 'lectern-check-'))
  try {
    const result = await checkDecks(decks, generated, article, browser, temporary, timeout)
    const isComparable = article !== undefined || messages.length === 0
    const differences = strict && isComparable ? strictMessages(decks.map(strictDeck), article) : []
    return { ...result, messages: [...result.messages, ...differences, ...messages] }
  }
  finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

function merge(results: CheckResult[]): CheckResult {
  const sum = (key: keyof CheckResult['coverage']): number =>
    results.reduce((total, { coverage }) => total + coverage[key], 0)
  return {
    decks: results.flatMap(({ decks }) => decks),
    coverage: { sentences: sum('sentences'), covered: sum('covered'), removedByHand: sum('removedByHand') },
    messages: results.flatMap(({ messages }) => messages),
  }
}

function report({ decks, coverage, ...result }: CheckResult, terminal: Console): void {
  const messages = messagesIn({ decks, coverage, ...result }, readersLanguage(terminal))
  for (const { file, line, column, reason, ruleId } of messages.filter(({ fatal }) => fatal))
    terminal.error(`${file}:${line}:${column}: ${reason} (${ruleId})`)
  for (const { file, slides } of decks) {
    const own = messages.filter(message => message.file === file)
    const wrong = own.filter(({ fatal }) => fatal).length
    const counted = { file, slides: slideCount(slides.length) }
    const state = wrong > 0
      ? wording('check-deck-wrong', { ...counted, count: wrong })
      : wording('check-deck-right', counted)
    print(state, terminal)
    for (const { line, column, reason, ruleId } of own.filter(({ fatal }) => !fatal))
      terminal.log(`  ${file}:${line}:${column}: ${reason} (${ruleId})`)
  }
  const { covered, sentences, removedByHand } = coverage
  if (sentences > 0) {
    const counts = { covered, sentences }
    const removed = wording('check-coverage-removed', { ...counts, removed: removedByHand })
    print(removedByHand > 0 ? removed : wording('check-coverage', counts), terminal)
  }
}
