import type { Browser, Page } from 'playwright-core'
import type { PageFacts } from './page-facts.ts'
import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { inside } from './print.ts'

/** Pages that print at once: more than there are cores only wait, and each takes memory. */
const MOST_PAGES = Math.min(4, availableParallelism())

/** A deck's name, and how many slides it has. */
type TimedDeck = Pick<PageFacts, 'name' | 'count'>

/**
 * Goes through decks, some at once, one after the other on the same page of the browser: it keeps the code and the
 * fonts that they share. What a deck leaves behind in the browser's store is gone before another page is loaded.
 *
 * @param browser a Chromium
 * @param url the server that the pages may ask
 * @param decks the decks' pages
 * @param print what is done with each, on an empty page or the one that showed the deck before
 * @param timeout how long a deck may take, in seconds; without it, two minutes and half a second for each slide
 * @param decksAPage another page is opened for so many decks
 * @throws Failure for a deck that takes longer, as one does whose component never ends; Error where the browser ends
 */
export async function onPages<Deck extends TimedDeck>(
  browser: Browser,
  url: string,
  decks: Deck[],
  print: (page: Page, deck: Deck) => Promise<void>,
  timeout?: number,
  decksAPage = 1,
): Promise<void> {
  const waiting = decks.values()
  const pages = Math.min(MOST_PAGES, Math.ceil(decks.length / decksAPage))
  await whileOpen(browser, Promise.all(Array.from({ length: pages }, async () => {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 }, ...inside(url) })
    try {
      await page.addInitScript(beginPage)
      for (const deck of waiting)
        await inTime(deck, timeout ?? TIME.all + TIME.each * deck.count, () => print(page, deck))
    }
    finally {
      // A page that never ends does not close either; it ends with its browser.
      await Promise.race([page.close(), setTimeout(CLOSING, undefined, { ref: false })])
    }
  })))
}

/** What is asked of a browser that ends as it opens a page may never be answered. */
async function whileOpen<T>(browser: Browser, work: Promise<T>): Promise<T> {
  let onEnd = (): void => {}
  const end = new Promise<never>((_, reject) => {
    onEnd = () => reject(new Error('The browser has ended'))
    browser.on('disconnected', onEnd)
  })
  try {
    return await Promise.race([work, end])
  }
  finally {
    browser.off('disconnected', onEnd)
  }
}

/** Runs in each document, first: a deck's fonts are loaded beside its code, not after it. */
function beginPage(): void {
  if (window !== top)
    return
  localStorage.clear()
  sessionStorage.clear()
  const loadFonts = (): void => document.fonts.forEach(font => void font.load().catch(() => undefined))
  document.addEventListener('load', ({ target }) => target instanceof HTMLLinkElement && loadFonts(), true)
}

/** In seconds. */
const TIME = { all: 120, each: 0.5 } as const
/** In milliseconds. */
const CLOSING = 5000

async function inTime(deck: TimedDeck, seconds: number, action: () => Promise<void>): Promise<void> {
  const watch = new AbortController()
  const late = setTimeout(seconds * 1000, true, { signal: watch.signal }).catch(() => false)
  const done = action().then(() => false)
  try {
    if (await Promise.race([done, late]))
      throw new Failure(wording('print-timeout', { deck: `${deck.name}.md`, seconds: Math.round(seconds) }))
  }
  finally {
    watch.abort()
    done.catch(() => undefined)
  }
}
