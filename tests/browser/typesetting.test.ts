import type { Browser, Page } from 'playwright-core'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { build } from '../../scripts/commands/build.ts'
import { findTheme } from '../../scripts/files/theme.ts'
import { openBrowser } from '../support/browser.ts'
import { quiet, workFolder } from '../support/build.ts'

const LAYOUTS = {
  statement: '# That’s when it’s late',
  points: '# We’re here\n\n- It’s one by itself',
  figure: '# It’s dear\n\nIt’s **£340** in all, and that’s it',
  contrast: '# It’s two\n\n- It’s **here**\n- but it’s **not** there',
  quote: '# We’re all here',
} as const

/** What an item says in two sentences stands in two paragraphs. */
const ITEM = ['points', '# Two things\n\n1. **The boat is old**\n\n   The lamp is new\n2. And a bell'] as const

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
let server: Awaited<ReturnType<typeof serveFolder>>
let page: Page
beforeAll(async () => {
  folder = await workFolder()
  browser = await openBrowser()
  const decks = join(folder.path, 'decks')
  await mkdir(decks)
  const slides = [...Object.entries(LAYOUTS), ITEM].map(([layout, words]) => `---\nlayout: ${layout}\nkicker: 1 Boats\n---\n\n${words}`)
  const head = `---\ntheme: ${relative(decks, findTheme('study'))}\ntitle: Boats\nlang: en\nlayout: cover\n---\n\n# It’s the cover`
  await writeFile(join(decks, '01.md'), `${[head, ...slides].join('\n\n')}\n`)
  await build([decks], { out: join(folder.path, 'dist'), only: ['html'] }, process.env, quiet())
  server = await serveFolder(join(folder.path, 'dist'))
  page = await browser.newPage()
  await openPrintRoute(page, `${server.url}decks/01.html`)
})
afterAll(async () => {
  await server?.close()
  await browser?.close()
  await folder?.clean()
})

describe('an item of two paragraphs', () => {
  it('has them below each other, not run together', async () => {
    const boxes = await Promise.all(['The boat is old', 'The lamp is new'].map(words => page.getByText(words).last().evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const { top, bottom } = range.getBoundingClientRect()
      return { top, bottom }
    })))
    expect(boxes[1]!.top).toBeGreaterThanOrEqual(boxes[0]!.bottom - 8)
  })
})

describe('english', () => {
  it('has apostrophes as wide as they look, in every size and weight', async () => {
    const wide = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.querySelector('#print-container')!, NodeFilter.SHOW_TEXT)
      const found: [text: string, share: number][] = []
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const { index } of node.textContent!.matchAll(/’/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + 1)
          const size = Number.parseFloat(getComputedStyle(node.parentElement!).fontSize)
          found.push([node.textContent!, range.getBoundingClientRect().width / size])
        }
      }
      return found
    })
    expect(wide.length).toBeGreaterThan(8)
    expect(wide.filter(([, share]) => share > 0.5)).toEqual([])
  })

  it('has a quotation of one line, which nobody is named for, in the middle of the page', async () => {
    const middle = await page.locator('.slidev-layout.quote h1').evaluate((heading) => {
      const [line, words] = [heading, heading.parentElement!].map(element => element.getBoundingClientRect())
      return (line!.top + line!.bottom - words!.top - words!.bottom) / 2
    })
    expect(Math.abs(middle)).toBeLessThan(2)
  })
})
