import type { Browser } from 'playwright-core'
import type { DeckOptions } from '../../scripts/deck/types.ts'
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { build } from '../../scripts/commands/build.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { quiet, workFolder } from '../support/build.ts'
import { measureSlides } from '../support/measure.ts'
import { blocksOf, parseDeck, squeeze } from '../support/promises.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/articles', import.meta.url))

/** Pairs of ratio and density, each value of one with each of the other but the dullest. */
const OPTIONS: readonly Partial<DeckOptions>[] = [
  { ratio: '16:9', density: 'full' },
  { ratio: '4:3', density: 'standard' },
  { ratio: '16:9', density: 'brief' },
]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser(process.env)
})
afterAll(() => browser?.close())

describe.each(OPTIONS.map((options, index) => ({ ...options, index })))('fixture articles at $ratio, $density', ({ index, ...options }) => {
  let folder: Awaited<ReturnType<typeof workFolder>>
  /** Every deck of every article, under the name that it has in the one folder that they are built from. */
  const decks = new Map<string, string>()
  beforeAll(async () => {
    folder = await workFolder()
    // All of them at the fullest, half of them at each of the other pairs.
    const names = (await readdir(FIXTURES)).filter((_, at) => index === 0 || at % 2 === index - 1)
    await mkdir(join(folder.path, 'source'))
    const files: string[] = []
    for (const name of names) {
      const article = (await readdir(join(FIXTURES, name))).find(file => file.startsWith('article.'))!
      const copy = join(folder.path, 'source', `${name}.${article.split('.').at(-1)}`)
      await copyFile(join(FIXTURES, name, article), copy)
      files.push(copy)
    }
    await generate(files, { ...options, out: join(folder.path, 'slides') }, quiet())
    const all = join(folder.path, 'slides', 'all')
    await mkdir(all)
    for (const name of names) {
      for (const deck of (await readdir(join(folder.path, 'slides', name))).filter(file => file.endsWith('.md'))) {
        const number = String(decks.size + 1).padStart(3, '0')
        decks.set(number, `${name}/${deck}`)
        await copyFile(join(folder.path, 'slides', name, deck), join(all, `${number}.md`))
      }
    }
    await build([all], { out: join(folder.path, 'dist'), only: ['html'] }, process.env, quiet())
  }, 300_000)
  afterAll(() => folder?.clean())

  it('fits, shows the deck\'s text as it is, runs nothing and asks for nothing elsewhere', async () => {
    const server = await serveFolder(join(folder.path, 'dist'))
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', error => faults.push(String(error)))
    page.on('dialog', dialog => faults.push(`dialog: ${dialog.message()}`))
    page.on('request', request => !request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url()) && faults.push(`left the machine: ${request.url()}`))
    for (const [number, deck] of decks) {
      await openPrintRoute(page, `${server.url}all/${number}.html`)
      const { findings, slides } = await measureSlides(page)
      expect({ deck, findings }).toEqual({ deck, findings: [] })
      const parsed = parseDeck({ name: deck, markdown: await readFile(join(folder.path, 'slides', deck), 'utf8') })
      expect(slides).toHaveLength(parsed.length)
      for (const [index, slide] of parsed.entries()) {
        const shown = squeeze(slides[index]!.text)
        for (const block of blocksOf(slide.content))
          expect(shown).toContain(squeeze(block.text))
      }
    }
    expect(faults).toEqual([])
    await page.close()
    await server.close()
  })
})
