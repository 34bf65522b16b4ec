import type { Heading } from 'mdast'
import type { Draft } from './draft.ts'
import type { Doubt } from './types.ts'
import { widthInEm } from '../language/measure.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { LONGEST_LINE_EM } from './title-lines.ts'

/**
 * How sure it is that a title is one.
 *
 * @param heading the title's node
 * @param next the block after it
 * @returns a doubt for a title that could be a sentence, or nothing
 */
export function doubtTitle(heading: Heading, next: Draft | undefined): Doubt | undefined {
  if (next && widthInEm(next.text) > LONGEST_LINE_EM)
    return undefined
  return { position: heading.position!, confidence: 0.7, ...reasonFor(wording('doubt-first-line')) }
}
