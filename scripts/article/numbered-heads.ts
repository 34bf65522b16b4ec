import type { List, Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { widthInEm } from '../language/measure.ts'
import { placesOf, positionOf } from './places.ts'

/** A longer line heads nothing. In em. */
const LONGEST_EM = 40
const STOPPED = /[。．｡！；：，、.!;:,][”’」』）)"']*$/

/**
 * A remark plugin for numbered lines that head the text below them, 1. 引言, in an article whose headings have no other
 * mark: to CommonMark each is a list of one item (CommonMark 5.3). They are paragraphs with their numbers, as 一、引言 is.
 *
 * @returns a transformer
 */
export function keepNumberedHeads() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    const lists = tree.children.flatMap((node, at) => node.type === 'list' && node.ordered ? [{ node, at }] : [])
    const lines = lists.map(({ node, at }) => lineOf(node, tree.children[at + 1], place))
    const counts = lists.every(({ node }, index) => node.start === index + 1)
    if (lists.length < 2 || !counts || lines.includes(undefined) || isHeaded(tree.children))
      return
    lists.forEach(({ at }, index) => tree.children.splice(at, 1, lines[index]!))
  }
}

/** Whether headings stand below the title. */
function isHeaded(nodes: RootContent[]): boolean {
  const blocks = nodes.filter(({ type }) => type !== 'yaml')
  return blocks.slice(1).some(({ type }) => type === 'heading')
}

/** A list of one short line with text below as a paragraph with its number. */
function lineOf(list: List, next: RootContent | undefined, place: Places): Paragraph | undefined {
  const [item, ...others] = list.children
  const [words, ...below] = item?.children ?? []
  if (others.length > 0 || below.length > 0 || words?.type !== 'paragraph' || next?.type !== 'paragraph')
    return undefined
  const text = toString(words)
  if (!item!.position || !words.position || /\n/.test(text) || STOPPED.test(text) || widthInEm(text) > LONGEST_EM)
    return undefined
  const [start, end] = [item!.position.start.offset!, words.position.start.offset!]
  const mark = { type: 'text', value: place.source.slice(start, end), position: positionOf(start, end, place) } as const
  const position = { start: item!.position.start, end: words.position.end }
  return { type: 'paragraph', children: [mark, ...words.children], position }
}
