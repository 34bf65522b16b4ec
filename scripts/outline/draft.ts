import type { Heading, Nodes, Paragraph, Root, RootContent, Text, ThematicBreak } from 'mdast'
import type { FlatText } from '../article/flat-text.ts'
import type { Places } from '../article/places.ts'
import type { Doubt } from './types.ts'
import { flatText } from '../article/flat-text.ts'
import { splitClauses, trimClause } from '../language/clauses.ts'
import { inlineNumbers } from '../language/inline-numbers.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'

/** A block of the article while its headings are being found: what it is, and what it has been found to be. */
export interface Draft extends FlatText {
  node: RootContent
  /** Found to head a part or a point. */
  heading?: {
    level: 'part' | 'point'
    /** The title's place in `text`. */
    start: number
    end: number
    /** The title is a sentence: the place in `text` up to which it goes, full stop and all. */
    runInEnd?: number
    /** The title only repeats the text, which stays whole. */
    guessed?: boolean
    doubt?: Doubt
  }
  /** Found to come after the last point, for the part or for the article. */
  closes?: { what: 'part' | 'article', doubt: Doubt }
}

/**
 * Prepares blocks for inference.
 *
 * @param nodes blocks of mdast
 * @param place the article's places
 * @returns a draft for each
 */
export function toDrafts(nodes: RootContent[], place: Places): Draft[] {
  return nodes.map(node => ({ node, ...flatText(node, place) }))
}

/**
 * Whether a block may be a heading: only paragraphs with words may.
 *
 * @param draft a block
 * @returns false for lists, tables, code and their like
 */
export function isProse(draft: Draft): boolean {
  return draft.node.type === 'paragraph' && hasWords(draft.text)
}

/**
 * Writes drafts back as mdast: headings of depth 2 for parts and 3 for points, thematic breaks before closing
 * paragraphs.
 *
 * @param drafts the article's body
 * @returns blocks
 */
export function fromDrafts(drafts: Draft[]): RootContent[] {
  return drafts.flatMap((draft): RootContent[] => {
    const before = draft.closes ? [thematicBreak(draft.closes)] : []
    if (!draft.heading)
      return [...before, draft.node]
    return [...before, ...fromHeading(draft, draft.heading)]
  })
}

function thematicBreak({ what, doubt }: NonNullable<Draft['closes']>): ThematicBreak {
  return { type: 'thematicBreak', data: { closes: what, doubt }, position: doubt.position }
}

function fromHeading(draft: Draft, found: NonNullable<Draft['heading']>): RootContent[] {
  const title = draft.slice(found.start, found.end)
  const runIn = found.runInEnd === undefined ? undefined : draft.slice(0, found.runInEnd)
  const heading: Heading = {
    type: 'heading',
    depth: found.level === 'part' ? 2 : 3,
    children: title.data?.phrasing ?? [title],
    data: {
      whole: draft.slice(found.guessed ? found.start : 0, found.end),
      ...(runIn && { runIn }),
      ...(found.doubt && { doubt: found.doubt }),
    },
    position: (runIn ?? title).position!,
  }
  const rest = found.guessed ? 0 : found.runInEnd ?? draft.text.length
  if (rest === 0)
    return [heading, draft.node]
  return rest < draft.text.length ? [heading, paragraphOf(draft.raw(rest, draft.text.length))] : [heading]
}

/**
 * A paragraph of one text.
 *
 * @param text its only child
 * @returns the paragraph, at the text's place
 */
export function paragraphOf(text: Text): Paragraph {
  return { type: 'paragraph', children: text.data?.phrasing ?? [text], position: text.position! }
}

/**
 * A root with other blocks, at the same place.
 *
 * @param root where the place comes from
 * @param children the blocks
 * @returns a new root
 */
export function rootOf(root: Root, children: RootContent[]): Root {
  return { ...root, children }
}

/**
 * The range of a title without the marks at its edges.
 *
 * @param text the block's text
 * @param start where the title may start
 * @param end where it ends
 * @returns the range of `trimClause`'s result
 */
export function titleRange(text: string, start: number, end: number): { start: number, end: number } {
  const title = trimClause(text.slice(start, end)) || text.slice(start, end)
  const from = text.indexOf(title, start)
  return { start: from, end: from + title.length }
}

/** Who speaks, on a line above what they say. */
const SPEAKS_ABOVE = /^[\p{L}·.][\p{L}·. ]{0,20}[：:][ \t]*\r?\n(?=.*\S)/u
/**
 * Where what somebody says begins, who is named on the line above.
 *
 * @param text a block
 * @returns 0 where nobody is
 */
export function spokenFrom(text: string): number {
  return SPEAKS_ABOVE.exec(text)?.[0].length ?? 0
}

/** The same without a colon, where no title stands so: a Chinese name above what a meeting's record says. */
const NAMED_ABOVE = /^\p{Script=Han}{2,4}[ \t]*\r?\n(?=.*\S)/u
/** A first sentence that is longer is no title; its first clause is. */
const LONGEST_TITLE_EM = 30

/**
 * The place of what may stand for a title in a text that has none: its first sentence, or the first clause of a long
 * one.
 *
 * @param text a block with words
 * @returns the range, without the marks at its edges
 */
export function firstClause(text: string): { start: number, end: number } {
  const from = spokenFrom(text) || (NAMED_ABOVE.exec(text)?.[0].length ?? 0)
  let start = from
  for (const sentence of splitSentences(text.slice(from))) {
    if (hasWords(sentence)) {
      const isShort = widthInEm(trimClause(sentence)) <= LONGEST_TITLE_EM
      const clause = isShort ? sentence : splitClauses(sentence, 'commas').find(hasWords)!
      start = text.indexOf(clause, start)
      // Of lines that the author has broken the first may be a title, and of a lead and its members the lead.
      const line = start + /^\s*[^\n]*/.exec(clause)![0].length
      const member = inlineNumbers(text).find(number => number.start > start)?.start ?? line
      return titleRange(text, start, Math.min(line, member))
    }
    start += sentence.length
  }
  return titleRange(text, 0, text.length)
}

/**
 * Whether a heading ends like a sentence or an open clause: then it is the first sentence of its paragraph, and belongs
 * to the text. A question may well stand alone.
 *
 * @param text the heading
 * @returns true for an end such as 。 or ，
 */
export function endsAsSentence(text: string): boolean {
  return /[。．｡；，][”’」』）]?\s*$|\p{Script=Han}[”’」』）"')]?[.,;]\s*$|[a-z][”"’)]?\.\s*$/u.test(text)
}

/**
 * Where a block stands, for a doubt.
 *
 * @param node any node with a position
 * @returns its position
 */
export function placeOf(node: Nodes): Doubt['position'] {
  const child = 'children' in node ? node.children.find(({ position }) => position) : undefined
  return node.position ?? child?.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
}
