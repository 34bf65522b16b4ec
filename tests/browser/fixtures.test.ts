import type { Browser } from 'playwright-core'
import type { GenerateFlags } from '../../scripts/commands/model.ts'
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { setSlides } from '../../scripts/check/set-slides.ts'
import { build } from '../../scripts/commands/build.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { DENSITIES, RATIOS } from '../../scripts/deck/types.ts'
import { placeFonts } from '../../scripts/files/deck-fonts.ts'
import { extraFonts } from '../../scripts/files/fonts.ts'
import { findTheme } from '../../scripts/files/theme.ts'
import { writeAll } from '../../scripts/files/write.ts'
import { charactersOf } from '../../scripts/slidev/characters.ts'
import { SAMPLE } from '../support/articles.ts'
import { openBrowser } from '../support/browser.ts'
import { quiet, workFolder } from '../support/build.ts'
import { watchFaults } from '../support/page.ts'
import { blocksOf, parseDeck, squeeze } from '../support/promises.ts'
import { ALL, drawn, FUZZ, inTurn } from '../support/random.ts'
import { faultsOf, textOf } from '../support/set.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/articles', import.meta.url))

/** Theme, ratio and density, each value with each value of the others. */
const PAIRWISE: readonly Partial<GenerateFlags>[] = [
  { theme: 'study', ratio: '16:9', density: 'full' },
  { theme: 'plain', ratio: '4:3', density: 'full' },
  { theme: 'study', ratio: '4:3', density: 'standard' },
  { theme: 'plain', ratio: '16:9', density: 'standard' },
  { theme: 'study', ratio: '16:9', density: 'brief' },
  { theme: 'plain', ratio: '4:3', density: 'brief' },
]
/** Before a release every article is made in every way: LECTERN_FUZZ=10. */
const EVERY = FUZZ > 1
const WAYS = ['study', 'plain'].flatMap(theme => RATIOS.flatMap(ratio => DENSITIES.map(density => ({ theme, ratio, density }))))
const OPTIONS = EVERY ? WAYS : inTurn(PAIRWISE, 0)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

describe.each(OPTIONS.map(options => ({ ...options, index: PAIRWISE.indexOf(options) })))('articles in $theme at $ratio, $density', ({ index, ...options }) => {
  let folder: Awaited<ReturnType<typeof workFolder>>
  /** Every deck of every article, under the name that it has in the one folder that they are built from. */
  const decks = new Map<string, string>()
  beforeAll(async () => {
    folder = await workFolder()
    // The sample in each way; of the fixtures a third, so that each density has two thirds of them.
    const names = drawn((await readdir(FIXTURES)).filter((_, at) => EVERY || at % 3 === index % 3), 3)
    await mkdir(join(folder.path, 'source'))
    // sample.test.ts looks at the sample's slides as well.
    const files = ALL ? [SAMPLE] : []
    for (const name of names) {
      const article = (await readdir(join(FIXTURES, name))).find(file => file.startsWith('article.'))!
      const copy = join(folder.path, 'source', `${name}.${article.split('.').at(-1)}`)
      await copyFile(join(FIXTURES, name, article), copy)
      files.push(copy)
    }
    await generate(files, { ...options, out: join(folder.path, 'slides') }, quiet())
    const all = join(folder.path, 'slides', 'all')
    await mkdir(all)
    for (const file of files) {
      const name = basename(file, extname(file))
      for (const deck of (await readdir(join(folder.path, 'slides', name))).filter(file => file.endsWith('.md'))) {
        const number = String(decks.size + 1).padStart(3, '0')
        decks.set(number, `${name}/${deck}`)
        await copyFile(join(folder.path, 'slides', name, deck), join(all, `${number}.md`))
      }
    }
    // Each folder's fonts are of its own characters: these decks are in one.
    const written = await Promise.all(Array.from(decks, async ([name, deck]) => ({ name, markdown: await readFile(join(folder.path, 'slides', deck), 'utf8') })))
    const { outputs } = await extraFonts(charactersOf(written), findTheme(options.theme!), all)
    await writeAll((await placeFonts(outputs, all)).outputs)
    await build([all], { out: join(folder.path, 'dist'), only: ['html'] }, process.env, quiet())
  }, 300_000)
  afterAll(() => folder?.clean())

  it('gives `check` nothing to say, shows the deck\'s text as it is, runs nothing and asks for nothing elsewhere', async () => {
    const server = await serveFolder(join(folder.path, 'dist'))
    const page = await browser.newPage()
    const faults = watchFaults(page, server.url)
    page.on('dialog', dialog => faults.push(`dialog: ${dialog.message()}`))
    const wrong: string[] = []
    for (const [number, deck] of decks) {
      await openPrintRoute(page, `${server.url}all/${number}.html`)
      const set = await setSlides(page)
      wrong.push(...faultsOf(set).map(fault => `${deck} ${fault}`))
      const parsed = parseDeck({ name: deck, markdown: await readFile(join(folder.path, 'slides', deck), 'utf8') })
      expect(set).toHaveLength(parsed.length)
      for (const [index, slide] of parsed.entries()) {
        const shown = textOf(set[index]!)
        for (const block of blocksOf(slide.content))
          expect(shown).toContain(squeeze(block.text))
      }
    }
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
    await page.close()
    await server.close()
  }, 600_000)
})
