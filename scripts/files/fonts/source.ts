import type { Range } from './ranges.ts'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ROOT } from '../../root.ts'
import { inRanges, parseRanges } from './ranges.ts'
import { mergeFonts, readCharacters } from './sfnt.ts'

/** A font package that `npm ci` installs, from which an article's subsets are made. */
export interface FontPackage {
  /** What its subsets are called. */
  name: string
  /** For each weight that subsets are made in, a font file; or a style sheet whose rules say which of its files has which characters. */
  files: Readonly<Record<number, string>>
  /** Whether its fonts are variable: they are set to each weight. */
  variable?: boolean
  /** What it is for, where that is not all that it has. */
  only?: RegExp
}

/** A package's fonts, opened as they are needed, one after the other: the decoder has one place for what it has decoded last. */
export interface FontSource extends FontPackage {
  /** Which of some characters it has glyphs for. */
  find: (codePoints: number[]) => Promise<number[]>
  /** A static subset as WOFF2: the same bytes each time. */
  subset: (codePoints: number[], weight: number) => Promise<Uint8Array>
}

interface Slice {
  path: string
  ranges: readonly Range[]
  opened?: Promise<{ font: Buffer, characters: ReadonlyMap<number, number> }>
}

/** Copyright, names, licence and its address: what the SIL Open Font License wants kept. */
const KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
const require = createRequire(join(ROOT, 'package.json'))

/**
 * Opens a font package.
 *
 * @param font the package
 * @returns its fonts
 * @throws an error where it is not installed
 */
export async function openSource(font: FontPackage): Promise<FontSource> {
  // Loaded here and not above: an article without rare characters needs none of this.
  const [{ default: subsetFont }, { default: fontverter }] = await Promise.all([import('subset-font'), import('fontverter')])
  const slices = new Map<number, Slice[]>()
  for (const [weight, file] of Object.entries(font.files))
    slices.set(Number(weight), await slicesOf(file))
  const first = [...slices.keys()][0]!

  async function sliceWith(codePoint: number, weight: number): Promise<Slice | undefined> {
    for (const slice of slices.get(weight)!) {
      // What a style sheet says of a slice may be more than is in it.
      if (inRanges(codePoint, slice.ranges) && (await open(slice)).characters.has(codePoint))
        return slice
    }
    return undefined
  }

  function open(slice: Slice): NonNullable<Slice['opened']> {
    return slice.opened ??= readFile(slice.path).then(async (bytes) => {
      const sfnt = await fontverter.convert(bytes, 'sfnt')
      return { font: sfnt, characters: readCharacters(sfnt) }
    })
  }

  return {
    ...font,
    async find(codePoints) {
      const found: number[] = []
      for (const codePoint of codePoints) {
        if ((!font.only || font.only.test(String.fromCodePoint(codePoint))) && await sliceWith(codePoint, first))
          found.push(codePoint)
      }
      return found
    },
    async subset(codePoints, weight) {
      const texts = new Map<Slice, string>()
      for (const codePoint of codePoints) {
        const slice = (await sliceWith(codePoint, weight))!
        texts.set(slice, (texts.get(slice) ?? '') + String.fromCodePoint(codePoint))
      }
      const parts: Buffer[] = []
      for (const [slice, text] of texts) {
        parts.push(await subsetFont((await open(slice)).font, text, {
          targetFormat: 'sfnt',
          preserveNameIds: KEPT_NAMES,
          noLayoutClosure: true,
          noHinting: true,
          // Static: Chromium prints a variable font as nameless Type 3 fonts.
          ...(font.variable && { variationAxes: { wght: weight } }),
        }))
      }
      return subsetFont(mergeFonts(parts), String.fromCodePoint(...codePoints), { targetFormat: 'woff2', preserveNameIds: KEPT_NAMES })
    },
  }
}

async function slicesOf(file: string): Promise<Slice[]> {
  const path = require.resolve(file)
  if (!path.endsWith('.css'))
    return [{ path, ranges: [[0, 0x10FFFF]] }]
  const rules = (await readFile(path, 'utf8')).matchAll(/@font-face\s*\{([^}]*)\}/g)
  return Array.from(rules, ([, rule]) => ({
    path: join(dirname(path), /url\(['"]?([^'")]+)/.exec(rule!)![1]!),
    ranges: parseRanges(/unicode-range:([^;]*)/.exec(rule!)![1]!),
  }))
}
