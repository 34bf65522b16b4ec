import type { Root } from 'mdast'
import fc from 'fast-check'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { markdown } from '../../scripts/article/markdown.ts'

const before = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly)
const now = unified().use(markdown as never)

const PIECES = ['*', '*', '**', '***', '_', '__', '~', '~~', ' ', '甲', '乙', 'a', '，', '“', '”', '.', '`', '[', '](b)', '\n', '\\', '&amp;']

it('reads marks as micromark does, wherever it is quick enough', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
    const text = pieces.join('')
    expect(now.parse(text)).toEqual(before.parse(text))
  }), { numRuns: 2000 })
})

it.each([
  ['*', '*'],
  ['**', '**'],
  ['_', '_'],
])('refuses %s inside itself, hundreds deep, before the work', (open, close) => {
  const file = new VFile(`渡口\n\n${open.repeat(100_000)}甲${close.repeat(100_000)}\n`)
  expect(() => now.parse(file)).toThrow(expect.objectContaining({ ruleId: 'too-deep', line: 3, source: 'lectern' }))
})

it('reads marks that have no partner as they stand', () => {
  const text = '*甲 _ '.repeat(20_000).trim()
  expect((now.parse(text) as Root).children).toHaveLength(1)
})
