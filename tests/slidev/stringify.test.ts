import type { Deck } from '../../scripts/deck/types.ts'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { deckName, stringifyDeck } from '../../scripts/slidev/stringify.ts'

const DECK: Deck = {
  number: 1,
  total: 1,
  title: '渡口',
  articleTitle: '渡口',
  language: 'zh-CN',
  ratio: '16:9',
  clicks: false,
  minutes: 1,
  slides: ['cover', 'quote'].map(layout => ({
    layout: layout as 'cover' | 'quote',
    title: '渡口',
    content: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: '渡口' }] }],
    note: [[{ type: 'text', value: '船在河边。' }]],
  })),
}
const slidesOf = (deck: Deck): ReturnType<typeof parseSync>['slides'] => parseSync(stringifyDeck(deck, 'x'), '').slides

describe('a deck as a file', () => {
  it('has the note of each slide', () => {
    expect(slidesOf(DECK).map(({ note }) => note)).toEqual(['船在河边。', '船在河边。'])
  })

  it.each(['渡口 --- 桥', '---', 'a: b', '- 船', '"桥"', '{{ 1 }}', '# 一'])('keeps what it says of itself in its frontmatter: %j', (title) => {
    const [first, ...more] = slidesOf({ ...DECK, articleTitle: title, byline: title })
    expect(first!.frontmatter).toMatchObject({ theme: 'x', titleTemplate: `%s · ${title}`, author: title, layout: 'cover' })
    expect(more).toHaveLength(1)
  })
})

it.each([[1, 1, '01.md'], [12, 99, '12.md'], [7, 100, '007.md'], [1000, 1000, '1000.md']])('deck %i of %i is %s', (number, total, name) => {
  expect(deckName(number, total)).toBe(name)
})
