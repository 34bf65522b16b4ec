import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { inlineNumbers } from '../language/inline-numbers.ts'
import { placesOf, positionOf } from './places.ts'

/** No list has so many items: 1986. begins a sentence about a year, or one of a chronicle. */
const FIRST_YEAR = 1000

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
      const years = parent && index !== undefined ? yearsOf(list, place) : []
      if (years.length > 0) {
        parent!.children.splice(index!, 1, ...years)
        return index! + years.length
      }
      // 1. 先读第1章，2. 再读附录。 with text below, and then 2.: it is the first of items.
      const goesOn = parent?.children.slice(index! + 1).some(other => other.type === 'list' && other.start === 2)
      const paragraph = parent && index !== undefined && !goesOn ? paragraphOf(list, place) : undefined
      if (paragraph)
        parent!.children.splice(index!, 1, paragraph as RootContent)
      return undefined
    })
  }
}

/**
 * A list in which numbers are years: each such item is what it holds, the year before its first words, and what stands
 * before and behind it stays a list. Nothing for other lists.
 */
function yearsOf(list: List, place: Places): RootContent[] {
  const numberOf = ({ position }: ListItem): number =>
    position ? Number.parseInt(place.source.slice(position.start.offset, position.end.offset), 10) : 0
  const isYear = (item: ListItem): boolean => numberOf(item) >= FIRST_YEAR
  if (!list.ordered || !list.children.some(isYear))
    return []
  const blocks: RootContent[] = []
  for (const item of list.children) {
    const last = blocks.at(-1)
    if (isYear(item))
      blocks.push(...itemWithNumber(item, place))
    else if (last?.type === 'list')
      last.children.push(item)
    else
      blocks.push({ ...list, start: numberOf(item), children: [item] })
  }
  return blocks
}

function itemWithNumber(item: ListItem, place: Places): RootContent[] {
  const [words, ...below] = item.children
  const [start, end] = [item.position?.start.offset, words?.position?.start.offset]
  if (words?.type !== 'paragraph' || start === undefined || end === undefined)
    return item.children
  return [withMark(words, start, end, place), ...below]
}

/** A paragraph that begins with the mark before it. */
function withMark(words: Paragraph, start: number, end: number, place: Places): Paragraph {
  const text = { type: 'text', value: place.source.slice(start, end), position: positionOf(start, end, place) } as const
  const position = { start: text.position.start, end: words.position!.end }
  return { type: 'paragraph', children: [text, ...words.children], position }
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
  return withMark(words, start, end, place)
}
