/**
 * How soon `lectern dev` shows: the first slide from the start of the program on, and what is saved in a deck, on the
 * sample. Run it with `npm run bench:dev`, on a machine at rest.
 */
import type { Browser, Page } from 'playwright-core'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { timed } from './timed.ts'

const SAMPLE = 'flesh-and-blood-ties'
const LECTERN = resolve('scripts/lectern.mjs')
/** Words of the second slide, which is drawn with the first. */
const WORDS = '必须深刻认识'
const STARTS = 3
const EDITS = 10

// Slidev serves files of its own project alone: the decks are in a folder inside it.
const folder = await mkdtemp(resolve('.bench-'))
const article = join(folder, `${SAMPLE}.txt`)
const browser = await launchBrowser<Browser>(process.env)
try {
  await copyFile(resolve('source', `${SAMPLE}.txt`), article)
  await timed([process.execPath, LECTERN, 'generate', article], folder)
  const runs: Shown[] = []
  // The first is not counted: it makes what is kept for the others.
  for (let count = 0; count <= STARTS; count++)
    runs.push(await showDeck())
  const [cold, ...warm] = runs as [Shown, ...Shown[]]
  console.log(`node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}\n`)
  console.log('| lectern dev, the sample | |\n| --- | ---: |')
  row('until the first slide, in the first run', `${seconds(cold.first)} s`)
  row(`until the first slide, median of ${STARTS}`, `${seconds(median(warm.map(({ first }) => first)))} s`)
  row('requests until then', String(warm.at(-1)!.requests))
  const { edits, articles } = warm.at(-1)!
  row(`from a deck saved to the new slide, median of ${EDITS}`, `${seconds(median(edits))} s`)
  row(`from the article saved to the new slide, median of ${EDITS}`, `${seconds(median(articles))} s`)
}
finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}

/** What one run took, in milliseconds, and how many requests the first slide needed. */
interface Shown { first: number, requests: number, edits: number[], articles: number[] }

async function showDeck(): Promise<Shown> {
  const page = await browser.newPage()
  let requests = 0
  page.on('request', () => requests++)
  const start = performance.now()
  const program = spawn(process.execPath, [LECTERN, 'dev', join(folder, 'slides', SAMPLE)], { cwd: folder })
  try {
    const [line] = await once(program.stdout, 'data') as [Uint8Array]
    await page.goto(/http:\S+/.exec(String(line))![0])
    await page.locator('#slideshow .slidev-layout:visible').first().waitFor()
    const first = performance.now() - start
    const seen = requests
    await page.waitForLoadState('networkidle')
    const deck = join(folder, 'slides', SAMPLE, '01.md')
    return { first, requests: seen, edits: await edit(deck, page), articles: await edit(article, page) }
  }
  finally {
    await page.close()
    program.kill('SIGTERM')
    await once(program, 'exit')
  }
}

/** Writes other words to a file, and waits until the page has it. */
async function edit(path: string, page: Page): Promise<number[]> {
  const text = await readFile(path, 'utf8')
  const taken: number[] = []
  for (let count = 0; count < EDITS; count++) {
    const words = `必须${'甲乙丙丁戊己庚辛壬癸'[count]}次认识`
    const seen = page.waitForFunction(isShown, words)
    const start = performance.now()
    await writeFile(path, text.replace(WORDS, words))
    await seen
    taken.push(performance.now() - start)
    await page.waitForTimeout(300)
  }
  await writeFile(path, text)
  await page.waitForFunction(isShown, WORDS)
  return taken
}

/** In the browser: a theme may set marks between words. */
function isShown(words: string): boolean {
  return document.querySelector('#slideshow')!.textContent!.replace(/\P{L}/gu, '').includes(words)
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1]!
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}

function row(what: string, value: string): void {
  console.log(`| ${what} | ${value} |`)
}
