import type { Output } from './write.ts'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { FONT_FILE, FONT_FOLDER, FONT_STYLES } from './fonts.ts'
import { readText } from './write.ts'

/** The fonts of a folder of decks: what is to be written, and which files of an earlier generation are to go. */
export interface DeckFonts {
  outputs: Output[]
  stale: string[]
}

/**
 * The style sheets that Slidev loads from a deck's folder by itself, all that are there; the one that fewest people
 * write comes first.
 */
export const STYLE_FILES = ['styles.css', 'styles/index.css', 'style.css']

/**
 * Places fonts beside decks, so that Slidev loads them whoever starts it. What a person has written stays.
 *
 * @param fonts the fonts and their style sheet; none where the decks need none
 * @param folder the decks' folder
 * @returns the files to write, among them a style sheet that Slidev loads, and the files to remove
 * @throws Failure where a person has taken every name that Slidev loads
 */
export async function placeFonts(fonts: Output[], folder: string): Promise<DeckFonts> {
  const sheets = await Promise.all(STYLE_FILES.map(async (name) => {
    const path = join(folder, name)
    return { name, path, text: await readText(path) }
  }))
  const ours = sheets.filter(({ name, text }) => text === fontImport(name))
  const named = sheets.some(({ name, text }) => text !== fontImport(name) && text?.includes(FONT_STYLES))
  const outputs = [...fonts]
  // A person's style sheet that names ours must find it.
  if (named && fonts.length === 0) {
    const content = '/* The theme\'s fonts are enough for this article. */\n'
    outputs.push({ path: join(folder, FONT_FOLDER, FONT_STYLES), content })
  }
  const own = fonts.length > 0 && !named ? ours[0] ?? sheets.find(({ text }) => text === undefined) : undefined
  if (fonts.length > 0 && !named && !own) {
    const path = join(folder, STYLE_FILES[0]!)
    throw new Failure(wording('fonts-style-taken', { path, fonts: `${FONT_FOLDER}/${FONT_STYLES}` }))
  }
  if (own)
    outputs.push({ path: own.path, content: fontImport(own.name) })
  const names = await readdir(join(folder, FONT_FOLDER)).catch(() => [])
  const files = names.filter(name => FONT_FILE.test(name)).map(name => join(folder, FONT_FOLDER, name))
  const isStale = (path: string): boolean => !outputs.some(output => output.path === path)
  return { outputs, stale: [...files, ...ours.map(({ path }) => path)].filter(isStale) }
}

/**
 * The style sheet by which Slidev finds the fonts.
 *
 * @param name one of `STYLE_FILES`
 * @returns CSS
 */
export function fontImport(name: string): string {
  const above = name.includes('/') ? '..' : '.'
  return [
    '/* Slidev loads this file: Lectern wrote it. Your own styles go in style.css. */',
    `@import '${above}/${FONT_FOLDER}/${FONT_STYLES}';`,
    '',
  ].join('\n')
}
