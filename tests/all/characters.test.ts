import type { Browser, Page } from 'playwright-core'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { setSlides } from '../../scripts/check/set-slides.ts'
import { checkFolder } from '../../scripts/commands/check.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { makeDecks, quiet, workFolder } from '../support/build.ts'
import { fontsOf, openPdf, pageTexts } from '../support/pdf.ts'
import { blocksOf, parseDeck, squeeze } from '../support/promises.ts'
import { ALL } from '../support/random.ts'
import { faultsOf } from '../support/set.ts'

const ENV = { ...process.env, LECTERN_BROWSER: process.platform === 'linux' && process.arch === 'x64' ? 'packaged' : '' }
/**
 * In traditional characters, with one of each of Unicode's blocks that has them, a compatibility ideograph, Hangul,
 * signs and emoji.
 */
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

/** The fonts that draw a page's text, as Chromium says. */
async function fontsOnPage(page: Page): Promise<{ familyName: string, isCustomFont: boolean }[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' })
  return (await Promise.all(nodeIds.map(async nodeId => (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts))).flat()
}

describe('characters beyond the theme\'s fonts', () => {
  it.each(['01', '02'])('are drawn in fonts of Lectern\'s, and nothing is asked of the network: %s', async (name) => {
    const server = await serveFolder(join(folder.path, 'dist'))
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    page.on('request', request => !request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url()) && faults.push(request.url()))
    await openPrintRoute(page, `${server.url}rare/${name}.html`)
    expect(faultsOf(await setSlides(page))).toEqual([])
    await page.goto(`${server.url}rare/index.html`)
    await page.evaluate(() => document.fonts.ready)
    const fonts = await fontsOnPage(page)
    expect(fonts.length).toBeGreaterThan(1)
    expect(fonts.filter(font => !font.isCustomFont)).toEqual([])
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
  it.runIf(ALL).each(['study', 'plain'])('give `check` nothing to say, in code neither: %s', async (theme) => {
    const code = join(folder.path, 'code.md')
    await writeFile(code, `# 臺灣的程式\n\n## 變數\n\n龜與鬱也寫在程式裡。\n\n\`\`\`js\nconst 龜 = '鬱鬱蔥蔥 ▀'\n\`\`\`\n`)
    const out = join(folder.path, theme)
    const console = quiet()
    await generate([join(folder.path, 'rare.txt'), code], { out, theme, density: 'full' }, console)
    expect(console.told.filter(line => line.includes('no-glyph'))).toEqual([])
    for (const name of ['rare', 'code'])
      expect((await checkFolder(join(out, name), browser)).messages).toEqual([])
  })

  it.runIf(ALL)('that no font has are told of by `generate` and by `check`', async () => {
    const none = join(folder.path, 'none.txt')
    await writeFile(none, '龜與鬱\n\n一、名字\n\n他的名字裡有一個𪚥字，沒有人認識。\n')
    const console = quiet()
    await generate([none], { out: join(folder.path, 'slides') }, console)
    expect(console.told).toEqual([expect.stringMatching(/none\.txt:5:9: No font of Lectern's has the character `𪚥`.*\(no-glyph\)$/)])
    const { messages } = await checkFolder(join(folder.path, 'slides/none'), browser)
    const lines = (await readFile(join(folder.path, 'slides/none/01.md'), 'utf8')).split('\n')
    expect(messages.length).toBeGreaterThan(0)
    for (const { ruleId, line } of messages)
      expect({ ruleId, text: lines[line - 1] }).toEqual({ ruleId: 'glyph', text: expect.stringContaining('𪚥') as unknown })
  })
})
