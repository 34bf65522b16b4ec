import type { Range } from './ranges.ts'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ROOT } from '../../root.ts'
import { parseRanges } from './ranges.ts'

/** Fonts of one design. */
export interface FontSource {
  /** Where a weight's fonts are: a style sheet that says which of its files has which characters, or one file. */
  from: (weight: number) => string
  /** What it is for, where that is not all that it has. */
  only?: RegExp
}

/** A font file, with the characters that it is said to have: in some there are fewer. */
export interface FontFile { path: string, ranges: readonly Range[] }

const require = createRequire(join(ROOT, 'package.json'))

/** The weights that the themes' own fonts have. */
export const WEIGHTS = [400, 700]

const SERIF: readonly FontSource[] = [
  ours('NotoSerifSC'),
  sheet('@fontsource-variable/noto-serif-hk'),
  sheet('@fontsource-variable/noto-serif-jp'),
]
const SANS: readonly FontSource[] = [
  ours('NotoSansSC'),
  sheet('@fontsource-variable/noto-sans-hk'),
  sheet('@fontsource-variable/noto-sans-jp'),
]
const OTHER: readonly FontSource[] = [
  { ...sheet('@fontsource-variable/noto-sans-kr'), only: /\p{Script=Hangul}/u },
  sheet('@fontsource-variable/noto-emoji'),
  sheet('@fontsource/noto-sans-symbols-2'),
  sheet('@fontsource/noto-serif', weight => `${weight}.css`),
  // Its style sheet names for this file the Latin characters alone.
  { from: () => require.resolve('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2') },
]
/** Each family that the themes name after their own, with its fonts: the first that has a character gives it. */
export const FAMILIES: Readonly<Record<string, readonly FontSource[]>> = {
  'Lectern Serif Extra': [...SERIF, ...SANS, ...OTHER],
  'Lectern Sans Extra': [...SANS, ...SERIF, ...OTHER],
}

/**
 * What the originals of the themes' own fonts have besides, in slices: the first has the common characters of
 * traditional text.
 */
function ours(name: string): FontSource {
  const fileFor = (weight: number): string => `${name}-${weight === 700 ? 'Bold' : 'Regular'}.css`
  return { from: weight => join(ROOT, 'themes/shared/fonts/more', fileFor(weight)) }
}

/** A package for the web: its fonts are in slices, of all weights or in a style sheet for each. */
function sheet(name: string, fileFor: (weight: number) => string = () => 'index.css'): FontSource {
  return { from: weight => require.resolve(`${name}/${fileFor(weight)}`) }
}

/**
 * The files of a source.
 *
 * @param path what its `from` gives
 * @returns each file once, in the order of the style sheet
 */
export async function filesOf(path: string): Promise<FontFile[]> {
  if (!path.endsWith('.css'))
    return [{ path, ranges: [[0, 0x10FFFF]] }]
  const rules = (await readFile(path, 'utf8')).matchAll(/@font-face\s*\{([^}]*)\}/g)
  return Array.from(rules, ([, rule]) => ({
    path: join(dirname(path), /url\(['"]?([^'")]+)/.exec(rule!)![1]!),
    ranges: parseRanges(/unicode-range:([^;]*)/.exec(rule!)![1]!),
  }))
}
