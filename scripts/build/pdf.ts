import type { PDFRef } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { nameElements } from './element-ids.ts'

/** What a PDF says of itself. */
export interface PdfFacts {
  title: string
  author?: string
  subject?: string
  language: string
  /** Creation and modification date, so that the same input gives the same bytes. */
  date: Date
}

/**
 * Opens a PDF that a browser has printed.
 *
 * @param bytes the PDF
 * @returns the document; `updateMetadata: false` keeps its tags and bookmarks, and keeps the library from dating it
 */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity })
}

/**
 * Sets a PDF's metadata, and writes it.
 *
 * @param pdf the document
 * @param facts what it says of itself
 * @returns its bytes: the same for the same document and facts
 */
export function savePdf(pdf: PDFDocument, facts: PdfFacts): Promise<Uint8Array> {
  nameElements(pdf)
  pdf.setTitle(facts.title, { showInWindowTitleBar: true })
  if (facts.author !== undefined)
    pdf.setAuthor(facts.author)
  if (facts.subject !== undefined)
    pdf.setSubject(facts.subject)
  pdf.setLanguage(facts.language)
  pdf.setCreator('Lectern')
  pdf.setProducer('Chromium')
  pdf.setCreationDate(facts.date)
  pdf.setModificationDate(facts.date)
  const asItIs = { useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }
  // Nothing else waits meanwhile: no pause after each fifty objects.
  return pdf.save({ ...asItIs, objectsPerTick: Infinity })
}

/**
 * Where a PDF's links lead.
 *
 * @param pdf the document
 * @returns the number of the page, from 1, for each name that a link inside it leads to
 */
export function pagesOfNames(pdf: PDFDocument): Map<string, number> {
  const numbers = new Map(pdf.getPages().map((page, index): [PDFRef, number] => [page.ref, index + 1]))
  const names = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  return new Map((names?.entries() ?? []).map(([name, place]): [string, number] => {
    const [page] = pdf.context.lookup(place, PDFArray).asArray()
    return [name.decodeText(), numbers.get(page as PDFRef)!]
  }))
}

/**
 * Rewrites the titles of a PDF's bookmarks.
 *
 * @param pdf the document
 * @param rename a bookmark's title → the title that it is to have
 */
export function renameBookmarks(pdf: PDFDocument, rename: (title: string) => string): void {
  const walk = (parent: PDFDict | undefined): void => {
    let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict)
    while (item) {
      const title = item.lookup(PDFName.of('Title'), PDFString, PDFHexString)
      item.set(PDFName.of('Title'), PDFHexString.fromText(rename(title.decodeText())))
      walk(item)
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
  }
  walk(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))
}

/**
 * Makes a PDF's links to other decks' pages links to their PDFs (GoToR: ISO 32000-2, 12.6.4.3). They stand beside one
 * another.
 *
 * @param pdf the document
 * @param url where the decks' pages were served while it was printed
 */
export function linkToPdfs(pdf: PDFDocument, url: string): void {
  for (const page of pdf.getPages()) {
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const action = pdf.context.lookup(annotation, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict)
      const uri = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText()
      const [, deck, slide] = uri?.startsWith(url) ? /^(\d+)\.html#\/(\d+)$/.exec(uri.slice(url.length)) ?? [] : []
      if (!action || deck === undefined)
        continue
      action.delete(PDFName.of('URI'))
      action.set(PDFName.of('S'), PDFName.of('GoToR'))
      action.set(PDFName.of('F'), PDFString.of(`${deck}.pdf`))
      action.set(PDFName.of('D'), pdf.context.obj([Number(slide) - 1, 'Fit']))
    }
  }
}
