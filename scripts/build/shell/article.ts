import type { ResolvedSlidevOptions } from '@slidev/types'
import type { LoadedDeck } from '../decks.ts'
import type { Inputs } from '../inputs.ts'
import type { Highlighter } from './highlighter.ts'
import type { Shell } from './load.ts'
import type { CompiledSlide, KnownSlides } from './slide.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resolveConfig } from '@slidev/parser'
import { wording } from '../../messages/wording.ts'
import { shownSlides } from '../groups.ts'
import { layoutFile } from './binding.ts'
import { lazyHighlighter } from './highlighter.ts'
import { compilerKey, findSlides, keepSlides } from './kept-slides.ts'
import { loadShell } from './load.ts'
import { inDeck, LongWay } from './long-way.ts'
import { compileSlides } from './slide.ts'
import { checkDecks } from './way.ts'

/** A deck whose slides are compiled. */
export interface CompiledDeck {
  deck: LoadedDeck
  slides: CompiledSlide[]
  /** Slidev's configuration for it. */
  config: ResolvedSlidevOptions['data']['config']
}

/** An article that is built the fast way. */
export interface CompiledArticle {
  shell: Shell
  decks: CompiledDeck[]
}

/**
 * Compiles the slides of an article's decks, without a bundler.
 *
 * @param decks the decks
 * @param own the hashes of Lectern itself
 * @param env the environment, for the cache
 * @param isAnew whether slides that an earlier build compiled are compiled again
 * @returns their slides, and the shell that they are for
 * @throws LongWay where a deck has something that is to be built Slidev's own way; and what Slidev's plugins throw for
 *   a slide that is wrong
 */
export async function compileArticle(
  decks: LoadedDeck[],
  own: Inputs,
  env: NodeJS.ProcessEnv,
  isAnew = false,
): Promise<CompiledArticle> {
  const theme = await checkDecks(decks)
  const shell = await loadShell(theme, own, env)
  const key = compilerKey(shell, own)
  const tools = { theme, shell, highlighter: lazyHighlighter(shell.compiler) }
  const compiled: CompiledDeck[] = []
  for (const deck of decks) {
    const known = isAnew ? new Map() : await findSlides(deck, key, env)
    compiled.push(await inDeck(deck.name, () => compileDeck(deck, known, tools)))
  }
  await keepSlides(compiled, key, env)
  return { shell, decks: compiled }
}

/** What decks are compiled with. */
interface Tools { theme: string, shell: Shell, highlighter: Highlighter }

async function compileDeck(
  deck: LoadedDeck,
  known: KnownSlides,
  { theme, shell, highlighter }: Tools,
): Promise<CompiledDeck> {
  const { slidev } = JSON.parse(await readFile(join(theme, 'package.json'), 'utf8')) as { slidev?: object }
  const resolved = resolveConfig(deck.data.headmatter, slidev, deck.path)
  const config = { ...resolved, routerMode: 'hash' as const, twoslash: false as const }
  const slides = shownSlides(deck)
  const layouts = slides.map(({ frontmatter }) => frontmatter.layout ?? 'default')
  const strange = layouts.find(layout => !shell.layouts.includes(layout as string))
  if (strange !== undefined)
    throw new LongWay(wording('way-layout', { name: String(strange) }))
  const compiled = await compileSlides(shell.compiler, {
    mode: 'build',
    roots: [theme],
    userRoot: theme,
    data: { ...deck.data, slides, config },
    utils: {
      ...highlighter,
      getLayouts: async () => Object.fromEntries(shell.layouts.map(name => [name, layoutFile(name)])),
    },
  } as unknown as ResolvedSlidevOptions, known)
  return { deck, slides: compiled, config }
}
