import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/** A name by which dictionaries hold something. */
export function key(name: string): PDFName {
  return PDFName.of(name)
}

/**
 * Finds all dictionaries of a PDF: its objects', and those that are in them.
 *
 * @param pdf the document
 * @yields each once, in the order of the objects
 */
export function* dictsOf(pdf: PDFDocument): Generator<PDFDict> {
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    yield* dictsIn(object)
}

function* dictsIn(object: PDFObject): Generator<PDFDict> {
  if (object instanceof PDFDict) {
    yield object
    for (const value of object.values())
      yield* dictsIn(value)
  }
  else if (object instanceof PDFStream) {
    yield* dictsIn(object.dict)
  }
  else if (object instanceof PDFArray) {
    for (const value of object.asArray())
      yield* dictsIn(value)
  }
}

/**
 * Changes all references in an object, in place.
 *
 * @param object any object of a PDF
 * @param change gives another reference for each
 * @returns the object; one that is a reference itself is given back changed
 */
export function changeRefs(object: PDFObject, change: (ref: PDFRef) => PDFRef): PDFObject {
  if (object instanceof PDFRef)
    return change(object)
  if (object instanceof PDFStream)
    changeRefs(object.dict, change)
  else if (object instanceof PDFDict)
    object.entries().forEach(([key, value]) => object.set(key, changeRefs(value, change)))
  else if (object instanceof PDFArray)
    object.asArray().forEach((value, index) => object.set(index, changeRefs(value, change)))
  return object
}
