import type { Browser, Page } from 'puppeteer-core'
import type { parseDeck } from '../support/promises.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workFolder } from '../support/build.ts'
import { FIREFOX, launchFirefox, watchFirefox } from '../support/firefox.ts'
import { makeOffline } from '../support/offline.ts'
import { blackOf, pressTimer, slideOf, timerOf } from '../support/presenting.ts'
import { missingWords, noteText, squeeze } from '../support/promises.ts'

/** A page of a file that is unpacked anew takes Firefox a while. */
const WAIT = { timeout: 20_000 }

describe.skipIf(!FIREFOX)('offline.html in Firefox', () => {
  let folder: Awaited<ReturnType<typeof workFolder>>
  let browser: Browser
  let url: string
  let decks: ReturnType<typeof parseDeck>[]
  beforeAll(async () => {
    folder = await workFolder();
    ({ url, decks } = await makeOffline(folder.path, 45))
    browser = await launchFirefox()
  })
  afterAll(async () => {
    await browser?.close()
    await folder?.clean()
  })

  /** Windows that keep what goes wrong in them. */
  async function openPages(...routes: string[]): Promise<{ pages: Page[], faults: string[] }> {
    const faults: string[] = []
    const pages: Page[] = []
    for (const route of routes) {
      const page = await browser.newPage({ type: 'window' })
      await watchFirefox(page, url, faults)
      await page.goto(`${url}${route}`)
      pages.push(page)
    }
    return { pages, faults }
  }

  const at = (page: Page): string => page.url().slice(url.length).replace(/(#[^?]*)\?.*$/, '$1')

  it('shows every slide of every deck by a clicker, deck to deck, in its own fonts', async () => {
    const { pages, faults } = await openPages('')
    const page = pages[0]!
    expect(await page.title()).toBe('永远保持党同人民群众的血肉联系')
    await page.click('nav a')
    for (const [index, slides] of decks.entries()) {
      for (const [before, slide] of slides.entries()) {
        await expect.poll(() => at(page), WAIT).toBe(`?deck=0${index + 1}#/${before + 1}`)
        await expect.poll(async () => missingWords(await slideOf(page, before + 1) ?? '', slide), WAIT).toEqual([])
        expect(await fontFaults(page)).toEqual([])
        await page.keyboard.press('PageDown')
      }
    }
    // Past the end there is nothing.
    expect(at(page)).toBe(`?deck=03#/${decks[2]!.length}`)
    await page.close()
    expect(faults).toEqual([])
  })

  it('keeps presenter and show in step both ways, each deck with its own, with its notes', async () => {
    const { pages, faults } = await openPages('?deck=02#/presenter/2', '?deck=02#/2', '?deck=03#/1')
    const [presenter, show, other] = pages as [Page, Page, Page]
    for (const [page, no] of [[presenter, 2], [show, 2], [other, 1]] as const)
      await expect.poll(() => slideOf(page, no), WAIT).toBeTruthy()
    await presenter.keyboard.press('PageDown')
    await expect.poll(() => at(show), WAIT).toBe('?deck=02#/3')
    await show.keyboard.press('PageDown')
    await expect.poll(() => at(presenter), WAIT).toBe('?deck=02#/presenter/4')
    const note = squeeze(noteText(decks[1]![3]!.note))
    expect(note).not.toBe('')
    await expect.poll(async () => squeeze(await presenter.evaluate('document.body.textContent') as string), WAIT).toContain(note)
    await show.keyboard.press('PageUp')
    await expect.poll(() => at(presenter), WAIT).toBe('?deck=02#/presenter/3')
    expect(at(other)).toBe('?deck=03#/1')
    for (const page of pages)
      await page.close()
    expect(faults).toEqual([])
  })

  it('makes the show black from either window, and brings it back', async () => {
    const { pages, faults } = await openPages('?deck=02#/presenter/3', '?deck=02#/3')
    const [presenter, show] = pages as [Page, Page]
    for (const page of pages)
      await expect.poll(() => slideOf(page, 3), WAIT).toBeTruthy()
    for (const [page, key, back] of [[presenter, 'b', 'b'], [show, '.', '.'], [show, 'b', 'PageDown'], [presenter, '.', 'PageUp']] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => Promise.all(pages.map(blackOf)), WAIT).toEqual(['told', 'black'])
      await page.keyboard.press(back)
      await expect.poll(() => Promise.all(pages.map(blackOf)), WAIT).toEqual([undefined, undefined])
    }
    expect(pages.map(at)).toEqual(['?deck=02#/presenter/3', '?deck=02#/3'])
    expect(await slideOf(show, 3)).toBeTruthy()
    for (const page of pages)
      await page.close()
    expect(faults).toEqual([])
  })

  it('has one timer for all decks, and goes back to the deck before', async () => {
    const last = decks[0]!.length
    const { pages, faults } = await openPages(`?deck=01#/presenter/${last}`, `?deck=01#/${last}`)
    const [presenter, show] = pages as [Page, Page]
    for (const page of pages)
      await expect.poll(() => slideOf(page, last), WAIT).toBeTruthy()
    expect(await timerOf(presenter)).toBeUndefined()
    await pressTimer(presenter, 'toggle')
    await expect.poll(() => timerOf(presenter), WAIT).toBeGreaterThanOrEqual(1)
    await show.keyboard.press('PageDown')
    await expect.poll(() => pages.map(at), WAIT).toEqual(['?deck=02#/presenter/1', '?deck=02#/1'])
    await expect.poll(() => timerOf(presenter), WAIT).toBeGreaterThanOrEqual(2)
    await show.keyboard.press('PageUp')
    await expect.poll(() => pages.map(at), WAIT).toEqual([`?deck=01#/presenter/${last}`, `?deck=01#/${last}`])
    await expect.poll(() => timerOf(presenter), WAIT).toBeGreaterThanOrEqual(3)
    await pressTimer(presenter, 'reset')
    await expect.poll(() => timerOf(presenter), WAIT).toBeUndefined()
    for (const page of pages)
      await page.close()
    expect(faults).toEqual([])
  })
})

/**
 * What is wrong with the fonts of the slide that is shown: faces that did not load, text whose first family is no
 * loaded face of ours.
 */
async function fontFaults(page: Page): Promise<string[]> {
  return await page.evaluate(`document.fonts.ready.then(() => {
    const faces = [...document.fonts]
    const loaded = new Set(faces.filter(face => face.status === 'loaded').map(face => face.family.replace(/["']/g, '')))
    const slide = [...document.querySelectorAll('#slideshow .slidev-page')].find(slide => slide.checkVisibility())
    const words = [...slide.querySelectorAll('.slidev-layout *')].filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== ''))
    const used = new Set(words.map(element => getComputedStyle(element).fontFamily.split(',')[0].replace(/["']/g, '').trim()))
    return [
      ...used.size === 0 ? ['no words'] : [],
      ...faces.filter(face => face.status === 'error').map(face => 'not loaded: ' + face.family),
      ...[...used].filter(family => !family.startsWith('Lectern ') || !loaded.has(family)).map(family => 'not ours: ' + family),
    ]
  })`) as string[]
}
