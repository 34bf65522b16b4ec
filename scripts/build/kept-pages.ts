import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { makeFolder } from '../files/folder.ts'
import { shortHash } from '../files/hash.ts'
import { cacheFolder, removeOlder } from './cache.ts'

/** What has not been used for so long, in milliseconds, is removed. */
const MONTH = 30 * 24 * 60 * 60 * 1000
/** The file that says what the pages were made from. Nothing that is built has this name. */
const KEY = '.key'

/**
 * Finds pages that nobody asked for, but that a PDF or a handout was printed from: they are kept for the next one, in
 * the user's cache.
 *
 * @param target the results' folder: each has its own pages
 * @param key what the pages are made from
 * @param env the environment
 * @returns the folder of the pages; nothing where there are none, or others
 */
export async function findPages(target: string, key: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const folder = folderOf(target, env)
  return await readFile(join(folder, KEY), 'utf8').catch(() => undefined) === key ? folder : undefined
}

/**
 * Keeps pages for the next build. A cache that cannot be written only costs time.
 *
 * @param target the results' folder
 * @param key what the pages are made from
 * @param source the folder that has them
 * @param files their names; a folder stands for all that is in it
 * @param env the environment
 */
export async function keepPages(
  target: string,
  key: string,
  source: string,
  files: string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const folder = folderOf(target, env)
  try {
    await rm(folder, { recursive: true, force: true })
    await makeFolder(folder)
    for (const file of files)
      await cp(join(source, file), join(folder, file), { recursive: true })
    // Last: what was not copied to its end is not taken.
    await writeFile(join(folder, KEY), key)
    await removeOlder(join(folder, '..'), MONTH)
  }
  catch {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

function folderOf(target: string, env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), 'pages', shortHash(resolve(target)))
}
