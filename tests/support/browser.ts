import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { inject } from 'vitest'

/**
 * The one Chromium that all browser tests use: see shared.ts.
 *
 * @returns a connection; closing it closes the pages that were opened through it, and the browser goes on
 */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'))
}
