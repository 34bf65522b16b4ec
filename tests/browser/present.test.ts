import type { Browser, Page } from 'playwright-core'
import type { Presented } from '../support/presenting.ts'
import type { BuiltSample } from '../support/sample.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { OTHER } from '../support/network.ts'
import { press, watchFaults } from '../support/page.ts'
import { startPresent } from '../support/presenting.ts'
import { noteText, squeeze } from '../support/promises.ts'
import { drawn } from '../support/random.ts'
import { builtSample } from '../support/sample.ts'

let browser: Browser
let presented: Presented
let port: number
let deck: BuiltSample['decks'][number]
beforeAll(async () => {
  const sample = await builtSample()
  deck = sample.decks[1]!
  browser = await openBrowser()
  presented = await startPresent(sample.dist, { host: '0.0.0.0' })
  port = presented.port
})
afterAll(async () => {
  await browser?.close()
  await presented?.stop()
})

/** A page that keeps what goes wrong on it. */
async function openPage(): Promise<{ page: Page, faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  const faults = watchFaults(page)
  page.on('requestfailed', request => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`))
  return { page, faults }
}

/** What shows more than the show, each with the slide that a guest has in its place. */
const ROUTES = [
  ['presenter/4', 4],
  ['presenter/4?password=none', 4],
  ['presenter', 1],
  ['presenter/print', 1],
  ['notes', 1],
  ['notes-edit', 1],
  ['overview', 1],
  ['entry', 1],
] as const

describe.runIf(OTHER)('lectern present --host', () => {
  it('shows every slide of a deck to another machine without a fault, from the start page on', async () => {
    const { page, faults } = await openPage()
    // Its fonts too: what is still loading when a page is left counts as failed.
    await page.goto(`http://${OTHER}:${port}/`, { waitUntil: 'networkidle' })
    await page.locator('a[href="02.html#/1"]').first().click()
    for (const [at] of deck.entries()) {
      await page.locator(`.slidev-page-${at + 1} .slidev-layout`).first().waitFor()
      if (at + 1 < deck.length)
        await press(page, 'ArrowRight')
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  it.each(drawn(ROUTES, 2))('gives another machine the show for #/%s', async (route, no) => {
    const { page, faults } = await openPage()
    await page.goto(`http://${OTHER}:${port}/02.html#/${route}`)
    await page.locator(`.slidev-page-${no} .slidev-layout`).first().waitFor()
    expect(new URL(page.url()).hash.replace(/\?.*/, '')).toBe(`#/${no}`)
    expect(await page.getByTitle('Presenter Mode').count()).toBe(0)
    const shown = squeeze(await page.locator('body').textContent() ?? '')
    for (const slide of deck.filter(slide => noteText(slide.note) !== ''))
      expect(shown).not.toContain(squeeze(noteText(slide.note)))
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('has the presenter view with its notes here, in step with the show', async () => {
    const { page: presenter, faults } = await openPage()
    const show = await presenter.context().newPage()
    const at = deck.findIndex(slide => noteText(slide.note) !== '')
    await presenter.goto(`http://127.0.0.1:${port}/02.html#/presenter/${at}`)
    await show.goto(`http://127.0.0.1:${port}/02.html#/${at}`)
    for (const page of [presenter, show])
      await page.locator(`.slidev-page-${at} .slidev-layout`).first().waitFor()
    expect(await show.getByTitle('Presenter Mode').count()).toBe(1)
    await press(presenter, 'ArrowRight')
    await show.waitForURL(`**/02.html#/${at + 1}*`)
    await expect.poll(async () => squeeze(await presenter.locator('body').textContent() ?? '')).toContain(squeeze(noteText(deck[at]!.note)))
    expect(faults).toEqual([])
    await presenter.context().close()
  })
})
