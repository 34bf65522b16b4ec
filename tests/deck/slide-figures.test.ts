import type { RootContent, Text } from 'mdast'
import type { Point } from 'unist'
import type { Deck, Slide } from '../../scripts/deck/types.ts'
import { describe, expect, it } from 'vitest'
import { blockquote, heading, item, list, paragraph } from '../../scripts/deck/nodes.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { quantile, slideFigures } from '../bench/slide-figures.ts'
import { article } from '../support/articles.ts'

const LEAD = '渡口守了三十年。老人说，船比人老。'
const BOAT = '船是木头做的，用了三十年，还没有坏。'
const PEOPLE = '摆渡的人姓李；大家都叫他老李，他也应。'
const TABLE = '| 人 | 钱 |\n| --- | --- |\n| 大人 | 两角 |'
const ARTICLE = ['# 水边的渡口', LEAD, '## 船', BOAT, '### 大家都叫他老李', PEOPLE, '### 船票', TABLE].join('\n\n')
const outline = outlineOf(article(ARTICLE, '.md'))

/** Words of the article, at their place. */
function said(value: string): Text {
  const offset = ARTICLE.indexOf(value)
  expect(offset, value).toBeGreaterThan(-1)
  const at = (offset: number): Point => ({ line: 1, column: 1, offset })
  return { type: 'text', value, position: { start: at(offset), end: at(offset + value.length) } }
}

function slide(layout: string, headline: string, note: string, ...below: RootContent[]): Slide {
  const text = note === '' ? undefined : said(note)
  return {
    layout: layout as Slide['layout'],
    title: headline,
    content: [...(headline === '' ? [] : [heading(headline)]), ...below],
    note: text ? [[text]] : [],
    ...(text && { position: text.position! }),
  }
}

function deck(...slides: Slide[]): Deck {
  const article = { articleTitle: '水边的渡口', language: 'zh-CN', ratio: '16:9', clicks: false } as const
  return { number: 1, total: 1, title: '船', ...article, minutes: 1, slides }
}

function figures(...slides: Slide[]): ReturnType<typeof slideFigures> {
  return slideFigures([deck(...slides)], outline)
}

describe('slideFigures', () => {
  const cover = slide('cover', '水边的渡口', '')

  it('counts slides, and those that only frame the talk', () => {
    const content = [slide('statement', '船', BOAT), slide('points', '船', BOAT)]
    const counted = figures(cover, slide('section', '船', ''), ...content, slide('closing', '船', PEOPLE))
    expect(counted).toMatchObject({ slides: 5, furniture: 3, statements: 0.5 })
    expect(counted.layouts).toEqual({ cover: 1, section: 1, statement: 1, points: 1, closing: 1 })
  })

  it('times the notes of content slides', () => {
    // 15 Han at 220 a minute.
    const seconds = 60 * 15 / 220
    const all = { shortest: seconds, median: seconds, longest: seconds }
    expect(figures(cover, slide('points', '船', BOAT)).seconds).toEqual(all)
    expect(figures(cover).seconds).toBeUndefined()
  })

  it('names titles that stand on more than two slides, whatever page they are', () => {
    const points = (page: number): Slide => slide('points', `船（${page}/3）`, BOAT)
    expect(figures(points(1), points(2)).repeated).toEqual([])
    expect(figures(points(1), points(2), points(3)).repeated).toEqual([{ title: '船', slides: 3 }])
    expect(figures(...[1, 2, 3].map(page => slide('table', `船票（${page}/3）`, '大人'))).repeated).toEqual([])
  })

  it('counts points in a row, within one deck', () => {
    const points = slide('points', '船', BOAT)
    const two = slideFigures([deck(points, points, cover, points), deck(points, points)], outline)
    expect(two.points).toEqual({ slides: 5, share: 1, inARow: 2 })
  })

  it.each<[why: string, headline: string, note: string, layout: string, clauses: number, of: number]>([
    ['a clause', '用了三十年', BOAT, 'points', 1, 1],
    ['two clauses with their mark', '船是木头做的，用了三十年', BOAT, 'points', 1, 1],
    ['marks at its edges', '摆渡的人姓李；', PEOPLE, 'points', 1, 1],
    ['a piece of a clause', '木头做的', BOAT, 'points', 0, 1],
    ['words of another slide', '还没有坏', PEOPLE, 'points', 0, 1],
    ['the heading above it, which its text repeats', '大家都叫他老李', PEOPLE, 'points', 0, 1],
    ['a heading that stands above another text', '大家都叫他老李', BOAT, 'points', 0, 1],
    ['a table', '船票', '大人', 'table', 0, 0],
    ['no headline', '', BOAT, 'quote', 0, 0],
  ])('headline: %s', (_, headline, note, layout, clauses, of) => {
    expect(figures(slide(layout, headline, note)).headlines).toMatchObject({ clauses, slides: of })
  })

  it('takes no heading that is a sentence of its text for a headline of the slide\'s own', () => {
    const boat = '船是木头做的。用了三十年，还没有坏，每年清明前后上一遍桐油。'
    const ticket = '船票两角。一角给摆渡的人，一角留着修船，账目贴在岸边。'
    const man = '人姓李。大家都叫他老李，他也应，从早上应到天黑。'
    const runIn = outlineOf(article(['渡口', '一、船', boat, ticket, '二、人', man].join('\n\n')))
    const point = runIn.parts.flatMap(part => part.points).find(({ title }) => title.runIn)!
    const position = point.title.runIn!.position!
    const own: Slide = { ...slide('points', point.title.value, ''), note: [[point.title.runIn!]], position }
    expect(slideFigures([deck(own)], runIn).headlines).toEqual({ clauses: 0, slides: 0, share: undefined })
  })

  it('counts what stands below the headline, quotations and tables apart', () => {
    const points = slide('points', '船是木头做的', BOAT, list([item('用了三十年'), item('还没有坏')]))
    const quote = slide('quote', '老人', LEAD, blockquote('船比人老'), paragraph('老人说'))
    const below = { median: 9, most: 9 }
    expect(figures(cover, points, quote)).toMatchObject({ unit: 'Han', below, belowApart: { median: 7, most: 7 } })
  })

  it('counts words in English, the last of a block and the first of the next as two', () => {
    const text = '# The ferry\n\n## A boat\n\nIt is thirty years old. It has not sunk.\n'
    const english = outlineOf(article(text, '.md'))
    const points = slide('points', 'A boat', '', list([item('thirty years'), item('hasn’t sunk, well-kept')]))
    expect(slideFigures([deck(points)], english)).toMatchObject({ unit: 'words', below: { median: 5, most: 5 } })
  })
})

describe('quantile', () => {
  it.each<[number[], number, number]>([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2.5],
    [[7], 0.95, 7],
    [[0, 100], 0.95, 95],
  ])('%j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected)
  })
})
