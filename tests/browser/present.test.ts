import type { Browser, Page } from 'playwright-core'
import type { Started } from '../support/program.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { SAMPLE } from '../support/articles.ts'
import { makeDecks, workFolder } from '../support/build.ts'
import { OTHER } from '../support/network.ts'
import { watchFaults } from '../support/page.ts'
import { PROGRAM, start } from '../support/program.ts'
import { noteText, parseDeck, squeeze } from '../support/promises.ts'

const NAME = 'flesh-and-blood-ties'

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
let program: Started
let port: string
let deck: ReturnType<typeof parseDeck>
beforeAll(async () => {
  folder = await workFolder()
  await makeDecks(folder.path, SAMPLE, { only: ['html'] })
  deck = parseDeck({ name: '02.md', markdown: await readFile(join(folder.path, 'slides', NAME, '02.md'), 'utf8') })
  browser = await launchBrowser(process.env)
  program = await start(PROGRAM, ['present', join('dist', NAME), '--no-open', '--host', '0.0.0.0'], folder.path, /http:\/\/127\.0\.0\.1:(\d+)\/\n/)
  port = program.match[1]!
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await folder?.clean()
})

/** A page that keeps what goes wrong on it. */
async function openPage(): Promise<{ page: Page, faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  const faults = watchFaults(page)
  page.on('requestfailed', request => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`))
  return { page, faults }
}

describe.runIf(OTHER)('lectern present --host', () => {
  it('shows every slide of a deck to another machine without a fault, from the start page on', async () => {
    const { page, faults } = await openPage()
    // Its fonts too: what is still loading when a page is left counts as failed.
    await page.goto(`http://${OTHER}:${port}/`, { waitUntil: 'networkidle' })
    await page.locator('a[href="02.html#/1"]').first().click()
    for (const [at] of deck.entries()) {
      await page.locator(`.slidev-page-${at + 1} .slidev-layout`).first().waitFor()
      if (at + 1 < deck.length)
        await page.keyboard.press('ArrowRight')
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  it.each([['presenter/4', 4], ['presenter/4?password=none', 4], ['presenter', 1], ['presenter/print', 1], ['notes', 1], ['notes-edit', 1], ['overview', 1], ['entry', 1]])('gives another machine the show for #/%s', async (route, no) => {
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
    await presenter.keyboard.press('ArrowRight')
    await show.waitForURL(`**/02.html#/${at + 1}*`)
    await expect.poll(async () => squeeze(await presenter.locator('body').textContent() ?? '')).toContain(squeeze(noteText(deck[at]!.note)))
    expect(faults).toEqual([])
    await presenter.context().close()
  })
})
