import type { RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import { toString } from 'mdast-util-to-string'
import { positionOf } from '../article/places.ts'
import { widthInEm } from '../language/measure.ts'
import { countsChapters, readNumber } from './numbering.ts'

/** A chapter's title is no longer. */
const LONGEST_TITLE_EM = 40

/**
 * Joins a chapter's number that stands on a line of its own, CHAPTER I., to the title on the line below it.
 *
 * @param nodes the article's blocks
 * @param place the article's places
 * @returns the blocks, each such pair one paragraph
 */
export function joinChapterLines(nodes: RootContent[], place: Places): RootContent[] {
  const joined: RootContent[] = []
  for (const node of nodes) {
    const number = joined.at(-1)
    if (number?.type === 'paragraph' && node.type === 'paragraph' && number.position && node.position && isBareNumber(toString(number)) && isTitle(toString(node))) {
      const [start, end] = [number.position.end.offset!, node.position.start.offset!]
      joined[joined.length - 1] = {
        type: 'paragraph',
        children: [...number.children, { type: 'text', value: '\n', position: positionOf(start, end, place) }, ...node.children],
        position: { start: number.position.start, end: node.position.end },
      }
    }
    else {
      joined.push(node)
    }
  }
  return joined
}

function isBareNumber(text: string): boolean {
  const number = readNumber(text)
  return countsChapters(number) && !/[\p{L}\p{N}]/u.test(text.slice(number!.length))
}

function isTitle(text: string): boolean {
  return widthInEm(text) <= LONGEST_TITLE_EM && /[\p{L}\p{N}]/u.test(text) && !/[。．；：，,;:]$|[^A-Z]\.$/.test(text) && !readNumber(text)
}
