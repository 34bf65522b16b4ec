import { cacheFault } from './build/cache.ts'
import { hashOwn } from './build/inputs.ts'
import { loadShell } from './build/shell/load.ts'
import { findTheme } from './files/theme.ts'

/** The theme that decks have where nobody names one. */
const USUAL = 'study'

/**
 * Makes ready what the first build would wait for: Slidev's client and the usual theme, built once for all decks.
 *
 * @param env the environment, for the cache
 */
export async function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  // What goes with the process helps nobody.
  if (cacheFault(env) === undefined)
    await loadShell(findTheme(USUAL), hashOwn(), env)
}
