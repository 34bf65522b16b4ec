import type { VFile } from 'vfile'
import type { DeckOptions } from './types.ts'
import { frontmatterOf, refuseKey } from '../article/frontmatter.ts'
import { isMinutes } from './options.ts'
import { DENSITIES } from './types.ts'

/**
 * What a Markdown article's frontmatter asks of its decks.
 *
 * @param file the article; it gets a message for what there is not
 * @returns the options that it sets, and its theme: a theme of Lectern's, or the path of a theme's folder
 */
export function settingsOf(file: VFile): Partial<DeckOptions> & { theme?: string } {
  const { theme, density, minutes } = frontmatterOf(file)
  const known = DENSITIES.find(one => one === density)
  const time = /^\d+(?:\.\d+)?$/.test(minutes ?? '') ? Number(minutes) : undefined
  if (density !== undefined && !known)
    refuseKey(file, 'density', density, DENSITIES.join(', '))
  if (minutes !== undefined && !isMinutes(time))
    refuseKey(file, 'minutes', minutes, 'a number such as 45')
  return { ...(theme !== undefined && { theme }), ...(known && { density: known }), ...(isMinutes(time) && { minutes: time }) }
}
