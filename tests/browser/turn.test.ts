import type { Browser, Page } from 'playwright-core'
import type { StaticServer } from '../../scripts/build/server.ts'
import type { BuiltSample } from '../support/sample.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inside, openPrintRoute, printDeck } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { takeCover } from '../../scripts/build/snapshot.ts'
import { openBrowser } from '../support/browser.ts'
import { workFolder } from '../support/build.ts'
import { differenceOf } from '../support/pdf.ts'
import { drawn } from '../support/random.ts'
import { copiedSample, DECKS } from '../support/sample.ts'

const FACTS = { title: '', language: 'zh-CN', date: new Date(0) }

let folder: Awaited<ReturnType<typeof workFolder>>
let sample: BuiltSample
let browser: Browser
let server: StaticServer
const open: Page[] = []
beforeAll(async () => {
  folder = await workFolder()
  sample = await copiedSample(folder.path)
  browser = await openBrowser()
  server = await serveFolder(sample.dist)
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(page => page.close()))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await folder?.clean()
})

async function newPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 980, height: 552 }, ...inside(server.url) })
  open.push(page)
  return page
}

const urlOf = (deck: string): string => `${server.url}${deck}.html`

/** Whether something loads a page anew: then its mark is gone. */
async function isLoadedAnew(page: Page, action: () => Promise<void>): Promise<boolean> {
  await page.evaluate(() => (globalThis as { marked?: boolean }).marked = true)
  await action()
  return page.evaluate(() => !(globalThis as { marked?: boolean }).marked)
}

describe('a page that prints', () => {
  it('turns to the other decks in place, and prints them to the same bytes as their own pages', async () => {
    const page = await newPage()
    await openPrintRoute(page, urlOf('01'))
    for (const deck of drawn(DECKS.slice(1), 1)) {
      expect(await isLoadedAnew(page, () => openPrintRoute(page, urlOf(deck)))).toBe(false)
      const own = await newPage()
      await openPrintRoute(own, urlOf(deck))
      expect(new URL(page.url()).pathname).toBe(new URL(own.url()).pathname)
      expect(await takeCover(page)).toEqual(await takeCover(own))
      expect(await differenceOf(await printDeck(page, FACTS), await printDeck(own, FACTS))).toBe('')
    }
  })

  it('opens a deck anew that it has shown before', async () => {
    const page = await newPage()
    await openPrintRoute(page, urlOf('01'))
    await openPrintRoute(page, urlOf('02'))
    expect(await isLoadedAnew(page, () => openPrintRoute(page, urlOf('01')))).toBe(true)
    expect(await page.locator('.print-slide-container').count()).toBe(sample.decks[0]!.length)
  })

  it.each(drawn([
    ['of another shape', '"config":{', '"config":{"aspectRatio":1.25,'],
    ['in another language', '<html lang="zh-CN">', '<html lang="en">'],
    ['with a style sheet of its own', '</head>', '<link rel="stylesheet" href="data:text/css,"></head>'],
  ], 1))('opens a deck anew that is %s', async (_, before, after) => {
    const path = join(sample.dist, '03.html')
    const html = await readFile(path, 'utf8')
    expect(html).toContain(before)
    await writeFile(path, html.replace(before, after))
    try {
      const page = await newPage()
      await openPrintRoute(page, urlOf('01'))
      expect(await isLoadedAnew(page, () => openPrintRoute(page, urlOf('03')))).toBe(true)
    }
    finally {
      await writeFile(path, html)
    }
  })
})
