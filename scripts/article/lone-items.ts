import type { List, Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { inlineNumbers } from '../language/inline-numbers.ts'
import { placesOf, positionOf } from './places.ts'

/**
 * A remark plugin for a paragraph that begins with the first of several numbers in it, 1. 先关电源；2. 再拆外壳。: CommonMark
 * takes it for a list with one item (CommonMark 5.3), and the others keep their numbers. It is a paragraph with all of
 * them.
 *
 * @returns a transformer
 */
export function keepCountedParagraphs() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    visit(tree, 'list', (list, index, parent) => {
      // 1. 先读第1章，2. 再读附录。 with text below, and then 2.: it is the first of items.
      const goesOn = parent?.children.slice(index! + 1).some(other => other.type === 'list' && other.start === 2)
      const paragraph = parent && index !== undefined && !goesOn ? paragraphOf(list, place) : undefined
      if (paragraph)
        parent!.children.splice(index!, 1, paragraph as RootContent)
    })
  }
}

function paragraphOf(list: List, place: Places): Paragraph | undefined {
  const [item, ...others] = list.children
  const [words, ...below] = item?.children ?? []
  const isOne = list.ordered && others.length === 0 && below.length === 0 && words?.type === 'paragraph'
  if (!isOne || !item!.position || !words.position)
    return undefined
  const [start, end] = [item!.position.start.offset!, words.position.start.offset!]
  const mark = place.source.slice(start, end)
  const numbers = inlineNumbers(mark + toString(words))
  if (numbers[0]?.start !== 0 || numbers[0].value !== 1 || !/^\d{1,9}[.)]\s*$/.test(mark))
    return undefined
  const text = { type: 'text', value: mark, position: positionOf(start, end, place) } as const
  const position = { start: item!.position.start, end: words.position.end }
  return { type: 'paragraph', children: [text, ...words.children], position }
}
