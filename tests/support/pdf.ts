import type { PDFDocumentProxy } from 'pdfjs-dist'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Opens a PDF with a library: nothing has to be installed. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise
}

/** Each page's text, as it extracts. */
export async function pageTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent()
    texts.push(content.items.map(item => 'str' in item ? item.str : '').join(''))
  }
  return texts
}

/** The fonts that a PDF's pages use: their names, and whether each is embedded and no Type 3. */
export async function fontsOf(pdf: PDFDocumentProxy): Promise<{ name: string, embedded: boolean, type3: boolean }[]> {
  const fonts = new Map<string, { name: string, embedded: boolean, type3: boolean }>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    for (const [index, operator] of fnArray.entries()) {
      if (operator !== OPS.setFont)
        continue
      const id = (argsArray[index] as [string])[0]
      const font = page.commonObjs.get(id) as { name: string, missingFile?: boolean, isType3Font?: boolean }
      fonts.set(font.name, { name: font.name, embedded: !font.missingFile, type3: font.isType3Font === true })
    }
  }
  return [...fonts.values()]
}
