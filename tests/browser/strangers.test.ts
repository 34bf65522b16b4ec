import type { Browser } from 'playwright-core'
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFolder } from '../../scripts/commands/check.ts'
import { openBrowser } from '../support/browser.ts'
import { makeDecks, workFolder } from '../support/build.ts'
import { ALL, drawn, FUZZ } from '../support/random.ts'
import { manualsOfDebian, markdownOfPackages } from '../support/strangers.ts'

/** Every document with LECTERN_FUZZ=10: that takes an hour. */
const EVERY = FUZZ === 1 ? 10 : 1

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
beforeAll(async () => {
  folder = await workFolder()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

/**
 * Takes a document through `generate`, `build` and `check`; gives back how many slides it has, and what is broken in
 * them.
 */
async function wholeWay(path: string, at: number): Promise<{ slides: number, broken: string[] }> {
  const own = join(folder.path, String(at))
  const name = basename(path, extname(path))
  await makeDecks(own, path, { theme: at % 2 === 0 ? 'study' : 'plain', density: at % 3 === 0 ? 'full' : 'standard', only: ['html'] })
  expect(existsSync(join(own, 'dist', name, 'index.html'))).toBe(true)
  const { decks, coverage, messages } = await checkFolder(join(own, 'slides', name), browser)
  expect(coverage.covered).toBe(coverage.sentences)
  const broken = messages.filter(({ fatal }) => fatal).map(({ file, line, ruleId, reason }) => `${path} ${file}:${line} ${ruleId} ${reason}`)
  return { slides: decks.reduce((sum, { slides }) => sum + slides.length, 0), broken }
}

/** Holds every so manieth of the documents against the promises. */
async function hold(paths: string[]): Promise<void> {
  const broken: string[] = []
  let slides = 0
  for (const [at, path] of drawn(paths.filter((_, index) => index % EVERY === EVERY >> 1), 1).entries()) {
    const result = await wholeWay(path, at)
    slides += result.slides
    broken.push(...result.broken)
  }
  expect(broken).toEqual([])
  expect(slides).toBeGreaterThan(ALL ? 30 : 0)
}

describe('documents that nobody here wrote keep the promises in the browser too', () => {
  it.runIf(ALL)('rEADMEs of installed packages', async () => {
    await hold(await markdownOfPackages())
  }, 3_600_000)

  it.runIf(ALL)('manuals of Debian in Chinese', async ({ skip }) => {
    const paths = await manualsOfDebian(join(folder.path, 'manuals'))
    skip(paths.length === 0, 'there is no apt-get here, or it reaches no mirror')
    await hold(paths)
  }, 3_600_000)
})
