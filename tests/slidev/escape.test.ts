import type { Paragraph, PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { toNoteMarkdown, toSlidevMarkdown } from '../../scripts/slidev/escape.ts'
import { blocksOf, noteText } from '../support/promises.ts'

/**
 * What means something to Slidev, to its engine or to Vue, and the marks that must not stand in the Markdown as they
 * are.
 */
const TABLE: readonly (readonly [what: string, text: string, marks: RegExp])[] = [
  ['an expression of Vue\'s', '算出 {{ 1 + 1 }} 来', /\{\{/],
  ['three braces', '写成 {{{ a }}} 也一样', /\{\{/],
  ['mathematics', '要 $5 和 $6 两张', /(?<!\\)\$/],
  ['a tag', '他写 <b>粗</b> 字', /(?<!\\)<b/],
  ['a comment', '这里 <!-- 不说 --> 有话', /(?<!\\)<!--(?! -->)/],
  ['a slot', '::right::', /^::/m],
  ['a line that parts slides', '---', /^---/m],
  ['a file to include', '<<< @/etc/passwd', /^<<</m],
]

describe('text on a slide', () => {
  it.each(TABLE)('stays text: %s', (_, value, marks) => {
    const markdown = toSlidevMarkdown({ type: 'paragraph', children: [{ type: 'text', value }] })
    expect(markdown).not.toMatch(marks)
    expect(blocksOf(markdown).map(({ text }) => text).join('\n')).toBe(value)
  })
})

describe('text in a note', () => {
  it.each(['说到 --> 为止', '说到 --!> 为止', '先 <!-- 再 --> 后', '[click] 一下', '\\[click:3] 三下'])('neither ends the note nor is a mark: %j', (value) => {
    const note = toNoteMarkdown({ type: 'paragraph', children: [{ type: 'text', value }] })
    expect(note).not.toMatch(/--!?>|<!--|\[click/)
    expect(noteText(note)).toBe(value)
  })
})

it('ends a formula before a digit, on a slide and in a note', () => {
  const node = { type: 'paragraph' as const, children: [{ type: 'inlineMath' as const, value: 'x' }, { type: 'text' as const, value: '3倍' }] }
  expect([toSlidevMarkdown(node), toNoteMarkdown(node)]).toEqual(['$x$<!-- -->3倍\n', '$x$<wbr>3倍'])
  expect(noteText(toNoteMarkdown(node))).toBe('x3倍')
})

it('keeps comments out of texts that meet, code apart that meets, and nothing for code and formulas that show nothing', () => {
  const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
  const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value })
  expect(toSlidevMarkdown(paragraph({ type: 'text', value: 'i<!' }, { type: 'text', value: '--a' }))).toBe('i&lt;!--a\n')
  expect(toSlidevMarkdown(paragraph(code('d'), code('a')))).toBe('`d`<!-- -->`a`\n')
  expect(toNoteMarkdown(paragraph(code('d'), code('a')))).toBe('`d`<wbr>`a`')
  expect(toNoteMarkdown(paragraph({ type: 'text', value: '重' }, code('')))).toBe('重')
  expect(toNoteMarkdown(paragraph({ type: 'inlineMath', value: '[click]' }))).toBe('&#91;click]')
})

it('shows a backslash before the end of a line, and the end of the line', () => {
  const text = (value: string): PhrasingContent => ({ type: 'text', value })
  const children = [text('山\\'), { type: 'break' as const }, text('水')]
  expect(toSlidevMarkdown({ type: 'paragraph', children })).toBe('山\\\\\\\n水\n')
  const row = { type: 'tableRow' as const, children: [{ type: 'tableCell' as const, children }] }
  expect(toSlidevMarkdown({ type: 'table', children: [row] })).toContain('| 山\\\\<br>水 |')
})

it('keeps a sign that parts cells in its cell, in code too', () => {
  const children: PhrasingContent[] = [{ type: 'inlineCode', value: 'string | number' }]
  const row = { type: 'tableRow' as const, children: [{ type: 'tableCell' as const, children }] }
  expect(toSlidevMarkdown({ type: 'table', children: [row] })).toContain('`string \\| number`')
  expect(toSlidevMarkdown({ type: 'paragraph', children })).toContain('`string | number`')
})

it('writes no comment into an address', () => {
  const node = { type: 'paragraph' as const, children: [{ type: 'link' as const, url: 'http://a.example/<!--', children: [{ type: 'text' as const, value: '船' }] }] }
  expect([toSlidevMarkdown(node), toNoteMarkdown(node)]).toEqual(['[船](http://a.example/%3C!-%2D)\n', '[船](http://a.example/%3C!-%2D)'])
})
