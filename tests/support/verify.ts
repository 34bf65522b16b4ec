import type { VFile } from 'vfile'
import type { Passage } from '../../scripts/article/passage.ts'
import type { DeckOptions } from '../../scripts/deck/types.ts'
import type { Outline } from '../../scripts/outline/types.ts'
import { toString as hastToString } from 'hast-util-to-string'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { expect } from 'vitest'
import { isMute, prune } from '../../scripts/article/html/measure.ts'
import { readerFor } from '../../scripts/article/readers.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { saidOf, saidOfTitleBlock } from '../../scripts/deck/titles.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { blocksOf, isLabel, noteText, parseDeck, squeeze, withoutPage } from './promises.ts'

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

/** An article's own words, squeezed: of Markdown with and without what stands between other words and is no text, of a page without its scripts. */
function wordsOf(file: VFile): string {
  const tree = unified().use(readerFor(file.extname!)).parse(file)
  if (/^\.(?:html|docx)$/.test(file.extname!)) {
    prune(tree as never, isMute)
    return squeeze(hastToString(tree as never))
  }
  const readings = [true, false].flatMap(includeHtml => [true, false].map(includeImageAlt => toString(tree, { includeHtml, includeImageAlt })))
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
  expect(decksOf(file, all).decks).toEqual(decks)
  const parsed = decks.map(parseDeck)
  const source = wordsOf(file)

  // Complete: the notes, one after the other, are the article's text.
  const spoken = squeeze(parsed.flat().map(slide => noteText(slide.note)).join(''))
  expect(spoken).toBe(squeeze(spokenText(outline)))

  // Verbatim: what is on slides stands in the article, in its order, or is a listed label.
  const body = squeeze(spokenText(outline))
  let read = 0
  for (const slide of parsed.flat()) {
    const text = ['points', 'statement', 'quote', 'enumeration', 'contrast', 'steps', 'cards', 'figure', 'image', 'code'].includes(String(slide.frontmatter.layout))
    const blocks = blocksOf(slide.content)
    for (const [index, { kind, text: shown }] of blocks.entries()) {
      const words = squeeze(kind === 'title' ? withoutPage(shown) : shown)
      if (words === '' || isLabel(withoutPage(shown), outline.language, decks.length))
        continue
      expect(body.includes(words) || source.includes(words), `“${shown}” stands in the article`).toBe(true)
      // Titles and attributions may repeat; all else stands where the reading has come to, or after it.
      const attribution = index === 1 && blocks.length > 2
      if (text && kind === 'text' && !attribution) {
        const at = body.indexOf(words, read)
        expect(at, `“${shown}” stands in order`).toBeGreaterThanOrEqual(0)
        read = at
      }
    }
  }
  return parsed
}
