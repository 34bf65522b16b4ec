import type { Paragraph, RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import { toString } from 'mdast-util-to-string'
import { positionOf } from '../article/places.ts'
import { hasWords } from '../language/marks.ts'
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
    const chapter = number && joinTitle(number, node, place)
    if (chapter)
      joined[joined.length - 1] = chapter
    else
      joined.push(node)
  }
  return joined
}

function isBareNumber(text: string): boolean {
  const number = readNumber(text)
  return countsChapters(number) && !hasWords(text.slice(number!.length))
}

/** A bare number and the title below it as one paragraph; nothing where they are no such pair. */
function joinTitle(number: RootContent, title: RootContent, place: Places): Paragraph | undefined {
  if (number.type !== 'paragraph' || title.type !== 'paragraph' || !number.position || !title.position)
    return undefined
  if (!isBareNumber(toString(number)) || !isTitle(toString(title)))
    return undefined
  const position = positionOf(number.position.end.offset!, title.position.start.offset!, place)
  return {
    type: 'paragraph',
    children: [...number.children, { type: 'text', value: '\n', position }, ...title.children],
    position: { start: number.position.start, end: title.position.end },
  }
}

function isTitle(text: string): boolean {
  const isEnded = /[。．；：，,;:]$|[^A-Z]\.$/.test(text)
  return widthInEm(text) <= LONGEST_TITLE_EM && hasWords(text) && !isEnded && !readNumber(text)
}
