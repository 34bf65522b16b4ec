import type { HeadingNumber } from './numbering.ts'

/** A block that may be a heading with a number. */
interface Numbered { index: number, number?: HeadingNumber, alone: boolean, short: boolean }

/** Numbers of parts: an excerpt of a longer text may begin with any of them. */
const EXCERPTED = /^(?:一、|壹、|第[编篇部卷章节讲课回])$/

/**
 * Whether numbers are those of an excerpt: they begin later than with one and go up by one, each alone over a text.
 *
 * @param members all blocks with numbers of one family
 */
export function isExcerpt(members: readonly Numbered[]): boolean {
  const first = members[0]?.number
  if (!first || first.value < 2 || members.length < 2 || !EXCERPTED.test(first.family))
    return false
  return members.every(({ index, number, alone, short }, at) =>
    alone && short && number!.value === first.value + at && (at === 0 || index > members[at - 1]!.index + 1))
}
