import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fontverter from 'fontverter'
import { describe, expect, it } from 'vitest'
import { extraFonts, themeCharacters } from '../../scripts/files/fonts.ts'
import { parseRanges, writeRanges } from '../../scripts/files/fonts/ranges.ts'
import { readCharacters } from '../../scripts/files/fonts/sfnt.ts'
import { openSource } from '../../scripts/files/fonts/source.ts'
import { charactersOf } from '../../scripts/slidev/characters.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const STUDY = root('themes/study')

async function charactersIn(font: string | Uint8Array): Promise<number[]> {
  const bytes = typeof font === 'string' ? readFileSync(font) : Buffer.from(font)
  return [...readCharacters(await fontverter.convert(bytes, 'sfnt')).keys()].sort((one, other) => one - other)
}

function allOf(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
}

describe('the list of a theme\'s characters', () => {
  it('is what all four of its fonts have', async () => {
    const each: number[][] = []
    for (const name of ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSansSC-Regular', 'NotoSansSC-Bold'])
      each.push(await charactersIn(`${STUDY}/fonts/${name}.woff2`))
    const sets = each.map(own => new Set(own))
    const listed = (JSON.parse(readFileSync(`${STUDY}/fonts/characters.json`, 'utf8')) as string[]).flatMap(parseRanges)
    expect(listed.flatMap(([from, to]) => allOf(from, to)).map(character => character.codePointAt(0))).toEqual(each[0]!.filter(codePoint => sets.every(own => own.has(codePoint))))
  })

  it('has all that GB 2312 has', async () => {
    const inTheme = (await themeCharacters(STUDY))!
    const bytes = Array.from({ length: 87 }, (_, row) => Array.from({ length: 94 }, (_, cell) => [0xA1 + row, 0xA1 + cell])).flat(2)
    const all = [...new TextDecoder('gb2312').decode(Uint8Array.from(bytes)).replace(/[\uFFFD\s\p{Co}]/gu, '')]
    expect(all.filter(character => /\p{Script=Han}/u.test(character) && !inTheme(character))).toEqual([])
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
    const { outputs, missing } = await extraFonts([...'㐀灣𠮷'], STUDY, 'slides/a')
    expect(missing).toEqual([])
    expect(outputs.map(({ path }) => path)).toEqual([
      ...['serif-sc', 'serif-jp', 'sans-sc', 'sans-jp'].flatMap(name => [400, 700].map(weight => join('slides/a/fonts', `lectern-extra-${name}-${weight}.woff2`))),
      join('slides/a/fonts', 'lectern-extra.css'),
    ])
    expect(await extraFonts([...'㐀灣𠮷'], STUDY, 'slides/a')).toEqual({ outputs, missing })
    for (const { path, content } of outputs.filter(({ path }) => path.endsWith('.woff2'))) {
      const wanted = path.includes('-jp-') ? '𠮷' : '㐀灣'
      expect(String.fromCodePoint(...await charactersIn(content as Uint8Array))).toBe(wanted)
      expect(Buffer.from(await fontverter.convert(Buffer.from(content as Uint8Array), 'sfnt')).includes('fvar')).toBe(false)
    }
    const rules = (outputs.at(-1)!.content as string).split('@font-face').slice(1)
    expect(rules.filter(rule => rule.includes('U+3400, U+7063;'))).toHaveLength(4)
    expect(rules.filter(rule => rule.includes('U+20BB7;'))).toHaveLength(4)
    expect(rules.every(rule => /font-weight: (?:400|700);/.test(rule))).toBe(true)
  })

  it('leave out no Chinese character of Unicode\'s first two blocks, no syllable of Hangul', async () => {
    const found = new Set(await charactersIn(root('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')))
    expect([...allOf(0x4E00, 0x9FFF), ...allOf(0x3400, 0x4DBF)].filter(character => !found.has(character.codePointAt(0)!))).toEqual([])
    const hangul = await openSource({ name: 'hangul', files: { 400: '@fontsource-variable/noto-sans-kr/index.css' }, variable: true })
    expect(await hangul.find([0xAC00, 0xB2E4, 0xD7A3])).toEqual([0xAC00, 0xB2E4, 0xD7A3])
  })

  it('are one file where a package has the characters in many', async () => {
    const hangul = await openSource({ name: 'hangul', files: { 400: '@fontsource-variable/noto-sans-kr/index.css' }, variable: true })
    const text = [...'가각갂한국사람닭뷁힣'].sort()
    const font = await hangul.subset(text.map(character => character.codePointAt(0)!), 400)
    expect(String.fromCodePoint(...await charactersIn(font))).toBe(text.join(''))
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
