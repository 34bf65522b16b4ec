import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { KEPT_NAMES } from '../files/fonts/font.ts'
import { unpackedFonts } from './unpacked-fonts.ts'

/** What Slidev's own controls and the start page may show beside the article's words. */
const ALWAYS = Array.from({ length: 0x7F - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('')

/**
 * Cuts fonts down to the glyphs that a text needs. Every layout feature stays: `halt` sets full-width marks close. They
 * are packed as WOFF: WOFF2 would be a quarter smaller, but take a second for each.
 *
 * @param files the fonts
 * @param text all text that may be shown
 * @param env the environment, for fonts that are kept unpacked
 * @returns a WOFF for each font; the same bytes for the same font and text
 */
export async function subsetFonts(
  files: string[],
  text: string,
  env: NodeJS.ProcessEnv,
): Promise<Map<string, Uint8Array>> {
  const unpacked = unpackedFonts(env)
  const characters = [...new Set(ALWAYS + text)].sort().join('')
  const fonts = new Map<string, Uint8Array>()
  for (const file of files) {
    const font = await unpacked(file) ?? await readFile(file)
    fonts.set(file, await subsetFont(font, characters, { targetFormat: 'woff', preserveNameIds: KEPT_NAMES }))
  }
  return fonts
}
