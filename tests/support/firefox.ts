import type { Browser, Page } from 'puppeteer-core'
import { spawnSync } from 'node:child_process'
import puppeteer from 'puppeteer-core'

/** The Firefox on the path, where there is one that runs: Debian's, or any. */
export const FIREFOX = ['firefox-esr', 'firefox'].find(name => /^Mozilla Firefox/m.test(spawnSync(name, ['--version'], { encoding: 'utf8' }).stdout ?? ''))

/** Starts Firefox without a window. Debian's cannot be given another size of page than its own. */
export function launchFirefox(): Promise<Browser> {
  const executablePath = spawnSync('sh', ['-c', `command -v ${FIREFOX}`], { encoding: 'utf8' }).stdout.trim()
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true, defaultViewport: null })
}

/**
 * Keeps what goes wrong on a page: errors that it logs or throws, requests that fail or leave the place it comes from.
 */
export async function watchFirefox(page: Page, own: string, faults: string[]): Promise<void> {
  // A page that is left stops loading, its modules and all else: that is no fault.
  await page.evaluateOnNewDocument(`addEventListener('beforeunload', () => console.error = () => {})`)
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', error => faults.push(String(error)))
  page.on('requestfailed', request => request.failure()?.errorText !== 'NS_BINDING_ABORTED' && faults.push(`failed: ${request.url().slice(0, 200)} ${request.failure()?.errorText}`))
  page.on('request', request => !request.url().startsWith(own) && !/^(?:data|blob):/.test(request.url()) && faults.push(`left its place: ${request.url()}`))
}
