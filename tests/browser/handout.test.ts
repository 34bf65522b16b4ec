import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { HandoutKind } from '../../scripts/build/handout/kinds.ts'
import type { BuiltSample } from '../support/sample.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { handoutFile } from '../../scripts/build/handout/kinds.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { sample as readSample } from '../support/articles.ts'
import { fontsOf, openPdf, pageTexts } from '../support/pdf.ts'
import { blocksOf, noteText, squeeze, withoutPage } from '../support/promises.ts'
import { builtSample, HIDDEN, KINDS } from '../support/sample.ts'

let decks: BuiltSample['decks']
const { outline } = decksOf(readSample(), { ...DEFAULT_OPTIONS, theme: 'study' })
const handouts = new Map<HandoutKind, { pdf: PDFDocumentProxy, texts: string[] }>()

beforeAll(async () => {
  const sample = await builtSample()
  decks = sample.decks
  for (const kind of KINDS) {
    const pdf = await openPdf(await readFile(join(sample.dist, handoutFile(kind))))
    handouts.set(kind, { pdf, texts: await pageTexts(pdf) })
  }
})

/**
 * A deck's own title, and the headings of its points; the sample's first part has none, and its slides' titles stand
 * for them.
 */
function titlesOf(deck: BuiltSample['decks'][number]): { part: string, points: string[] } {
  const part = String(deck[0]!.frontmatter.title)
  const shown = deck.filter(slide => !['cover', 'section', 'recap', 'questions', 'closing'].includes(String(slide.frontmatter.layout)))
  const headings = outline.parts[decks.indexOf(deck)]!.points.map(({ title }) => title.value)
  const titles = new Set(shown.map(slide => withoutPage(slide.title!)))
  return { part, points: headings.length > 0 ? headings : [...titles].filter(title => title !== part) }
}

/** 江山就是人民，人民就是江山: a heading that its slide says has the marks that it has there. */
function wordsIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

describe.each(KINDS)('the handout of kind %s', (kind) => {
  it('has every slide that is shown, whole, in order, and none that is hidden', () => {
    const text = squeeze(handouts.get(kind)!.texts.slice(1).join(''))
    let read = 0
    for (const slide of decks.flat()) {
      // A picture of structure draws its levels one after the other.
      const isDrawn = slide.frontmatter.layout === 'recap'
      for (const block of blocksOf(slide.content)) {
        const at = text.indexOf(squeeze(block.text), read)
        expect(at, block.text).toBeGreaterThanOrEqual(0)
        read = isDrawn && block.kind === 'text' ? read : at + squeeze(block.text).length
      }
    }
    expect(text).not.toContain(HIDDEN)
  })

  it('is on A4, and each page has its number, their count, and the part it belongs to', async () => {
    const { pdf, texts } = handouts.get(kind)!
    const heads: number[] = []
    for (const [index, text] of texts.entries()) {
      const [, , width, height] = (await pdf.getPage(index + 1)).view as [number, number, number, number]
      expect([Math.round(width / 72 * 25.4), Math.round(height / 72 * 25.4)]).toEqual([210, 297])
      const foot = `第${index + 1}页/共${texts.length}页`
      // Head and foot stand before the page's own text; the first page has no head.
      const headed = decks.findIndex(deck => squeeze(text).startsWith(squeeze(titlesOf(deck).part) + foot))
      heads.push(index === 0 ? 0 : headed + 1)
      expect(squeeze(text)).toContain(foot)
    }
    expect(heads).toEqual(heads.toSorted((one, other) => one - other))
    expect(new Set(heads)).toEqual(new Set([0, 1, 2, 3]))
    expect(heads.lastIndexOf(0)).toBe(0)
  })

  it('begins with the title and an outline whose numbers lead to the pages', async () => {
    const { pdf, texts } = handouts.get(kind)!
    const front = squeeze(texts[0]!)
    expect(front).toContain('永远保持党同人民群众的血肉联系')
    const links = (await (await pdf.getPage(1)).getAnnotations()).filter(({ subtype }) => subtype === 'Link')
    const entries = decks.map(titlesOf).flatMap(({ part, points }) => [part, ...points])
    expect(links).toHaveLength(entries.length)
    for (const [index, title] of entries.entries()) {
      const place = await pdf.getDestination(links[index]!.dest as string)
      const number = await pdf.getPageIndex(place![0] as { num: number, gen: number }) + 1
      expect(wordsIn(front)).toContain(`${wordsIn(title)}${number}`)
      expect(wordsIn(texts[number - 1]!)).toContain(wordsIn(title))
    }
  })

  it('is tagged, with bookmarks by part and point, and fonts inside, none of them Type 3', async () => {
    const { pdf } = handouts.get(kind)!
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const [whole] = await pdf.getOutline()
    interface Bookmark { title: string, items: Bookmark[] }
    const bookmarks = (whole!.items as Bookmark[])
      .map(({ title, items }) => ({ part: title, points: items.map(item => wordsIn(item.title)) }))
    const titles = decks.map(titlesOf).map(({ part, points }) => ({ part, points: points.map(wordsIn) }))
    expect(bookmarks).toEqual(titles)
    const fonts = await fontsOf(pdf)
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts)
      expect(font).toMatchObject({ embedded: true, type3: false })
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: '永远保持党同人民群众的血肉联系', Language: 'zh-CN' })
  })

  it('is bound on the left of odd pages and on the right of even ones', async () => {
    const { pdf } = handouts.get(kind)!
    for (const number of [3, 4]) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      const edges = items.flatMap(item => 'str' in item && item.str.trim() !== '' ? [{ from: item.transform[4] as number, to: item.transform[4] + item.width }] : [])
      const [from, to] = [Math.min(...edges.map(edge => edge.from)), Math.max(...edges.map(edge => edge.to))]
      const bound = (number % 2 === 1 ? from : 595 - to) / 72 * 25.4
      expect(bound).toBeGreaterThanOrEqual(24.5)
    }
  })
})

describe('the handout with notes', () => {
  it('has all notes, in order, in 10.5 pt', async () => {
    const { pdf, texts } = handouts.get('notes')!
    // The page's head and foot stand before its own text.
    const text = texts.map(page => squeeze(page).replace(/^.*?第\d+页\/共\d+页/, '')).join('')
    let read = 0
    for (const slide of decks.flat()) {
      const at = text.indexOf(squeeze(noteText(slide.note)), read)
      expect(at, slide.note).toBeGreaterThanOrEqual(read)
      read = at + squeeze(noteText(slide.note)).length
    }
    const note = squeeze(noteText(decks[0]!.find(slide => slide.note)!.note)).slice(0, 10)
    const page = await pdf.getPage(texts.findIndex(text => squeeze(text).includes(note)) + 1)
    const { items } = await page.getTextContent()
    const line = items.find(item => 'str' in item && squeeze(item.str).includes(note.slice(0, 6)) && Math.abs(item.height - 10.5) < 0.1)
    expect(line, note).toBeDefined()
  })
})
