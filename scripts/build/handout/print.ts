import type { Browser } from 'playwright-core'
import type { PdfFacts } from '../pdf.ts'
import type { Handout } from './document.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withoutPage } from '../../language/labels.ts'
import { ROOT } from '../../root.ts'
import { openPdf, pagesOfNames, renameBookmarks, savePdf } from '../pdf.ts'
import { atRest, inside } from '../print.ts'
import { handoutHtml } from './document.ts'

const STYLES = join(ROOT, 'scripts/build/handout/handout.css')

/**
 * Prints a handout: twice, since only the first print tells the pages that its outline names.
 *
 * @param browser a Chromium
 * @param url where the decks' pages are served: the slides' styles, fonts and pictures come from there
 * @param handout what is printed
 * @param facts the PDF's metadata
 * @returns the PDF's bytes: A4, tagged, with bookmarks for parts and points
 */
export async function printHandout(
  browser: Browser,
  url: string,
  handout: Handout,
  facts: PdfFacts,
): Promise<Uint8Array> {
  const page = await browser.newPage(inside(url))
  try {
    const html = new URL('handout.html', url).href
    const styles = await readFile(STYLES, 'utf8')
    await page.route(html, route => route.fulfill({ body: handoutHtml(handout), ...HTML }))
    const css = { body: styles, contentType: 'text/css' }
    await page.route(new URL('handout.css', url).href, route => route.fulfill(css))
    const print = async (): Promise<Uint8Array> => page.pdf(PRINT)

    await page.goto(html)
    await atRest(page)
    await page.evaluate(numberEntries, [...pagesOfNames(await openPdf(await print()))])
    await atRest(page)
    const pdf = await openPdf(await print())
    nameBookmarks(pdf, handout)
    return await savePdf(pdf, facts)
  }
  finally {
    await page.close()
  }
}

/** Runs in the page: the outline names the pages, and slides are drawn from now on. */
function numberEntries(pages: [id: string, page: number][]): void {
  const numbers = new Map(pages)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.front nav a'))
    link.querySelector('b')!.textContent = String(numbers.get(link.hash.slice(1)) ?? '')
  document.documentElement.classList.remove('counting')
}

/** Nothing in it runs. */
const HTML = {
  contentType: 'text/html; charset=utf-8',
  headers: { 'Content-Security-Policy': 'script-src \'none\'' },
} as const

const PRINT = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const

/** Parts and points are called what they are called in the outline, whatever heads their first slides. */
function nameBookmarks(pdf: Parameters<typeof renameBookmarks>[0], { article, parts }: Handout): void {
  const names = [article.title, ...parts.flatMap(({ title, slides }) => slides.flatMap(({ html, point }, index) => {
    const name = index === 0 ? title : point
    return name !== undefined && /<h1\b/.test(html) ? [name] : []
  }))]
  const found: string[] = []
  renameBookmarks(pdf, title => found[found.push(title) - 1]!)
  // A slide with several headings has as many bookmarks: then nobody knows which is which.
  let at = 0
  renameBookmarks(pdf, title => found.length === names.length ? names[at++]! : withoutPage(title))
}
