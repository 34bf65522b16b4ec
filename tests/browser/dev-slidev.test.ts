import type { Dev } from '../support/dev.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleOf, FIRST, SECOND, startDev } from '../support/dev.ts'
import { press } from '../support/page.ts'
import { ALL } from '../support/random.ts'

const [OPEN, CLOSE] = ['在浏览器里编辑', '关闭编辑']

let dev: Dev

/** Slidev's own server takes half a minute to start. */
describe.runIf(ALL)('the editor in the browser, by lectern dev', () => {
  beforeAll(async () => {
    dev = await startDev()
  })
  afterAll(() => dev?.clean())

  it('is one click away, puts in the file what is edited, and keeps it there', async () => {
    const { at, page, url, shows } = dev
    const show = await dev.browser.newPage()
    await show.goto(`${url}02/#/2`)
    await shows('渡船每天晚上', show)
    await page.goto(`${url}02/#/2`)
    await shows(SECOND[1].slice(0, -1))
    await page.getByTitle(OPEN).click({ force: true })
    await page.waitForURL('**/02/?edit#/2')
    const slide = page.getByPlaceholder('Create slide content...')
    await slide.waitFor()
    await expect.poll(() => slide.inputValue()).toContain('渡船每天晚上')
    await slide.fill((await slide.inputValue()).replace('渡船每天晚上', '渡船每天深夜'))
    await shows('渡船每天深夜')
    await expect.poll(() => readFile(at('slides/a/02.md'), 'utf8')).toContain('\n\n# 渡船每天深夜')
    await shows('渡船每天深夜', show)
    await page.getByTitle(CLOSE).click({ force: true })
    await page.waitForURL('**/02/#/2')
    await shows('渡船每天深夜')
    expect(await page.getByPlaceholder('Create slide content...').count()).toBe(0)
    await show.close()
  })

  it('takes notes in the presenter view, and what the article brings is merged with both', async () => {
    const { at, page, url, said, write } = dev
    await page.goto(`${url}01/#/presenter/2`)
    await page.getByTitle(OPEN).click()
    await page.getByTitle('Edit Notes').click()
    const note = page.locator('textarea.slidev-note')
    await note.fill(`${FIRST[1]}说到这里停一停。`)
    await expect.poll(() => readFile(at('slides/a/01.md'), 'utf8')).toContain('说到这里停一停。\n-->')
    await press(page, 'Escape')
    await page.locator('.slidev-note', { hasText: '说到这里停一停。' }).waitFor()

    // The article's new sentence is there beside what was written in the browser.
    await said(/saved.*\n.+\n/, () => write(articleOf(FIRST, [SECOND[0], `${SECOND[1]}天亮再来。`])))
    const [first, second] = await Promise.all(['01.md', '02.md'].map(name => readFile(at(`slides/a/${name}`), 'utf8')))
    expect(first).toContain('说到这里停一停。')
    expect(second).toContain('渡船每天深夜')
    expect(second).toContain('天亮再来')
  })

  it('starts anew for what only a new start takes in, and the shell is another', async () => {
    const { at, page, url, said, shows } = dev
    const deck = at('slides/a/01.md')
    const text = await readFile(deck, 'utf8')
    const show = await dev.browser.newPage()
    await show.goto(`${url}01/#/1`)
    await shows(FIRST[0], show)
    await page.goto(`${url}01/?edit#/1`)
    await shows(FIRST[0])
    // It hears of its server's end once it has heard of its start.
    await page.waitForLoadState('networkidle')
    const plain = text.replace('themes/study', 'themes/plain').replace(/^渡船怎样来$/m, '渡船怎样过来')
    await dev.asServersChange(async () => {
      await said(/01\.md: its setting `theme` changed/, () => writeFile(deck, plain))
      await shows('渡船怎样过来')
    })
    // A theme's shell may have to be built.
    await show.locator('#slideshow', { hasText: '渡船怎样过来' }).waitFor({ timeout: 100_000 })
    expect(await show.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
    await show.close()
  })

  it('has Slidev\'s server show what the shell does not know, on the same slide, and the shell again', async () => {
    const { at, page, url, said, shows, status } = dev
    const deck = at('slides/a/02.md')
    const text = await readFile(deck, 'utf8')
    const isOnShell = (): Promise<boolean> => page.evaluate(() => 'lecternLive' in globalThis)
    await page.goto(`${url}02/#/2`)
    await shows('渡船每天')
    await dev.asServersChange(async () => {
      await said(/02\.md: Slidev's own server shows this deck.*data-boat/, () =>
        writeFile(deck, text.replace('# 渡船每天', '# 渡船<b data-boat="1">到了</b>每天')))
      await shows('渡船到了每天')
      expect(page.url()).toContain('/02/#/2')
      expect(await status({}, '02/@vite/client')).toBe(200)
      await expect.poll(() => isOnShell().catch(() => true)).toBe(false)
      await page.waitForLoadState('networkidle')
      await writeFile(deck, text)
      await expect.poll(() => isOnShell().catch(() => false)).toBe(true)
      await shows('渡船每天')
    })
  })

  it('says what is wrong with a deck over its page, until it is mended', async () => {
    const { at, page, url, said, shows, status } = dev
    const deck = at('slides/a/02.md')
    const text = await readFile(deck, 'utf8')
    const fault = /02\.md:1: there is no theme `nowhere`/
    await page.goto(`${url}02/?edit#/1`)
    await shows(SECOND[0])
    await page.waitForLoadState('networkidle')
    await dev.asServersChange(async () => {
      await said(fault, () => writeFile(deck, text.replace(/^theme: .*$/m, 'theme: nowhere')))
      await page.locator('vite-error-overlay', { hasText: fault }).waitFor()
      await page.reload()
      await page.locator('vite-error-overlay', { hasText: fault }).waitFor()
      expect(await status({}, '01/')).toBe(200)
      await writeFile(deck, text)
      await page.locator('vite-error-overlay').waitFor({ state: 'detached' })
      await shows(SECOND[0])
    })
  })

  it('changes files at the word of its own pages alone, and nothing failed', async () => {
    const { faults, status } = dev
    const foreign = { 'origin': 'http://127.0.0.1:8000', 'sec-fetch-site': 'same-site' }
    expect(await status(foreign, '02/__slidev/slides/1.json')).toBe(403)
    expect(await status({ 'sec-fetch-site': 'same-origin' }, '02/__slidev/slides/1.json')).toBe(200)
    expect(faults).toEqual([])
  })

  it('ends when it is told to, by SIGTERM too', async () => {
    expect(await dev.program.stop('SIGTERM')).toBe(0)
    await expect(dev.status({})).rejects.toThrow()
  })
})
