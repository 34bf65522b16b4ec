import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { BuiltSample } from '../support/sample.ts'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintRoute, printDeck } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { build } from '../../scripts/commands/build.ts'
import { hashOf } from '../../scripts/files/hash.ts'
import { openBrowser } from '../support/browser.ts'
import { quiet, workFolder } from '../support/build.ts'
import { differenceOf, fontsOf, openPdf, pageOf, pageTexts, tagsOf } from '../support/pdf.ts'
import { blocksOf, squeeze } from '../support/promises.ts'
import { builtSample, DECKS, ENV, NAME } from '../support/sample.ts'

let sample: BuiltSample
let folder: Awaited<ReturnType<typeof workFolder>>
beforeAll(async () => {
  sample = await builtSample()
  folder = await workFolder()
})
afterAll(() => folder?.clean())

function pdfOf(name: string): Promise<Uint8Array> {
  return readFile(join(sample.dist, `${name}.pdf`))
}

describe.each(DECKS)('%s.pdf', (name) => {
  it('has one page a slide, none blank, with the slide\'s text', async () => {
    const slides = sample.decks[DECKS.indexOf(name)]!
    const pdf = await openPdf(await pdfOf(name))
    const texts = await pageTexts(pdf)
    expect(texts).toHaveLength(slides.length)
    for (const [index, slide] of slides.entries()) {
      const text = squeeze(texts[index]!)
      for (const block of blocksOf(slide.content))
        expect(text).toContain(squeeze(block.text))
    }
  })

  it('is tagged, has bookmarks, a title and a language', async () => {
    const pdf = await openPdf(await pdfOf(name))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const outline = await pdf.getOutline()
    expect(outline.length).toBeGreaterThan(3)
    const info = (await pdf.getMetadata()).info as Record<string, string>
    expect(info.Title).toContain('永远保持党同人民群众的血肉联系')
    expect(info.Subject).toBe('永远保持党同人民群众的血肉联系')
    expect(info.Language).toBe('zh-CN')
  })

  it('has no link to the machine that printed it', async () => {
    const pdf = await openPdf(await pdfOf(name))
    for (let number = 1; number <= pdf.numPages; number++)
      expect((await (await pdf.getPage(number)).getAnnotations()).filter(({ url }) => url !== undefined)).toEqual([])
  })

  it('embeds its fonts, none of them Type 3', async () => {
    const fonts = await fontsOf(await openPdf(await pdfOf(name)))
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) {
      expect(font).toMatchObject({ embedded: true, type3: false })
      expect(font.name).toMatch(/Noto(?:Serif|Sans)SC/)
    }
  })
})

describe('all.pdf', () => {
  const decks = (): Promise<PDFDocumentProxy[]> => Promise.all(DECKS.map(async name => openPdf(await pdfOf(name))))

  it('has the pages of all decks, with their text, their tags and their fonts', async () => {
    const whole = await openPdf(await pdfOf('all'))
    const parts = await decks()
    expect(await pageTexts(whole)).toEqual((await Promise.all(parts.map(pageTexts))).flat())
    const tags = await Promise.all(parts.map(tagsOf))
    expect(tags.flat().length).toBeGreaterThan(30)
    expect(await tagsOf(whole)).toEqual(tags.flat())
    expect(await whole.getMarkInfo()).toMatchObject({ Marked: true })
    const fonts = (await Promise.all(parts.map(fontsOf))).flat().map(({ name }) => name)
    expect(new Set((await fontsOf(whole)).map(({ name }) => name))).toEqual(new Set(fonts))
  })

  it('has a bookmark for each part, which leads to its first page, over the part\'s own', async () => {
    const whole = await openPdf(await pdfOf('all'))
    const parts = await decks()
    const first = parts.map((_, index) => parts.slice(0, index).reduce((sum, { numPages }) => sum + numPages, 0))
    const outline = await whole.getOutline()
    expect(await Promise.all(outline.map(item => pageOf(whole, item)))).toEqual(first)
    for (const [index, part] of parts.entries()) {
      const own = (await part.getOutline()).map(({ title }) => title)
      const { title, items } = outline[index]!
      // The cover's would say the same again.
      const expected = own.map(text => text.trim() === title ? title : text)
      expect([title, ...items.map(item => item.title)]).toEqual(expect.arrayContaining(expected))
      expect(items.length).toBeGreaterThan(3)
      expect(items[0]!.title.trim()).not.toBe(title)
    }
  })

  it('keeps links between decks in itself', async () => {
    const whole = await openPdf(await pdfOf('all'))
    const links: unknown[] = []
    for (let number = 1; number <= whole.numPages; number++) {
      for (const link of await (await whole.getPage(number)).getAnnotations()) {
        expect(link).toMatchObject({ dest: [expect.anything(), { name: 'Fit' }] })
        links.push(await pageOf(whole, link as { dest: unknown[] }))
      }
    }
    const [one, two] = await decks()
    expect(links).toEqual([one!.numPages, one!.numPages + two!.numPages])
  })

  it('says whose it is', async () => {
    const { info } = await (await openPdf(await pdfOf('all'))).getMetadata()
    expect(info).toMatchObject({ Title: '永远保持党同人民群众的血肉联系', Language: 'zh-CN', Producer: 'Chromium' })
  })
})

describe('a page with links of every kind', () => {
  it('has those to elsewhere, between its slides and to other decks, and none to what else is on the server', async () => {
    const targets = ['https://example.org/', 'index.html', '#/2', '#nowhere', '02.html', 'pictures/boat.png']
    const canvas = 'class="print-slide-container" style="width: 980px; height: 552px"'
    const slide = (number: number, words: string): string =>
      `<div ${canvas} id="slide-${number}"><div class="slidev-layout">${words}</div></div>`
    const links = targets.map(target => `<p><a href="${target}">${target}</a></p>`).join('')
    await writeFile(join(folder.path, '01.html'), `<!doctype html>${slide(1, links)}${slide(2, 'two')}`)
    const server = await serveFolder(folder.path)
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await openPrintRoute(page, `${server.url}01.html`)
      const pdf = await openPdf(await printDeck(page, { title: '', language: 'en', date: new Date(0) }))
      const annotations = await (await pdf.getPage(1)).getAnnotations() as { url?: string, dest?: string }[]
      const kept = annotations.map(({ url, dest }) => url ?? dest)
      expect(kept).toEqual(['https://example.org/', 'slide-2', `${server.url}02.html`])
    }
    finally {
      await browser.close()
      await server.close()
    }
  })
})

describe('the same in, the same out', () => {
  it('builds the same bytes twice', async () => {
    // The same decks in another folder beside the first: nothing of the first build is there to be kept, and the theme
    // is as far away.
    const again = `${sample.folder}-again`
    await cp(join(sample.folder, 'slides'), join(again, 'slides'), { recursive: true })
    await build([join(again, 'slides', NAME)], { out: join(again, 'dist') }, ENV, quiet())
    const both = (file: string): Promise<Uint8Array[]> => Promise.all([sample.dist, join(again, 'dist', NAME)].map(dist => readFile(join(dist, file))))
    for (const file of [...DECKS.flatMap(name => [`${name}.html`, `${name}.webp`]), 'offline.html'])
      expect(new Set((await both(file)).map(hashOf)).size, file).toBe(1)
    for (const file of [...DECKS.map(name => `${name}.pdf`), 'all.pdf', 'handout.pdf']) {
      const [one, other] = await both(file)
      expect(await differenceOf(one!, other!), file).toBe('')
    }
  })

  it('prints a table twice in one browser, which counts on, to the same bytes, its cells under their heads', async () => {
    const path = join(folder.path, 'table.html')
    await writeFile(path, '<div class="print-slide-container" style="width: 980px; height: 552px"><table><tr><th>A<th>B<tr><td>1<td>2</table></div>')
    const browser = await openBrowser()
    const page = await browser.newPage()
    const prints: Uint8Array[] = []
    for (let print = 0; print < 2; print++) {
      await page.goto('about:blank')
      await page.goto(pathToFileURL(path).href)
      prints.push(await printDeck(page, { title: '', language: 'en', date: new Date(0) }))
    }
    await browser.close()
    expect(Buffer.compare(prints[0]!, prints[1]!)).toBe(0)
    const text = Buffer.from(prints[0]!).toString('latin1')
    const heads = Array.from(text.matchAll(/\/Headers \[ \((\w+)\) \]/g), match => match[1]!)
    expect(heads).toEqual(['element00000001', 'element00000002'])
    expect(text).toMatch(/\/Names \[ \(element00000001\) \d+ 0 R \(element00000002\) \d+ 0 R \]/)
  })
})
