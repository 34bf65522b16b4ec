import fc from 'fast-check'
import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { fromPlainText } from '../../scripts/article/plain-text.ts'
import { runs } from '../support/random.ts'

interface PlacedParagraph {
  position: { start: { offset: number }, end: { offset: number } }
  children: { value: string }[]
}

function paragraphs(text: string): string[] {
  return fromPlainText(text).children.map(node => toString(node))
}

describe('fromPlainText', () => {
  it.each([
    ['two ideographic spaces inside one line', '标题　　第一段。　　小标题　　第二段。', ['标题', '第一段。', '小标题', '第二段。']],
    ['two ideographic spaces inside, a line break is soft', '标题　　第一段\n还是第一段。　　第二段。　　第三段。', ['标题', '第一段\n还是第一段。', '第二段。', '第三段。']],
    ['indents of two ideographic spaces, one paragraph a line', '标题\n　　第一段。\n一、小标题\n　　第二段。\n　　第三段。', ['标题', '第一段。', '一、小标题', '第二段。', '第三段。']],
    ['blank lines; a line break is soft', '第一段，\n还是第一段。\n\n第二段。', ['第一段，\n还是第一段。', '第二段。']],
    ['blank lines; --- on a line is text', '第一段，\n---\n还是第一段。\n\n第二段。', ['第一段，\n---\n还是第一段。', '第二段。']],
    ['single line breaks', '第一段。\n第二段。\n第三段。', ['第一段。', '第二段。', '第三段。']],
    ['CRLF', '第一段。\r\n\r\n第二段\r\n还是。', ['第一段。', '第二段\r\n还是。']],
    ['indents of spaces with wrapped lines', 'Title\n    The first paragraph goes on for\na line and a half or so.\n    The second paragraph goes on for\na line too.', ['Title', 'The first paragraph goes on for\na line and a half or so.', 'The second paragraph goes on for\na line too.']],
    ['two ideographic spaces inside a heading do not part it', '第一章　　绪论\n正文第一段。\n正文第二段。\n正文第三段。', ['第一章　　绪论', '正文第一段。', '正文第二段。', '正文第三段。']],
    ['white space alone is no paragraph', '\uFEFF　　\n\n  第一段。 \n\n\t\n', ['第一段。']],
    ['blank lines only between sections of one-line paragraphs', '第一段。\n第二段。\n第三段。\n\n第四段。\n第五段。\n第六段。', ['第一段。', '第二段。', '第三段。', '第四段。', '第五段。', '第六段。']],
  ])('%s', (_, text, expected) => {
    expect(paragraphs(text)).toEqual(expected)
  })

  it('loses nothing but white space, and keeps places', () => {
    const piece = fc.constantFrom('段', '。', '\n', '\r\n', '　　', ' ', '\n\n', 'a', '\t', '\u2028')
    fc.assert(fc.property(fc.array(piece).map(pieces => pieces.join('')), (text) => {
      const tree = fromPlainText(text)
      expect(toString(tree).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const { position, children } of tree.children as PlacedParagraph[])
        expect(text.slice(position.start.offset, position.end.offset)).toBe(children[0]!.value)
    }), { numRuns: runs(1000) })
  })
})
