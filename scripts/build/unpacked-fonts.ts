import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { makeFolder } from '../files/folder.ts'
import { hashOf } from '../files/hash.ts'
import { cacheFolder } from './cache.ts'

/** A smaller font is unpacked in no time, wherever that is. */
const WORTH_IT = 200_000

/**
 * Gives whole Chinese fonts to a browser as it uses them, without the packing that every page would have to undo: for
 * four of them that takes a page a quarter of a second. What was unpacked once is kept in the user's cache, under the
 * hash of the packed font.
 *
 * @param env the environment
 * @returns a function: a file's path → the unpacked font, or nothing where the file is to be sent as it is
 */
export function unpackedFonts(env: NodeJS.ProcessEnv): (path: string) => Promise<Buffer | undefined> {
  const fonts = new Map<string, Promise<Buffer | undefined>>()
  // One after the other: the decoder has one place for what it has decoded last.
  let last: Promise<unknown> = Promise.resolve()
  return (path) => {
    if (!path.endsWith('.woff2'))
      return Promise.resolve(undefined)
    const known = fonts.get(path)
    if (known)
      return known
    const font = last.then(() => unpack(path, join(cacheFolder(env), 'fonts')))
    // A file that cannot be read is no other one's fault.
    last = font.catch(() => undefined)
    fonts.set(path, font)
    return font
  }
}

async function unpack(path: string, cache: string): Promise<Buffer | undefined> {
  if ((await stat(path)).size < WORTH_IT)
    return undefined
  const packed = await readFile(path)
  const kept = join(cache, `${hashOf(packed)}.ttf`)
  try {
    return await readFile(kept)
  }
  catch {
    // Its library is loaded where there is something to unpack. A font that it cannot read is the browser's to judge.
    const { default: fontverter } = await import('fontverter')
    const font = await fontverter.convert(packed, 'sfnt').catch(() => undefined)
    if (font)
      await keep(kept, font, cache).catch(() => undefined) // a cache that cannot be written only costs time
    return font
  }
}

/** Another run may read it at any moment: it is there whole or not at all. */
async function keep(path: string, font: Uint8Array, cache: string): Promise<void> {
  await makeFolder(cache)
  const temporary = `${path}.${process.pid}`
  await writeFile(temporary, font)
  await rename(temporary, path)
}
