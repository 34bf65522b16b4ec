import type { FontPackage, FontSource } from './fonts/source.ts'
import type { Output } from './write.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, fileFault } from '../failure.ts'
import { parseRanges, writeRanges } from './fonts/ranges.ts'
import { readText } from './write.ts'

/** Where an article's fonts are, in the folder of its decks. */
export const FONT_FOLDER = 'fonts'
/** Their style sheet. */
export const FONT_STYLES = 'lectern-extra.css'
/** All that is ours in that folder: what else is there is a person's. */
export const FONT_FILE = /^lectern-extra[\w-]*\.(?:css|woff2)$/

/** The weights that the themes' own fonts have. */
const WEIGHTS = [400, 700]
const SERIF: readonly FontPackage[] = [
  { name: 'serif-sc', files: { 400: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 700: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf' } },
  { name: 'serif-hk', ...variable('@fontsource-variable/noto-serif-hk/index.css') },
  { name: 'serif-jp', ...variable('@fontsource-variable/noto-serif-jp/index.css') },
]
const SANS: readonly FontPackage[] = [
  { name: 'sans-sc', files: { 400: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 700: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf' } },
  { name: 'sans-hk', ...variable('@fontsource-variable/noto-sans-hk/index.css') },
  { name: 'sans-jp', ...variable('@fontsource-variable/noto-sans-jp/index.css') },
]
const OTHER: readonly FontPackage[] = [
  { name: 'hangul', ...variable('@fontsource-variable/noto-sans-kr/index.css'), only: /\p{Script=Hangul}/u },
  { name: 'emoji', ...variable('@fontsource-variable/noto-emoji/index.css') },
  { name: 'symbols', files: { 400: '@fontsource/noto-sans-symbols-2/index.css' } },
  { name: 'math', files: { 400: '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2' } },
]
/** Each family that the themes name after their own, with its packages: the first that has a character gives it. */
const FAMILIES: Readonly<Record<string, readonly FontPackage[]>> = {
  'Lectern Serif Extra': [...SERIF, ...SANS, ...OTHER],
  'Lectern Sans Extra': [...SANS, ...SERIF, ...OTHER],
}

/** The fonts that an article needs besides its theme's. */
export interface ExtraFonts {
  /** The files to write beside the decks; none where the theme's fonts are enough. */
  outputs: Output[]
  /** The characters that no font has, in order. */
  missing: string[]
}

/**
 * Which characters a theme's own fonts have: its `package.json` names, as `lectern.characters`, the file that lists them.
 *
 * @param theme the theme's folder
 * @returns whether a character is among them; nothing where the theme does not say
 * @throws Failure where the file that it names cannot be read
 */
export async function themeCharacters(theme: string): Promise<((character: string) => boolean) | undefined> {
  const { lectern } = JSON.parse(await readText(join(theme, 'package.json')) ?? '{}') as { lectern?: { characters?: string } }
  if (lectern?.characters === undefined)
    return undefined
  const path = join(theme, lectern.characters)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failure(`${path}: the theme's list of characters cannot be read, ${fileFault(error)}. Correct \`lectern.characters\` in its package.json.`, 1, { cause: error })
  })
  const all = new Set<number>()
  for (const [from, to] of (JSON.parse(text) as string[]).flatMap(parseRanges)) {
    for (let codePoint = from; codePoint <= to; codePoint++)
      all.add(codePoint)
  }
  return character => all.has(character.codePointAt(0)!)
}

/**
 * Makes fonts of the characters that a theme's fonts lack, from the fuller fonts that are installed with Lectern: static subsets, and
 * the style sheet that names them.
 *
 * @param characters the characters that the decks need, each once, in order
 * @param theme the theme's folder
 * @param folder the decks' folder
 * @returns the files, and what no font has
 */
export async function extraFonts(characters: string[], theme: string, folder: string): Promise<ExtraFonts> {
  const inTheme = await themeCharacters(theme)
  const rare = inTheme ? characters.filter(character => !inTheme(character)).map(character => character.codePointAt(0)!) : []
  if (rare.length === 0)
    return { outputs: [], missing: [] }
  const { openSource } = await import('./fonts/source.ts')
  const sources = new Map<FontPackage, FontSource>()
  /** For each family, what each package gives it. */
  const shares: { family: string, source: FontSource, codePoints: number[] }[] = []
  const found = new Set<number>()
  for (const [family, packages] of Object.entries(FAMILIES)) {
    let wanted = rare
    for (const one of packages) {
      if (wanted.length === 0)
        break
      const source = sources.get(one) ?? await openSource(one)
      sources.set(one, source)
      const codePoints = await source.find(wanted)
      if (codePoints.length > 0)
        shares.push({ family, source, codePoints })
      codePoints.forEach(codePoint => found.add(codePoint))
      const given = new Set(codePoints)
      wanted = wanted.filter(codePoint => !given.has(codePoint))
    }
  }
  const outputs: Output[] = []
  for (const source of sources.values()) {
    // Both families may take characters from one package: they share its files.
    const codePoints = [...new Set(shares.filter(share => share.source === source).flatMap(share => share.codePoints))].sort((one, other) => one - other)
    for (const weight of codePoints.length > 0 ? weightsOf(source) : [])
      outputs.push({ path: join(folder, FONT_FOLDER, fileOf(source, weight)), content: await source.subset(codePoints, weight) })
  }
  const rules = shares.flatMap(({ family, source, codePoints }) => WEIGHTS.map(weight => ruleOf(family, source, weight, codePoints)))
  if (rules.length > 0)
    outputs.push({ path: join(folder, FONT_FOLDER, FONT_STYLES), content: `/* Characters of this article that the theme's fonts lack. Lectern makes this file anew each time. */\n${rules.join('\n')}` })
  return { outputs, missing: rare.filter(codePoint => !found.has(codePoint)).map(codePoint => String.fromCodePoint(codePoint)) }
}

function variable(file: string): Pick<FontPackage, 'files' | 'variable'> {
  return { files: { 400: file, 700: file }, variable: true }
}

function weightsOf({ files }: FontPackage): number[] {
  return Object.keys(files).map(Number)
}

function fileOf({ name }: FontPackage, weight: number): string {
  return `lectern-extra-${name}-${weight}.woff2`
}

/**
 * The line box is the one of the themes' own fonts, so that a rare character moves no line. A font of one weight is named for each: a
 * browser takes a family's faces of the one weight that fits best (CSS Fonts 4, 5.2), and with a face of `400 700` never those of 400.
 */
function ruleOf(family: string, source: FontPackage, weight: number, codePoints: number[]): string {
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: block;
  ascent-override: 98%;
  descent-override: 22%;
  line-gap-override: 0%;
  src: url('./${fileOf(source, weight in source.files ? weight : weightsOf(source)[0]!)}') format('woff2');
  unicode-range: ${writeRanges(codePoints)};
}
`
}
