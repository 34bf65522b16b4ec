import type { Draft } from './draft.ts'
import { speakingMinutes } from '../language/measure.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { firstClause, isProse, placeOf } from './draft.ts'
import { findSpeakers, speakerOf } from './speakers.ts'
import { isFormLine } from './talk-lines.ts'

/** A part without headings is about this long to say, in minutes: ten slides. */
const MINUTES_A_PART = 8

/**
 * Parts an article that has no headings: into parts of about equal length, each titled with its own first clause.
 *
 * @param drafts the article's body; headings guessed are noted in it
 */
export function guessParts(drafts: Draft[]): void {
  const prose = drafts.filter(isProse)
  const lengths = drafts.map(draft => speakingMinutes(draft.text))
  const total = lengths.reduce((sum, minutes) => sum + minutes, 0)
  const parts = Math.max(1, Math.min(Math.round(total / MINUTES_A_PART), Math.ceil(prose.length / 2)))
  const speakers = findSpeakers(drafts)
  let said = 0
  let begun = 0
  // Keys and values, 时间：地点：, stand above the text.
  const isKey = (draft: Draft | undefined): boolean => draft !== undefined && isFormLine(draft)
  const isText = (draft: Draft, index: number): boolean =>
    isProse(draft) && !(isKey(draft) && (index === 0 || isKey(drafts[index - 1])))
  const first = drafts.findIndex(isText)
  for (const [index, draft] of drafts.entries()) {
    // A part begins where the middle of its first paragraph passes the part's share.
    const middle = said + lengths[index]! / 2
    const begins = begun === 0 || middle >= total * begun / parts
    if (isProse(draft) && index >= first && begun < parts && begins) {
      noteFirstClause(draft, parts, speakers)
      begun++
    }
    said += lengths[index]!
  }
}

/** The first clause; of a dialogue without whoever says it. */
function clauseOf(draft: Draft, speakers: ReadonlySet<string | undefined>): { start: number, end: number } {
  const speaker = speakerOf(draft)
  const from = speaker !== undefined && speakers.has(speaker) ? speaker.length + 1 : 0
  const { start, end } = firstClause(draft.text.slice(from))
  return { start: start + from, end: end + from }
}

function noteFirstClause(draft: Draft, parts: number, speakers: ReadonlySet<string | undefined>): void {
  draft.heading = {
    level: 'part',
    ...clauseOf(draft, speakers),
    guessed: true,
    doubt: {
      position: placeOf(draft.node),
      confidence: 0.3,
      ...reasonFor(wording('doubt-guess', { parts })),
    },
  }
}
