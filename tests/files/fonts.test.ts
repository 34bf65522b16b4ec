import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fontverter from 'fontverter'
import { Blob, Face } from 'harfbuzzjs'
import { describe, expect, it } from 'vitest'
import { extraFonts, themeCharacters } from '../../scripts/files/fonts.ts'
import { parseRanges, writeRanges } from '../../scripts/files/fonts/ranges.ts'
import { WEIGHTS } from '../../scripts/files/fonts/sources.ts'
import { charactersOf } from '../../scripts/slidev/characters.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const STUDY = root('themes/study')
const FONTS = root('themes/shared/fonts')
const NAMES = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSansSC-Regular', 'NotoSansSC-Bold']

async function faceOf(font: Uint8Array): Promise<Face> {
  return new Face(new Blob(await fontverter.convert(Buffer.from(font), 'sfnt')))
}

async function charactersIn(font: Uint8Array): Promise<number[]> {
  return [...(await faceOf(font)).collectUnicodes()].sort((one, other) => one - other)
}

function allOf(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
}

function rulesOf(outputs: { path: string, content: string | Uint8Array }[]): string[] {
  return (outputs.at(-1)!.content as string).split('@font-face').slice(1)
}

describe('the list of a theme\'s characters', () => {
  it('is what all four of its fonts have', async () => {
    const each: number[][] = []
    for (const name of NAMES)
      each.push(await charactersIn(readFileSync(join(FONTS, `${name}.woff2`))))
    const sets = each.map(own => new Set(own))
    const listed = (JSON.parse(readFileSync(join(FONTS, 'characters.json'), 'utf8')) as string[]).flatMap(parseRanges)
    const codePoints = listed.flatMap(([from, to]) => allOf(from, to)).map(character => character.codePointAt(0))
    expect(codePoints).toEqual(each[0]!.filter(codePoint => sets.every(own => own.has(codePoint))))
  })

  it('has all that GB 2312 has', async () => {
    const inTheme = (await themeCharacters(STUDY))!
    const cells = Array.from({ length: 94 }, (_, cell) => 0xA1 + cell)
    const bytes = Array.from({ length: 87 }, (_, row) => cells.map(cell => [0xA1 + row, cell])).flat(2)
    const all = [...new TextDecoder('gb2312').decode(Uint8Array.from(bytes)).replace(/[\uFFFD\s\p{Co}]/gu, '')]
    expect(all.filter(character => /\p{Script=Han}/u.test(character) && !inTheme(character))).toEqual([])
  })

  it('is named by each theme', async () => {
    for (const theme of ['study', 'plain'])
      expect((await themeCharacters(root(`themes/${theme}`)))!('龟')).toBe(true)
  })

  it('is not there for a theme that does not say', async () => {
    expect(await themeCharacters(root('tests'))).toBeUndefined()
    expect(await extraFonts(['龘'], root('tests'), 'slides/a')).toEqual({ outputs: [], missing: [] })
  })
})

describe('fonts for characters that the theme lacks', () => {
  it('are none where there is no such character', async () => {
    expect(await extraFonts([...'一般的文章 with Latin'], STUDY, 'slides/a')).toEqual({ outputs: [], missing: [] })
  })

  it('are the same bytes each time, static, and have what their style sheet says and no more', async () => {
    const { outputs, missing } = await extraFonts([...'灣臺𠮷'], STUDY, 'slides/a')
    expect(missing).toEqual([])
    expect(outputs.map(({ path }) => path).sort()).toEqual([
      'lectern-extra-NotoSansSC-Bold-1.woff',
      'lectern-extra-NotoSansSC-Regular-1.woff',
      'lectern-extra-NotoSerifSC-Bold-1.woff',
      'lectern-extra-NotoSerifSC-Regular-1.woff',
      'lectern-extra-noto-sans-jp-1-400.woff',
      'lectern-extra-noto-sans-jp-1-700.woff',
      'lectern-extra-noto-serif-jp-1-400.woff',
      'lectern-extra-noto-serif-jp-1-700.woff',
      'lectern-extra.css',
    ].map(name => join('slides/a/fonts', name)))
    expect(await extraFonts([...'灣臺𠮷'], STUDY, 'slides/a')).toEqual({ outputs, missing })
    for (const { path, content } of outputs.filter(({ path }) => path.endsWith('.woff'))) {
      expect(String.fromCodePoint(...await charactersIn(content as Uint8Array))).toBe(path.includes('-jp-') ? '𠮷' : '灣臺')
      expect((await faceOf(content as Uint8Array)).referenceTable('fvar')).toBeUndefined()
    }
    const rules = rulesOf(outputs)
    expect(rules.filter(rule => rule.includes('U+7063, U+81FA;'))).toHaveLength(4)
    expect(rules.filter(rule => rule.includes('U+20BB7;'))).toHaveLength(4)
  })

  it('come for common traditional characters from one slice of each, and for others from those that have them', async () => {
    const files = async (text: string): Promise<number> => (await extraFonts([...text], STUDY, 'slides/a')).outputs.length - 1
    expect(await files('來個們備國圍學實對換準燈結習裝談過間際電馬麼')).toBe(4)
    expect(await files('㐀來')).toBe(8)
  })

  it('are in each family and each weight by itself, every character once', async () => {
    const text = [...'㐀灣𠮷龘﨑한국사람뷁😀𝒜⌘⠿ế'].sort((one, other) => one.codePointAt(0)! - other.codePointAt(0)!)
    const { outputs, missing } = await extraFonts(text, STUDY, 'slides/a')
    expect(missing).toEqual([])
    const rules = rulesOf(outputs)
    for (const family of ['Lectern Serif Extra', 'Lectern Sans Extra']) {
      for (const weight of WEIGHTS) {
        const own = rules.filter(rule => rule.includes(`'${family}'`) && rule.includes(`font-weight: ${weight};`))
        const given = own.flatMap(rule => parseRanges(/unicode-range:(.*)/.exec(rule)![1]!)).flatMap(([from, to]) => allOf(from, to))
        expect(given.sort((one, other) => one.codePointAt(0)! - other.codePointAt(0)!)).toEqual(text)
      }
    }
    // What its rules promise is in each file, and each file is named.
    const files = outputs.filter(({ path }) => path.endsWith('.woff'))
    expect(new Set(rules.map(rule => /url\('\.\/(.*?)'\)/.exec(rule)![1]!))).toEqual(new Set(files.map(({ path }) => path.split(/[\\/]/).at(-1))))
    for (const { path, content } of files) {
      const own = rules.filter(rule => rule.includes(path.split(/[\\/]/).at(-1)!)).flatMap(rule => parseRanges(/unicode-range:(.*)/.exec(rule)![1]!)).flatMap(([from, to]) => allOf(from, to))
      const codePoints = own.map(character => character.codePointAt(0)!)
      expect(new Set(await charactersIn(content as Uint8Array))).toEqual(new Set(codePoints))
    }
  })

  it('are there for every Chinese character of Unicode\'s first two blocks, in both weights', async () => {
    const inTheme = (await themeCharacters(STUDY))!
    const beyond = [...allOf(0x4E00, 0x9FFF), ...allOf(0x3400, 0x4DBF)].filter(character => !inTheme(character))
    expect(beyond).toHaveLength(19550)
    for (const weight of ['Regular', 'Bold']) {
      const found = new Set<number>()
      for (const file of readdirSync(join(FONTS, 'more')).filter(name => name.startsWith(`NotoSerifSC-${weight}-`)))
        (await charactersIn(readFileSync(join(FONTS, 'more', file)))).forEach(codePoint => found.add(codePoint))
      expect(beyond.filter(character => !found.has(character.codePointAt(0)!))).toEqual([])
    }
  })

  it('name what no font has', async () => {
    expect((await extraFonts([...'กꦲ龘𪚥\uE000'], STUDY, 'slides/a')).missing).toEqual(['ก', 'ꦲ', '𪚥', '\uE000'])
  })
})

describe('the characters of decks', () => {
  it('are each counted once, in order, without what is not drawn', () => {
    expect(charactersOf([{ name: '01.md', markdown: 'b龘\u200D\uFE0F\u3000\n' }, { name: '02.md', markdown: 'ab\u0301\u{E0100}𠮷\u00AD' }])).toEqual(['a', 'b', '\u0301', '龘', '𠮷'])
  })

  it('make ranges as CSS writes them', () => {
    expect(writeRanges([0x41, 0x42, 0x43, 0x20BB7])).toBe('U+41-43, U+20BB7')
    expect(parseRanges('U+41-43, U+20BB7')).toEqual([[0x41, 0x43], [0x20BB7, 0x20BB7]])
  })
})
