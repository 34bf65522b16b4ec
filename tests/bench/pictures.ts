import type { Locator } from 'playwright-core'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { build } from '../../scripts/commands/build.ts'
import { quiet } from '../support/build.ts'
import { spawnLectern } from '../support/program.ts'

/**
 * Draws the pictures of the documentation: of the sample six slides, its start page and its presenter view, and for the
 * themes' READMEs a sheet of their example decks, every layout under its name.
 *
 *   npm run pictures
 */
const WIDTH = { slides: 440, layouts: 380 }
/** Slides of the sample that show what there is, by deck and number. */
const SHOWN = [['03', 1], ['02', 3], ['02', 12], ['03', 10], ['03', 13], ['01', 6]] as const

const browser = await launchBrowser(process.env)
const work = await mkdtemp(join('.', '.pictures-'))
try {
  await drawSample()
  for (const theme of ['study', 'plain'])
    await drawTheme(theme)
}
finally {
  await browser.close()
  await rm(work, { recursive: true, force: true })
}

async function drawSample(): Promise<void> {
  const name = 'flesh-and-blood-ties'
  // All of it: the start page shows covers and leads to PDFs where these are built. The program prints; under tsx its
  // pages lack a helper.
  await spawnLectern('.', 'build', join('slides', name), '--out', join(work, 'dist'))
  const server = await serveFolder(join(work, 'dist', name))
  const cells: string[] = []
  for (const [deck, no] of SHOWN)
    cells.push(...await pictures(`${server.url}${deck}.html`, slides => [slides[no - 1]!]))
  await drawSheet(WIDTH.slides, cells.map(image => ({ image })), 'themes/study/pictures/slides.png')
  const page = await browser.newPage({ viewport: { width: 1120, height: 720 } })
  await page.goto(server.url)
  await page.screenshot({ path: await ready('docs/pictures/start.png') })
  await page.goto(`${server.url}02.html#/presenter/12`)
  await page.locator('.slidev-layout:visible').nth(1).waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: await ready('docs/pictures/presenter.png'), animations: 'disabled' })
  await page.close()
  await server.close()
}

async function drawTheme(theme: string): Promise<void> {
  const slides = join(work, theme)
  await mkdir(slides)
  // The deck that the example pulls in, as a deck of the kind that `lectern build` takes.
  const example = await readFile('themes/shared/example-slides.md', 'utf8')
  await writeFile(join(slides, '01.md'), example.replace('layout: cover', `theme: ../../themes/${theme}\ntitle: 把渡口的船修好，把人送过河去\nlang: zh-CN\nlayout: cover`))
  await writeFile(join(slides, 'ferry.svg'), await readFile('themes/shared/ferry.svg'))
  await build([slides], { out: join(work, 'dist'), only: ['html'] }, process.env, quiet())
  const server = await serveFolder(join(work, 'dist', theme))
  const layouts = Array.from(example.matchAll(/^layout: (\w+)$/gm), match => match[1]!)
  const images = await pictures(`${server.url}01.html`, all => all)
  await drawSheet(WIDTH.layouts, images.map((image, index) => ({ image, name: layouts[index]! })), `themes/${theme}/pictures/layouts.png`)
  await server.close()
}

/** Pictures of some of a deck's slides, as data. */
async function pictures(url: string, some: (slides: Locator[]) => Locator[]): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 980, height: 552 }, deviceScaleFactor: 0.9 })
  // tsx keeps functions' names with a helper that a page does not have.
  await page.addInitScript('globalThis.__name = value => value')
  await openPrintRoute(page, url)
  const images: string[] = []
  for (const slide of some(await page.locator('.print-slide-container').all()))
    images.push((await slide.screenshot()).toString('base64'))
  await page.close()
  return images
}

/** Three slides in a row, each over its layout's name, where it is given. */
async function drawSheet(wide: number, cells: { image: string, name?: string }[], target: string): Promise<void> {
  const sheet = await browser.newPage({ viewport: { width: 3 * wide + 64, height: 100 } })
  const figures = cells.map(({ image, name }) => `<figure><img src="data:image/png;base64,${image}">${name ? `<figcaption>${name}</figcaption>` : ''}</figure>`)
  await sheet.setContent(`<style>body{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;margin:16px;background:#e9e9e7;font:15px monospace;color:#444}figure{margin:0}img{width:100%;display:block}figcaption{padding:6px 2px}</style>${figures.join('')}`)
  await sheet.screenshot({ path: await ready(target), fullPage: true })
  await sheet.close()
}

/** A file's path, once its folder is there. */
async function ready(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  return path
}
