import type { BrowserServer } from 'playwright-core'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { onPages } from '../../scripts/build/on-pages.ts'

it('what goes through decks ends where the browser does, whatever is waited for', async () => {
  const server = await launchBrowser<BrowserServer>(process.env, options => chromium.launchServer(options))
  const browser = await chromium.connect(server.wsEndpoint())
  const deck = { name: '01', count: 1 }
  const gone = onPages(browser, 'http://127.0.0.1:9/', [deck], async () => {
    void server.kill()
    await new Promise(() => {})
  })
  await expect(gone).rejects.toThrow('The browser has ended')
})
