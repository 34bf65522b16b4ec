import type { Browser, Page } from 'playwright-core'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { openBrowser } from '../support/browser.ts'
import { drawn, inTurn } from '../support/random.ts'
import { builtSample } from '../support/sample.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

interface AxeResult { violations: Violation[] }
interface Violation { id: string, impact: string, nodes: { html: string, target: string[], failureSummary: string }[] }

/**
 * What axe-core finds that is serious or critical, one line each
 * (https://github.com/dequelabs/axe-core/blob/develop/doc/API.md).
 */
async function serious(page: Page, include?: string): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const { violations } = await page.evaluate(`axe.run(${JSON.stringify(include === undefined ? {} : { include: [include] })})`) as AxeResult
  return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`))
}

/** How many elements of a page would move. */
const MOVING = `[...document.querySelectorAll('*')].flatMap(element => [undefined, '::before', '::after'].map(part => getComputedStyle(element, part)))
  .filter(style => style.animationName !== 'none' || style.scrollBehavior !== 'auto' || style.transitionDuration.split(', ').some(duration => duration !== '0s')).length`

describe.each(inTurn(['study', 'plain'] as const, 0))('the sample in %s', (theme) => {
  let server: Awaited<ReturnType<typeof serveFolder>>
  beforeAll(async () => {
    server = await serveFolder((await builtSample(theme)).dist)
  })
  afterAll(() => server?.close())

  it('has a start page in which axe finds nothing serious', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}index.html`)
    expect(await serious(page)).toEqual([])
    await page.close()
  })

  it.each(drawn(['01', '02', '03'], 1))('has slides in which axe finds nothing serious: %s', async (deck) => {
    const page = await browser.newPage()
    await openPrintRoute(page, `${server.url}${deck}.html`)
    expect(await serious(page, '#print-content')).toEqual([])
    await page.close()
  })

  it.each(drawn(['#/2', '#/presenter/2'], 1))('has a show and a presenter view in which axe finds nothing serious but two menus of Slidev\'s, buttons in buttons: %s', async (route) => {
    const page = await browser.newPage()
    await page.goto(`${server.url}02.html${route}`)
    await page.locator('.slidev-page-2 h1').first().waitFor()
    expect((await serious(page)).map(finding => finding.split(' ')[0])).toEqual(['nested-interactive:', 'nested-interactive:'])
    await page.close()
  })

  it.each(drawn(['index.html', '02.html#/2', '02.html#/presenter/2'], 1))('moves nothing where the system asks for less motion: %s', async (route) => {
    const moving: Record<string, number> = {}
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      const page = await browser.newPage({ reducedMotion })
      await page.goto(`${server.url}${route}`)
      await page.locator(route.startsWith('index') ? 'h1' : '.slidev-page-2 h1').first().waitFor()
      moving[reducedMotion] = await page.evaluate(MOVING) as number
      await page.close()
    }
    expect(moving.reduce).toBe(0)
    // The start page has no motion; Slidev's controls have.
    expect(moving['no-preference']! > 0).toBe(!route.startsWith('index'))
  })
})
