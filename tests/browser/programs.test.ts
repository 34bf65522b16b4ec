import type { Browser } from 'playwright-core'
import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from '../support/articles.ts'
import { openBrowser } from '../support/browser.ts'
import { workFolder } from '../support/build.ts'
import { lecternWith, PROGRAM, start } from '../support/program.ts'
import { ALL } from '../support/random.ts'

const SLIDEV = fileURLToPath(new URL('../../node_modules/@slidev/cli/bin/slidev.mjs', import.meta.url))
const TEXT = '标题\n\n第一段话说完了。第二句话也说完了。\n'

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
beforeAll(async () => {
  folder = await workFolder()
  browser = await openBrowser()
  await mkdir(join(folder.path, 'source'))
  await writeFile(join(folder.path, 'source', 'a.txt'), TEXT)
  await run(['generate'])
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

function run(args: string[], env: Record<string, string> = {}): ReturnType<typeof lecternWith> {
  return lecternWith({ env }, folder.path, ...args)
}

describe('lectern build', () => {
  it('builds the HTML without a browser, says what to install, and keeps the last good build', async () => {
    const { code, stdout, stderr } = await run(['build'], { LECTERN_BROWSER: '/nowhere/chromium' })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^\/nowhere\/chromium: this browser does not start\. Set LECTERN_BROWSER .* The HTML is built\.\n$/)
    expect(stdout).toContain(join('dist', 'a', '01.html'))
    expect(await readdir(join(folder.path, 'dist/a'))).toEqual(['.lectern-build.json', '01.html', 'assets', 'index.html', 'offline.html'])
    expect(await readFile(join(folder.path, 'dist/a/index.html'), 'utf8')).not.toContain('.pdf')
  })

  it('builds one kind and keeps the other, and says what is older than the decks', async () => {
    const all = ['.lectern-build.json', '01.html', '01.pdf', '01.webp', 'all.pdf', 'assets', 'index.html', 'offline.html']
    expect((await run(['build', '--only', 'pdf'])).code).toBe(0)
    expect(await readdir(join(folder.path, 'dist/a'))).toEqual(all)
    expect(await readFile(join(folder.path, 'dist/a/index.html'), 'utf8')).toContain('href="01.pdf"')
    expect((await run(['build', '--only', 'html'])).stdout).toBe('dist/a: nothing has changed since it was built\n')
    const deck = await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')
    await writeFile(join(folder.path, 'slides/a/01.md'), deck.replace('第二句话也说完了', '第二句话改过了'))
    expect((await run(['build', '--only', 'html'])).stderr).toBe('dist/a: made from earlier decks, and not built now: offline.html, 01.pdf, all.pdf\n')
    expect(await readdir(join(folder.path, 'dist/a'))).toEqual(all)
    await writeFile(join(folder.path, 'slides/a/01.md'), deck)
  })

  it('refuses a folder that cannot be written, and leaves it', async () => {
    await writeFile(join(folder.path, 'blocked'), 'a file')
    const { code, stderr } = await run(['build', '--only', 'html', '--out', 'blocked'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'blocked/a: this folder cannot be written: a file of that name is in the way. Its files are unchanged. Choose another with --out.\n' })
    expect(await readFile(join(folder.path, 'blocked'), 'utf8')).toBe('a file')
  })

  it.runIf(ALL)('lists articles where there are several', async () => {
    await writeFile(join(folder.path, 'source', 'b.md'), '# Title B\n\n## Part\n\nText.\n')
    await run(['generate'])
    expect((await run(['build', '--only', 'html'])).code).toBe(0)
    const page = await readFile(join(folder.path, 'dist/index.html'), 'utf8')
    expect(page).toContain('href="a/index.html">标题<')
    expect(page).toContain('href="b/index.html">Title B<')
    expect((await readdir(join(folder.path, 'dist'))).filter(name => name.startsWith('.'))).toEqual([])
  })
})

describe.runIf(ALL)('lectern present', () => {
  it('serves the built articles on this machine alone, and stops cleanly', async () => {
    const { match, stop } = await start(PROGRAM, ['present', '--no-open'], folder.path, /http:\/\/127\.0\.0\.1:\d+\//)
    const url = match[0]
    expect(await (await fetch(url)).text()).toContain('Title B')
    expect((await fetch(`${url}a/01.html`)).status).toBe(200)
    for (const path of ['..%2fsource%2fa.txt', '../source/a.txt', 'a/%2e%2e/%2e%2e/source/a.txt'])
      expect((await fetch(`${url}${path}`)).status).toBe(404)
    expect(await stop()).toBe(0)
  })
})

describe.runIf(ALL)('slidev itself', () => {
  it('opens a generated deck unchanged, and asks for nothing elsewhere', async () => {
    // Beside the project's packages, as in a checkout.
    const inside = fileURLToPath(new URL('../../.slidev-test', import.meta.url))
    await mkdir(inside, { recursive: true })
    let stop: (() => Promise<unknown>) | undefined
    try {
      await new Promise(resolve => execFile(process.execPath, [PROGRAM, 'generate', SAMPLE], { cwd: inside }, resolve))
      const deck = join(inside, 'slides/flesh-and-blood-ties/02.md')
      const before = await readFile(deck, 'utf8')
      const { match, stop: end } = await start(SLIDEV, [deck, '--port', '3950', '--open', 'false'], inside, /http:\/\/localhost:3950\//)
      stop = end
      const page = await browser.newPage()
      const elsewhere: string[] = []
      page.on('request', request => !/^(?:http|ws):\/\/localhost:3950\/|^data:|^blob:/.test(request.url()) && elsewhere.push(request.url()))
      await page.goto(`${match[0]}3`)
      // Slidev bundles its client's packages first, where nothing has kept them: beside other tests for most of a
      // minute.
      await page.locator('.slidev-page-3 h1').waitFor({ timeout: 100_000 })
      expect(await page.locator('.slidev-page-3 h1').textContent()).toContain('江山就是人民')
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
      expect(elsewhere).toEqual([])
      await page.close()
      expect(await readFile(deck, 'utf8')).toBe(before)
    }
    finally {
      await stop?.()
      await rm(inside, { recursive: true, force: true })
    }
  })
})
