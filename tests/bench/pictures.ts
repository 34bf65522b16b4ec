import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { build } from '../../scripts/commands/build.ts'
import { quiet } from '../support/build.ts'

/**
 * Draws the contact sheets of the themes' READMEs from their example decks: every layout under its name.
 *
 *   npm run pictures
 */
const WIDTH = 440

const browser = await launchBrowser(process.env)
const work = await mkdtemp(join('.', '.pictures-'))
try {
  for (const theme of ['study', 'plain']) {
    const slides = join(work, theme)
    await mkdir(slides)
    // The deck that the example pulls in, as a deck of the kind that `lectern build` takes.
    const example = await readFile('themes/shared/example-slides.md', 'utf8')
    await writeFile(join(slides, '01.md'), example.replace('layout: cover', `theme: ../../themes/${theme}\ntitle: 把渡口的船修好，把人送过河去\nlang: zh-CN\nlayout: cover`))
    await writeFile(join(slides, 'ferry.svg'), await readFile('themes/shared/ferry.svg'))
    await build([slides], { out: join(work, 'dist'), only: ['html'] }, process.env, quiet())
    await drawSheet(join(work, 'dist', theme), Array.from(example.matchAll(/^layout: (\w+)$/gm), match => match[1]!), `themes/${theme}/pictures/layouts.png`)
  }
}
finally {
  await browser.close()
  await rm(work, { recursive: true, force: true })
}

/** Three slides in a row, each over its layout's name. */
async function drawSheet(folder: string, layouts: string[], target: string): Promise<void> {
  const server = await serveFolder(folder)
  const page = await browser.newPage({ viewport: { width: 980, height: 552 }, deviceScaleFactor: 0.9 })
  // tsx keeps functions' names with a helper that a page does not have.
  await page.addInitScript('globalThis.__name = value => value')
  await openPrintRoute(page, `${server.url}01.html`)
  const cells: string[] = []
  for (const [index, slide] of (await page.locator('.print-slide-container').all()).entries())
    cells.push(`<figure><img src="data:image/png;base64,${(await slide.screenshot()).toString('base64')}"><figcaption>${layouts[index]}</figcaption></figure>`)
  const sheet = await browser.newPage({ viewport: { width: 3 * WIDTH + 64, height: 100 }, deviceScaleFactor: 1.5 })
  await sheet.setContent(`<style>body{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;margin:16px;background:#e9e9e7;font:15px monospace;color:#444}figure{margin:0}img{width:100%;display:block}figcaption{padding:6px 2px}</style>${cells.join('')}`)
  await mkdir(join(target, '..'), { recursive: true })
  await sheet.screenshot({ path: target, fullPage: true })
  await page.close()
  await sheet.close()
  await server.close()
}
