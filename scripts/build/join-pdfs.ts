import type { Moved, PdfLink, PdfPart } from './move-pdf.ts'
import { PDFDict, PDFDocument, PDFHexString, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { movePart } from './move-pdf.ts'
import { key } from './pdf-objects.ts'

/**
 * Joins PDFs to one, with their tags, links and fonts. Each part has a bookmark, and its own bookmarks below it; a link
 * from one to another leads to its page in the whole (ISO 32000-2: 7.7.3 pages, 12.3.3 bookmarks, 12.6.4 links,
 * 14.7 tags).
 *
 * @param parts the PDFs in order, as `savePdf` writes them
 * @param language a BCP 47 tag
 * @returns the document, without metadata
 */
export async function joinPdfs(parts: readonly PdfPart[], language: string): Promise<PDFDocument> {
  const whole = await PDFDocument.create({ updateMetadata: false })
  const moved: Moved[] = []
  let numbered = 0
  for (const part of parts) {
    moved.push(movePart(part, whole, numbered))
    numbered += moved.at(-1)!.elements.length
  }
  joinPages(whole, moved)
  joinTags(whole, moved, language)
  joinBookmarks(whole, moved)
  const places = moved.flatMap(part => part.places)
  if (places.length > 0)
    whole.catalog.set(key('Dests'), whole.context.register(whole.context.obj(Object.fromEntries(places))))
  const pagesOf = new Map(parts.map(({ name }, index) => [`${name}.pdf`, moved[index]!.pages]))
  moved.flatMap(({ links }) => links).forEach(link => linkInside(whole, link, pagesOf))
  return whole
}

function linkInside({ context }: PDFDocument, { action, file, page }: PdfLink, pagesOf: Map<string, PDFRef[]>): void {
  const target = pagesOf.get(file)?.[page]
  if (!target)
    return
  action.set(key('S'), key('GoTo'))
  action.delete(key('F'))
  action.set(key('D'), context.obj([target, 'Fit']))
}

function joinPages({ catalog, context }: PDFDocument, parts: readonly Moved[]): void {
  const root = catalog.Pages()
  const rootRef = catalog.get(key('Pages'))!
  for (const { tree } of parts)
    context.lookup(tree, PDFDict).set(key('Parent'), rootRef)
  root.set(key('Kids'), context.obj(parts.map(({ tree }) => tree)))
  root.set(key('Count'), PDFNumber.of(parts.reduce((sum, { pages }) => sum + pages.length, 0)))
}

/** One document, of which each deck is a part. */
function joinTags({ catalog, context }: PDFDocument, parts: readonly Moved[], language: string): void {
  const own = parts.flatMap(({ element }) => element instanceof PDFRef ? [element] : [])
  const elements = parts.flatMap(part => part.elements)
  const rootRef = context.nextRef()
  const whole = { Type: 'StructElem', S: 'Document', Lang: PDFString.of(language), P: rootRef, K: own }
  const document = context.register(context.obj(whole))
  for (const element of own.map(ref => context.lookup(ref, PDFDict))) {
    element.set(key('S'), key('Part'))
    element.set(key('P'), document)
  }
  const tree = context.register(context.obj({ Nums: elements.flatMap((element, number) => [number, element]) }))
  const root = { Type: 'StructTreeRoot', K: document, ParentTree: tree, ParentTreeNextKey: elements.length }
  context.assign(rootRef, context.obj(root))
  catalog.set(key('StructTreeRoot'), rootRef)
  catalog.set(key('MarkInfo'), context.obj({ Type: 'MarkInfo', Marked: true }))
}

/** What was the root of a part's bookmarks becomes the part's own bookmark, closed. */
function joinBookmarks({ catalog, context }: PDFDocument, parts: readonly Moved[]): void {
  const rootRef = context.nextRef()
  const own = parts.map(({ bookmarks }) => bookmarks ?? context.register(context.obj({})))
  for (const [index, { title, pages }] of parts.entries()) {
    const item = context.lookup(own[index]!, PDFDict)
    const count = item.get(key('Count'))
    item.delete(key('Type'))
    item.set(key('Title'), PDFHexString.fromText(title))
    item.set(key('Parent'), rootRef)
    item.set(key('Dest'), context.obj([pages[0]!, 'Fit']))
    if (count instanceof PDFNumber)
      item.set(key('Count'), PDFNumber.of(-Math.abs(count.asNumber())))
    if (index > 0)
      item.set(key('Prev'), own[index - 1]!)
    if (index < own.length - 1)
      item.set(key('Next'), own[index + 1]!)
  }
  context.assign(rootRef, context.obj({ Type: 'Outlines', First: own[0]!, Last: own.at(-1)!, Count: own.length }))
  catalog.set(key('Outlines'), rootRef)
}
