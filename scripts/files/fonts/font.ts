import type { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import fontverter from 'fontverter'
import { Blob, Face } from 'harfbuzzjs'
import subsetFont from 'subset-font'

/** A font that subsets are made from. */
export interface Font {
  /** The file as it is without its compression. */
  sfnt: Buffer
  codePoints: ReadonlySet<number>
  /** Whether it has to be set to a weight. */
  variable: boolean
}

/** Copyright, names, licence and its address: what the SIL Open Font License wants kept. */
export const KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]

/**
 * Reads a font. The decoder has one place for what it has decoded last: open one after the other.
 *
 * @param path its file
 * @returns the font
 */
export async function openFont(path: string): Promise<Font> {
  const sfnt = await fontverter.convert(await readFile(path), 'sfnt')
  const face = new Face(new Blob(sfnt))
  return { sfnt, codePoints: new Set(face.collectUnicodes()), variable: 'wght' in face.getAxisInfos() }
}

/**
 * Makes a static subset of a font, the same bytes each time: Chromium prints a variable font as nameless Type 3 fonts.
 * It is packed as WOFF: WOFF2 would take a few kilobytes less, and a tenth of a second more for each.
 *
 * @param font the font
 * @param font.sfnt its file
 * @param font.variable whether it has to be set to the weight
 * @param codePoints the characters
 * @param weight the weight
 * @returns a WOFF
 */
export async function subsetOf(
  { sfnt, variable }: Font,
  codePoints: Iterable<number>,
  weight: number,
): Promise<Buffer> {
  return subsetFont(sfnt, String.fromCodePoint(...codePoints), {
    targetFormat: 'woff',
    preserveNameIds: KEPT_NAMES,
    noLayoutClosure: true,
    noHinting: true,
    ...(variable && { variationAxes: { wght: weight } }),
  })
}
