import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'

/**
 * Compares two prints of one deck (promise 6). The library is loaded only where they differ.
 *
 * @param first a PDF
 * @param second the same deck, printed again
 * @returns nothing where they are the same bytes; else the first page that differs, from 1, where the difference is on
 *   a page
 */
export async function differenceOf(first: Uint8Array, second: Uint8Array): Promise<{ page?: number } | undefined> {
  if (Buffer.compare(first, second) === 0)
    return undefined
  const { openPdf } = await import('../build/pdf.ts')
  const textsOf = async (bytes: Uint8Array): Promise<string[]> => pageTexts(await openPdf(bytes))
  const [one, other] = [await textsOf(first), await textsOf(second)]
  const pages = Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at)
  const index = pages.findIndex(at => one[at] !== other[at])
  return index < 0 ? {} : { page: index + 1 }
}

/** What is drawn on each page, as it stands in the file. */
function pageTexts(pdf: PDFDocument): string[] {
  return pdf.getPages().map((page: PDFPage) => {
    const { Contents } = page.node.normalizedEntries()
    return (Contents?.asArray() ?? []).map(stream => String(pdf.context.lookup(stream))).join('\n')
  })
}
