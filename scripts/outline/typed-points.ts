import type { Heading, RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import type { Draft } from './draft.ts'
import { flatText } from '../article/flat-text.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { endsAsSentence, fromDrafts, isProse, titleRange, toDrafts } from './draft.ts'
import { endOf, startOf } from './heading-range.ts'
import { readNumber } from './numbering.ts'

/** A heading that runs into its paragraph is no longer than a line and a half. */
const LONGEST_EM = 36
/** An item of a list ends so; a heading does not. */
const OF_LIST = /[；，;,][和或以及并且]{0,2}$/

/**
 * Heads points with the paragraphs （一）…, （二）…, which have text, of an article whose parts' headings are marked and have
 * 一、 typed before them (GB/T 9704—2012, 7.3.3), where a part has no points by heading.
 *
 * @param nodes the article's blocks
 * @param place the article's places
 * @returns the blocks, such paragraphs with a heading above their text
 */
export function headTypedPoints(nodes: RootContent[], place: Places): RootContent[] {
  const starts = nodes.flatMap((node, index) => node.type === 'heading' ? [index] : [])
  return [
    ...nodes.slice(0, starts[0]),
    ...starts.flatMap((start, at) => {
      const heading = nodes[start] as Heading
      const next = nodes[starts[at + 1] ?? nodes.length]
      const text = nodes.slice(start + 1, starts[at + 1])
      const hasPoints = next?.type === 'heading' && next.depth > heading.depth
      const isTyped = readNumber(flatText(heading, place).text)?.family === '一、'
      return [heading, ...(isTyped && !hasPoints ? headed(text, heading.depth + 1, place) : text)]
    }),
  ]
}

function headed(nodes: RootContent[], depth: number, place: Places): RootContent[] {
  const drafts = toDrafts(nodes, place)
  const members = drafts.filter(draft => isProse(draft) && readNumber(draft.text)?.family === '（一）')
  const counts = members.every((draft, at) => readNumber(draft.text)!.value === at + 1)
  if (members.length < 2 || !counts || !members.every(draft => isHead(draft) && hasText(draft, drafts)))
    return nodes
  members.forEach(noteHeading)
  const own = Math.min(6, depth) as Heading['depth']
  return fromDrafts(drafts).map(node => node.type === 'heading' ? { ...node, depth: own } : node)
}

function isHead({ text }: Draft): boolean {
  const [first = ''] = splitSentences(text.slice(readNumber(text)!.length))
  return !OF_LIST.test(text.trim()) && hasWords(first) && widthInEm(first) <= LONGEST_EM
}

/** Whether something is said below a heading: in its own paragraph, or in the one that follows. */
function hasText(draft: Draft, drafts: readonly Draft[]): boolean {
  const next = drafts[drafts.indexOf(draft) + 1]
  const isMember = next && readNumber(next.text)?.family === '（一）'
  return splitSentences(draft.text).filter(hasWords).length > 1 || (next !== undefined && isProse(next) && !isMember)
}

function noteHeading(draft: Draft): void {
  const { text } = draft
  const from = startOf(text, readNumber(text))
  const sentences = splitSentences(text.slice(from))
  const end = from + (sentences[0]?.length ?? 0)
  const runsIn = sentences.length > 1 || endsAsSentence(text)
  draft.heading = {
    level: 'point',
    ...titleRange(text, from, runsIn ? end : endOf(text, from)),
    ...(runsIn && { runInEnd: end }),
  }
}
