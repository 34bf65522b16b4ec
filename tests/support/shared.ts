import type { BrowserServer } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { launchBrowser } from '../../scripts/build/browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the one Chromium that all browser tests use. */
    browser: string
    /** A folder for what is made once for all of them. */
    shared: string
  }
}

/** Starts one Chromium for all browser tests, and ends it after the last. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-shared-'))
  const server = await launchBrowser<BrowserServer>(process.env, options => chromium.launchServer(options))
  project.provide('browser', server.wsEndpoint())
  project.provide('shared', folder)
  return async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}
