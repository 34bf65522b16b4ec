import type { Heading, RootContent } from 'mdast'
import type { Draft } from './draft.ts'
import type { TitleBlock } from './types.ts'
import { widthInEm } from '../language/measure.ts'
import { isProse } from './draft.ts'
import { LONGEST_LINE_EM, role } from './title-lines.ts'

/** Whoever an English letter is for (Chicago Manual of Style, 6.51). */
const SALUTATION = /^(?:Dear\s[^.!?:,]{1,40}(?:\.\s?[^.!?:,]{1,40})?|To whom it may concern)[,:]$/i
/** What an address or a day has: a number of a house or a code, of a telephone, a year. */
const NUMBER = /\d/
const SENTENCE = /[!?;]|[a-z]{3}[.:]$|\. [A-Z][a-z]+ [a-z]/
/** Blocks above the salutation: the sender, the day, the receiver, what it is about, each line a block or not. */
const MOST_BLOCKS = 14
const MOST_LINES = 7

/**
 * Finds the addresses and the day that stand above an English letter: blocks of short lines, down to whoever it is for.
 *
 * @param drafts blocks, from where addresses may begin
 * @returns their lines as bylines, and how many blocks they took; none where no letter begins so
 */
export function findAddresses(drafts: readonly Draft[]): TitleBlock {
  const end = drafts.slice(0, MOST_BLOCKS + 1).findIndex(draft => isProse(draft) && SALUTATION.test(draft.text.trim()))
  const above = drafts.slice(0, Math.max(0, end))
  const lines = above.map(linesOf)
  const isHead = above.every((draft, index) => isProse(draft) && areShort(lines[index]!))
  // One line alone, without a number, is the letter's title.
  const isAddress = lines.length > 0 && (lines[0]!.length > 1 || standTogether(above) || NUMBER.test(above[0]!.text))
  const hasNumber = above.some(({ text }) => NUMBER.test(text))
  const found = isHead && isAddress && hasNumber ? above : []
  return { nodes: found.flatMap((draft, index) => bylinesOf(draft, lines[index]!)), length: found.length }
}

/**
 * Finds the head of an English letter that begins with addresses. It has no title: whoever it is for stands for one.
 *
 * @param drafts the article's blocks
 * @returns the title block; nothing where the article is no such letter
 */
export function findLetterHead(drafts: readonly Draft[]): TitleBlock | undefined {
  const addresses = findAddresses(drafts)
  const salutation = drafts[addresses.length]
  if (!salutation || addresses.length === 0)
    return undefined
  const words = salutation.slice(0, salutation.text.search(/[,:]\s*$/))
  const title: Heading = {
    type: 'heading',
    depth: 1,
    children: words.data?.phrasing ?? [words],
    position: words.position!,
  }
  return { nodes: [title, ...addresses.nodes], length: addresses.length + 1 }
}

/** Whether the second block stands on the line below the first. */
function standTogether([first, second]: readonly Draft[]): boolean {
  const end = first?.node.position?.end.line
  return end !== undefined && second?.node.position?.start.line === end + 1
}

/** Each line of a block as a byline of its own. */
function bylinesOf(draft: Draft, lines: readonly string[]): RootContent[] {
  let at = 0
  return lines.map((line) => {
    const start = Math.max(at, draft.text.indexOf(line.trim(), at))
    at = start + line.trim().length
    return role(draft, 'byline', start, at)
  })
}

function linesOf(draft: Draft): string[] {
  return draft.raw(0, draft.text.length).value.split(/[\r\n]+/)
}

function areShort(lines: readonly string[]): boolean {
  return lines.length <= MOST_LINES && lines.every(line => widthInEm(line) <= LONGEST_LINE_EM && !SENTENCE.test(line))
}
