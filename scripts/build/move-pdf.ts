import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { removeTree, renameElements } from './element-ids.ts'
import { changeRefs, dictsOf, key } from './pdf-objects.ts'

/** A deck's PDF, to be joined with others. */
export interface PdfPart {
  /** The deck's name, as links between the PDFs have it: 01 */
  name: string
  /** What its bookmark says. */
  title: string
  /** The document. It is taken apart. */
  pdf: PDFDocument
}

/** A part whose objects are the whole's, with what they are to be joined by. */
export interface Moved {
  title: string
  pages: PDFRef[]
  /** The root of its pages. */
  tree: PDFRef
  /** The element that holds all of its tags. */
  element: PDFObject | undefined
  bookmarks: PDFRef | undefined
  places: [name: string, place: PDFObject][]
  /** Which tagged elements are on its pages and links, in the order of their numbers. */
  elements: PDFObject[]
  links: PdfLink[]
}

/** A link into another PDF: its action, and where it leads to. */
export interface PdfLink { action: PDFDict, file: string, page: number }

/**
 * Gives a part's objects to the whole, under numbers that are free there. Its catalog and its metadata stay behind.
 *
 * @param part the part
 * @param whole the document that it becomes a part of
 * @param numbered how many numbers for tagged pages and links the parts before have
 * @returns what there is to join
 */
export function movePart({ name, title, pdf }: PdfPart, whole: PDFDocument, numbered: number): Moved {
  const { catalog } = pdf
  const { context } = whole
  const used = context.largestObjectNumber
  const move = (ref: PDFRef): PDFRef => PDFRef.of(ref.objectNumber + used)
  const moved = (object: PDFObject | undefined): PDFObject | undefined => object && changeRefs(object, move)

  renameElements(pdf, element => `${name}-${element}`)
  const places = renamePlaces(pdf, place => `${name}-${place}`)
  dropDouble(pdf, title)
  const tags = catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)
  const elements = tags ? numberElements(pdf, tags, numbered) : []
  // There is one tree for all.
  if (tags)
    removeTree(pdf, tags.get(key('ParentTree')) as PDFRef)
  const facts = {
    title,
    pages: pdf.getPages().map(({ ref }) => move(ref)),
    tree: move(catalog.get(key('Pages')) as PDFRef),
    element: moved(tags?.get(key('K'))),
    bookmarks: moved(catalog.get(key('Outlines'))) as PDFRef | undefined,
    links: linksToPdfs(pdf),
  }
  const { Root, Info } = pdf.context.trailerInfo
  const left = [Root, Info, catalog.get(key('StructTreeRoot')), catalog.get(key('Dests'))]
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (!left.includes(ref))
      context.assign(move(ref), changeRefs(object, move))
  }
  return {
    ...facts,
    places: places.map(([place, object]) => [place, moved(object)!]),
    elements: elements.map(object => moved(object)!),
  }
}

/** Gives the places that links lead to other names: those of the parts may be the same. */
function renamePlaces(pdf: PDFDocument, rename: (name: string) => string): [string, PDFObject][] {
  for (const dict of dictsOf(pdf)) {
    const place = dict.get(key('Dest'))
    if (place instanceof PDFName)
      dict.set(key('Dest'), key(rename(place.decodeText())))
  }
  const places = pdf.catalog.lookupMaybe(key('Dests'), PDFDict)?.entries() ?? []
  return places.map(([name, place]) => [rename(name.decodeText()), place])
}

/** A part's first bookmark leads where the part's own does: where it says the same, it goes. */
function dropDouble({ catalog, context }: PDFDocument, title: string): void {
  const all = catalog.lookupMaybe(key('Outlines'), PDFDict)
  const first = all?.lookupMaybe(key('First'), PDFDict)
  const next = first?.lookupMaybe(key('Next'), PDFDict)
  const says = first?.lookup(key('Title'), PDFString, PDFHexString).decodeText() ?? ''
  if (!all || !first || !next || first.has(key('First')) || says.trim() !== title.trim())
    return
  const ref = all.get(key('First')) as PDFRef
  all.set(key('First'), first.get(key('Next'))!)
  all.set(key('Count'), PDFNumber.of(all.lookup(key('Count'), PDFNumber).asNumber() - 1))
  next.delete(key('Prev'))
  context.delete(ref)
}

/**
 * Numbers anew what of pages and links is tagged: each number finds the elements that are on it.
 *
 * @param pdf a part
 * @param tags the root of its tags
 * @param numbered how many numbers the parts before have
 * @returns the elements of each number, in order
 */
function numberElements(pdf: PDFDocument, tags: PDFDict, numbered: number): PDFObject[] {
  const entries = numbersIn(tags.lookup(key('ParentTree'), PDFDict))
  const places = new Map(entries.map(([number], index) => [number, PDFNumber.of(numbered + index)]))
  for (const dict of dictsOf(pdf)) {
    for (const name of [key('StructParents'), key('StructParent')]) {
      const number = dict.get(name)
      if (number instanceof PDFNumber)
        dict.set(name, places.get(number.asNumber()) ?? number)
    }
  }
  return entries.map(([, elements]) => elements)
}

/** The entries of a number tree (ISO 32000-2, 7.9.7). */
function numbersIn(tree: PDFDict): [number: number, value: PDFObject][] {
  const kids = tree.lookupMaybe(key('Kids'), PDFArray)
  if (kids)
    return kids.asArray().flatMap((_, index) => numbersIn(kids.lookup(index, PDFDict)))
  const pairs = tree.lookup(key('Nums'), PDFArray).asArray()
  return pairs.flatMap((number, index): [number, PDFObject][] =>
    index % 2 === 0 ? [[(number as PDFNumber).asNumber(), pairs[index + 1]!]] : [])
}

/** A PDF's links to the pages of others beside it, as `linkToPdfs` makes them. */
function linksToPdfs(pdf: PDFDocument): PdfLink[] {
  return [...dictsOf(pdf)].filter(dict => dict.get(key('S')) === key('GoToR')).map(action => ({
    action,
    file: action.lookup(key('F'), PDFString).decodeText(),
    page: action.lookup(key('D'), PDFArray).lookup(0, PDFNumber).asNumber(),
  }))
}
