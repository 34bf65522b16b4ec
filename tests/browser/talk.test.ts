import type { Browser } from 'playwright-core'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFolder } from '../../scripts/commands/check.ts'
import { openBrowser } from '../support/browser.ts'
import { makeDecks, workFolder } from '../support/build.ts'
import { openPdf, pageTexts } from '../support/pdf.ts'
import { ALL } from '../support/random.ts'
import { ENV } from '../support/sample.ts'

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"><rect width="400" height="200" fill="#fff"/></svg>'
/** The longest lines that a cover may have to hold. */
const [SPEAKER, ORGANIZATION, DATE] = ['张三丰'.repeat(10), '江州市委党校'.repeat(5), '二〇二四年三月一日'.repeat(3)]

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
beforeAll(async () => {
  [folder, browser] = await Promise.all([workFolder(), openBrowser()])
  await writeFile(join(folder.path, 'logo.svg'), LOGO)
  await writeFile(join(folder.path, 'a.txt'), '水边的渡口\n\n主讲人：张三 单位：江州<市委>党校\n\n时间：2024年3月1日\n\n一、船\n\n船是木头做的，用了三十年，还没有坏。\n')
  await makeDecks(folder.path, join(folder.path, 'a.txt'), { logo: join(folder.path, 'logo.svg'), only: ['html', 'pdf', 'handout', 'offline'] }, ENV)
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

describe('whose talk it is', () => {
  it('stands on the start page, in the handout and in PDFs, whose author is the speaker', async () => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(folder.path, 'dist/a/offline.html')).href)
    expect((await page.locator('header p').first().textContent())!.replace(/\u200B/g, '')).toBe('主讲人：张三　单位：江州<市委>党校　时间：2024年3月1日')
    await page.close()
    for (const name of ['01', 'handout']) {
      const pdf = await openPdf(await readFile(join(folder.path, `dist/a/${name}.pdf`)))
      expect(((await pdf.getMetadata()).info as Record<string, string>).Author).toBe('张三')
      expect((await pageTexts(pdf))[0]!.replace(/\s/g, '')).toContain('主讲人：张三单位：江州<市委>党校')
    }
  })

  it('has its logo at the upper right of the cover and nowhere else, in one file too', async () => {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    await page.goto(`${pathToFileURL(join(folder.path, 'dist/a/offline.html')).href}?deck=01#/1`)
    const logo = page.locator('.slidev-layout.cover img.logo')
    await logo.waitFor()
    expect(await logo.evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth])).toEqual([true, 400])
    const box = (await logo.boundingBox())!
    expect(box.height).toBeCloseTo(72, 0)
    expect(box.width).toBeCloseTo(144, 0)
    expect([box.x > 490, box.y < 100]).toEqual([true, true])
    expect(await page.locator('.slidev-layout:not(.cover) img.logo').count()).toBe(0)
    await page.close()
  })

  it.runIf(ALL).each(['16:9', '4:3'] as const)('fits on covers however long it is, and is no fault: %s', async (ratio) => {
    const path = join(folder.path, 'long.md')
    await writeFile(path, `---\ntitle: ${'在水边的渡口等船的人'.repeat(3)}\nsubtitle: 一条河的故事\nauthor: 王五\n---\n\n## 船在河上走了三十年还没有坏\n\n船是木头做的，用了三十年，还没有坏。\n\n## 人\n\n摆渡的人姓李，大家都叫他老李，他也应。\n`)
    await makeDecks(folder.path, path, { ratio, logo: join(folder.path, 'logo.svg'), speaker: SPEAKER, organization: ORGANIZATION, date: DATE, only: ['html'] }, ENV)
    const { messages } = await checkFolder(join(folder.path, 'slides/long'), browser)
    expect(messages.filter(({ slide, ruleId }) => slide === 1 || ['verbatim', 'same-decks', 'picture-text', 'request'].includes(ruleId))).toEqual([])
  })
})
