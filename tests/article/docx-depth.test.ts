import { describe, expect, it } from 'vitest'
import { docxToHtml } from '../../scripts/article/docx.ts'
import { generate } from '../../scripts/generate.ts'
import { withBody } from '../support/docx.ts'

/** A document whose body begins with other XML. */
function documentOf(xml: string): Promise<Uint8Array> {
  return withBody(['正文'], document => document.replace('<w:body>', `<w:body>${xml}`))
}

const DEEP = 8_000
const RUN = '<w:r><w:t>甲</w:t></w:r>'

describe('a Word document with elements too deep in each other', () => {
  it.each([
    ['tables in tables', '<w:tbl><w:tr><w:tc>', `<w:p>${RUN}</w:p>`, '</w:tc></w:tr></w:tbl>'],
    ['controls in controls', '<w:sdt><w:sdtContent>', `<w:p>${RUN}</w:p>`, '</w:sdtContent></w:sdt>'],
    ['changes in changes', '<w:ins>', RUN, '</w:ins>'],
    ['elements that nobody knows', '<w:x>', RUN, '</w:x>'],
  ])('is told as that, and not as a file of another kind: %s', async (_, open, inside, close) => {
    const bytes = await documentOf(open.repeat(DEEP) + inside + close.repeat(DEEP))
    await expect(docxToHtml(bytes)).rejects.toMatchObject({ ruleId: 'too-deep', reason: expect.stringMatching(/^blocks stand inside blocks.*\.txt$/) as string })
  })
})

it.each(['dl', 'div', 'blockquote', 'ul><li', 'b'])('a page with <%s> in itself, hundreds deep, is refused where it begins, however far the parser gets', async (names) => {
  for (const times of [1500, 6000]) {
    const value = `<p>渡口<br>甲</p>\n${`船<${names}>`.repeat(times)}`
    await expect(generate({ path: 'a.html', value })).rejects.toMatchObject({ ruleId: 'too-deep', line: 2 })
  }
})

it.each([
  ['exponents', '<m:sSup><m:e><m:r><m:t>2</m:t></m:r></m:e><m:sup>', '</m:sup></m:sSup>'],
  ['roots', '<m:rad><m:deg>', '</m:deg><m:e/></m:rad>'],
  ['limits', '<m:limLow><m:e>', '</m:e><m:lim/></m:limLow>'],
  ['formulas', '<m:oMath><m:f><m:num>', '</m:num><m:den/></m:f></m:oMath>'],
])('%s in each other, sixty deep, are one formula', async (_, open, close) => {
  const formula = `<m:oMath>${open.repeat(60)}<m:r><m:t>x</m:t></m:r>${close.repeat(60)}</m:oMath>`
  const html = await docxToHtml(await documentOf(`<w:p xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${formula}</w:p>`))
  expect(html.match(/math-inline/g)).toHaveLength(1)
})

it('a file that is no archive is told as no Word document, without words of its library', async () => {
  await expect(docxToHtml(new TextEncoder().encode('PK\u0003\u0004 and no more'))).rejects.toMatchObject({ ruleId: 'docx', reason: 'this file is not a Word document: open it in a word processor and save it as .docx' })
})
