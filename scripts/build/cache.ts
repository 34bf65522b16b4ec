import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where Lectern keeps what it would otherwise make again for each build: nothing in it is missed when it is gone.
 *
 * @param env the environment
 * @returns a folder in the user's cache, which may not be there yet
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lectern')
}
