import type { Wording } from '../messages/model.ts'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileFault } from '../failure.ts'
import { wording } from '../messages/wording.ts'

/** A folder for what is kept, and what is to be said of it where it is not the user's own cache. */
interface Cache { folder: string, fault?: Wording }

/** What this process has chosen for each cache that was asked for. */
const chosen = new Map<string, Cache>()

/**
 * Where Lectern keeps what it would otherwise make again for each build: nothing in it is missed when it is gone. If
 * the user's cache cannot be written, this is a temporary folder that goes when the process ends.
 *
 * @param env the environment
 * @returns a folder that is there
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return choose(env).folder
}

/**
 * Says why nothing is kept for the next run.
 *
 * @param env the environment
 * @returns a sentence and what to do; nothing where the user's cache can be written
 */
export function cacheFault(env: NodeJS.ProcessEnv): Wording | undefined {
  return choose(env).fault
}

/**
 * Removes what nothing has used for long. What another run removes meanwhile is passed over.
 *
 * @param folder a folder of the cache
 * @param age how long a file or folder in it stays after it was last used, in milliseconds
 */
export async function removeOlder(folder: string, age: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const used = await stat(path).catch(() => undefined)
    if (used && Date.now() - used.mtimeMs > age)
      await rm(path, { recursive: true, force: true })
  }
}

function choose(env: NodeJS.ProcessEnv): Cache {
  const wanted = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lectern')
  const known = chosen.get(wanted)
  if (known)
    return known
  const cache = tried(wanted)
  chosen.set(wanted, cache)
  return cache
}

function tried(wanted: string): Cache {
  try {
    make(wanted)
    // Files are asked for below the folder where it is, whatever link leads there.
    return { folder: realpathSync(wanted) }
  }
  catch (error) {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-cache-'))
    process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
    return { folder, fault: wording('cache-unwritable', { path: wanted, fault: fileFault(error) }) }
  }
}

/**
 * Makes one folder after the other. Node's own `recursive` never ends where a system refuses a folder as if the one
 * above it were not there, as Linux does in `/proc`.
 */
function make(folder: string): void {
  if (existsSync(folder))
    return accessSync(folder, constants.W_OK)
  make(dirname(folder))
  try {
    mkdirSync(folder)
  }
  catch (error) {
    // Another run may have been quicker.
    if (!existsSync(folder))
      throw error
  }
}
