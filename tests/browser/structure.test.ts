import type { Browser } from 'playwright-core'
import type { Deck, Ratio, Slide } from '../../scripts/deck/types.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { setSlides } from '../../scripts/check/set-slides.ts'
import { build } from '../../scripts/commands/build.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { RATIOS } from '../../scripts/deck/types.ts'
import { findTheme } from '../../scripts/files/theme.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { stringifyDeck } from '../../scripts/slidev/stringify.ts'
import { quiet, workFolder } from '../support/build.ts'
import { faultsOf } from '../support/set.ts'

/** Headings of so many characters, in turn: from a word to three lines of a title, alike and mixed. */
const LENGTHS = [[4], [14], [28], [54], [41, 41, 13, 41, 13], [12, 24, 20, 14, 45], [54, 4]]
const PARTS = [1, 3, 4, 5, 6, 9]
const POINTS = [0, 8]
const TEXT = '渡口的灯到半夜才熄老人把船系在柳树上他说起三十年前的洪水新桥修好以后听桨声看落日一年又一年过去'.repeat(2)
const heading = (index: number, lengths: number[]): string => TEXT.slice(index, index + lengths[index % lengths.length]!)

/** An article's slides that picture its structure, as its middle deck has them. */
function pictures(parts: number, points: number, lengths: number[], ratio: Ratio): Slide[] {
  const body = Array.from({ length: parts }, (_, part) => [
    `## ${heading(part, lengths)}`,
    '第一句话说的是船，第二句话说的是人。',
    ...Array.from({ length: points }, (_, point) => `### ${heading(parts + point, lengths)}\n\n这一句话说的是桥。`),
  ].join('\n\n'))
  const { decks } = decksOf(new VFile({ path: 'a.md', value: `# 渡口\n\n${body.join('\n\n')}\n` }), { ...DEFAULT_OPTIONS, ratio, theme: 'study' })
  return decks[parts >> 1]!.slides.filter(({ layout }) => ['outline', 'recap', 'cover'].includes(layout))
}

/** One deck of all such slides: a page for each would take too long. */
function deckOf(ratio: Ratio): Deck {
  const slides = PARTS.flatMap(parts => POINTS.flatMap(points => LENGTHS.flatMap(lengths => pictures(parts, points, lengths, ratio))))
  return { number: 1, total: 1, title: '渡口', articleTitle: '渡口', language: 'zh-CN', ratio, clicks: false, minutes: 1, slides }
}

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
beforeAll(async () => {
  folder = await workFolder()
  browser = await launchBrowser(process.env)
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

describe.each(['study', 'plain'])('pictures of structure in %s', (theme) => {
  it('have room for as many parts and points as are planned for them, however long', async () => {
    const decks = join(folder.path, theme)
    await mkdir(decks)
    for (const [index, ratio] of RATIOS.entries())
      await writeFile(join(decks, `0${index + 1}.md`), stringifyDeck(deckOf(ratio), relative(decks, findTheme(theme))))
    await build([decks], { out: join(folder.path, 'dist'), only: ['html'] }, process.env, quiet())
    const server = await serveFolder(join(folder.path, 'dist'))
    const page = await browser.newPage()
    for (const index of RATIOS.keys()) {
      await openPrintRoute(page, `${server.url}${theme}/0${index + 1}.html`)
      const slides = await setSlides(page)
      expect(slides.length).toBeGreaterThan(100)
      expect(faultsOf(slides)).toEqual([])
    }
    await page.close()
    await server.close()
  }, 600_000)
})
