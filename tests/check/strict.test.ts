import type { StrictDeck } from '../../scripts/check/strict.ts'
import { describe, expect, it } from 'vitest'
import { strictMessages } from '../../scripts/check/strict.ts'
import { generate } from '../../scripts/generate.ts'

const NOTE = '渡船每天早上六点从对岸过来，2021年12月8日停了一次。船上的人都认得老李，老李也认得他们。'
const { decks } = await generate({ path: 'a.md', value: `# 渡口\n\n## 船\n\n${NOTE}\n\n## 桥\n\n桥修好以后渡口还在。\n` })
const article = { path: 'a.md', decks }

/** What is said of the first deck after a hand has changed it. */
function saidOf(change: (text: string) => string): { line: number, reason: string, fatal: boolean, ruleId: string }[] {
  return strictMessages(decks.map(({ name, markdown }, index): StrictDeck => ({ file: `slides/a/${name}`, name, text: index === 0 ? change(markdown) : markdown, slideAt: () => undefined })), article)
}

/** The place of a line that has some words. */
function lineOf(text: string, words: string): number {
  return text.split('\n').findIndex(line => line.includes(words)) + 1
}

const deck = decks[0]!.markdown

describe('for the one who signs', () => {
  it('decks as the article gives them differ nowhere, wherever their theme stands, and whatever ends their lines', () => {
    expect(saidOf(text => text)).toEqual([])
    expect(saidOf(text => text.replace(/^theme: .*$/m, 'theme: ../../themes/study'))).toEqual([])
    expect(saidOf(text => text.replace(/\n/g, '\r\n'))).toEqual([])
  })

  it.each([
    ['a changed digit', '12月8日', '12月9日', /has “.*12月9日.*”, and .* gives “.*12月8日.*”/],
    ['a word that is lost', '船上的人都认得', '船上的人认得', /人认得.*gives “.*人都认得/],
    ['a word that was added', '认得老李', '认得老李头', /老李头.*gives “.*老李/],
    ['a mark', '一次。', '一次！', /一次！.*gives “.*一次。/],
    ['one character for another that looks like it', '六点', '⼋点', /⼋点.*gives “.*六点/],
  ])('%s has both texts and its place', (_, before, after, reason) => {
    const changed = deck.replaceAll(before, after)
    expect(changed).not.toBe(deck)
    const said = saidOf(() => changed)
    const places = changed.split('\n').flatMap((line, index) => line === deck.split('\n')[index] ? [] : [index + 1])
    expect(said.map(({ line }) => line)).toEqual(expect.arrayContaining(places.slice(0, 1)))
    for (const message of said)
      expect(message).toMatchObject({ ruleId: 'difference', fatal: true, reason: expect.stringMatching(/, and a\.md gives .*: approve what is there, or take it back$/s) as string })
    expect(said.map(message => message.reason).join('\n')).toMatch(reason)
  })

  it('a slide of one\'s own, a slide less, and a deck less are differences', () => {
    const own = saidOf(text => `${text}\n---\n\n# 我的话\n`)
    expect(own).toMatchObject([{ line: deck.split('\n').length + 1, reason: expect.stringMatching(/我的话.*gives nothing/) as string }])
    const slides = deck.split(/^---$/m)
    expect(saidOf(() => [...slides.slice(0, 2), ...slides.slice(4)].join('---')).length).toBeGreaterThan(0)
    expect(strictMessages([{ file: '02.md', name: '02.md', text: decks[1]!.markdown, slideAt: () => undefined }], article)).toMatchObject([{ reason: expect.stringContaining('has no 01.md') as string }])
    expect(strictMessages([{ file: '09.md', name: '09.md', text: '# x\n', slideAt: () => 1 }], { ...article, decks: [] })).toMatchObject([{ slide: 1, reason: expect.stringContaining('does not give a deck of this name') as string }])
  })

  it('a difference in frontmatter, of a line without words and of a whole deck is one', () => {
    expect(saidOf(text => text.replace('layout: cover', 'layout: points')).map(({ line }) => line)).toEqual([lineOf(deck, 'layout: cover')])
    expect(saidOf(text => `${text}\n`)).toMatchObject([{ reason: expect.stringMatching(/has an empty line, and .* gives nothing/) as string }])
    expect(saidOf(() => Array.from({ length: 9_000 }, (_, index) => `${index}`).join('\n'))).toMatchObject([{ reason: expect.stringContaining('Thousands of lines') as string }])
  })

  it('decks of no known article cannot be signed for', () => {
    expect(strictMessages([{ file: '01.md', name: '01.md', text: deck, slideAt: () => undefined }], undefined)).toMatchObject([{ fatal: true, reason: expect.stringContaining('no article to compare') as string }])
  })
})
