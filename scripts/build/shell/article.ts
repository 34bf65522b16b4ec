import type { ResolvedSlidevOptions } from '@slidev/types'
import type { LoadedDeck } from '../decks.ts'
import type { Inputs } from '../inputs.ts'
import type { Highlighter } from './highlighter.ts'
import type { Shell } from './load.ts'
import type { CompiledSlide, KnownSlides } from './slide.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resolveConfig } from '@slidev/parser'
import { prepareWords } from '../../language/words.ts'
import { wording } from '../../messages/wording.ts'
import { shownSlides } from '../groups.ts'
import { lazyHighlighter } from './highlighter.ts'
import { loadShell } from './load.ts'
import { inDeck, LongWay } from './long-way.ts'
import { layoutFile, slideCompiler } from './slide.ts'
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
 * @param known slides of them that were compiled before
 * @returns their slides, and the shell that they are for
 * @throws LongWay where a deck has something that is to be built Slidev's own way, and what Slidev's plugins throw for a slide that is wrong
 */
export async function compileArticle(
  decks: LoadedDeck[],
  own: Inputs,
  env: NodeJS.ProcessEnv,
  known: KnownSlides = new Map(),
): Promise<CompiledArticle> {
  const theme = await checkDecks(decks)
  const shell = await loadShell(theme, own, env)
  const tools = { theme, shell, highlighter: lazyHighlighter(shell.compiler), known }
  // The theme breaks lines between words.
  prepareWords(decks.flatMap(({ data }) => Object.values(data.markdownFiles).map(({ raw }) => raw)).join('\n'))
  const compiled: CompiledDeck[] = []
  for (const deck of decks)
    compiled.push(await inDeck(deck.name, () => compileDeck(deck, tools)))
  return { shell, decks: compiled }
}

/** What decks are compiled with. */
interface Tools { theme: string, shell: Shell, highlighter: Highlighter, known: KnownSlides }

async function compileDeck(deck: LoadedDeck, { theme, shell, highlighter, known }: Tools): Promise<CompiledDeck> {
  const { slidev } = JSON.parse(await readFile(join(theme, 'package.json'), 'utf8')) as { slidev?: object }
  const config = { ...resolveConfig(deck.data.headmatter, slidev, deck.path), routerMode: 'hash' as const, twoslash: false as const }
  const slides = shownSlides(deck)
  const strange = slides.map(({ frontmatter }) => frontmatter.layout ?? 'default').find(layout => !shell.layouts.includes(layout as string))
  if (strange !== undefined)
    throw new LongWay(wording('way-layout', { name: String(strange) }))
  const compile = await slideCompiler(shell.compiler, {
    mode: 'build',
    roots: [theme],
    userRoot: theme,
    data: { ...deck.data, slides, config },
    utils: {
      ...highlighter,
      getLayouts: async () => Object.fromEntries(shell.layouts.map(name => [name, layoutFile(name)])),
    },
  } as unknown as ResolvedSlidevOptions, known)
  const compiled: CompiledSlide[] = []
  for (const [index, slide] of slides.entries())
    compiled.push(await compile(slide, index))
  return { deck, slides: compiled, config }
}
