import type { Dev } from '../support/dev.ts'
import { rename, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleOf, FIRST, SECOND, startDev, THIRD } from '../support/dev.ts'
import { OTHER } from '../support/network.ts'
import { press } from '../support/page.ts'
import { PROGRAM, start } from '../support/program.ts'
import { ALL, drawn } from '../support/random.ts'

let dev: Dev
beforeAll(async () => {
  dev = await startDev()
})
afterAll(() => dev?.clean())

/** The decks that the switch lists. */
async function listed(): Promise<string[]> {
  const { page } = dev
  await page.mouse.move(400, 300)
  await page.mouse.move(410, 310)
  const list = page.locator('.lectern-switch')
  if (await list.getAttribute('open') === null)
    await list.locator('summary').click()
  return list.locator('a').allTextContents()
}

describe('lectern dev', () => {
  it('shows the first deck at the one address that it prints first, without Slidev\'s server', async () => {
    const { page, program, url, shows } = dev
    const asked: string[] = []
    const note = (request: { url: () => string }): unknown => asked.push(request.url())
    page.on('request', note)
    expect(program.output()).toMatch(/^Open http/)
    await expect.poll(() => program.output()).toContain(`${url}02/  ${join('slides', 'a', '02.md')}\n`)
    await page.goto(url)
    await shows(FIRST[0])
    page.off('request', note)
    expect(asked.length).toBeLessThan(100)
    expect(asked.filter(address => /@vite|@fs|node_modules/.test(address))).toEqual([])
    // It is not there for who asks for it either.
    expect(await dev.status({}, '01/@vite/client')).toBe(404)
    expect(program.output()).not.toContain('which takes longer')
  })

  it('answers its own pages on this machine, and nobody else', async () => {
    const { url, program, status } = dev
    const foreign = 'http://127.0.0.1:8000'
    expect(await status({})).toBe(200)
    expect(await status({ origin: new URL(url).origin })).toBe(200)
    expect(await status({ origin: foreign })).toBe(403)
    expect(await status({ host: 'elsewhere.example' })).toBe(403)
    for (const path of ['01/', '@lectern/changes/01', '@lectern/assets/x.js'])
      expect(await status({ 'origin': foreign, 'sec-fetch-site': 'cross-site' }, path), path).toBe(403)
    expect(await status({}, '@lectern/assets/..%2Fshell.json')).toBe(404)
    expect(await status({}, '@lectern/changes/03')).toBe(404)
    expect(await status({}, '03/')).toBe(404)
    if (OTHER)
      await expect(fetch(`http://${OTHER}:${program.match[2]}/`)).rejects.toThrow()
  })

  it('goes on where a browser leaves while it is sent a file', async () => {
    const { url, status } = dev
    const page = await (await fetch(`${url}01/`)).text()
    const paths = Array.from(page.matchAll(/(?:src|href)="(\/@lectern\/assets\/[^"]+)"/g), match => match[1]!)
    expect(paths.length).toBeGreaterThan(2)
    // A browser that goes to another page leaves what it is sent at any byte; a few rounds meet them all.
    for (const path of [...paths, ...paths, ...paths, ...paths, ...paths]) {
      await new Promise<void>(resolve => get(new URL(path, url), (response) => {
        response.destroy()
        resolve()
      }).on('error', () => resolve()))
    }
    expect(await status({})).toBe(200)
  })

  it('switches between decks, by the list and by the keys that move', async () => {
    const { page, url, shows } = dev
    expect(await listed()).toEqual([FIRST[0], SECOND[0]])
    await page.getByRole('link', { name: SECOND[0] }).click()
    await page.waitForURL('**/02/#/1')
    await shows(SECOND[0])
    await press(page, 'PageUp')
    await page.waitForURL(/\/01\/#\/[2-9]/)
    await page.locator('#slideshow .next', { hasText: SECOND[0] }).waitFor()
    await press(page, 'PageDown')
    await page.waitForURL('**/02/#/1')
    await page.goto(url)
    await shows(FIRST[0])
  })

  it.each(drawn([
    ['in place', '上午', (text: string) => dev.write(text)],
    ['by a file that takes its place', '清晨', async (text: string) => {
      await writeFile(dev.at('source/.a.md.new'), text)
      await rename(dev.at('source/.a.md.new'), dev.at('source/a.md'))
    }],
    ['after it was away', '黎明', async (text: string) => {
      await dev.said(/there is no such file now/, () => rm(dev.at('source/a.md')))
      await dev.write(text)
    }],
  ] as const, 1))('shows what the article says when it is saved %s', async (_, word, save) => {
    const { page, url, shows, said } = dev
    await page.goto(`${url}01/#/2`)
    await shows('渡船每天')
    const article = articleOf([FIRST[0], FIRST[1].replace('早上', word)], SECOND)
    await said(/a\.md: saved.*\n(?:.*\n)*.*01\.md {2}\d+ slides\n/, () => save(article))
    await shows(word)
  })

  it('has a deck for a part that is new, and none for one that is gone', async () => {
    const { page, url, shows, said, write } = dev
    await page.goto(`${url}02/#/1`)
    await shows(SECOND[0])
    await said(/\/03\/ {2}.*03\.md {2}new\n/, () => write(articleOf(FIRST, SECOND, THIRD)))
    await expect.poll(listed).toEqual([FIRST[0], SECOND[0], THIRD[0]])
    await press(page, 'Escape')
    // The next part is known at once.
    await page.goto(`${url}02/#/9`)
    await page.locator('#slideshow a.next').click()
    await page.waitForURL('**/03/#/1')
    await shows(THIRD[0])
    await said(/\/03\/ {2}.*03\.md {2}gone\n/, () => write(articleOf(FIRST, SECOND)))
    await expect.poll(() => page.url()).toContain('/01/')
    await shows(FIRST[0])
  })

  it('goes on where the article cannot be read', async () => {
    const { said, status, write } = dev
    await said(/the file is empty/, () => write(''))
    expect(await status({}, '01/')).toBe(200)
    await said(/01\.md {2}\d+ slides/, () => write(articleOf(FIRST, SECOND)))
  })

  it.runIf(ALL)('takes the next port where its own is in use, and shows the deck that is named', async () => {
    const other = await start(PROGRAM, ['dev', 'slides/a/02.md'], dev.at(''), /Open http:\/\/127\.0\.0\.1:(\d+)\/ /)
    expect(Number(other.match[1])).toBeGreaterThan(Number(dev.program.match[2]))
    const answer = await fetch(`http://127.0.0.1:${other.match[1]}/`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/02/')
    expect(await other.stop('SIGHUP')).toBe(0)
  })

  it('ends at Ctrl-C and leaves its port free; pages asked for nothing elsewhere, and nothing failed', async () => {
    const { faults, program, page, url, shows } = dev
    expect(faults).toEqual([])
    // A page that listens for changes does not hold it up.
    await page.goto(url)
    await shows(FIRST[0])
    expect(await program.stop()).toBe(0)
    await new Promise<void>((resolve, reject) => {
      const server = createServer().once('error', reject)
      server.listen(Number(program.match[2]), '127.0.0.1', () => server.close(() => resolve()))
    })
  })
})
