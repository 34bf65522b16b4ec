import type { DeckFile } from './deck.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FONT_FOLDER, FONT_STYLES } from '../../files/fonts.ts'
import { assetFile, named } from './deck.ts'

/** A font's address in a style sheet that `generate` has written. */
const ADDRESS = /url\('\.\/([\w.-]+)'\)/g

/**
 * The fonts that `generate` has put beside decks, as files of the built pages.
 *
 * @param folder the decks' folder
 * @returns the style sheet first, then the fonts that it names; none where there are none
 */
export async function extraFonts(folder: string): Promise<DeckFile[]> {
  const styles = await readFile(join(folder, FONT_FOLDER, FONT_STYLES), 'utf8').catch(() => '')
  const names = [...new Set(Array.from(styles.matchAll(ADDRESS), ([, name]) => name!))]
  const fonts = await Promise.all(names.map(name => assetFile(join(folder, FONT_FOLDER, name))))
  const bound = styles.replace(ADDRESS, (_, name: string) => `url('./${fonts[names.indexOf(name)]!.name}')`)
  return names.length === 0 ? [] : [named('lectern-extra', '.css', bound), ...fonts]
}
