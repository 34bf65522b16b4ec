import { describe, expect, it } from 'vitest'
import { askedTitle, labelsFor, quotedTitle, slideLabels, withoutPage } from '../../scripts/language/labels.ts'
import { chineseNumber } from '../../scripts/language/numerals.ts'

describe('labels', () => {
  it.each([
    ['zh-CN', '目录'],
    ['zh', '目录'],
    ['zh-Hant', '目錄'],
    ['zh-TW', '目錄'],
    ['zh-HK', '目錄'],
    ['en', 'Contents'],
    ['fr', 'Contents'],
  ])('of %s', (language, contents) => {
    expect(labelsFor(language).contents).toBe(contents)
  })

  it.each([
    ['zh-CN', '第二部分 · 共三部分', '（1/2）', '约5分钟', '下一部分：船', ['1张幻灯片', '2张幻灯片'], ['打印讲义：幻灯片与讲稿', '打印讲义：每页6张']],
    ['zh-TW', '第二部分 · 共三部分', '（1/2）', '約5分鐘', '下一部分：船', ['1張投影片', '2張投影片'], ['列印講義：投影片與講稿', '列印講義：每頁6張']],
    ['en', 'Part 2 of 3', ' (1/2)', 'about 5 min', 'Next: 船', ['1 slide', '2 slides'], ['Handout: slides and notes', 'Handout: 6 slides a page']],
  ])('with a number or a title in them, in %s', (language, part, page, minutes, next, slides, handouts) => {
    const labels = labelsFor(language)
    expect([labels.partOf(2, 3), labels.minutes(5), labels.next('船')]).toEqual([part, minutes, next])
    expect([1, 2].map(labels.start.slides)).toEqual(slides)
    expect([0, 6].map(labels.start.handout)).toEqual(handouts)
    expect([...slideLabels(labels, 3)]).toContain(part)
    expect(withoutPage(`船${page}`)).toBe('船')
  })

  it.each(['zh-CN', 'zh-TW', 'en'])('of questions give back the title that they ask about, in %s', (language) => {
    const labels = labelsFor(language)
    for (const template of labels.questionTemplates)
      expect(askedTitle(template('船'), labels)).toBe('船')
    expect(askedTitle('船是谁造的？', labels)).toBeUndefined()
  })

  it('quote a title with marks of its own', () => {
    expect(quotedTitle('论“船”')).toBe('论‘船’')
  })
})

describe('numbers in Chinese', () => {
  it.each([[0, '零'], [5, '五'], [10, '十'], [12, '十二'], [20, '二十'], [105, '一百零五'], [110, '一百一十'], [1000, '一千'], [1024, '一千零二十四'], [2005, '二千零五']])('%i is %s', (value, numerals) => {
    expect(chineseNumber(value)).toBe(numerals)
  })
})
