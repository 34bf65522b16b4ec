import { describe, expect, it } from 'vitest'
import { countLines, detectLanguage, speakingMinutes, widthInEm } from '../../scripts/language/measure.ts'

describe('speakingMinutes', () => {
  it('counts 220 Han characters a minute and 130 English words', () => {
    expect(speakingMinutes('字'.repeat(440))).toBeCloseTo(2)
    expect(speakingMinutes('word '.repeat(260))).toBeCloseTo(2)
    expect(speakingMinutes('字'.repeat(220) + ' word'.repeat(130))).toBeCloseTo(2)
    expect(speakingMinutes('，。 — 12')).toBeLessThan(0.02)
  })
})

describe('detectLanguage', () => {
  it.each([
    ['人民群众是力量之源。', 'zh-CN'],
    ['Water is life.', 'en'],
    ['我们用 TypeScript 和 Vue 写这个工具，让每个人都能看懂。', 'zh-CN'],
    ['これは日本語の文章です。', 'ja'],
    ['이것은 한국어 문장입니다.', 'ko'],
    ['12345', 'en'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })
})

describe('countLines', () => {
  it('breaks Chinese between characters and English between words', () => {
    expect(widthInEm('汉字')).toBe(2)
    expect(countLines('字'.repeat(20), 10)).toBe(2)
    expect(countLines('字'.repeat(21), 10)).toBe(3)
    expect(countLines('wonderful wonderful', 8)).toBe(2)
    expect(countLines('a'.repeat(100), 10)).toBeGreaterThan(4)
    expect(countLines('', 10)).toBe(1)
  })
})
