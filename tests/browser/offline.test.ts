import type { Browser, Page } from 'playwright-core'
import type { BuiltSample } from '../support/sample.ts'
import { copyFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { workFolder } from '../support/build.ts'
import { press, watchFaults } from '../support/page.ts'
import { blackOf, pressTimer, settle, timerOf } from '../support/presenting.ts'
import { missingWords, noteText, squeeze } from '../support/promises.ts'
import { ALL, drawn } from '../support/random.ts'
import { builtSample } from '../support/sample.ts'

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
let url: string
let dist: string
let decks: BuiltSample['decks']
beforeAll(async () => {
  folder = await workFolder();
  ({ dist, decks } = await builtSample())
  url = pathToFileURL(join(dist, 'offline.html')).href
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

/** A page with the network cut, that keeps what goes wrong on it. */
async function openPage(): Promise<{ page: Page, faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, offline: true })
  const page = await context.newPage()
  const faults = watchFaults(page, url)
  // A page that is left stops loading: that is no fault.
  page.on('requestfailed', request => request.failure()?.errorText !== 'net::ERR_ABORTED' && faults.push(`failed: ${request.url()}`))
  return { page, faults }
}

describe('offline.html', () => {
  it('weighs no more than 2 MB', async () => {
    expect((await stat(join(dist, 'offline.html'))).size).toBeLessThanOrEqual(2_000_000)
  })

  it('opens from the disk at its start page, which leads to every deck and its presenter view', async () => {
    const { page, faults } = await openPage()
    await page.goto(url)
    expect(await page.title()).toBe('永远保持党同人民群众的血肉联系')
    expect(await page.locator('nav a').evaluateAll(all => all.map(link => link.getAttribute('href')))).toEqual(['01', '02', '03'].flatMap(name => [`?deck=${name}#/1`, `?deck=${name}#/presenter/1`]))
    await page.locator('nav a').nth(2).click()
    await page.locator('.slidev-page-1 h1').waitFor()
    expect(squeeze(await page.locator('.slidev-page-1 h1').textContent() ?? '')).toBe(squeeze(decks[1]![0]!.title!))
    expect(faults).toEqual([])
    await page.context().close()
  })

  it.each(drawn([0, 1, 2], 1))('shows every slide of deck %i by the keyboard, and leads on to the next deck', async (index) => {
    const { page, faults } = await openPage()
    await page.goto(`${url}?deck=0${index + 1}#/1`)
    for (const [at, slide] of decks[index]!.entries()) {
      const layout = page.locator(`.slidev-page-${at + 1} .slidev-layout`).first()
      await layout.waitFor()
      expect(missingWords(await layout.textContent() ?? '', slide)).toEqual([])
      await press(page, 'ArrowRight')
    }
    if (index < 2)
      await page.waitForURL(`**/offline.html?deck=0${index + 2}#/1*`)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it.each(drawn([0, 1, 2], 1))('draws deck %i in its own fonts', async (index) => {
    const { page } = await openPage()
    await page.goto(`${url}?deck=0${index + 1}#/1`)
    await page.locator('.slidev-page-1 .slidev-layout').first().waitFor()
    // Chromium reads the file once more for this, and says that it may not: what goes wrong on the page is looked at
    // above.
    const session = await page.context().newCDPSession(page)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    for (let number = 1; number <= decks[index]!.length; number++) {
      const layout = `.slidev-page-${number} .slidev-layout`
      await page.evaluate((hash) => { location.hash = hash }, `#/${number}`)
      await page.locator(layout).first().waitFor()
      const { root } = await session.send('DOM.getDocument', { depth: 0 })
      const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: `${layout} :is(h1, p, li, blockquote, strong, span)` })
      for (const nodeId of nodeIds) {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
        expect(fonts.filter(font => !font.isCustomFont)).toEqual([])
      }
    }
    await page.context().close()
  })

  it('has the presenter view with its notes, in step with the show of its own deck', async () => {
    const { page: presenter, faults } = await openPage()
    const [show, other] = await Promise.all([presenter.context().newPage(), presenter.context().newPage()])
    const at = decks[1]!.findIndex(slide => noteText(slide.note) !== '')
    await presenter.goto(`${url}?deck=02#/presenter/${at}`)
    await show.goto(`${url}?deck=02#/${at}`)
    await other.goto(`${url}?deck=03#/1`)
    for (const page of [presenter, show])
      await page.locator(`.slidev-page-${at} .slidev-layout`).first().waitFor()
    await press(presenter, 'ArrowRight')
    await show.waitForURL(`**/offline.html?deck=02#/${at + 1}*`)
    await expect.poll(async () => squeeze(await presenter.locator('body').textContent() ?? '')).toContain(squeeze(noteText(decks[1]![at]!.note)))
    expect(other.url()).toMatch(/\?deck=03#\/1$/)
    expect(faults).toEqual([])
    await presenter.context().close()
  })

  it.runIf(ALL)('makes the show black from either window, and brings it back; in a field the keys are letters', async () => {
    const { page: presenter, faults } = await openPage()
    const show = await presenter.context().newPage()
    await presenter.goto(`${url}?deck=02#/presenter/3`)
    await show.goto(`${url}?deck=02#/3`)
    for (const page of [presenter, show])
      await page.locator('.slidev-page-3 .slidev-layout').first().waitFor()
    const blacks = (): Promise<unknown> => Promise.all([presenter, show].map(blackOf))
    for (const [page, key, back] of [[presenter, '.', 'b'], [show, 'b', 'PageDown'], [presenter, 'b', 'PageUp']] as const) {
      await press(page, key)
      await expect.poll(blacks).toEqual(['told', 'black'])
      await press(page, back)
      await expect.poll(blacks).toEqual([undefined, undefined])
    }
    await press(presenter, 'b')
    await show.locator('.lectern-black').click()
    await expect.poll(blacks).toEqual([undefined, undefined])
    // No key that brought it back has moved anything; after a click on a button a clicker moves it all the same.
    await presenter.getByTitle('Go to next slide').click()
    await show.waitForURL('**/offline.html?deck=02#/4*')
    await press(presenter, 'PageUp')
    await show.waitForURL('**/offline.html?deck=02#/3*')
    await settle()
    await press(show, 'PageDown')
    await presenter.waitForURL('**/offline.html?deck=02#/presenter/4*')
    await press(presenter, 'g')
    await presenter.locator('input:focus').waitFor()
    await press(presenter, 'b')
    expect(await blacks()).toEqual([undefined, undefined])
    expect(faults).toEqual([])
    await presenter.context().close()
  })

  it.runIf(ALL)('has one timer for all decks of this article and no other, through a page that is loaded again', async () => {
    const { page: presenter, faults } = await openPage()
    const show = await presenter.context().newPage()
    const last = decks[0]!.length
    await presenter.goto(`${url}?deck=01#/presenter/${last}`)
    await show.goto(`${url}?deck=01#/${last}`)
    for (const page of [presenter, show])
      await page.locator(`.slidev-page-${last} .slidev-layout`).first().waitFor()
    await pressTimer(presenter, 'toggle')
    await expect.poll(() => timerOf(presenter)).toBeGreaterThanOrEqual(1)
    await press(show, 'PageDown')
    await Promise.all([presenter.waitForURL('**/offline.html?deck=02#/presenter/1'), show.waitForURL('**/offline.html?deck=02#/1')])
    await expect.poll(() => timerOf(presenter)).toBeGreaterThanOrEqual(2)
    // A window that is opened or loaded later stops no other's timer.
    await show.reload()
    await show.locator('.slidev-page-1 .slidev-layout').first().waitFor()
    await press(show, 'PageUp')
    await Promise.all([presenter.waitForURL(`**/offline.html?deck=01#/presenter/${last}*`), show.waitForURL(`**/offline.html?deck=01#/${last}*`)])
    await expect.poll(() => timerOf(presenter)).toBeGreaterThanOrEqual(3)
    // From there back by one press, as within a deck.
    await settle()
    await press(show, 'PageUp')
    await presenter.waitForURL(`**/offline.html?deck=01#/presenter/${last - 1}*`)
    await pressTimer(presenter, 'toggle')
    const paused = (await timerOf(presenter))!
    await presenter.reload()
    await expect.poll(() => timerOf(presenter)).toBe(paused)
    const elsewhere = join(folder.path, 'elsewhere')
    await mkdir(elsewhere)
    await copyFile(join(dist, 'offline.html'), join(elsewhere, 'offline.html'))
    await show.goto(`${pathToFileURL(join(elsewhere, 'offline.html')).href}?deck=01#/presenter/1`)
    await show.locator('.slidev-page-1 .slidev-layout').first().waitFor()
    expect(await timerOf(show)).toBeUndefined()
    await pressTimer(presenter, 'reset')
    await expect.poll(() => timerOf(presenter)).toBeUndefined()
    expect(faults).toEqual([])
    await presenter.context().close()
  })

  it.runIf(ALL)('keeps a timer reset where another window tells of the old one at that moment', async () => {
    const { page: presenter, faults } = await openPage()
    const show = await presenter.context().newPage()
    await presenter.goto(`${url}?deck=02#/presenter/2`)
    await show.goto(`${url}?deck=02#/2`)
    for (const page of [presenter, show])
      await page.locator('.slidev-page-2 .slidev-layout').first().waitFor()
    await settle()
    // The show hears as Slidev does what the presenter tells, and once it is reset tells it what was before.
    const channel = `new BroadcastChannel(globalThis.lecternPage.config.slidesTitle + ' - shared')`
    await show.evaluate(`{ const channel = ${channel}; channel.addEventListener('message', ({ data }) => {
      if (data.timer.status === 'running')
        globalThis.before = data
      else
        channel.postMessage(globalThis.before)
    }) }`)
    await presenter.evaluate(`{ globalThis.heard = []; ${channel}.addEventListener('message', ({ data }) => globalThis.heard.push(data.timer.status)) }`)
    await pressTimer(presenter, 'toggle')
    await expect.poll(() => timerOf(presenter)).toBeGreaterThanOrEqual(1)
    await pressTimer(presenter, 'reset')
    await expect.poll(() => presenter.evaluate('globalThis.heard')).toContain('running')
    await expect.poll(() => timerOf(presenter)).toBeUndefined()
    await settle()
    expect(await timerOf(presenter)).toBeUndefined()
    expect(faults).toEqual([])
    await presenter.context().close()
  })
})
