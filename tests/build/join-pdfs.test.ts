import type { PDFRef } from '@cantoo/pdf-lib'
import { PDFDocument, PDFHexString, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { joinPdfs } from '../../scripts/build/join-pdfs.ts'
import { openPdf as openPrinted, savePdf } from '../../scripts/build/pdf.ts'
import { differenceOf, openPdf, pageOf } from '../support/pdf.ts'

const FACTS = { title: 'All', language: 'en', date: new Date(0) }

/**
 * A PDF of two pages as Chromium prints them: the first links to the second, to the other PDF and to a web page; a
 * table's cell names its head.
 */
async function printed(title: string, other: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = pdf
  const add = (object: object): PDFRef => context.register(context.obj(object as Record<string, never>))
  const [first, second] = [pdf.addPage(), pdf.addPage()]
  const actions = [{ S: 'GoToR', F: PDFString.of(`${other}.pdf`), D: [1, 'Fit'] }, { S: 'URI', URI: PDFString.of('https://example.org/') }]
  const links = [{ Dest: 'there' }, ...actions.map(action => ({ A: action }))]
    .map((link, index) => add({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], StructParent: 100_000 + index, ...link }))
  first.node.set(pdf.context.obj('Annots'), context.obj(links))
  first.node.set(pdf.context.obj('StructParents'), context.obj(0))
  second.node.set(pdf.context.obj('StructParents'), context.obj(1))
  catalog.set(context.obj('Dests'), add({ there: [second.ref, 'Fit'] }))

  const root = context.nextRef()
  const document = context.nextRef()
  const head = add({ Type: 'StructElem', S: 'TH', P: document, Pg: first.ref, ID: PDFString.of('node7'), K: 0 })
  const cell = add({ Type: 'StructElem', S: 'TD', P: document, Pg: second.ref, A: { O: 'Table', Headers: [PDFString.of('node7')] }, K: 0 })
  context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: [head, cell] }))
  const nums = [0, add([head]), 1, add([cell]), ...links.flatMap((_, index) => [100_000 + index, head])]
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: document, ParentTree: add({ Nums: nums }), ParentTreeNextKey: 2 }))
  catalog.set(context.obj('StructTreeRoot'), root)

  const outlines = context.nextRef()
  const item = context.nextRef()
  const next = add({ Title: PDFHexString.fromText('后面'), Parent: outlines, Prev: item, Dest: [second.ref, 'Fit'] })
  context.assign(item, context.obj({ Title: PDFHexString.fromText(`${title} `), Parent: outlines, Next: next, Dest: [first.ref, 'Fit'] }))
  context.assign(outlines, context.obj({ Type: 'Outlines', First: item, Last: next, Count: 2 }))
  catalog.set(context.obj('Outlines'), outlines)
  return savePdf(pdf, FACTS)
}

async function joined(): Promise<Uint8Array> {
  const [one, two] = await Promise.all([printed('One', '02'), printed('Two', '01')])
  const parts = [{ name: '01', title: 'One', pdf: await openPrinted(one) }, { name: '02', title: 'Two', pdf: await openPrinted(two) }]
  return savePdf(await joinPdfs(parts, 'en'), FACTS)
}

describe('joinPdfs', () => {
  it('leads each link where it led: to its own part, to the other part, to another machine', async () => {
    const pdf = await openPdf(await joined())
    expect(pdf.numPages).toBe(4)
    const places = async (number: number): Promise<unknown[]> => {
      const links = await (await pdf.getPage(number)).getAnnotations() as { dest?: unknown, url?: string }[]
      return Promise.all(links.map(({ dest, url }) => url ?? pageOf(pdf, { dest })))
    }
    expect(await places(1)).toEqual([1, 3, 'https://example.org/'])
    expect(await places(3)).toEqual([3, 1, 'https://example.org/'])
  })

  it('has a bookmark for each part, over its own without the one that says the same', async () => {
    const pdf = await openPdf(await joined())
    const outline = await pdf.getOutline()
    expect(outline.map(({ title, items }) => [title, items.map(item => item.title)])).toEqual([['One', ['后面']], ['Two', ['后面']]])
    const items = outline.flatMap(item => [item, ...item.items])
    expect(await Promise.all(items.map(item => pageOf(pdf, item)))).toEqual([0, 1, 2, 3])
  })

  it('tells the tags of the parts apart: each page finds its own, each cell its head', async () => {
    const bytes = await joined()
    const pdf = await openPdf(bytes)
    const roles: unknown[] = []
    for (let number = 1; number <= 4; number++)
      roles.push(JSON.stringify(await (await pdf.getPage(number)).getStructTree()).match(/"role":"T\w"/g))
    expect(roles).toEqual([['"role":"TH"'], ['"role":"TD"'], ['"role":"TH"'], ['"role":"TD"']])
    const text = Buffer.from(bytes).toString('latin1')
    expect(Array.from(text.matchAll(/\/Headers \[ \((\S+)\) \]/g), match => match[1])).toEqual(['01-element00000001', '02-element00000001'])
    expect(text).toMatch(/\/Names \[ \(01-element00000001\) \d+ 0 R \(02-element00000001\) \d+ 0 R \]/)
    expect(Array.from(text.matchAll(/\/StructParents? (\d+)/g), match => Number(match[1])).sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('gives the same bytes for the same parts', async () => {
    expect(await differenceOf(await joined(), await joined())).toBe('')
  })
})
