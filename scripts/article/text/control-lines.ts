import type { VFile } from 'vfile'
import type { Places } from '../places.ts'
import type { Line } from './lines.ts'
import { wording } from '../../messages/wording.ts'
import { isControlLine } from '../controls.ts'
import { leaveOut } from '../left-out.ts'
import { positionOf } from '../places.ts'

/** So many lines at a copied text's head, and at its foot, may be the page's own. */
const ROUND = { head: 12, foot: 6 } as const

/**
 * The lines without the buttons and counts of the page that a text was copied from.
 *
 * @param all a text's lines
 * @param place the article's places
 * @param file counts what is left out, and takes one message
 */
export function withoutControlLines(all: readonly Line[], place: Places, file: VFile): readonly Line[] {
  const filled = all.filter(({ blank }) => !blank)
  const mayBe = [...filled.slice(1, ROUND.head), ...filled.slice(Math.max(ROUND.head, filled.length - ROUND.foot))]
  const gone = new Set(mayBe.filter(({ words }) => isControlLine(words)))
  const count = gone.size
  const reason = count > 1 ? wording('left-copied-lines', { count }) : wording('left-control')
  for (const [index, { words, start, end }] of [...gone].entries())
    leaveOut(file, words, reason, index > 0 ? undefined : { ruleId: 'not-text', place: positionOf(start, end, place) })
  return gone.size > 0 ? all.filter(line => !gone.has(line)) : all
}
