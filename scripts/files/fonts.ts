import type { Font } from './fonts/font.ts'
import type { FontSource } from './fonts/sources.ts'
import type { Output } from './write.ts'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Failure, fileFault } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { inRanges, parseRanges, writeRanges } from './fonts/ranges.ts'
import { FAMILIES, filesOf, WEIGHTS } from './fonts/sources.ts'
import { readText } from './write.ts'

/** Where an article's fonts are, in the folder of its decks. */
export const FONT_FOLDER = 'fonts'
/** Their style sheet. */
export const FONT_STYLES = 'lectern-extra.css'
/** All that is ours in that folder: what else is there is a person's. */
export const FONT_FILE = /^lectern-extra[\w-]*\.(?:css|woff2?)$/

/** The fonts that an article needs besides its theme's. */
export interface ExtraFonts {
  /** The files to write beside the decks; none where the theme's fonts are enough. */
  outputs: Output[]
  /** The characters that no font has, in order. */
  missing: string[]
}

/** Whether a theme's fonts have a character. */
type IsKnown = (character: string) => boolean

/**
 * Which characters a theme's own fonts have: its `package.json` names, as `lectern.characters`, the file that lists
 * them.
 *
 * @param theme the theme's folder
 * @returns whether a character is among them; nothing where the theme does not say
 * @throws Failure where the file that it names cannot be read
 */
export async function themeCharacters(theme: string): Promise<IsKnown | undefined> {
  const text = await readText(join(theme, 'package.json')) ?? '{}'
  const { lectern } = JSON.parse(text) as { lectern?: { characters?: string } }
  if (lectern?.characters === undefined)
    return undefined
  const path = join(theme, lectern.characters)
  const list = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failure(wording('theme-characters', { path, fault: fileFault(error) }), 1, { cause: error })
  })
  const all = new Set<number>()
  for (const [from, to] of (JSON.parse(list) as string[]).flatMap(parseRanges)) {
    for (let codePoint = from; codePoint <= to; codePoint++)
      all.add(codePoint)
  }
  return character => all.has(character.codePointAt(0)!)
}

/**
 * Makes fonts of the characters that a theme's fonts lack, from the fuller ones that Lectern has: of each that gives
 * any a static subset, and the style sheet that names them.
 *
 * @param characters the characters that the decks need, each once, in order
 * @param theme the theme's folder
 * @param folder the decks' folder
 * @returns the files, and what no font has
 */
export async function extraFonts(characters: string[], theme: string, folder: string): Promise<ExtraFonts> {
  const inTheme = await themeCharacters(theme)
  const unknown = inTheme ? characters.filter(character => !inTheme(character)) : []
  const rare = unknown.map(character => character.codePointAt(0)!)
  if (rare.length === 0)
    return { outputs: [], missing: [] }
  const shares = await shareOut(rare)
  const found = new Set(shares.flatMap(({ codePoints }) => codePoints))
  const outputs = await subsets(shares, join(folder, FONT_FOLDER))
  if (outputs.length > 0) {
    const comment = '/* Characters of this article that the theme\'s fonts lack. '
      + 'Lectern makes this file anew each time. */'
    const content = `${comment}\n${shares.map(ruleOf).join('\n')}`
    outputs.push({ path: join(folder, FONT_FOLDER, FONT_STYLES), content })
  }
  const missing = rare.filter(codePoint => !found.has(codePoint))
  return { outputs, missing: missing.map(codePoint => String.fromCodePoint(codePoint)) }
}

/** What one font gives one weight of a family. */
interface Share { family: string, weight: number, font: Font, file: string, codePoints: number[] }

/** Finds for each family and weight the fonts that have some characters. */
async function shareOut(rare: number[]): Promise<Share[]> {
  // Loaded here and not above: an article without rare characters needs none of this.
  const { openFont } = await import('./fonts/font.ts')
  const opened = new Map<string, Font>()
  const open = async (path: string): Promise<Font> => {
    const font = opened.get(path) ?? await openFont(path)
    opened.set(path, font)
    return font
  }
  const shares: Share[] = []
  for (const [family, sources] of Object.entries(FAMILIES)) {
    for (const weight of WEIGHTS) {
      const wanted = new Set(rare)
      for (const source of sources)
        shares.push(...(await take(wanted, source, weight, open)).map(share => ({ family, ...share })))
    }
  }
  return shares
}

/** Takes from a source what it has of the characters that are wanted: they are wanted no more. */
async function take(
  wanted: Set<number>,
  { from, only }: FontSource,
  weight: number,
  open: (path: string) => Promise<Font>,
): Promise<Omit<Share, 'family'>[]> {
  const askable = [...wanted].filter(codePoint => !only || only.test(String.fromCodePoint(codePoint)))
  const shares: Omit<Share, 'family'>[] = []
  for (const { path, ranges } of askable.length > 0 ? await filesOf(from(weight)) : []) {
    const said = askable.filter(codePoint => wanted.has(codePoint) && inRanges(codePoint, ranges))
    if (said.length === 0)
      continue
    const font = await open(path)
    const codePoints = said.filter(codePoint => font.codePoints.has(codePoint))
    codePoints.forEach(codePoint => wanted.delete(codePoint))
    if (codePoints.length > 0) {
      const name = basename(path, '.woff2').replace('wght-normal', String(weight))
      shares.push({ weight, font, codePoints, file: `lectern-extra-${name}.woff` })
    }
  }
  return shares
}

/** One file for all families and weights that share it. */
async function subsets(shares: Share[], folder: string): Promise<Output[]> {
  const { subsetOf } = await import('./fonts/font.ts')
  const outputs: Output[] = []
  for (const file of new Set(shares.map(share => share.file))) {
    const [first, ...others] = shares.filter(share => share.file === file) as [Share, ...Share[]]
    const codePoints = new Set([first, ...others].flatMap(share => share.codePoints))
    outputs.push({ path: join(folder, file), content: await subsetOf(first.font, codePoints, first.weight) })
  }
  return outputs
}

/**
 * The line box is the one of the themes' own fonts, so that a rare character moves no line. A font of one weight is
 * named for each: a browser takes a family's faces of the one weight that fits best (CSS Fonts 4, 5.2), and with a face
 * of `400 700` never those of 400.
 */
function ruleOf({ family, weight, file, codePoints }: Share): string {
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: block;
  ascent-override: 98%;
  descent-override: 22%;
  line-gap-override: 0%;
  src: url('./${file}') format('woff');
  unicode-range: ${writeRanges(codePoints)};
}
`
}
