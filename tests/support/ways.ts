import type { Browser, Page } from 'playwright-core'
import type { PageMaking } from '../../scripts/build/make-pages.ts'
import { join } from 'node:path'
import process from 'node:process'
import { loadDecks } from '../../scripts/build/decks.ts'
import { hashOwn } from '../../scripts/build/inputs.ts'
import { fastPages, slidevPages } from '../../scripts/build/make-pages.ts'
import { onPages } from '../../scripts/build/on-pages.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { unpackedFonts } from '../../scripts/build/unpacked-fonts.ts'

/** A slide at rest. */
export interface SeenSlide {
  /** Its markup, without the names of files and of scopes. */
  html: string
  /** A hash of the computed style and the place of each of its elements, in order. */
  looks: string[]
}

/**
 * Builds decks both ways, and looks at each slide in a browser.
 *
 * @param browser a Chromium
 * @param slides the decks' folder
 * @param out a folder to build in
 * @returns the slides of each deck, by its name, as the fast way and as Slidev's own build show them
 */
export async function bothWays(browser: Browser, slides: string, out: string): Promise<{ fast: Seen, slidev: Seen }> {
  const decks = await loadDecks(slides)
  const fast = await seen(browser, await fastPages(decks, hashOwn(), process.env), join(out, 'fast'))
  return { fast, slidev: await seen(browser, await slidevPages(decks), join(out, 'slidev')) }
}

/** The slides of each deck, by its name. */
export type Seen = Record<string, SeenSlide[]>

async function seen(browser: Browser, { pages, make }: PageMaking, out: string): Promise<Seen> {
  await make(undefined, out)
  const server = await serveFolder(out, { instead: unpackedFonts(process.env), immutable: true })
  const all: Seen = {}
  try {
    await onPages(browser, server.url, pages, async (page, { name }) => {
      await openPrintRoute(page, `${server.url}${name}.html`)
      all[name] = await lookAt(page)
    })
    return all
  }
  finally {
    await server.close()
  }
}

function lookAt(page: Page): Promise<SeenSlide[]> {
  return page.evaluate(async () => {
    const plain = (text: string): string => text
      .replaceAll(location.origin, '')
      .replace(/([\w.]+)-[\w-]{8}\.(png|jpe?g|webp|svg|woff2?|js|css)/g, '$1.$2')
      .replace(/ data-v-[\da-f]{8}=""/g, '')
      // Which attribute was set first is a matter of time.
      .replace(/(?<=<[\w-]+)(?: [\w:-]+="[^"]*")+/g, all => (all.match(/ [\w:-]+="[^"]*"/g) ?? []).sort().join(''))
    const hash = async (text: string): Promise<string> => {
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text)))
      return Array.from(bytes.slice(0, 6), byte => byte.toString(16)).join('.')
    }
    const styleOf = (element: Element, pseudo?: string): string => {
      const style = getComputedStyle(element, pseudo)
      if (pseudo !== undefined && style.content === 'none')
        return ''
      return Array.from(style, name => `${name}:${style.getPropertyValue(name)}`).sort().join(';')
    }
    const lookOf = (element: Element): string => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const styles = [styleOf(element), styleOf(element, '::before'), styleOf(element, '::after'), ...element.matches('li') ? [styleOf(element, '::marker')] : []]
      return plain([x, y, width, height, ...styles].join('\n'))
    }
    return Promise.all(Array.from(document.querySelectorAll('.print-slide-container'), async slide => ({
      html: plain(slide.innerHTML),
      looks: await Promise.all(Array.from(slide.querySelectorAll('*'), element => hash(lookOf(element)))),
    })))
  })
}
