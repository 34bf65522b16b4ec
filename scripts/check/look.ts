import type { Browser, Page, Request } from 'playwright-core'
import type { LoadedDeck } from '../build/decks.ts'
import type { SetSlide } from './types.ts'
import process from 'node:process'
import { hashOwn } from '../build/inputs.ts'
import { planPages } from '../build/make-pages.ts'
import { onPages } from '../build/on-pages.ts'
import { openPrintRoute, printDeck } from '../build/print.ts'
import { serveFolder } from '../build/server.ts'
import { unpackedFonts } from '../build/unpacked-fonts.ts'
import { differenceOf } from './same-pages.ts'
import { setSlides } from './set-slides.ts'

/** What a browser says of a deck. */
export interface SetDeck {
  slides: SetSlide[]
  /** Addresses on other machines that it asked for. */
  requests: string[]
  /** Whether two prints differ, and on which page first, from 1, where that can be told. */
  difference: { page?: number } | undefined
}

/**
 * Builds decks' pages, opens each on the route that PDFs are printed from, reads how its slides are set, and prints it
 * twice.
 *
 * @param decks an article's decks
 * @param browser a Chromium
 * @param folder an empty folder to build in
 * @param timeout how long a deck may take, in seconds
 * @returns what it says of each deck, by name
 * @throws Failure where a slide cannot be built
 */
export async function lookAtDecks(
  decks: LoadedDeck[],
  browser: Browser,
  folder: string,
  timeout?: number,
): Promise<Map<string, SetDeck>> {
  const { pages, make } = await planPages(decks, hashOwn(), process.env)
  await make(undefined, folder)
  const server = await serveFolder(folder, { instead: unpackedFonts(process.env), immutable: true })
  const looks = new Map<string, SetDeck>()
  try {
    await onPages(browser, server.url, pages, async (page, { name }) => {
      looks.set(name, await lookAt(page, `${server.url}${name}.html`, server.url))
    }, timeout)
    return looks
  }
  finally {
    await server.close()
  }
}

async function lookAt(page: Page, url: string, own: string): Promise<SetDeck> {
  const requests = new Set<string>()
  const isOwn = (address: string): boolean => address.startsWith(own) || /^(?:data|blob):/.test(address)
  const note = (request: Request): void => {
    if (!isOwn(request.url()))
      requests.add(request.url())
  }
  page.on('request', note)
  await reopen(page, url)
  const slides = await setSlides(page)
  let difference = await printTwice(page, url)
  // A busy browser may draw one thing differently, once; what takes chance or the clock differs each time.
  if (difference) {
    await reopen(page, url)
    difference = await printTwice(page, url)
  }
  page.off('request', note)
  return { slides, requests: [...requests], difference }
}

/**
 * Prints what a page shows, and once more on another day: what a component takes from chance or from the clock is not
 * the same.
 */
async function printTwice(page: Page, url: string): Promise<SetDeck['difference']> {
  const first = await print(page)
  const later = await page.addInitScript(shiftClock)
  await reopen(page, url)
  const second = await print(page)
  await later.dispose()
  return differenceOf(first, second)
}

/** From one address to the same a browser only scrolls. */
async function reopen(page: Page, url: string): Promise<void> {
  await page.goto('about:blank')
  await openPrintRoute(page, url)
}

/** With the same facts each time, as a build does. */
function print(page: Page): Promise<Uint8Array> {
  return printDeck(page, { title: '', language: '', date: new Date(0) })
}

/** A year and some days: another year, month, day and weekday. */
const LATER = 400.3 * 24 * 60 * 60 * 1000

/** Runs in the page. */
const shiftClock = `{
  const Today = Date
  globalThis.Date = class Date extends Today {
    constructor(...parts) { parts.length > 0 ? super(...parts) : super(Today.now() + ${LATER}) }
    static now() { return Today.now() + ${LATER} }
  }
}`
