import { describe, expect, it } from 'vitest'
import { chineseValue } from '../../scripts/language/numerals.ts'
import { readNumber } from '../../scripts/outline/numbering.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const TEXT = '渡口的水位每年都在变化，本文记录三年的观测结果，每天早晚各读一次数。'

/** How three headings may be numbered, and how two below the last. */
const NUMBERS: readonly (readonly [kind: string, parts: [string, string, string], points: [string, string]])[] = [
  ['full-width digits and points', ['１．', '２．', '３．'], ['（１）', '（２）']],
  ['full-width digits and 、', ['１、', '２、', '３、'], ['１）', '２）']],
  ['full-width digits, half-width points', ['１.', '２.', '３.'], ['３.１　', '３.２　']],
  ['full-width decimals', ['１　', '２　', '３　'], ['３．１　', '３．２　']],
  ['digits without a mark', ['1　', '2　', '3　'], ['3.1　', '3.2　']],
  ['digits and a space', ['1 ', '2 ', '3 '], ['3.1 ', '3.2 ']],
  ['digits and a comma', ['1,', '2,', '3,'], ['(1)', '(2)']],
  ['numerals and an English comma', ['一,', '二,', '三,'], ['(一)', '(二)']],
  ['numerals and ．', ['一．', '二．', '三．'], ['1．', '2．']],
  ['【】', ['【一】', '【二】', '【三】'], ['（一）', '（二）']],
  ['【】 with digits', ['【1】', '【2】', '【3】'], ['（1）', '（2）']],
  ['numbers of one character', ['⒈', '⒉', '⒊'], ['⑴', '⑵']],
  ['numerals of one character', ['㈠', '㈡', '㈢'], ['1.', '2.']],
  ['Roman numbers of one character', ['Ⅰ．', 'Ⅱ．', 'Ⅲ．'], ['1．', '2．']],
  ['Roman numbers and a space', ['Ⅰ ', 'Ⅱ ', 'Ⅲ '], ['A. ', 'B. ']],
  ['letters, the third of which is no hundred', ['A. ', 'B. ', 'C. '], ['1. ', '2. ']],
  ['letters and 、', ['A、', 'B、', 'C、'], ['1、', '2、']],
  ['numbers from nought', ['0　', '1　', '2　'], ['2.1　', '2.2　']],
  ['matters of a meeting', ['议题一：', '议题二：', '议题三：'], ['（一）', '（二）']],
  ['cases', ['案例1 ', '案例2 ', '案例3 '], ['1. ', '2. ']],
  ['chapters in full width', ['第１章　', '第２章　', '第３章　'], ['第１节　', '第２节　']],
]

describe('headings are parts and points, without their numbers', () => {
  it.each(NUMBERS)('%s', (_, parts, points) => {
    const text = `渡口水位的观测\n\n${parts[0]}引言\n\n${TEXT}\n\n${parts[1]}方法\n\n${TEXT}\n\n${parts[2]}结论\n\n${points[0]}高水\n\n${TEXT}\n\n${points[1]}低水\n\n${TEXT}\n`
    const outline = outlineOf(article(text))
    expect(outline.parts.map(({ title }) => title.value)).toEqual(['引言', '方法', '结论'])
    expect(outline.parts[2]!.points.map(({ title }) => title.value)).toEqual(['高水', '低水'])
  })
})

describe('numerals', () => {
  it.each([['一○', 10], ['二〇', 20], ['一百○三', 103], ['三零', 30], ['一二', 12], ['十二', 12], ['二十', 20], ['一千〇二十四', 1024]])('%s is %i', (numeral, value) => {
    expect(chineseValue(numeral)).toBe(value)
  })

  it('make a part of the tenth that is written with a circle', () => {
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '一○', '一一']
    const names = '船桨舵篙缆锚帆灯石路桥'
    const text = `渡口\n\n${numerals.map((numeral, index) => `${numeral}、${names[index]}的来历\n\n${TEXT}`).join('\n\n')}\n`
    expect(outlineOf(article(text)).parts.map(({ title }) => title.value)).toEqual(Array.from(names, name => `${name}的来历`))
  })
})

describe('what is no number', () => {
  it.each(['议题一览', '案例1个', '0号船', '任务三天完成', '00 号', '2023年的春天', '1,200人过河', '３００人过河', '【本报讯】渡口'])('%s', (text) => {
    expect(readNumber(text)).toBeUndefined()
  })
})
