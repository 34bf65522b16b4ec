import type { Browser, Page } from 'playwright-core'
import type { Started } from '../support/program.ts'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheOf } from '../../scripts/dev/cache.ts'
import { openBrowser } from '../support/browser.ts'
import { OTHER } from '../support/network.ts'
import { watchFaults } from '../support/page.ts'
import { lectern, PROGRAM, start } from '../support/program.ts'
import { ALL, drawn, inTurn } from '../support/random.ts'

/** An article of parts, each with a heading and one sentence. */
function articleOf(...parts: [heading: string, sentence: string][]): string {
  return ['# 渡口', ...parts.flatMap(([heading, sentence]) => [`## ${heading}`, sentence])].join('\n\n')
}

const FIRST: [string, string] = ['渡船怎样来', '渡船每天早上从对岸过来。']
const SECOND: [string, string] = ['渡船怎样去', '渡船每天晚上回到对岸去。']
const THIRD: [string, string] = ['渡口的将来', '桥修好以后渡口还在。']

/** A folder in the checkout, where Slidev finds its packages as it does for a person's decks. */
async function besidePackages(): Promise<{ path: string, clean: () => Promise<void> }> {
  const path = await mkdtemp(fileURLToPath(new URL('../../.dev-test-', import.meta.url)))
  return { path, async clean() {
    for (const made of [path, cacheOf(join(path, 'slides/a'))])
      await rm(made, { recursive: true, force: true })
  } }
}

/** `npm test` spoils a deck while it is shown, or one that comes to the others. */
const FAULTS = inTurn(['later', 'from the start'], 0)

let folder: Awaited<ReturnType<typeof besidePackages>>
let browser: Browser
let page: Page
let faults: string[]
let program: Started
let url: string
beforeAll(async () => {
  folder = await besidePackages()
  await mkdir(at('source'))
  await write(articleOf(FIRST, SECOND))
  await lectern(folder.path, 'generate')
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  program = await start(PROGRAM, ['dev', 'slides/a'], folder.path, /Open (http:\/\/127\.0\.0\.1:(\d+)\/) /)
  url = program.match[1]!
  faults = watchFaults(page, url)
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await folder?.clean()
})

function at(path: string): string {
  return join(folder.path, path)
}

async function write(article: string): Promise<void> {
  await writeFile(at('source/a.md'), article)
}

/** Waits until the page has a slide's text on it. */
async function shows(text: string, where = page): Promise<void> {
  await where.locator('#slideshow .slidev-layout:visible', { hasText: text }).first().waitFor()
}

/** What is said of what one does, from the first line that fits on. */
async function said(pattern: RegExp, act: () => Promise<unknown>): Promise<void> {
  const before = program.output().length
  await act()
  await expect.poll(() => program.output().slice(before), { timeout: 20_000 }).toMatch(pattern)
}

/** Does what ends a deck's server. What its page was still loading, or telling, is no fault. */
async function asServersChange(act: () => Promise<void>): Promise<void> {
  const before = faults.length
  await act()
  faults.splice(before)
}

/** The decks that the switch lists. */
async function listed(): Promise<string[]> {
  await page.mouse.move(400, 300)
  await page.mouse.move(410, 310)
  const list = page.locator('.lectern-switch')
  if (await list.getAttribute('open') === null)
    await list.locator('summary').click()
  return list.locator('a').allTextContents()
}

function status(headers: Record<string, string>, path = 'decks.json'): Promise<number | undefined> {
  return new Promise((resolve, reject) => get(`${url}${path}`, { headers }, response => resolve(response.resume().statusCode)).on('error', reject))
}

describe('lectern dev', () => {
  it('shows the first deck at the one address that it prints first', async () => {
    expect(program.output()).toMatch(/^Open http/)
    await expect.poll(() => program.output()).toContain(`${url}02/  ${join('slides', 'a', '02.md')}\n`)
    await page.goto(url)
    await shows(FIRST[0])
  })

  it('answers its own pages on this machine, and nobody else', async () => {
    expect(await status({})).toBe(200)
    expect(await status({ origin: new URL(url).origin })).toBe(200)
    expect(await status({ origin: 'http://127.0.0.1:8000' })).toBe(403)
    expect(await status({ host: 'elsewhere.example' })).toBe(403)
    expect(await status({}, '03/')).toBe(404)
    if (OTHER)
      await expect(fetch(`http://${OTHER}:${program.match[2]}/`)).rejects.toThrow()
  })

  it('switches between decks, by the list and by the keys that move', async () => {
    expect(await listed()).toEqual([FIRST[0], SECOND[0]])
    await page.getByRole('link', { name: SECOND[0] }).click()
    await page.waitForURL('**/02/#/1')
    await shows(SECOND[0])
    await page.keyboard.press('PageUp')
    await page.waitForURL(/\/01\/#\/[2-9]/)
    await page.locator('#slideshow .next', { hasText: SECOND[0] }).waitFor()
    await page.keyboard.press('PageDown')
    await page.waitForURL('**/02/#/1')
    await page.goto(url)
    await shows(FIRST[0])
  })

  it.each(drawn([
    ['in place', '上午', (text: string) => write(text)],
    ['by a file that takes its place', '清晨', async (text: string) => {
      await writeFile(at('source/.a.md.new'), text)
      await rename(at('source/.a.md.new'), at('source/a.md'))
    }],
    ['after it was away', '黎明', async (text: string) => {
      await said(/there is no such file now/, () => rm(at('source/a.md')))
      await write(text)
    }],
  ] as const, 1))('shows what the article says when it is saved %s', async (_, word, save) => {
    await page.goto(`${url}01/#/2`)
    await shows('渡船每天')
    await said(/a\.md: saved.*\n(?:.*\n)*.*01\.md {2}\d+ slides\n/, () => save(articleOf([FIRST[0], FIRST[1].replace('早上', word)], SECOND)))
    await shows(word)
  })

  it.runIf(ALL)('has a deck for a part that is new, and none for one that is gone', async () => {
    await page.goto(`${url}02/#/1`)
    await shows(SECOND[0])
    await said(/\/03\/ {2}.*03\.md {2}new\n/, () => write(articleOf(FIRST, SECOND, THIRD)))
    await expect.poll(listed).toEqual([FIRST[0], SECOND[0], THIRD[0]])
    await page.keyboard.press('Escape')
    // The next part is known at once.
    await page.goto(`${url}02/#/9`)
    await page.locator('#slideshow a.next').click()
    await page.waitForURL('**/03/#/1')
    await shows(THIRD[0])
    await asServersChange(async () => {
      await said(/\/03\/ {2}.*03\.md {2}gone\n/, () => write(articleOf(FIRST, SECOND)))
      // It may load again twice: as it is told to, and as its server ends.
      await expect.poll(() => page.url()).toContain('/01/')
      await shows(FIRST[0])
    })
  })

  it('goes on where the article cannot be read', async () => {
    await said(/the file is empty/, () => write(''))
    expect(await status({}, '01/')).toBe(200)
    await said(/01\.md {2}\d+ slides/, () => write(articleOf(FIRST, SECOND)))
  })

  it.runIf(ALL)('starts a deck\'s server anew for what only a new start takes in', async () => {
    const deck = at('slides/a/01.md')
    const text = await readFile(deck, 'utf8')
    await page.goto(`${url}01/#/1`)
    await shows(FIRST[0])
    // It hears of its server's end once it has heard of its start.
    await page.waitForLoadState('networkidle')
    await asServersChange(async () => {
      await said(/01\.md: its setting `theme` changed/, () => writeFile(deck, text.replace('themes/study', 'themes/plain').replace(/^渡船怎样来$/m, '渡船怎样过来')))
      await shows('渡船怎样过来')
    })
  })

  it('puts in the file what is edited in the browser, and keeps it there', async () => {
    await page.goto(`${url}02/#/2`)
    await shows(SECOND[1].slice(0, -1))
    await page.getByTitle('Show editor').click({ force: true })
    const slide = page.getByPlaceholder('Create slide content...')
    await expect.poll(() => slide.inputValue()).toContain('渡船每天晚上')
    await slide.fill((await slide.inputValue()).replace('渡船每天晚上', '渡船每天深夜'))
    await shows('渡船每天深夜')
    await expect.poll(() => readFile(at('slides/a/02.md'), 'utf8')).toContain('\n\n# 渡船每天深夜')
    await page.getByTitle('Hide editor').click({ force: true })

    await page.goto(`${url}01/#/presenter/2`)
    await page.getByTitle('Edit Notes').click()
    const note = page.locator('textarea.slidev-note')
    await note.fill(`${FIRST[1]}说到这里停一停。`)
    await expect.poll(() => readFile(at('slides/a/01.md'), 'utf8')).toContain('说到这里停一停。\n-->')
    await page.keyboard.press('Escape')
    await page.locator('.slidev-note', { hasText: '说到这里停一停。' }).waitFor()

    // What the article brings is merged with both: its new sentence is there beside what was written in the browser.
    await said(/saved.*\n.+\n/, () => write(articleOf(FIRST, [SECOND[0], `${SECOND[1]}天亮再来。`])))
    const [first, second] = await Promise.all(['01.md', '02.md'].map(name => readFile(at(`slides/a/${name}`), 'utf8')))
    expect(first).toContain('说到这里停一停。')
    expect(second).toContain('渡船每天深夜')
    expect(second).toContain('天亮再来')
  })

  it.runIf(FAULTS.includes('later')).each(drawn([
    ['a theme that is not there', (text: string) => text.replace(/^theme: .*$/m, 'theme: nowhere'), /01\.md:1: there is no theme `nowhere`/],
    ['nothing in it', () => '', /01\.md:1: this deck names no theme/],
    ['half of its frontmatter', () => '---\ntheme: "../../', /01\.md:\d+: .*(?:not YAML|no theme)/],
  ] as const, 1))('says what is wrong with a deck that has %s, shows the others, and this one when it is mended', async (_, spoil, fault) => {
    const deck = at('slides/a/01.md')
    const text = await readFile(deck, 'utf8')
    await page.goto(`${url}01/#/1`)
    await shows('第一部分')
    await page.waitForLoadState('networkidle')
    await asServersChange(async () => {
      await said(fault, () => writeFile(deck, spoil(text)))
      await page.locator('vite-error-overlay', { hasText: fault }).waitFor()
      await page.reload()
      await page.locator('vite-error-overlay', { hasText: fault }).waitFor()
      expect(await status({}, '02/')).toBe(200)
      await writeFile(deck, text)
      await page.locator('vite-error-overlay').waitFor({ state: 'detached' })
      await shows('第一部分')
    })
  })

  it.runIf(FAULTS.includes('from the start'))('has a page in place of a deck that cannot be shown from the start, until that is mended', async () => {
    const [deck, other] = ['03', '01'].map(name => at(`slides/a/${name}.md`)) as [string, string]
    const text = await readFile(other, 'utf8')
    await asServersChange(async () => {
      await page.goto('about:blank')
      await writeFile(deck, text.replace(/^theme: .*$/m, 'theme: <nowhere>'))
      await expect.poll(() => status({}, '03/')).toBe(500)
      await page.goto(`${url}03/`)
      await page.getByText('there is no theme `<nowhere>`').waitFor()
      await writeFile(deck, text)
      await shows('第一部分')
      await page.goto(`${url}01/#/1`)
      await shows('第一部分')
      await rm(deck)
      await expect.poll(() => status({}, '03/')).toBe(404)
      await page.waitForLoadState('networkidle')
    })
  })

  it('shows a deck that an editor changes', async () => {
    const deck = at('slides/a/01.md')
    await page.goto(`${url}01/#/1`)
    await shows('第一部分 · 共两部分')
    await writeFile(deck, (await readFile(deck, 'utf8')).replace(/^渡船怎样过?来$/m, '渡船怎么来'))
    await shows('渡船怎么来')
  })

  it.runIf(ALL)('takes the next port where its own is in use, and shows the deck that is named', async () => {
    const other = await start(PROGRAM, ['dev', 'slides/a/02.md'], folder.path, /Open http:\/\/127\.0\.0\.1:(\d+)\/ /)
    expect(Number(other.match[1])).toBeGreaterThan(Number(program.match[2]))
    const answer = await fetch(`http://127.0.0.1:${other.match[1]}/`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/02/')
    expect(await other.stop('SIGHUP')).toBe(0)
  })

  it('ends at Ctrl-C and leaves its port free; pages asked for nothing elsewhere, and nothing failed', async () => {
    expect(faults).toEqual([])
    expect(await program.stop()).toBe(0)
    await new Promise<void>((resolve, reject) => {
      const server = createServer().once('error', reject)
      server.listen(Number(program.match[2]), '127.0.0.1', () => server.close(() => resolve()))
    })
  })
})
