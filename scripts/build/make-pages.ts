import type { Wording } from '../messages/model.ts'
import type { LoadedDeck } from './decks.ts'
import type { Elsewhere, Inputs } from './inputs.ts'
import type { PageFacts } from './page-facts.ts'
import type { StartFacts } from './start-page.ts'
import { dirname } from 'node:path'
import { groupDecks } from './groups.ts'
import { elsewhereOf } from './inputs.ts'
import { pageOf, pagesOf } from './page-facts.ts'
import { compileArticle } from './shell/article.ts'
import { LongWay } from './shell/long-way.ts'
import { writePages } from './shell/pages.ts'

/**
 * Why pages are built Slidev's own way. Where the fast way has failed at something that it does not know itself, that
 * is a fault of Lectern's.
 */
export interface Slow { reason: Wording | string, isFault: boolean }

/** How an article's pages are made. */
export interface PageMaking {
  /** The decks' pages, in order. */
  pages: PageFacts[]
  /** Nothing where they need not be built Slidev's own way. */
  slow?: Slow
  /**
   * Makes them.
   *
   * @param start what the article's start page shows, where there is to be one
   * @param out the folder to write to; what is there stays
   * @returns what went in from elsewhere
   */
  make: (start: StartFacts | undefined, out: string) => Promise<Elsewhere>
}

/**
 * Finds how an article's pages are made: its slides are compiled alone, for a shell that is built once, where that is
 * certain to be the same as Slidev's own build; else by that.
 *
 * @param decks an article's decks
 * @param own the hashes of Lectern itself
 * @param env the environment, for the cache
 * @param isAnew whether slides that an earlier build compiled are compiled again
 * @returns their pages, and what makes them
 * @throws Failure where a theme is wrong
 */
export async function planPages(
  decks: LoadedDeck[],
  own: Inputs,
  env: NodeJS.ProcessEnv,
  isAnew = false,
): Promise<PageMaking> {
  try {
    return await fastPages(decks, own, env, isAnew)
  }
  catch (error) {
    const isFault = !(error instanceof LongWay)
    return { ...await slidevPages(decks), slow: { reason: describeError(error), isFault } }
  }
}

/**
 * Makes pages the fast way.
 *
 * @param decks an article's decks
 * @param own the hashes of Lectern itself
 * @param env the environment, for the cache
 * @param isAnew whether slides that an earlier build compiled are compiled again
 * @returns their pages, and what makes them
 * @throws LongWay with the reason, where that would perhaps not be the same as Slidev's own build
 */
export async function fastPages(
  decks: LoadedDeck[],
  own: Inputs,
  env: NodeJS.ProcessEnv,
  isAnew = false,
): Promise<PageMaking> {
  const compiled = await compileArticle(decks, own, env, isAnew)
  const pages = compiled.decks.map(({ deck, config }) => pageOf(deck, decks, config, compiled.shell.config))
  const folder = dirname(decks[0]!.path)
  return { pages, make: async (start, out) => elsewhereOf(folder, [], await writePages(compiled, pages, start, out)) }
}

/**
 * Makes pages by Slidev's own build.
 *
 * @param decks an article's decks
 * @returns their pages, and what makes them
 */
export async function slidevPages(decks: LoadedDeck[]): Promise<PageMaking> {
  const groups = (await groupDecks(decks)).map(group => ({ ...group, pages: pagesOf(group) }))
  return {
    pages: groups.flatMap(({ pages }) => pages),
    make: async (start, out) => {
      // What builds is loaded where there is something to build.
      const { buildHtml } = await import('./html.ts')
      const read: string[] = []
      for (const [index, group] of groups.entries())
        read.push(...await buildHtml(group, group.pages, index === 0 ? start : undefined, out))
      const roots = groups.flatMap(({ options }) => options.roots.filter(root => root !== options.clientRoot))
      return elsewhereOf(dirname(decks[0]!.path), roots, read)
    },
  }
}

function describeError(error: unknown): Wording | string {
  if (error instanceof LongWay)
    return error.wording
  return error instanceof Error ? error.message.split('\n')[0]! : String(error)
}
