import type { Browser, Page } from 'playwright-core'
import type { Started } from './program.ts'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { cacheOf } from '../../scripts/dev/cache.ts'
import { openBrowser } from './browser.ts'
import { watchFaults } from './page.ts'
import { lectern, PROGRAM, start } from './program.ts'

/** An article of parts, each with a heading and one sentence. */
export type Part = [heading: string, sentence: string]

export const FIRST: Part = ['渡船怎样来', '渡船每天早上从对岸过来。']
export const SECOND: Part = ['渡船怎样去', '渡船每天晚上回到对岸去。']
export const THIRD: Part = ['渡口的将来', '桥修好以后渡口还在。']

/** The article of such parts, as Markdown. */
export function articleOf(...parts: Part[]): string {
  return ['# 渡口', ...parts.flatMap(([heading, sentence]) => [`## ${heading}`, sentence])].join('\n\n')
}

/** `lectern dev` on the decks of an article of two parts, and a browser's page. */
export interface Dev {
  browser: Browser
  page: Page
  /** What went wrong on the page. */
  faults: string[]
  program: Started
  url: string
  /** A path in the project. */
  at: (path: string) => string
  /** Saves the article. */
  write: (article: string) => Promise<void>
  /** Waits until a page has a slide's text on it. */
  shows: (text: string, where?: Page) => Promise<void>
  /** What is said of what one does, from the first line that fits on. */
  said: (pattern: RegExp, act: () => Promise<unknown>) => Promise<void>
  /** Does what ends a deck's server. What its page was still loading, or telling, is no fault. */
  asServersChange: (act: () => Promise<void>) => Promise<void>
  /** How a request is answered. */
  status: (headers: Record<string, string>, path?: string) => Promise<number | undefined>
  /** Ends all of it. */
  clean: () => Promise<void>
}

/** Starts it, in a folder of the checkout: there Slidev finds its packages as it does for a person's decks. */
export async function startDev(): Promise<Dev> {
  const folder = await mkdtemp(fileURLToPath(new URL('../../.dev-test-', import.meta.url)))
  const at = (path: string): string => join(folder, path)
  const write = (article: string): Promise<void> => writeFile(at('source/a.md'), article)
  await mkdir(at('source'))
  await write(articleOf(FIRST, SECOND))
  await lectern(folder, 'generate')
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  // On a busy machine Slidev's own server takes long to start.
  page.setDefaultTimeout(100_000)
  const program = await start(PROGRAM, ['dev', 'slides/a'], folder, /Open (http:\/\/127\.0\.0\.1:(\d+)\/) /)
  const url = program.match[1]!
  const faults = watchFaults(page, url)
  return {
    ...{ browser, page, faults, program, url, at, write },
    shows: (text, where = page) =>
      where.locator('#slideshow .slidev-layout:visible', { hasText: text }).first().waitFor(),
    async said(pattern, act) {
      const before = program.output().length
      await act()
      await expect.poll(() => program.output().slice(before), { timeout: 20_000 }).toMatch(pattern)
    },
    async asServersChange(act) {
      const before = faults.length
      await act()
      faults.splice(before)
    },
    status: (headers, path = 'decks.json') => new Promise((resolve, reject) => {
      get(`${url}${path}`, { headers }, response => resolve(response.resume().statusCode)).on('error', reject)
    }),
    async clean() {
      await browser.close()
      await program.stop()
      for (const made of [folder, cacheOf(at('slides/a'))])
        await rm(made, { recursive: true, force: true })
    },
  }
}
