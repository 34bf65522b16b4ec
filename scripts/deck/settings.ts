import type { VFile } from 'vfile'
import type { DeckOptions } from './types.ts'
import { frontmatterOf } from '../article/frontmatter.ts'
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
  const time = Number(minutes)
  if (density !== undefined && !known)
    refuse(file, 'density', `\`${density}\` in the frontmatter, expected ${DENSITIES.join(', ')}`)
  if (minutes !== undefined && !isMinutes(time))
    refuse(file, 'minutes', `\`${minutes}\` in the frontmatter, expected a number such as 45`)
  return { ...(theme !== undefined && { theme }), ...(known && { density: known }), ...(isMinutes(time) && { minutes: time }) }
}

function refuse(file: VFile, key: string, what: string): void {
  const line = String(file).split(/\r?\n/).findIndex(line => line.startsWith(`${key}:`)) + 1
  file.message(`Unexpected ${key} ${what}: correct it, or remove the line`, { place: { line, column: 1 }, ruleId: 'frontmatter', source: 'lectern' })
}
