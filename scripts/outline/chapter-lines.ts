import type { Paragraph, RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import { toString } from 'mdast-util-to-string'
import { positionOf } from '../article/places.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { bareNumbers } from './bare-numbers.ts'
import { countsChapters, readNumber } from './numbering.ts'

/** A chapter's title is no longer. */
const LONGEST_TITLE_EM = 40

/**
 * Joins a chapter's number that stands on a line of its own, CHAPTER I. or 01, to the title on the line below it, and a
 * law's 第 1 條 to its text.
 *
 * @param nodes the article's blocks
 * @param place the article's places
 * @returns the blocks, each such pair one paragraph
 */
export function joinChapterLines(nodes: RootContent[], place: Places): RootContent[] {
  const joined: RootContent[] = []
  const bare = isHeaded(nodes) ? new Set<number>() : titledNumbers(nodes)
  for (const [index, node] of nodes.entries()) {
    const number = joined.at(-1)
    const isBare = bare.has(index - 1) && index < nodes.length - 1
    const chapter = number && joinTitle(number, node, isBare, place)
    if (chapter)
      joined[joined.length - 1] = chapter
    else
      joined.push(node)
  }
  return joined
}

/** Whether an article has headings below its title. */
function isHeaded(nodes: RootContent[]): boolean {
  const headings = nodes.filter(({ type }) => type === 'heading')
  return headings.length > 1 || (headings.length === 1 && nodes[0] !== headings[0])
}

/** Bare numbers that have a title each on the line below; none where one has not: then they head their parts alone. */
function titledNumbers(nodes: RootContent[]): ReadonlySet<number> {
  const textOf = (node: RootContent | undefined): string => node?.type === 'paragraph' ? toString(node) : ''
  const bare = [...bareNumbers(nodes.map(textOf)).keys()]
  const isTitled = (at: number): boolean => isTitle(textOf(nodes[at + 1])) && !/[！？!?]$/.test(textOf(nodes[at + 1]))
  return new Set(bare.every(isTitled) ? bare : [])
}

/** A chapter's number and its title, or the number of a law's article and its text (第 1 條, in databases of laws). */
function belongs(text: string, below: string): boolean {
  const number = readNumber(text)
  if (!number || hasWords(text.slice(number.length)))
    return false
  return countsChapters(number) ? isTitle(below) : number.family === '第条' && !readNumber(below)
}

/** A bare number and what belongs to it below as one paragraph; nothing where they are no such pair. */
function joinTitle(number: RootContent, title: RootContent, isBare: boolean, place: Places): Paragraph | undefined {
  if (number.type !== 'paragraph' || title.type !== 'paragraph' || !number.position || !title.position)
    return undefined
  const below = toString(title)
  if (!isBare && !belongs(toString(number), below))
    return undefined
  const position = positionOf(number.position.end.offset!, title.position.start.offset!, place)
  return {
    type: 'paragraph',
    children: [...number.children, { type: 'text', value: isBare ? '\u3000' : '\n', position }, ...title.children],
    position: { start: number.position.start, end: title.position.end },
  }
}

function isTitle(text: string): boolean {
  const isEnded = /[。．；：，,;:]$|[^A-Z]\.$/.test(text)
  return widthInEm(text) <= LONGEST_TITLE_EM && hasWords(text) && !isEnded && !readNumber(text)
}
