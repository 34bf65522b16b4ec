import { utimes } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { cacheFolder, removeOlder } from '../build/cache.ts'
import { makeFolder } from '../files/folder.ts'
import { shortHash } from '../files/hash.ts'

/** Vite and its plugins know packages by the name of this folder, and leave them as they are. */
function caches(): string {
  return join(cacheFolder(process.env), 'dev', 'node_modules')
}

const MONTH = 30 * 24 * 60 * 60 * 1000

/**
 * Where Slidev's packages are kept from run to run, bundled for the browser: for each folder of decks apart, as Vite
 * asks, and never among the decks.
 *
 * @param folder the decks' folder
 */
export function cacheOf(folder: string): string {
  return join(caches(), shortHash(resolve(folder)))
}

/**
 * Notes that a folder's cache is in use, and removes those that have not been for a month.
 *
 * @param folder the decks' folder
 */
export async function useCache(folder: string): Promise<void> {
  const now = new Date()
  await makeFolder(cacheOf(folder))
  await utimes(cacheOf(folder), now, now)
  await removeOlder(caches(), MONTH)
}
