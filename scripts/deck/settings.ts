import type { VFile } from 'vfile'
import type { DeckOptions, Theme } from './types.ts'
import { frontmatterOf, refuseKey } from '../article/frontmatter.ts'
import { either, wording } from '../messages/wording.ts'
import { isMinutes } from './options.ts'
import { DENSITIES, THEMES } from './types.ts'

/**
 * What a Markdown article's frontmatter asks of its decks. A theme is code: an article, which may be anybody's, names
 * one of Lectern's own and no other.
 *
 * @param file the article; it gets a message for what there is not
 * @returns the options that it sets, and its theme
 */
export function settingsOf(file: VFile): Partial<DeckOptions> & { theme?: Theme } {
  const { theme, density, minutes } = frontmatterOf(file)
  const known = DENSITIES.find(one => one === density)
  const own = THEMES.find(one => one === theme)
  const time = /^\d+(?:\.\d+)?$/.test(minutes ?? '') ? Number(minutes) : undefined
  if (theme !== undefined && !own)
    refuseKey(file, 'theme', theme, either(THEMES), wording('correct-theme'))
  if (density !== undefined && !known)
    refuseKey(file, 'density', density, either(DENSITIES))
  if (minutes !== undefined && !isMinutes(time))
    refuseKey(file, 'minutes', minutes, wording('expected-minutes'))
  return { ...(own && { theme: own }), ...(known && { density: known }), ...(isMinutes(time) && { minutes: time }) }
}
