import type { Inputs } from './inputs.ts'
import type { Ledger } from './ledger.ts'
import type { WantedKinds } from './results.ts'
import { readdir } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { readRecord } from '../files/record.ts'
import { deckNames } from './deck-folders.ts'
import { hashDecks, hashElsewhere, keyOf } from './inputs.ts'
import { isWhole, readLedger } from './ledger.ts'
import { allResults, deckOf, isPrinted, OFFLINE, PAGES, resultsOf } from './results.ts'

/** An article's title block. */
export interface TitleBlock { title?: string, subtitle?: string, byline?: string, talk?: string, speaker?: string }

/** What there is to build of an article. */
export interface Plan {
  /** The article's name: that of its folder. */
  name: string
  /** The decks' folder. */
  folder: string
  /** Where the results go. */
  target: string
  /** The decks' names: 01, 02. */
  decks: string[]
  titles: TitleBlock
  /** Whether what has not changed is made again, slides that an earlier build compiled too. */
  isAnew: boolean
  /** The results that are asked for and are not there as the decks are now. */
  stale: string[]
  /** The results that are there and stay, asked for or not. */
  kept: string[]
  /** Those among the kept that an earlier version of the decks made. */
  outdated: string[]
  ledger: Ledger
  /** The decks' folder as it was when the plan was made. */
  inputs: Inputs
  /** Lectern itself, as it was then. */
  own: Inputs
  /** The key that a result has when it is made of these decks. */
  keyFor: (result: string, elsewhere: string, from?: string[]) => string
}

/** What is asked for. */
export interface Wish extends WantedKinds {
  /** Make what has not changed, too. */
  force: boolean
}

/**
 * Finds out what there is to build of an article: what is asked for, and is not in the results' folder as the decks
 * are now.
 *
 * @param folder the decks' folder
 * @param target the results' folder
 * @param wish what is asked for
 * @param env the environment: a date and a browser of one's own go into what is printed
 * @param own the hashes of Lectern itself
 * @returns the plan; its `stale` is empty where there is nothing to do
 * @throws Failure where there are no decks
 */
export async function planBuild(
  folder: string,
  target: string,
  wish: Wish,
  env: NodeJS.ProcessEnv,
  own: Inputs,
): Promise<Plan> {
  const decks = (await deckNames(folder)).map(name => name.replace(/\.md$/, ''))
  const ledger = await readLedger(target)
  const [inputs, elsewhere] = [hashDecks(folder), hashElsewhere(folder, ledger.elsewhere, own)]
  const [record, there] = await Promise.all([readRecord(folder), readdir(target).catch((): string[] => [])])
  const titles = titleBlock(record)
  const keyFor: Plan['keyFor'] = (result, elsewhere, from) => {
    const ofPrints = isPrinted(result) && [env.SOURCE_DATE_EPOCH, env.LECTERN_BROWSER]
    return keyOf([result, titles, ofPrints], inputs, elsewhere, from)
  }

  const all = allResults(decks)
  const isCurrent = (result: string): boolean => {
    const entry = ledger.results[result]
    return entry?.key === keyFor(result, elsewhere, entry?.from) && isWhole(target, entry)
  }
  const current = new Set(all.filter(isCurrent))
  const wanted = resultsOf(wish, decks)
  const showsCovers = wanted.some(result => hasCover(result) && !current.has(result))
  const isStale = (result: string): boolean =>
    wish.force || !current.has(result) || (result === OFFLINE && showsCovers)
  const stale = wanted.filter(isStale)
  const isThere = (result: string): boolean => there.includes(result === PAGES ? 'index.html' : result)
  const kept = all.filter(result => !stale.includes(result) && isThere(result))
  const outdated = kept.filter(result => !current.has(result))
  const name = basename(resolve(folder))
  return { name, folder, target, decks, titles, isAnew: wish.force, stale, kept, outdated, ledger, inputs, own, keyFor }
}

/** The offline file shows the pictures of the covers, which are made with the decks' PDFs. */
function hasCover(result: string): boolean {
  return deckOf(result) !== undefined && result.endsWith('.pdf')
}

function titleBlock(record: TitleBlock | undefined): TitleBlock {
  const keys = ['title', 'subtitle', 'byline', 'talk', 'speaker'] as const
  return Object.fromEntries(keys.flatMap(key => record?.[key] === undefined ? [] : [[key, record[key]]]))
}
