import type { Draft } from './draft.ts'
import { speakingMinutes } from '../language/measure.ts'
import { firstClause, isProse, placeOf } from './draft.ts'
import { isKeyLine } from './talk-lines.ts'

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
  let said = 0
  let begun = 0
  // Keys and values, 时间：地点：, stand above the text.
  const isKey = (draft: Draft | undefined): boolean => draft !== undefined && isKeyLine(draft)
  const isText = (draft: Draft, index: number): boolean =>
    isProse(draft) && !(isKey(draft) && (index === 0 || isKey(drafts[index - 1])))
  const first = drafts.findIndex(isText)
  for (const [index, draft] of drafts.entries()) {
    // A part begins where the middle of its first paragraph passes the part's share.
    const middle = said + lengths[index]! / 2
    const begins = begun === 0 || middle >= total * begun / parts
    if (isProse(draft) && index >= first && begun < parts && begins) {
      noteFirstClause(draft, parts)
      begun++
    }
    said += lengths[index]!
  }
}

function noteFirstClause(draft: Draft, parts: number): void {
  draft.heading = {
    level: 'part',
    ...firstClause(draft.text),
    guessed: true,
    doubt: {
      position: placeOf(draft.node),
      confidence: 0.3,
      reason: `No headings found: the text is parted by length into ${parts}, and this clause is a guess at a title`,
    },
  }
}
