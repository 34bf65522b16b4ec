import type { Root } from 'mdast'
import type { Passage } from '../../scripts/article/passage.ts'
import type { Deck, DeckOptions } from '../../scripts/deck/types.ts'
import type { Outline } from '../../scripts/outline/types.ts'
import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { toString as hastToString } from 'hast-util-to-string'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect } from 'vitest'
import { isMute, prune } from '../../scripts/article/html/measure.ts'
import { readerFor } from '../../scripts/article/readers.ts'
import { DEFAULT_OPTIONS, planDecks } from '../../scripts/deck/plan.ts'
import { saidOf, saidOfTitleBlock } from '../../scripts/deck/titles.ts'
import { LAYOUTS, MAPS } from '../../scripts/deck/types.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { HEAD_KEYS } from '../../scripts/slidev/stringify.ts'
import { blocksOf, labelsOf, noteText, parseDeck, squeeze, withoutPage } from './promises.ts'

/** Everything that the notes must give back: the outline's text in order, run-in headings too. */
export function spokenText(outline: Outline): string {
  const texts = (passages: Passage[]): string => passages.map(passage => passage.text).join('')
  return [
    ...saidOfTitleBlock(outline).map(({ value }) => value),
    texts(outline.lead),
    ...outline.parts.flatMap(part => [
      saidOf(part.title)?.value ?? '',
      texts(part.lead),
      ...part.points.flatMap(point => [saidOf(point.title)?.value ?? '', texts(point.passages)]),
      texts(part.closing),
    ]),
    texts(outline.closing),
  ].join('')
}

/**
 * An article's own words, squeezed: of Markdown without its comments, with and without what stands between other words
 * and is no text; of a page without its scripts.
 */
function wordsOf(file: VFile): string {
  const tree = unified().use(readerFor(file.extname!)).parse(file)
  if (/^\.(?:html|docx)$/.test(file.extname!)) {
    prune(tree as never, isMute)
    return squeeze(hastToString(tree as never))
  }
  // Between the tags and the signs of other programs stands Markdown: what it says is known when they have been read.
  const silent = new VFile({ path: file.path, value: file.value })
  const reader = unified().use(readerFor(file.extname!)).freeze()
  const trees = [tree, ...file.extname === '.md' ? [reader.runSync(reader.parse(silent), silent)] : []]
  for (const one of trees) {
    visit(one as Root, 'html', (node) => {
      node.value = node.value.replace(/^<!--[\s\S]*-->$/, '')
    })
  }
  const both = [true, false]
  const ways = both.flatMap(includeHtml => both.map(includeImageAlt => ({ includeHtml, includeImageAlt })))
  const readings = trees.flatMap(one => ways.map(way => toString(one, way)))
  return [String(file), ...readings].map(squeeze).join('\n')
}

/**
 * Holds an article's decks against promises 1, 2 and 6, from the Markdown that Slidev will parse.
 *
 * @returns the decks' slides, parsed again
 */
export function verifyDecks(file: VFile, options: Partial<DeckOptions> = {}): ReturnType<typeof parseDeck>[] {
  const all = { ...DEFAULT_OPTIONS, ...options, theme: '../../themes/study' }
  const { outline, decks } = decksOf(file, all)
  const join = (files: DeckFile[]): string => files.map(({ name, markdown }) => `${name}\n${markdown}`).join('\n')
  expectSame(join(decksOf(file, all).decks), join(decks), 'a second run')
  const parsed = decks.map(parseDeck)
  expectMeant(parsed, planDecks(all)(outline).decks)

  // Complete: the notes, one after the other, are the article's text.
  const body = squeeze(spokenText(outline))
  expectSame(squeeze(parsed.flat().map(slide => noteText(slide.note)).join('')), body, 'the notes')

  // Verbatim: what is on slides stands in the article, in its order, or is a listed label.
  const source = wordsOf(file)
  // Plain text that was copied from a page's source has references for characters: tests/article/copied-text.test.ts
  // compares their titles.
  const isPageSource = file.extname === '.txt' && file.messages.some(({ ruleId }) => ruleId === 'markup')
  const labels = labelsOf(outline.language, decks.length)
  let read = 0
  let near = 0
  for (const slide of parsed.flat()) {
    const isText = TEXT_LAYOUTS.has(String(slide.frontmatter.layout))
    const blocks = blocksOf(slide.content)
    for (const [index, { kind, text: shown }] of blocks.entries()) {
      const words = squeeze(kind === 'title' ? withoutPage(shown) : shown)
      if (words === '' || labels(withoutPage(shown)))
        continue
      // Titles and attributions may repeat; all else stands where the reading has come to, or after it.
      const attribution = index === 1 && blocks.length > 2
      const at = body.indexOf(words, read)
      if (isText && kind === 'text' && !attribution) {
        if (at < 0)
          expect.fail(`“${shown}” does not stand in the article, in order`)
        read = at
      }
      else if (at < 0) {
        // Headings follow each other: to look for each from the start would take too long in a book.
        const after = source.indexOf(words, near)
        if (after < 0 && !isPageSource && !source.includes(words) && !body.includes(words))
          expect.fail(`“${shown}” does not stand in the article`)
        near = kind === 'title' && after >= 0 ? after : near
      }
    }
  }
  return parsed
}

/** Slides that show the article's text, in order. */
const TEXT_LAYOUTS: ReadonlySet<string> = new Set(LAYOUTS.filter(layout => !MAPS.has(layout) && layout !== 'table'))
/** All that the frontmatter of a slide of ours may say. */
const SLIDE_KEYS: ReadonlySet<string> = new Set([...HEAD_KEYS, 'layout', 'id', 'class', 'kicker', 'values', 'cue', 'next'])

/** Slidev has parsed the slides that were planned, and no text of theirs has become frontmatter. */
function expectMeant(parsed: ReturnType<typeof parseDeck>[], planned: Deck[]): void {
  const layouts = (slides: { layout: unknown }[]): string => slides.map(({ layout }) => layout).join(' ')
  expect(parsed).toHaveLength(planned.length)
  for (const [index, slides] of parsed.entries()) {
    expectSame(layouts(slides.map(({ frontmatter }) => ({ layout: frontmatter.layout }))), layouts(planned[index]!.slides), 'the slides')
    for (const { frontmatter } of slides.slice(1))
      expect(Object.keys(frontmatter).filter(key => !SLIDE_KEYS.has(key))).toEqual([])
  }
}

/** Long texts are compared by where they part: a report of two megabytes helps nobody. */
function expectSame(text: string, wanted: string, what: string): void {
  if (text === wanted)
    return
  const length = Math.min(text.length, wanted.length)
  const at = Array.from({ length }).findIndex((_, index) => text[index] !== wanted[index])
  const from = Math.max(0, (at < 0 ? length : at) - 20)
  expect(text.slice(from, from + 100), what).toBe(wanted.slice(from, from + 100))
}
