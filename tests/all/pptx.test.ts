import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PptxFile } from '../support/pptx.ts'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/commands/build.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { SAMPLE } from '../support/articles.ts'
import { quiet, workFolder } from '../support/build.ts'
import { openPdf, pageTexts } from '../support/pdf.ts'
import { hasOffice, officePdf, readPptx } from '../support/pptx.ts'
import { blocksOf, noteText, parseDeck, squeeze } from '../support/promises.ts'
import { ALL } from '../support/random.ts'

const NAME = 'flesh-and-blood-ties'
const DECKS = ['01', '02', '03']
const ENV = { ...process.env, SOURCE_DATE_EPOCH: undefined, LECTERN_BROWSER: process.platform === 'linux' && process.arch === 'x64' ? 'packaged' : '' }
const HIDDEN = '这一张不放映'
const office = await hasOffice()

let folder: Awaited<ReturnType<typeof workFolder>>
/** A machine that nobody is to ask for anything. */
let elsewhere: Server
let asked = 0
const said: string[] = []
const told: string[] = []
const decks = new Map<string, ReturnType<typeof parseDeck>>()
const files = new Map<string, { path: string, bytes: Uint8Array, pptx: PptxFile }>()

async function make(out: string, env: NodeJS.ProcessEnv = ENV): Promise<void> {
  const console = quiet()
  await build([join(folder.path, 'slides', NAME)], { out: join(folder.path, out), only: ['pptx'] }, env, console)
  said.push(...console.said)
  told.push(...console.told)
}

beforeAll(async () => {
  folder = await workFolder()
  elsewhere = createServer((_, response) => { asked++; response.end() })
  await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
  await generate([SAMPLE], { out: join(folder.path, 'slides') }, quiet())
  const path = (name: string): string => join(folder.path, 'slides', NAME, `${name}.md`)
  const add = async (name: string, slide: string): Promise<void> => writeFile(path(name), `${await readFile(path(name), 'utf8')}\n---\n${slide}\n`)
  await add('03', `layout: points\n---\n\n# 看 & 读 <1>\n\n- [网页](https://example.org/a)\n- [上一张](/2)\n\n![](http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/a.png)\n\n<!--\n一段 **重** 话。\n\n- 一项\n- 二项\n-->`)
  for (const name of DECKS)
    decks.set(name, parseDeck({ name, markdown: await readFile(path(name), 'utf8') }))
  await add('02', `hide: true\n---\n\n# ${HIDDEN}`)
  // What was built before stays.
  await mkdir(join(folder.path, 'dist', NAME), { recursive: true })
  await writeFile(join(folder.path, 'dist', NAME, '01.html'), 'before')
  await make('dist')
  for (const name of DECKS) {
    const file = join(folder.path, 'dist', NAME, `${name}.pptx`)
    const bytes = await readFile(file)
    files.set(name, { path: file, bytes, pptx: await readPptx(bytes) })
  }
}, 180_000)
afterAll(async () => {
  elsewhere?.close()
  await folder?.clean()
})

describe.each(DECKS)('%s.pptx', (name) => {
  it('has a slide for each that is shown, with its title and all its text as text', () => {
    const { slides } = files.get(name)!.pptx
    const own = decks.get(name)!
    expect(slides).toHaveLength(own.length)
    for (const [index, slide] of own.entries()) {
      const { title, paragraphs } = slides[index]!
      const text = squeeze(paragraphs.map(paragraph => paragraph.text).join('\n'))
      for (const block of blocksOf(slide.content)) {
        if (block.kind === 'title')
          expect(squeeze(title ?? '')).toBe(squeeze(block.text))
        expect(text).toContain(squeeze(block.text))
      }
      expect(text).not.toContain(HIDDEN)
    }
  })

  it('has each slide\'s notes, a paragraph for each of theirs', () => {
    const { slides } = files.get(name)!.pptx
    for (const [index, { note }] of decks.get(name)!.entries())
      expect(slides[index]!.notes.filter(line => line !== '')).toEqual(noteText(note).split('\n').filter(line => line !== ''))
  })

  it('has paragraphs as the schema has them, in the article\'s language and in fonts that Office has', () => {
    for (const { paragraphs, languages, fonts } of files.get(name)!.pptx.slides) {
      expect(paragraphs.filter(({ inOrder }) => !inOrder)).toEqual([])
      expect(languages).toEqual(['zh-CN'])
      expect(fonts.filter(font => /Lectern/.test(font))).toEqual([])
    }
  })

  it('has every part that it names', () => {
    expect(files.get(name)!.pptx.missing).toEqual([])
  })

  it('says what it is, and names neither this machine nor the day', () => {
    const { properties, dates, parts } = files.get(name)!.pptx
    expect(properties).toMatchObject({ 'dc:subject': '永远保持党同人民群众的血肉联系', 'dc:language': 'zh-CN', 'dcterms:created': '2000-01-01T00:00:00Z', 'dcterms:modified': '2000-01-01T00:00:00Z' })
    expect(properties['dc:title']).toContain(String(decks.get(name)![0]!.title))
    expect(new Set(dates.map(date => date.toISOString()))).toEqual(new Set(['2000-01-01T00:00:00.000Z']))
    expect(Array.from(parts, ([part, xml]) => /127\.0\.0\.1|localhost|counter\(/.test(xml) ? [part] : []).flat()).toEqual([])
  })

  it.skipIf(!office)('opens in LibreOffice, a page a slide, with its text, none of it beyond the page', async () => {
    const pdf = await openPdf(await officePdf(files.get(name)!.path))
    const texts = await pageTexts(pdf)
    const own = decks.get(name)!
    expect(texts).toHaveLength(own.length)
    for (const [index, slide] of own.entries()) {
      for (const block of blocksOf(slide.content))
        expect(squeeze(texts[index]!.normalize('NFKC'))).toContain(squeeze(block.text.normalize('NFKC')))
      const page = await pdf.getPage(index + 1)
      const [, , width, height] = page.view as [number, number, number, number]
      for (const item of (await page.getTextContent()).items.filter(item => 'str' in item && item.str.trim() !== '') as { str: string, transform: number[], width: number }[]) {
        const [x, y] = item.transform.slice(4) as [number, number]
        expect([x >= 0, x + item.width <= width + 1, y >= 0, y <= height], `${index + 1}: ${item.str}`).toEqual([true, true, true, true])
      }
    }
  })
})

it('leads only where the deck itself leads', () => {
  expect(DECKS.map(name => files.get(name)!.pptx.targets)).toEqual([[], [], ['https://example.org/a']])
})

it('asks no other machine for anything', () => {
  expect(asked).toBe(0)
})

it('says what it has made, and leaves the rest as it was', async () => {
  expect(said).toEqual(DECKS.map(name => files.get(name)!.path))
  expect(told).toEqual([])
  expect(await readdir(join(folder.path, 'dist', NAME))).toEqual(['.lectern-build.json', '01.html', ...DECKS.map(name => `${name}.pptx`)])
})

it.runIf(ALL)('makes the same bytes twice', async () => {
  await make('again')
  for (const name of DECKS)
    expect(await readFile(join(folder.path, 'again', NAME, `${name}.pptx`)).then(bytes => bytes.equals(files.get(name)!.bytes)), name).toBe(true)
}, 240_000)

it.runIf(ALL)('takes its dates from SOURCE_DATE_EPOCH', async () => {
  await Promise.all(['02', '03'].map(name => rm(join(folder.path, 'slides', NAME, `${name}.md`))))
  await make('dated', { ...ENV, SOURCE_DATE_EPOCH: '1640995200' })
  const { properties, dates } = await readPptx(await readFile(join(folder.path, 'dated', NAME, '01.pptx')))
  expect(properties['dcterms:created']).toBe('2022-01-01T00:00:00Z')
  expect(new Set(dates.map(date => date.toISOString()))).toEqual(new Set(['2022-01-01T00:00:00.000Z']))
})
