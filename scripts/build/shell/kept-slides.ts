import type { LoadedDeck } from '../decks.ts'
import type { Inputs } from '../inputs.ts'
import type { Shell } from './load.ts'
import type { CompiledSlide, Drawn, KnownSlides } from './slide.ts'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { hashOf, shortHash } from '../../files/hash.ts'
import { writeAll } from '../../files/write.ts'
import { cacheFolder, removeOlder } from '../cache.ts'

/** What has not been written for so long, in milliseconds, is removed. */
const MONTH = 30 * 24 * 60 * 60 * 1000

/** A deck's slides as they were compiled last. */
interface Kept {
  /** See `compilerKey`. */
  key: string
  slides: (Drawn & { from: string })[]
}

/**
 * What slides are compiled by: as long as it is the same, so is what is made of a slide.
 *
 * @param shell their shell, whose folder is named after all that goes in
 * @param own the hashes of Lectern itself
 */
export function compilerKey(shell: Shell, own: Inputs): string {
  return hashOf(Buffer.from(JSON.stringify([basename(shell.folder), own])))
}

/**
 * The slides of a deck that an earlier build compiled. One that shows a file that has gone is not among them.
 *
 * @param deck the deck
 * @param key see `compilerKey`
 * @param env the environment, for the cache
 * @returns the slides; none where nothing was kept, or other code compiled them
 */
export async function findSlides(deck: LoadedDeck, key: string, env: NodeJS.ProcessEnv): Promise<KnownSlides> {
  try {
    const kept = JSON.parse(await readFile(fileOf(deck, env), 'utf8')) as Kept
    const slides = kept.key === key ? kept.slides.filter(({ assets }) => assets.every(path => existsSync(path))) : []
    return new Map(slides.map(({ from, ...drawn }) => [from, drawn]))
  }
  catch {
    return new Map()
  }
}

/** A deck and its slides. */
interface Compiled { deck: LoadedDeck, slides: CompiledSlide[] }

/**
 * Keeps the slides of decks for the next build. A cache that cannot be written only costs time.
 *
 * @param decks the decks
 * @param key see `compilerKey`
 * @param env the environment, for the cache
 */
export async function keepSlides(decks: Compiled[], key: string, env: NodeJS.ProcessEnv): Promise<void> {
  const outputs = decks.map(({ deck, slides }) => {
    const drawn = slides.map(({ data: _, frontmatter: __, note: ___, ...drawn }) => drawn)
    return { path: fileOf(deck, env), content: JSON.stringify({ key, slides: drawn } satisfies Kept) }
  })
  const changed = await writeAll(outputs).catch((): string[] => [])
  if (changed.length > 0)
    await removeOlder(join(cacheFolder(env), 'slides'), MONTH)
}

function fileOf({ path }: LoadedDeck, env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), 'slides', `${shortHash(path)}.json`)
}
