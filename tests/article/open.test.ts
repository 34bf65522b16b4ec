import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { reportMissing } from '../../scripts/article/missing.ts'
import { openArticle } from '../../scripts/article/open.ts'
import { readerFor } from '../../scripts/article/readers.ts'
import { makeDocx } from '../support/docx.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a file that is opened as an article', () => {
  it.each<[path: string, content: Uint8Array | string, text: string, encoding: string]>([
    ['a.txt', bytes('渡口'), '渡口', 'utf-8'],
    ['A.TXT', '\uFEFF渡口', '渡口', 'utf-8'],
    ['a.html', Uint8Array.from([...bytes('<meta charset="gbk"><p>'), 0xB6, 0xC9, 0xBF, 0xDA]), '<meta charset="gbk"><p>渡口', 'gb18030'],
    ['a.md', '---\ntitle: 渡口\n---\n\n船', '---\ntitle: 渡口\n---\n\n船', 'utf-8'],
  ])('%s', async (path, content, text, encoding) => {
    const opened = await openArticle(path, content)
    expect(String(opened.file)).toBe(text)
    expect(opened).toMatchObject({ file: { path }, encoding })
  })

  it('has the text of a Word document as HTML', async () => {
    const { file, encoding } = await openArticle('a.docx', await makeDocx(['水边的渡口']))
    expect(String(file)).toContain('水边的渡口')
    expect(encoding).toBe('utf-8')
    await expect(openArticle('a.docx', '水边的渡口')).rejects.toMatchObject({ ruleId: 'docx' })
  })

  it.each<[path: string, content: string, ruleId: string, reason: RegExp]>([
    ['a.pdf', '渡口', 'format', /^Lectern does not read `\.pdf` files, but \.txt, .* or \.docx: give the article in one of these formats$/],
    ['a.wps', '渡口', 'format', /^Lectern does not read `\.wps` files, but .*: save the article as \.docx in its word processor$/],
    ['article', '渡口', 'format', /^this file name has no ending; Lectern reads \.txt/],
    ['a.b/article', '渡口', 'format', /^this file name has no ending; Lectern reads \.txt/],
    ['a.txt', '', 'no-words', /^the file is empty:/],
    ['a.txt', '——。\n', 'no-words', /^the file has no words:/],
    ['a.md', '---\ntitle: 渡口\n---\n\n', 'no-words', /^the file has no words:/],
  ])('is refused: %s, %j', async (path, content, ruleId, reason) => {
    const failure = { ruleId, reason: expect.stringMatching(reason) as string }
    await expect(openArticle(path, content)).rejects.toMatchObject(failure)
  })

  it('has a reader for its ending, and none for another', () => {
    expect(readerFor('.htm')).toBe(readerFor('.html'))
    expect(() => readerFor('.pdf')).toThrow(/`\.pdf`, expected \.txt/)
  })
})

describe('characters that no font has', () => {
  it('are told at their first place, or without one where the article writes them otherwise', () => {
    const file = new VFile({ path: 'a.html', value: '<p>渡口\n𫠝𫠝 &#xE5E5;</p>' })
    reportMissing(['\u{2B81D}', '\uE5E5'], file)
    expect(file.messages.map(({ line, column, ruleId }) => ({ line, column, ruleId }))).toEqual([{ line: 2, column: 1, ruleId: 'no-glyph' }, { line: undefined, column: undefined, ruleId: 'no-glyph' }])
    expect(file.messages.map(({ reason }) => /\(U\+(\w+)\)/.exec(reason)![1])).toEqual(['2B81D', 'E5E5'])
  })
})
