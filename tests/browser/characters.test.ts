import type { Browser, Page } from 'playwright-core'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { makeDecks, workFolder } from '../support/build.ts'
import { measureSlides } from '../support/measure.ts'
import { fontsOf, openPdf, pageTexts } from '../support/pdf.ts'
import { blocksOf, parseDeck, squeeze } from '../support/promises.ts'

const ENV = { ...process.env, LECTERN_BROWSER: process.platform === 'linux' && process.arch === 'x64' ? 'packaged' : '' }
/** In traditional characters, with one of each of Unicode's blocks that has them, a compatibility ideograph, Hangul, signs and emoji. */
const ARTICLE = `臺灣圖書館與龜鬱

圖書館坐落於臺灣，館內藏有龜甲與古籍，讀者絡繹不絕。

一、館藏的龜與鬱

龜甲上的字跡，歷經數千年，鬱鬱蔥蔥的山林裡，學者仍在尋覓。㐀字罕見，𠮷野先生與山﨑先生都來抄錄過。

鿯與龘，䶮與鰂魚涌，𨋢在香港是升降機。

二、한국 與符號 ⠿

한국 사람也來借書，館員以 😀 相迎，牆上寫着 𝒜 與 ⌘。
`

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
beforeAll(async () => {
  folder = await workFolder()
  await writeFile(join(folder.path, 'rare.txt'), ARTICLE)
  await makeDecks(folder.path, join(folder.path, 'rare.txt'), { only: ['html', 'pdf'], density: 'full' }, ENV)
  browser = await launchBrowser(ENV)
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

/** The fonts that a page draws its text with, as Chromium says, each with some of the text. */
async function fontsOnPage(page: Page): Promise<{ font: string, ours: boolean, text: string }[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' })
  const all = []
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    const outside = fonts.filter(font => !font.isCustomFont)
    const text = outside.length > 0 ? (await session.send('DOM.getOuterHTML', { nodeId })).outerHTML : ''
    all.push(...fonts.map(font => ({ font: font.postScriptName || font.familyName, ours: font.isCustomFont, text })))
  }
  return all
}

describe('characters beyond the theme\'s fonts', () => {
  it.each(['01', '02'])('are drawn in fonts of Lectern\'s, and nothing is asked of the network: %s', async (name) => {
    const server = await serveFolder(join(folder.path, 'dist'))
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    page.on('request', request => !request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url()) && faults.push(request.url()))
    await openPrintRoute(page, `${server.url}rare/${name}.html`)
    const fonts = await fontsOnPage(page)
    expect(fonts.length).toBeGreaterThan(10)
    expect(fonts.filter(({ ours }) => !ours)).toEqual([])
    expect((await measureSlides(page)).findings).toEqual([])
    await page.goto(`${server.url}rare/index.html`)
    await page.evaluate(() => document.fonts.ready)
    expect((await fontsOnPage(page)).filter(({ ours }) => !ours)).toEqual([])
    expect(faults).toEqual([])
    await page.close()
    await server.close()
  })

  it.each(['01', '02'])('are printed as text, in fonts that are embedded, none of them Type 3: %s', async (name) => {
    const pdf = await openPdf(await readFile(join(folder.path, 'dist/rare', `${name}.pdf`)))
    for (const font of await fontsOf(pdf))
      expect(font).toMatchObject({ name: expect.stringContaining('Noto') as unknown, embedded: true, type3: false })
    // Not one is left out, as they are in a font that has not come in time.
    const text = new Set((await pageTexts(pdf)).join(''))
    const deck = parseDeck({ name, markdown: await readFile(join(folder.path, 'slides/rare', `${name}.md`), 'utf8') })
    const shown = squeeze(deck.flatMap(slide => blocksOf(slide.content).map(block => block.text)).join(''))
    expect(shown).toMatch(name === '01' ? /㐀.*𠮷[^\n\r\u2028\u2029\uFA11]*\uFA11[^\n\r\u2028\u2029\u9F98]*\u9F98.*𨋢/ : /한국.*😀.*𝒜.*⌘/)
    expect([...new Set(shown)].filter(character => !text.has(character))).toEqual([])
  })
})
