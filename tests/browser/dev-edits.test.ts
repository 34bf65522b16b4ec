import type { Page } from 'playwright-core'
import type { Dev } from '../support/dev.ts'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { FIRST, startDev } from '../support/dev.ts'
import { press } from '../support/page.ts'
import { drawn } from '../support/random.ts'

let dev: Dev
/** The deck as `generate` has made it. */
let text: string
beforeAll(async () => {
  dev = await startDev()
  text = await readFile(dev.at('slides/a/01.md'), 'utf8')
})
beforeEach(() => writeFile(dev.at('slides/a/01.md'), text))
afterAll(() => dev?.clean())

/** Saves the first deck as it was made, but for one thing. */
async function edit(from: string | RegExp, to: string): Promise<void> {
  expect(text.replace(from, to)).not.toBe(text)
  await writeFile(dev.at('slides/a/01.md'), text.replace(from, to))
}

/** A page that remembers whether it was loaded anew. */
async function marked(path: string, page = dev.page): Promise<Page> {
  await page.goto('about:blank')
  await page.goto(`${dev.url}${path}`)
  await page.locator('#slideshow .slidev-layout:visible').first().waitFor()
  await page.evaluate(() => Object.assign(globalThis, { marked: true }))
  return page
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'marked' in globalThis)
}

/** The first deck's second slide. */
const HEADING = '# 渡船每天早上从对岸过来'
const NO_THEME = /01\.md:1: there is no theme `nowhere`/
const LIST = '# 渡船\n\n<v-clicks>\n\n- 早上过来\n- 晚上回去\n\n</v-clicks>\n\n'

describe('a deck that is edited while it is shown', () => {
  it.each([
    ['in place', (changed: string) => writeFile(dev.at('slides/a/01.md'), changed)],
    ['by a file that takes its place', async (changed: string) => {
      await writeFile(dev.at('slides/a/.01.md.new'), changed)
      await rename(dev.at('slides/a/.01.md.new'), dev.at('slides/a/01.md'))
    }],
    ['after it was away', async (changed: string) => {
      await rm(dev.at('slides/a/01.md'))
      await writeFile(dev.at('slides/a/01.md'), changed)
    }],
  ])('is shown where the page is, saved %s, and so is what it was before', async (_, save) => {
    const page = await marked('01/#/2')
    await save(text.replace(HEADING, '# 渡船每天中午从对岸过来').replace('kicker: 一', 'kicker: 甲'))
    await dev.shows('中午')
    await dev.shows('甲')
    await save(text)
    await dev.shows('早上')
    await dev.shows('一')
    expect(page.url()).toBe(`${dev.url}01/#/2`)
    expect(await isMarked(page)).toBe(true)
  })

  it('stays on its click', async () => {
    await edit(HEADING, LIST)
    const page = await marked('01/#/2?clicks=1')
    await edit(HEADING, LIST.replace('晚上', '半夜'))
    const hidden = page.locator('#slideshow li.slidev-vclick-hidden')
    await expect.poll(() => hidden.allTextContents()).toEqual(['半夜回去'])
    expect(page.url()).toBe(`${dev.url}01/#/2?clicks=1`)
    await press(page, 'ArrowRight')
    await expect.poll(() => hidden.count()).toBe(0)
    expect(await isMarked(page)).toBe(true)
  })

  it('may get a slide and lose one', async () => {
    const page = await marked('01/#/2')
    await edit('---\nlayout: statement', '---\n\n# 船还在\n\n---\nlayout: statement')
    await dev.shows('船还在')
    await press(page, 'ArrowRight')
    await page.waitForURL('**/01/#/3')
    await dev.shows('早上')
    await edit(/$/, '\n')
    await page.waitForURL('**/01/#/2')
    await dev.shows('早上')
    expect(await isMarked(page)).toBe(true)
  })

  it('has its new note in the presenter view, which goes with the show', async () => {
    const windows = await dev.browser.newContext()
    const page = await marked('01/#/1', await windows.newPage())
    const presenter = await marked('01/#/presenter/1', await windows.newPage())
    await press(presenter, 'ArrowRight')
    await presenter.waitForURL('**/01/#/presenter/2')
    await page.waitForURL('**/01/#/2**')
    await dev.shows('早上', page)
    await edit('<!--\n渡船', '<!--\n说到这里停一停。渡船')
    await presenter.locator('.slidev-note', { hasText: '说到这里停一停。' }).waitFor()
    expect(await isMarked(presenter)).toBe(true)
    await windows.close()
  })

  it('is the same in two browsers', async () => {
    const other = await openBrowser()
    const pages = [await marked('01/#/2'), await marked('01/#/2', await other.newPage())]
    await edit('# 渡船每天早上', '# 渡船每天傍晚')
    for (const page of pages)
      await dev.shows('傍晚', page)
    await other.close()
  })

  it('shows a picture that has changed', async () => {
    const images = dev.at('slides/a/images')
    await mkdir(images)
    await copyFile('themes/study/pictures/slides.png', `${images}/a.png`)
    await edit(HEADING, '# 渡船\n\n![](./images/a.png)')
    const page = await marked('01/#/2')
    const source = (): Promise<string | null> => page.locator('#slideshow img:visible').first().getAttribute('src')
    const before = await source()
    expect(before).toMatch(/\/a-\w+\.png$/)
    await copyFile('themes/study/pictures/layouts.png', `${images}/a.png`)
    await expect.poll(source).not.toBe(before)
    expect(await page.evaluate(async address => (await fetch(address!)).status, await source())).toBe(200)
  })

  it.each(drawn([
    ['another theme, which is not there', (text: string) => text.replace(/^theme: .*$/m, 'theme: nowhere'), NO_THEME],
    ['nothing in it', () => '', /01\.md:1: this deck names no theme/],
    ['half of its frontmatter', () => '---\ntheme: "../../', /01\.md:\d+: .*(?:not YAML|no theme)/],
    ['markup that is not whole', (text: string) => text.replace(HEADING, '# <b>渡船'), /01\.md:25: .*end tag/],
  ] as const, 2))('says what is wrong where it has %s, until it is mended', async (_, spoil, fault) => {
    const page = await marked('01/#/2')
    const overlay = page.getByRole('alert').filter({ hasText: fault })
    await dev.said(fault, () => writeFile(dev.at('slides/a/01.md'), spoil(text)))
    await overlay.waitFor()
    await dev.shows('早上')
    await page.reload()
    await overlay.waitFor()
    await dev.shows('早上')
    await page.evaluate(() => Object.assign(globalThis, { marked: true }))
    expect(await dev.status({}, '02/')).toBe(200)
    await edit('# 渡船每天早上', '# 渡船每天黄昏')
    await overlay.waitFor({ state: 'detached' })
    await dev.shows('黄昏')
    expect(await isMarked(page)).toBe(true)
  })

  it('has a page in its place where it cannot be shown from the start, until it is mended', async () => {
    const deck = dev.at('slides/a/03.md')
    const before = dev.faults.length
    await writeFile(deck, text.replace(/^theme: .*$/m, 'theme: <nowhere>'))
    await expect.poll(() => dev.status({}, '03/')).toBe(500)
    await dev.page.goto(`${dev.url}03/`)
    await dev.page.getByText('there is no theme `<nowhere>`').waitFor()
    await writeFile(deck, text)
    await dev.shows('第一部分')
    // The answers that it had were refusals.
    dev.faults.splice(before)
    await rm(deck)
    await dev.page.waitForURL('**/01/**')
    await dev.shows(FIRST[0])
    expect(await dev.status({}, '03/')).toBe(404)
  })

  it('asked for nothing elsewhere, and nothing failed', () => {
    expect(dev.faults).toEqual([])
  })
})
