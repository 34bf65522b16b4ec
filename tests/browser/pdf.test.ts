import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { printDeck } from '../../scripts/build/print.ts'
import { hashOf } from '../../scripts/files/record.ts'
import { SAMPLE } from '../support/articles.ts'
import { makeDecks, workFolder } from '../support/build.ts'
import { differenceOf, fontsOf, openPdf, pageTexts } from '../support/pdf.ts'
import { blocksOf, parseDeck, squeeze } from '../support/promises.ts'

const NAME = 'flesh-and-blood-ties'
const DECKS = ['01', '02', '03']

/** The packaged Chromium makes all of these, whatever is installed. */
const ENV = { ...process.env, LECTERN_BROWSER: process.platform === 'linux' && process.arch === 'x64' ? 'packaged' : '' }

let folder: Awaited<ReturnType<typeof workFolder>>
beforeAll(async () => {
  folder = await workFolder()
  await makeDecks(folder.path, SAMPLE, {}, ENV)
})
afterAll(() => folder?.clean())

function pdfOf(name: string): Promise<Uint8Array> {
  return readFile(join(folder.path, 'dist', NAME, `${name}.pdf`))
}

describe.each(DECKS)('%s.pdf', (name) => {
  it('has one page a slide, none blank, with the slide\'s text', async () => {
    const slides = parseDeck({ name, markdown: await readFile(join(folder.path, 'slides', NAME, `${name}.md`), 'utf8') })
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

describe('the same in, the same out', () => {
  it('builds the same bytes twice', async () => {
    const again = await workFolder()
    await makeDecks(again.path, SAMPLE, {}, ENV)
    const both = (file: string): Promise<Uint8Array[]> => Promise.all([folder, again].map(({ path }) => readFile(join(path, 'dist', NAME, file))))
    for (const file of ['offline.html', ...DECKS.map(name => `${name}.html`)])
      expect(new Set((await both(file)).map(hashOf)).size, file).toBe(1)
    for (const file of DECKS.map(name => `${name}.pdf`)) {
      const [one, other] = await both(file)
      expect(await differenceOf(one!, other!), file).toBe('')
    }
    await again.clean()
  })

  it('prints a table twice in one browser, which counts on, to the same bytes, its cells under their heads', async () => {
    const path = join(folder.path, 'table.html')
    await writeFile(path, '<div class="print-slide-container" style="width: 980px; height: 552px"><table><tr><th>A<th>B<tr><td>1<td>2</table></div>')
    const browser = await launchBrowser(ENV)
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
