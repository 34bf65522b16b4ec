import type { PdfFacts } from '../pdf.ts'
import { escapeHtml } from '../html-text.ts'

/** The vocabularies of a file's properties (ECMA-376, part 2, 11.1). */
const VOCABULARIES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

/**
 * Writes what a file says of itself.
 *
 * @param facts what it says
 * @returns the part `docProps/core.xml`
 */
export function coreProperties({ title, author, subject, language, date }: PdfFacts): string {
  const when = date.toISOString().replace(/\.\d+Z$/, 'Z')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties ${VOCABULARIES}>
<dc:title>${escapeHtml(title)}</dc:title>
<dc:subject>${escapeHtml(subject ?? '')}</dc:subject>
<dc:creator>${escapeHtml(author ?? '')}</dc:creator>
<cp:lastModifiedBy>Lectern</cp:lastModifiedBy>
<dc:language>${escapeHtml(language)}</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified>
</cp:coreProperties>
`
}
