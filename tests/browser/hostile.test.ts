import type { Browser, Page } from 'playwright-core'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { build } from '../../scripts/commands/build.ts'
import { checkFolder } from '../../scripts/commands/check.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { openBrowser } from '../support/browser.ts'
import { quiet, workFolder } from '../support/build.ts'
import { PIXEL } from '../support/docx.ts'
import { ARTICLES, HOSTILE, INVISIBLE, piecesOf, SENTENCES } from '../support/hostile.ts'
import { watchFaults } from '../support/page.ts'
import { blocksOf, noteText, parseDeck, squeeze } from '../support/promises.ts'
import { ALL, drawn } from '../support/random.ts'

const FILES = drawn(Object.keys(ARTICLES), 1)
const NAMES = FILES.map(file => file.split('.')[0]!)

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
let server: Awaited<ReturnType<typeof serveFolder>>
const told: string[] = []
beforeAll(async () => {
  folder = await workFolder()
  await mkdir(join(folder.path, 'source'))
  for (const [file, make] of Object.entries(ARTICLES))
    await writeFile(join(folder.path, 'source', file), await make())
  await writeFile(join(folder.path, 'x'), PIXEL)
  const console = quiet()
  await generate(Object.keys(ARTICLES).map(file => join(folder.path, 'source', file)), { out: join(folder.path, 'slides'), density: 'full', clicks: true }, console)
  told.push(...console.told)
  await build(NAMES.map(name => join(folder.path, 'slides', name)), { out: join(folder.path, 'dist'), only: ['html', 'offline'] }, process.env, quiet())
  browser = await openBrowser()
  server = await serveFolder(join(folder.path, 'dist'))
}, 300_000)
afterAll(async () => {
  await server?.close()
  await browser?.close()
  await folder?.clean()
})

/** A page that keeps what goes wrong on it: faults, questions, requests that leave. */
async function openPage(own: string): Promise<{ page: Page, faults: string[] }> {
  const page = await browser.newPage()
  const faults = watchFaults(page, own)
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, faults }
}

/** Nothing of the text has become code, and nothing of it is an element, but for a formula in Markdown. */
async function expectInert(page: Page, name: string): Promise<void> {
  expect(await page.evaluate('globalThis.OWNED')).toBeUndefined()
  const slides = '.slidev-layout'
  expect(await page.locator(['script', 'iframe', 'object', 'style', 'link', 'component', 'b', '[onerror]', '[onclick]', '[onload]', '[href^="javascript:"]', '.slidev-toc', ...name === 'marks' ? [] : ['.katex']].map(selector => `${slides} ${selector}`).join(', ')).evaluateAll(all => all.map(element => element.outerHTML))).toEqual([])
}

async function decksOf(name: string): Promise<ReturnType<typeof parseDeck>[]> {
  const files = (await readdir(join(folder.path, 'slides', name))).filter(file => file.endsWith('.md')).sort()
  return Promise.all(files.map(async file => parseDeck({ name: file, markdown: await readFile(join(folder.path, 'slides', name, file), 'utf8') })))
}

/** Each slide's text, as the page has it, with the source of a formula in its place. */
async function shownBy(page: Page): Promise<string[]> {
  const texts = await page.locator('.print-slide-container .slidev-layout').evaluateAll(slides => slides.map((slide) => {
    const copy = slide.cloneNode(true) as Element
    for (const formula of copy.querySelectorAll('.katex'))
      formula.replaceWith(formula.querySelector('annotation')!.textContent!)
    return copy.textContent!
  }))
  return texts.map(squeeze)
}

describe.each(NAMES)('hostile text in an article: %s', (name) => {
  it('shows as it stands on every slide, and does nothing', async () => {
    const { page, faults } = await openPage(server.url)
    const shown: string[] = []
    for (const [index, slides] of (await decksOf(name)).entries()) {
      await openPrintRoute(page, `${server.url}${name}/${String(index + 1).padStart(2, '0')}.html`)
      const texts = await shownBy(page)
      expect(texts).toHaveLength(slides.length)
      for (const [at, slide] of slides.entries()) {
        for (const block of blocksOf(slide.content))
          expect(texts[at]).toContain(squeeze(block.text))
      }
      shown.push(...texts)
      await expectInert(page, name)
    }
    const all = shown.join('\n')
    // Markdown's own marks are Markdown's.
    if (name !== 'marks')
      expect(SENTENCES.flatMap(piecesOf).filter(piece => !all.includes(squeeze(piece)))).toEqual([])
    expect(SENTENCES.filter((_, index) => !all.includes(squeeze(`这里的第${index}处写着`)))).toEqual([])
    expect(all).toContain(`最后${'一'.repeat(INVISIBLE.length - 1)}，看不见的字不在了`)
    expect(faults).toEqual([])
    await page.close()
  })

  it('stands in the notes as it is, in the presenter view', async () => {
    const { page, faults } = await openPage(server.url)
    const [slides] = await decksOf(name)
    for (const [index, { note }] of slides!.entries()) {
      if (!note)
        continue
      await page.goto(`${server.url}${name}/01.html#/presenter/${index + 1}`)
      const shown = page.locator('.slidev-note').first()
      await shown.waitFor()
      await expect.poll(async () => squeeze(await shown.textContent() ?? '')).toContain(squeeze(noteText(note)))
      await expectInert(page, name)
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('is text on the start page and in the offline file', async () => {
    for (const url of [`${server.url}${name}/index.html`, pathToFileURL(join(folder.path, 'dist', name, 'offline.html')).href]) {
      const { page, faults } = await openPage(url.replace(/index\.html$/, ''))
      await page.goto(url)
      await page.locator('h1').first().waitFor()
      expect(squeeze(await page.locator('body').textContent() ?? '')).toContain(squeeze(name === 'marks' ? '{{ OWNED = 1 }} 与' : `${HOSTILE[0]} 与 ${HOSTILE[4]}`))
      expect(await page.title()).toContain('{{ OWNED = 1 }}')
      await expectInert(page, name)
      expect(faults).toEqual([])
      await page.close()
    }
  })

  it.runIf(ALL)('gives `check` no broken promise to tell of', async () => {
    const { messages, coverage } = await checkFolder(join(folder.path, 'slides', name), browser)
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(coverage.covered).toBe(coverage.sentences)
    expect(coverage.sentences).toBeGreaterThan(HOSTILE.length)
  })
})

describe('what stands in hostile articles', () => {
  it('has left nothing on the disk, and nothing of the disk in what was made', async () => {
    expect((await readdir(folder.path)).sort()).toEqual(['dist', 'slides', 'source', 'x'])
    const made = await readdir(folder.path, { recursive: true, withFileTypes: true })
    for (const entry of made.filter(entry => entry.isFile()))
      expect(await readFile(join(entry.parentPath, entry.name), 'latin1'), join(entry.parentPath, entry.name)).not.toContain('root:x:0')
  })

  it('is told of where it is left out: pictures elsewhere, invisible characters', () => {
    for (const name of Object.keys(ARTICLES))
      expect(told.filter(line => line.includes(name) && line.includes('(invisible)') && line.includes('U+202E'))).toHaveLength(1)
    // The page says itself where its addresses begin.
    for (const url of ['http://example.com/d.png', 'http://example.com/etc/passwd'])
      expect(told).toContainEqual(expect.stringMatching(new RegExp(`page\\.html.*Left out the picture \`${url}\`.*\\(image\\)`)))
  })
})
