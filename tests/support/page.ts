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
