import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/commands/build.ts'
import { ROOT } from '../../scripts/root.ts'
import { quiet, workFolder } from '../support/build.ts'
import { openPdf, pageTexts } from '../support/pdf.ts'

/** Decks as a person writes them: links to slides in each of Slidev's ways, to the next deck, to the web, to a file. */
const FIRST = `---
theme: ${join(ROOT, 'themes/plain')}
title: First
---

# First

[by number](/3), <Link to="2" title="by component" />, [to the web](https://example.org/01.html#/2), [to a file](/notes.txt), [nowhere](/99)

---

# Second of the first

[back](#/1)

---

# Third of the first

<a href="02.html#/2">to the other deck</a>
`
const SECOND = FIRST.replace('title: First', 'title: Second').replace(/# First[\s\S]*/, '# Second\n\n---\n\n# Second of the second\n')

let folder: Awaited<ReturnType<typeof workFolder>>
beforeAll(async () => {
  folder = await workFolder()
  await mkdir(join(folder.path, 'slides/own'), { recursive: true })
  await writeFile(join(folder.path, 'slides/own/01.md'), FIRST)
  await writeFile(join(folder.path, 'slides/own/02.md'), SECOND)
  await build([join(folder.path, 'slides/own')], { out: join(folder.path, 'dist'), only: ['pdf', 'handout'] }, process.env, quiet())
})
afterAll(() => folder?.clean())

function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(join(folder.path, 'dist/own', file))
}

/** Where the links of a page lead: a page of the same file, an address, or a page of another file. */
async function linksOf(file: string, page: number): Promise<(number | string)[]> {
  const pdf = await openPdf(await bytesOf(file))
  const annotations = await (await pdf.getPage(page)).getAnnotations()
  const raw = (await PDFDocument.load(await bytesOf(file))).getPage(page - 1).node.Annots()
  return Promise.all(annotations.map(async ({ dest, url }, index) => {
    if (dest) {
      const place = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest as unknown[])!
      return await pdf.getPageIndex(place[0] as Parameters<typeof pdf.getPageIndex>[0]) + 1
    }
    return url as string | undefined ?? raw!.lookup(index, PDFDict).lookup(PDFName.of('A'), PDFDict).toString().replace(/\s+/g, ' ')
  }))
}

describe('links on paper', () => {
  it('lead to slides of the deck, to the web, and nowhere else', async () => {
    expect(await linksOf('01.pdf', 1)).toEqual([3, 2, 'https://example.org/01.html#/2'])
    expect(await linksOf('01.pdf', 2)).toEqual([1])
  })

  it('lead to the slide in the other deck\'s PDF', async () => {
    const [link, ...others] = await linksOf('01.pdf', 3)
    expect(others).toEqual([])
    expect(link).toContain('/S /GoToR')
    expect(link).toContain('/F (02.pdf)')
    expect(link).toMatch(/\/D \[ ?1 \/Fit ?\]/)
  })

  it('lead to the same slides in the handout', async () => {
    const texts = await pageTexts(await openPdf(await bytesOf('handout.pdf')))
    const pageOf = (text: string): number => texts.findIndex((page, index) => index > 0 && page.includes(text)) + 1
    const links = (await Promise.all(texts.map(async (_, index) => index === 0 ? [] : linksOf('handout.pdf', index + 1)))).flat()
    expect(links).toEqual([pageOf('Third of the first'), pageOf('Second of the first'), 'https://example.org/01.html#/2', pageOf('by number'), pageOf('Second of the second')])
  })
})
