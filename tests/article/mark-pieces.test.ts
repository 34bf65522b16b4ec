import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { markdown } from '../../scripts/article/markdown.ts'
import { TO_MARKDOWN } from '../../scripts/article/to-markdown.ts'

const words = (value: string): PhrasingContent => ({ type: 'text', value })
const marked = (type: 'strong' | 'emphasis' | 'delete', value: string): PhrasingContent => ({ type, children: [words(value)] })
function times(count: number, pieces: PhrasingContent[]): PhrasingContent[] {
  return Array.from({ length: count }).flatMap(() => pieces)
}

function readAgain(children: PhrasingContent[]): { words: string, marks: number } {
  const paragraph: Paragraph = { type: 'paragraph', children }
  const tree = unified().use(markdown as never).parse(toMarkdown(paragraph, { extensions: [...TO_MARKDOWN] })) as Root
  let marks = 0
  visit(tree, node => void (marks += ['strong', 'emphasis', 'delete'].includes(node.type) ? 1 : 0))
  return { words: toString(tree), marks }
}

it.each([
  ['Chinese', [words('船'), marked('strong', '“灯”'), words('亮，'), marked('emphasis', '桥')]],
  ['English', [words(' a '), marked('strong', 'lamp.'), words('b '), marked('emphasis', 'bridge')]],
  ['struck', [words('船'), marked('delete', '灯'), words('a'), marked('strong', '（桥）')]],
])('a paragraph of two thousand marks is written as a short one is, in little time: %s', (_, pieces) => {
  const children = [words('渡口'), ...times(1000, pieces), words('。')]
  const few = readAgain([words('渡口'), ...times(20, pieces), words('。')])
  expect(few.marks).toBe(40)
  const { words: all, marks } = readAgain(children)
  expect(all).toBe(toString({ type: 'paragraph', children }))
  expect(marks).toBe(2000)
})

it('of a mark with thousands in it only the outer one is written', () => {
  const inside: PhrasingContent = { type: 'strong', children: times(2000, [words('船'), marked('emphasis', '灯')]) }
  expect(readAgain([inside])).toEqual({ words: '船灯'.repeat(2000), marks: 1 })
})
