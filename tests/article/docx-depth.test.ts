import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { docxToHtml } from '../../scripts/article/docx.ts'
import { makeDocx } from '../support/docx.ts'

/** A document whose body begins with other XML. */
async function documentOf(xml: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await makeDocx(['正文']))
  const body = await zip.file('word/document.xml')!.async('string')
  zip.file('word/document.xml', body.replace('<w:body>', `<w:body>${xml}`))
  return zip.generateAsync({ type: 'uint8array' })
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
    await expect(docxToHtml(bytes)).rejects.toMatchObject({ ruleId: 'too-deep', reason: expect.stringMatching(/^Unexpected blocks inside blocks.*\.txt$/) as string })
  })
})

it('a file that is no archive is told as no Word document, without words of its library', async () => {
  await expect(docxToHtml(new TextEncoder().encode('PK\u0003\u0004 and no more'))).rejects.toMatchObject({ ruleId: 'docx', reason: 'Unexpected file that is no Word document, expected a .docx: open it in a word processor and save it as .docx' })
})
