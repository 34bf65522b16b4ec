import type { Root } from 'mdast'
import type { Construct } from 'micromark-util-types'
import type { Processor } from 'unified'
import fc from 'fast-check'
import { toString } from 'mdast-util-to-string'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { linearEmphasis } from '../../scripts/article/emphasis-marks.ts'
import { markdown } from '../../scripts/article/markdown.ts'
import { linearStrikethrough } from '../../scripts/article/strike-marks.ts'

const before = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCjkFriendly)
/** Only emphasis differs: what else Lectern reads in its own way has tests of its own. */
function linear(this: Processor): void {
  const extensions = this.data('micromarkExtensions')!
  const [strikethrough] = [extensions.find(({ text }) => text?.[126])!.text![126]].flat()
  extensions.push(linearEmphasis(extensions.at(-1)!.text![42] as Construct), linearStrikethrough(strikethrough!))
}
const now = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCjkFriendly).use(linear)

const PIECES = ['*', '*', '**', '***', '_', '__', '~', '~~', '~~', ' ', '甲', '乙', 'a', '，', '“', '”', '.', '`', '[', '](b)', '\n', '\\', '&amp;']

it('reads marks as micromark does, wherever it is quick enough', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
    const text = pieces.join('')
    expect(now.parse(text)).toEqual(before.parse(text))
  }), { numRuns: 2000 })
})

it('reads a row of marks that holds no words as it stands', () => {
  const text = `${'*'.repeat(100_000)}甲${'*'.repeat(100_000)}`
  expect(toString(unified().use(markdown as never).parse(text))).toBe(text)
})

it.each([
  ['*', '*'],
  ['**', '**'],
  ['_', '_'],
  ['~~甲 ', ' 乙~~'],
])('refuses %s inside itself, hundreds deep, before the work', (open, close) => {
  const file = new VFile(`渡口\n\n${open.repeat(100_000)}甲${close.repeat(100_000)}\n`)
  expect(() => now.parse(file)).toThrow(expect.objectContaining({ ruleId: 'too-deep', line: 3, source: 'lectern' }))
})

it('reads marks that have no partner as they stand', () => {
  const text = '*甲 _ '.repeat(20_000).trim()
  expect((now.parse(text) as Root).children).toHaveLength(1)
})
