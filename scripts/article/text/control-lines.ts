import type { VFile } from 'vfile'
import type { Places } from '../places.ts'
import type { Line } from './lines.ts'
import { wording } from '../../messages/wording.ts'
import { isControlLine } from '../controls.ts'
import { leaveOut } from '../left-out.ts'
import { positionOf } from '../places.ts'

/** So many lines at a copied text's head, and at its foot, may be the page's own. */
const ROUND = { head: 12, foot: 6 } as const

/** What stands between the paragraphs of a paper's page, where it is sold. */
const SOLD = /^(?:advertisement|(?:story|article) continues below(?: (?:this )?advertisement)?)$/i
/** A link to another article, between paragraphs. */
const LINKED = /^(?:read more|read also|also read|related (?:story|article)|往期(?:推荐|回顾|精选))[:：] ?[^.。]{2,100}$/i
/** The buttons of an encyclopedia, over the article and beside its headings, each on a line of its own. */
const BUTTON = /^(?:播报|编辑|讨论|上传视频|收藏|查看我的收藏|有用\+1|锁定|同义词.{1,20}一般指.{1,20}|\d{1,6})$/
/** Two buttons stand beside each heading, in this order. */
const PAIR = ['播报', '编辑']

/** The lines of the page that stand all over the text: most of them recur. */
function linesAmong(filled: readonly Line[]): ReadonlySet<Line> {
  const sold = filled.filter(({ words }) => SOLD.test(words))
  const pairs = filled.flatMap((line, at) =>
    line.words === PAIR[0] && filled[at + 1]?.words === PAIR[1] ? [[line, filled[at + 1]!]] : [])
  const isEncyclopedia = pairs.length > 1
  const head = isEncyclopedia ? filled.slice(1, ROUND.head).filter(({ words }) => BUTTON.test(words)) : []
  const linked = filled.filter(({ words }) => LINKED.test(words))
  return new Set([...linked, ...sold.length > 1 ? sold : [], ...isEncyclopedia ? pairs.flat() : [], ...head])
}

/**
 * The lines without the buttons and counts of the page that a text was copied from.
 *
 * @param all a text's lines
 * @param place the article's places
 * @param file counts what is left out, and takes one message
 */
export function withoutControlLines(all: readonly Line[], place: Places, file: VFile): readonly Line[] {
  const filled = all.filter(({ blank }) => !blank)
  const among = linesAmong(filled)
  const rest = filled.filter(line => !among.has(line))
  const mayBe = [...rest.slice(1, ROUND.head), ...rest.slice(Math.max(ROUND.head, rest.length - ROUND.foot))]
  const gone = new Set(filled.filter(line => among.has(line) || (mayBe.includes(line) && isControlLine(line.words))))
  const count = gone.size
  const reason = count > 1 ? wording('left-copied-lines', { count }) : wording('left-control')
  for (const [index, { words, start, end }] of [...gone].entries())
    leaveOut(file, words, reason, index > 0 ? undefined : { ruleId: 'not-text', place: positionOf(start, end, place) })
  return gone.size > 0 ? all.filter(line => !gone.has(line)) : all
}
