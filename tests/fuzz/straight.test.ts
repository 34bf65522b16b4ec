import type { Element, Root as HastRoot } from 'hast'
import type { Prose, Voice } from '../../scripts/deck/prose/voices.ts'
import type { Clauses } from '../../scripts/deck/structures/structure.ts'
import type { Draft } from '../../scripts/outline/draft.ts'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, it, vi } from 'vitest'
import { isCopiedSource } from '../../scripts/article/copied-source.ts'
import { modulesIn } from '../../scripts/article/dialects/modules.ts'
import { definitions } from '../../scripts/article/html/definitions.ts'
import { readTex } from '../../scripts/article/html/tex.ts'
import { typedBullets } from '../../scripts/article/html/typed-bullets.ts'
import { markdown } from '../../scripts/article/markdown.ts'
import { joinHyphens } from '../../scripts/article/mend-lines.ts'
import { placesOf } from '../../scripts/article/places.ts'
import { fromPlainText } from '../../scripts/article/plain-text.ts'
import { grid } from '../../scripts/article/text/columns.ts'
import { lineAt } from '../../scripts/article/text/lines.ts'
import { find as both } from '../../scripts/deck/layouts/both/find.ts'
import { find as pairs } from '../../scripts/deck/layouts/pairs/find.ts'
import { beatsOf } from '../../scripts/deck/prose/beats.ts'
import { headlinesIn } from '../../scripts/deck/prose/headlines.ts'
import { inlineNumbers } from '../../scripts/language/inline-numbers.ts'
import { cutLongClause } from '../../scripts/language/long-clauses.ts'
import { paragraphOf, toDrafts } from '../../scripts/outline/draft.ts'
import { guessParts } from '../../scripts/outline/guess.ts'
import { findBelowTitle } from '../../scripts/outline/title-block.ts'
import { maskMarkdown } from '../../scripts/witness/markdown.ts'
import { withSigns } from '../../scripts/witness/text.ts'
import { findLosses } from '../../scripts/witness/witness.ts'

/** Two sentences of one clause each. */
function passageOf(words: string): Clauses {
  const [start, end] = [words.length + 2, words.length * 2 + 2]
  return { text: `${words}. ${words}.`, clauses: [{ start: 0, end: words.length, words, sentence: 0 }, { start, end, words, sentence: 1 }] }
}

/** A text in which so many speak a sentence each, as it is planned; there is nothing to be said of it. */
function proseOf(count: number): Prose {
  const words = '谁在渡口'
  const voices = Array.from({ length: count }, (_, index): Voice => {
    const start = index * (words.length + 1)
    const place = { start, end: start + words.length }
    return { ...place, paragraph: 0, stretches: [place], clauses: [{ ...place, words, sentence: 0 }] }
  })
  return { text: `${words}。`.repeat(count) + '甲'.repeat(40_000), voices, breaths: [], bullets: [], slice: () => ({ type: 'text', value: '' }) }
}

function elementOf(tagName: string, words = '船'): Element {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value: words }] }
}

function elementsOf(count: number, make: (index: number) => Element, ...last: Element[]): HastRoot {
  return { type: 'root', children: [...Array.from({ length: count }, (_, index) => make(index)), ...last] }
}

/** A name of its own for each number. */
function nameOf(number: number): string {
  return String(number).replace(/\d/g, digit => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit)))
}

/** Paragraphs as the outline has them. */
function draftsOf(count: number, wordsOf: (index: number) => string): Draft[] {
  const paragraphs = Array.from({ length: count }, (_, index) => {
    const start = { line: index + 1, column: 1, offset: index * 8 }
    const position = { start, end: { ...start, column: 5, offset: index * 8 + 4 } }
    return paragraphOf({ type: 'text', value: wordsOf(index), position })
  })
  return toDrafts(paragraphs, placesOf(new VFile('\n'.repeat(count))))
}

/** The words of an article that is in no deck. */
function lossesOf(path: string, text: string): Promise<unknown> {
  return findLosses({ path, bytes: Buffer.from(text), encoding: 'utf-8', leftOut: [] }, [])
}

/** What has taken time with the square of the text, or more: so much text took each many seconds. */
const ROWS: readonly (readonly [what: string, read: () => unknown])[] = [
  ['one word without an end', () => cutLongClause('a$~'.repeat(30_000))],
  ['letters before no hyphen', () => joinHyphens('渡口的灯'.repeat(5000), new Set())],
  ['spaces before no number', () => inlineNumbers(`甲${'\u3000'.repeat(20_000)}乙`)],
  ['runs of numbers', () => inlineNumbers('1.甲乙。2.丙丁。'.repeat(20_000))],
  ['cells of one line', () => grid(lineAt('渡口  '.repeat(5000), 0, 20_000, 0))],
  ['lines of a page that bring nothing in', () => modulesIn('甲\n'.repeat(12_000))],
  ['brackets that close nothing', () => unified().use(markdown).parse('](b '.repeat(12_000))],
  ['struck signs between digits', () => unified().use(markdown).parse('3~~'.repeat(20_000))],
  ['rows of letters', () => fromPlainText('甲  乙\n'.repeat(4000))],
  ['rows between too few bars', () => fromPlainText('| 甲乙丙 |\n'.repeat(2500))],
  ['tabs before a word', () => fromPlainText(`甲乙\n丙丁${'\t'.repeat(60_000)}丁`)],
  ['pictures of a text', () => lossesOf('a.md', '![渡口](灯)\n'.repeat(5000))],
  ['comments without an end', () => unified().use(markdown).parse('b <!--甲'.repeat(5000))],
  ['long clauses, side by side', () => both(passageOf('ab and '.repeat(2000)))],
  ['hyphens between letters', () => pairs(passageOf('a-'.repeat(20_000)))],
  ['lines without words in a text', () => [isCopiedSource, withSigns].map(read => read(`甲${'\n'.repeat(60_000)}`))],
  ['empty lines of a text', () => fromPlainText('甲\n'.repeat(4) + ' \n'.repeat(40_000))],
  ['signs of code without an end', () => maskMarkdown(`甲${'`'.repeat(20_000)}`)],
  ['slides below a long heading', () => Array.from({ length: 200 }, (_, slide) => headlinesIn(proseOf(1), `${slide}${'甲乙'.repeat(20_000)}`))],
  ['paragraphs before a typed bullet', () => typedBullets()(elementsOf(60_000, () => elementOf('p'), elementOf('p', '• 甲')))],
  ['terms and what they mean', () => definitions()({ type: 'root', children: [{ ...elementOf('dl'), children: elementsOf(80_000, index => elementOf(index % 2 ? 'dd' : 'dt')).children as Element[] }] })],
  ['a sum of money without an end', () => readTex({ type: 'root', children: [elementOf('mjx-container'), { type: 'text', value: `渡 $a${'_b'.repeat(60_000)}` }] })],
  ['greetings', () => guessParts(draftsOf(20_000, () => '大家好！'))],
  ['keys below whose talk it is', () => findBelowTitle(draftsOf(20_000, index => index === 0 ? '主讲：王立' : `键${nameOf(index)}：值`))],
  ['many who speak', () => beatsOf(proseOf(1000), { heading: '', before: [] })],
]

it.each(ROWS)('is read in a straight line of time: %s', async (_, read) => {
  const before = process.cpuUsage()
  await read()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(1)
})

/** How often an array is changed in its midst while a Markdown text is read. */
function movesOf(text: string): number {
  const moving = vi.spyOn(Array.prototype, 'splice')
  unified().use(markdown).parse(text)
  const moves = moving.mock.calls.length
  moving.mockRestore()
  return moves
}

it.each([
  ['between escapes', '丙 &丁\\*'.repeat(500)],
  ['inside a mark', `**${'丙 _ ~丁 '.repeat(500)}**`],
])('moves nothing for plain text that signs have parted: %s', (_, text) => {
  expect(movesOf(text) - movesOf('**甲**')).toBeLessThan(100)
})
