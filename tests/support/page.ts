import type { Page } from 'playwright-core'

/**
 * Watches what goes wrong on a page: errors that it logs or throws, answers that are refusals, and requests that leave
 * the place it comes from.
 *
 * @returns the faults, as they come
 */
export function watchFaults(page: Page, own?: string): string[] {
  const faults: string[] = []
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', error => faults.push(String(error)))
  page.on('response', response => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`))
  if (own !== undefined)
    page.on('request', request => !request.url().startsWith(own) && !/^(?:data|blob):/.test(request.url()) && faults.push(`left its place: ${request.url()}`))
  return faults
}

/**
 * Presses a key and lets it go at once. Playwright's own `press` lets it go once the page has answered: on a busy
 * machine that takes more than a second, and Slidev goes on a second time, as for a person who holds the key down.
 *
 * @param page the page that has the focus
 * @param key its name, as in `KeyboardEvent.key`
 */
export async function press(page: Page, key: string): Promise<void> {
  await Promise.all([page.keyboard.down(key), page.keyboard.up(key)])
}
