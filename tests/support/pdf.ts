import type { PDFDocumentProxy } from 'pdfjs-dist'
import { Buffer } from 'node:buffer'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
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

/** Each page's tags, with the text that they hold. */
export async function tagsOf(pdf: PDFDocumentProxy): Promise<unknown[]> {
  const all: unknown[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const root = await (await pdf.getPage(number)).getStructTree()
    // Names of content are its page's object's number: only their order is told.
    const names: string[] = []
    all.push(JSON.parse(JSON.stringify(belowDocument(root as TagNode), (key, value: unknown) => key === 'id' ? names.push(value as string) : value)))
  }
  return all
}

interface TagNode { role?: string, children?: TagNode[] }

/** Below what holds all: a document, in which a deck may be a part. */
function belowDocument(node: TagNode): TagNode[] {
  const isAbove = ['Root', 'Document', 'Part'].includes(node.role ?? '')
  return isAbove ? (node.children ?? []).flatMap(belowDocument) : [node]
}

/** The page that a bookmark or a link leads to, from 0. */
export async function pageOf(pdf: PDFDocumentProxy, { dest }: { dest: unknown }): Promise<number> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest as unknown[]
  return pdf.getPageIndex(place![0] as Parameters<PDFDocumentProxy['getPageIndex']>[0])
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

/**
 * Where two PDFs differ: a line for each object, '' for the same bytes. A hash alone would not say what a busy machine
 * did.
 */
export async function differenceOf(one: Uint8Array, other: Uint8Array): Promise<string> {
  if (Buffer.from(one).equals(Buffer.from(other)))
    return ''
  const [before, after] = await Promise.all([one, other].map(objectsOf))
  const refs = [...new Set([...before!.keys(), ...after!.keys()])].filter(ref => before!.get(ref) !== after!.get(ref))
  return [`${one.length} and ${other.length} bytes`, ...refs.slice(0, 20).map(ref => `${ref}: ${firstDifference(before!.get(ref) ?? '', after!.get(ref) ?? '')}`)].join('\n')
}

async function objectsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return new Map(pdf.context.enumerateIndirectObjects().map(([ref, object]): [string, string] =>
    [ref.toString(), object instanceof PDFRawStream ? `${object.dict.toString()} ${Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')}` : object.toString()]))
}

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  const from = Math.max(0, at - 60)
  return `at ${at}: ${JSON.stringify(one.slice(from, at + 60))} and ${JSON.stringify(other.slice(from, at + 60))}`
}
