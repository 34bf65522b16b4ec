import type { Browser, Page } from 'playwright-core'
import type { StaticServer } from '../../scripts/build/server.ts'
import type { Placed } from '../../themes/shared/composables/part.ts'
import type { BuiltSample } from '../support/sample.ts'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handoutFile } from '../../scripts/build/handout/kinds.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { setSlides } from '../../scripts/check/set-slides.ts'
import { ticksOf } from '../../themes/shared/composables/part.ts'
import { openBrowser } from '../support/browser.ts'
import { press, watchFaults } from '../support/page.ts'
import { blackOf, pressTimer, timerOf } from '../support/presenting.ts'
import { blocksOf, noteText, squeeze } from '../support/promises.ts'
import { ALL } from '../support/random.ts'
import { builtSample, KINDS } from '../support/sample.ts'
import { faultsOf, textOf } from '../support/set.ts'

let dist: string
let browser: Browser
let server: StaticServer
let decks: BuiltSample['decks']

beforeAll(async () => {
  ({ dist, decks } = await builtSample())
  browser = await openBrowser()
  server = await serveFolder(dist)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A page that keeps what went wrong on it. */
async function openPage(): Promise<{ page: Page, faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
  const faults = watchFaults(page, server.url)
  // A page that is left stops loading: that is no fault.
  page.on('requestfailed', request => request.failure()?.errorText !== 'net::ERR_ABORTED' && faults.push(`failed: ${request.url()}`))
  return { page, faults }
}

async function show(page: Page, path: string, slide: number): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${server.url}${path}${slide}`)
  await page.locator(`.slidev-page-${slide} .slidev-layout`).first().waitFor()
}

describe('the built article', () => {
  it('has the files that are promised', async () => {
    expect((await readdir(dist)).sort()).toEqual(['.lectern-build.json', '01.html', '01.pdf', '01.webp', '02.html', '02.pdf', '02.webp', '03.html', '03.pdf', '03.webp', 'all.pdf', 'assets', ...KINDS.map(handoutFile), 'index.html', 'offline.html'].sort())
  })

  it.runIf(ALL)('opens from the disk as the offline file', async () => {
    const { page } = await openPage()
    await page.goto(pathToFileURL(join(dist, 'index.html')).href)
    await page.waitForURL('**/offline.html')
    await page.locator('nav a').first().click()
    await page.locator('.slidev-page-1 h1').waitFor()
    await page.close()
  })

  it('shows each deck under its own title, its addresses from 1, its pages on from deck to deck, and asks for nothing elsewhere', async () => {
    const { page, faults } = await openPage()
    let before = 0
    for (const [index, slides] of decks.entries()) {
      const name = `0${index + 1}.html`
      await show(page, `${name}#/`, 1)
      const title = await page.title()
      expect(title).toContain(slides[0]!.title)
      expect(title).toContain('永远保持党同人民群众的血肉联系')
      await show(page, `${name}#/`, 4)
      await page.locator('.slidev-page-4 h1').waitFor()
      expect(squeeze(await page.locator('.slidev-page-4 h1').textContent() ?? '')).toBe(squeeze(slides[3]!.title!))
      expect(await page.locator('.slidev-page-4 footer .page').textContent()).toBe(`${before + 4} / ${decks.flat().length}`)
      const placed = slides.map(({ title, frontmatter: { layout, kicker } }) => ({ layout, kicker, title }) as Placed)
      const ticks = ticksOf(placed, 4)
      expect(await page.locator('.slidev-page-4 footer i').evaluateAll(all => all.map(tick => tick.className))).toEqual(ticks)
      before += slides.length
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('leads past the last slide to the last', async () => {
    const { page } = await openPage()
    await page.goto(`${server.url}01.html#/99`)
    await page.waitForURL(`**/01.html#/${decks[0]!.length}`)
    await page.close()
  })

  it('shows the notes in the presenter view', async () => {
    const { page, faults } = await openPage()
    await page.setViewportSize({ width: 1400, height: 900 })
    await show(page, '02.html#/presenter/', 4)
    await expect.poll(async () => squeeze(await page.locator('body').textContent() ?? '')).toContain(squeeze(noteText(decks[1]![3]!.note)))
    expect(faults).toEqual([])
    await page.close()
  })

  it.runIf(ALL)('keeps presenter and show in step, each deck with its own', async () => {
    const context = await browser.newContext()
    const [presenter, own, other] = await Promise.all([context.newPage(), context.newPage(), context.newPage()])
    await presenter.goto(`${server.url}01.html#/presenter/1`)
    await own.goto(`${server.url}01.html#/1`)
    await other.goto(`${server.url}02.html#/1`)
    for (const page of [presenter, own, other])
      await page.locator('.slidev-page-1 .slidev-layout').first().waitFor()
    await press(presenter, 'ArrowRight')
    await own.waitForURL('**/01.html#/2*')
    expect(other.url()).toMatch(/#\/1$/)
    await context.close()
  })

  it('leads from the last slide on to the next deck and back, presenter and show together, with one timer', async () => {
    const context = await browser.newContext()
    const [presenter, show] = await Promise.all([context.newPage(), context.newPage()])
    const last = decks[0]!.length
    await presenter.goto(`${server.url}01.html#/presenter/${last}`)
    await show.goto(`${server.url}01.html#/${last}`)
    for (const page of [presenter, show])
      await page.locator(`.slidev-page-${last} .next`).first().waitFor()
    expect(await show.locator(`.slidev-page-${last} .next`).textContent()).toBe(`下一部分：${decks[1]![0]!.title}`)
    await pressTimer(presenter, 'toggle')
    await press(presenter, 'ArrowRight')
    await Promise.all([presenter.waitForURL('**/02.html#/presenter/1*'), show.waitForURL('**/02.html#/1*')])
    // The timer goes on, and the bar above shows how much of the whole article's time is gone.
    await expect.poll(() => timerOf(presenter)).toBeGreaterThanOrEqual(1)
    const times = decks.map(slides => Number.parseInt(String(slides[0]!.frontmatter.duration)))
    const minutes = times.reduce((sum, own) => sum + own)
    expect(await presenter.locator('.bg-green').first().evaluate(bar => Number.parseFloat((bar as HTMLElement).style.width))).toBeLessThan(100 * 30 / (60 * minutes))
    await press(show, 'b')
    await expect.poll(() => Promise.all([presenter, show].map(blackOf))).toEqual(['told', 'black'])
    await press(presenter, 'PageUp')
    await expect.poll(() => Promise.all([presenter, show].map(blackOf))).toEqual([undefined, undefined])
    await press(presenter, 'PageUp')
    await Promise.all([presenter.waitForURL(`**/01.html#/presenter/${last}*`), show.waitForURL(`**/01.html#/${last}*`)])
    await context.close()
  })

  it('fits: nothing overflows, no text is too small', async () => {
    const { page, faults } = await openPage()
    for (const [index, slides] of decks.entries()) {
      await openPrintRoute(page, `${server.url}0${index + 1}.html`)
      const set = await setSlides(page)
      expect(faultsOf(set)).toEqual([])
      expect(set).toHaveLength(slides.length)
      for (const [at, slide] of set.entries())
        expect(textOf(slide)).toContain(squeeze(blocksOf(slides[at]!.content).at(-1)!.text))
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('has a start page that leads to every deck, its presenter view and its PDF, and to the handout', async () => {
    const { page, faults } = await openPage()
    await page.goto(`${server.url}index.html`)
    expect(await page.title()).toBe('永远保持党同人民群众的血肉联系')
    const links = await page.locator('nav a').evaluateAll(all => all.map(link => link.getAttribute('href')))
    expect(links).toEqual([...['01', '02', '03'].flatMap(name => [`${name}.html#/1`, `${name}.html#/presenter/1`, `${name}.pdf`]), 'all.pdf', ...KINDS.map(handoutFile), 'offline.html'])
    const covers = await page.locator('.picture img').evaluateAll(all => (all as HTMLImageElement[]).map(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]))
    expect(covers).toEqual(Array.from({ length: 3 }).fill([640, expect.closeTo(360, -1)]))
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
    for (const link of await page.locator('a[href$=".pdf"]').all())
      expect((await page.request.get(`${server.url}${await link.getAttribute('href')}`)).headers()['content-type']).toBe('application/pdf')
    expect(faults).toEqual([])
    await page.close()
  })

  it('has a start page whose points lead to their slides, by the keyboard alone', async () => {
    const { page, faults } = await openPage()
    await page.goto(`${server.url}index.html`)
    const points = await page.locator('.points a').evaluateAll(all => (all as HTMLAnchorElement[]).map(link => ({ title: link.textContent!, href: link.getAttribute('href')! })))
    expect(points.length).toBeGreaterThan(10)
    const focused: string[] = []
    for (let at = await page.locator('a:not(.picture)').count(); at > 0; at--) {
      await press(page, 'Tab')
      focused.push(await page.evaluate(() => document.activeElement!.getAttribute('href')!))
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid')
    }
    // Each link once, in the page's order: the pictures repeat the titles' and are passed over.
    expect(focused).toEqual(await page.locator('a:not(.picture)').evaluateAll(all => all.map(link => link.getAttribute('href'))))
    for (const { title, href } of points.slice(-2)) {
      await page.goto(`${server.url}index.html`)
      await page.locator(`.points a[href="${href}"]`).focus()
      await press(page, 'Enter')
      const number = href.split('/').at(-1)!
      await page.locator(`.slidev-page-${number} h1`).waitFor()
      expect(squeeze(await page.locator(`.slidev-page-${number} h1`).textContent() ?? '')).toContain(squeeze(title))
    }
    expect(faults).toEqual([])
    await page.close()
  })
})
