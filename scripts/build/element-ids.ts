import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { dictsOf } from './pdf-objects.ts'

/**
 * What Chromium names a table's head cells in tags: a count of all elements that its process has made, another each
 * time.
 */
const COUNTED = /^node\d+$/

const [ID, HEADERS, ID_TREE] = ['ID', 'Headers', 'IDTree'].map(key => PDFName.of(key)) as [PDFName, PDFName, PDFName]

/**
 * Names the tagged elements of a PDF anew by their order in it, so that two prints are the same bytes, and lists them.
 *
 * @param pdf the document
 */
export function nameElements(pdf: PDFDocument): void {
  const names = new Map<string, string>()
  renameElements(pdf, (name) => {
    if (!COUNTED.test(name))
      return name
    if (!names.has(name))
      names.set(name, `element${String(names.size + 1).padStart(8, '0')}`)
    return names.get(name)!
  })
  listElements(pdf)
}

/**
 * Renames tagged elements: their own names, and where a table's cells name their heads (ISO 32000-2, 14.7.2, 14.8.5.7).
 *
 * @param pdf the document
 * @param rename a name → the name that it is to be
 */
export function renameElements(pdf: PDFDocument, rename: (name: string) => string): void {
  const renamed = (value: PDFObject): PDFObject =>
    value instanceof PDFString ? PDFString.of(rename(value.decodeText())) : value
  for (const dict of dictsOf(pdf)) {
    const own = dict.get(ID)
    if (own instanceof PDFString)
      dict.set(ID, renamed(own))
    const heads = dict.get(HEADERS)
    if (heads instanceof PDFArray)
      heads.asArray().forEach((value, index) => heads.set(index, renamed(value)))
  }
}

/** Makes the tree that finds tagged elements by their names, in place of the one there is (ISO 32000-2, 14.7.2). */
function listElements(pdf: PDFDocument): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const tree = root?.get(ID_TREE)
  if (tree instanceof PDFRef)
    removeTree(pdf, tree)
  const all = pdf.context.enumerateIndirectObjects().flatMap(([ref, object]): [string, PDFRef][] => {
    const name = object instanceof PDFDict ? object.get(ID) : undefined
    return name instanceof PDFString ? [[name.decodeText(), ref]] : []
  })
  root?.delete(ID_TREE)
  if (!root || all.length === 0)
    return
  const sorted = all.sort(([one], [other]) => one < other ? -1 : 1)
  root.set(ID_TREE, pdf.context.obj({ Names: sorted.flatMap(([name, ref]) => [PDFString.of(name), ref]) }))
}

/**
 * Removes a tree of names or numbers, with its branches.
 *
 * @param pdf the document
 * @param ref the tree's root
 */
export function removeTree(pdf: PDFDocument, ref: PDFRef): void {
  for (const kid of pdf.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [])
    removeTree(pdf, kid as PDFRef)
  pdf.context.delete(ref)
}
