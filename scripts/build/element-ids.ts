import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'

/** What Chromium names a table's head cells in tags: a count of all elements that its process has made, another each time. */
const COUNTED = /^node\d+$/

/**
 * Names the tagged elements of a PDF anew by their order in it, so that two prints are the same bytes: their own names, where cells name their heads, and the tree that
 * finds them (ISO 32000-2, 14.7.2).
 *
 * @param pdf the document
 */
export function nameElements(pdf: PDFDocument): void {
  const names = new Map<string, string>()
  const elements: PDFObject[] = []
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    rename(object, names)
    if (object instanceof PDFDict && object.get(PDFName.of('ID')) instanceof PDFString)
      elements.push(object.get(PDFName.of('ID'))!, ref)
  }
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const tree = root?.get(PDFName.of('IDTree'))
  if (!root || !(tree instanceof PDFRef))
    return
  removeTree(pdf, tree)
  root.set(PDFName.of('IDTree'), pdf.context.obj({ Names: elements }))
}

function rename(object: PDFObject, names: Map<string, string>): void {
  const change = (value: PDFObject, set: (name: PDFString) => void): void => {
    const name = value instanceof PDFString ? value.decodeText() : ''
    if (!COUNTED.test(name))
      return rename(value, names)
    if (!names.has(name))
      names.set(name, `element${String(names.size + 1).padStart(8, '0')}`)
    set(PDFString.of(names.get(name)!))
  }
  if (object instanceof PDFDict)
    object.entries().forEach(([key, value]) => change(value, name => object.set(key, name)))
  else if (object instanceof PDFArray)
    object.asArray().forEach((value, index) => change(value, name => object.set(index, name)))
}

/** The tree is sorted by the old names. */
function removeTree(pdf: PDFDocument, ref: PDFRef): void {
  for (const kid of pdf.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [])
    removeTree(pdf, kid as PDFRef)
  pdf.context.delete(ref)
}
