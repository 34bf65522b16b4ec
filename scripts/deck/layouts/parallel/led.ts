import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { LISTED } from '../../../language/shell-nouns.ts'
import { isOwnBeginning } from '../../prose/clause-grammar.ts'
import { isNamed } from '../../prose/noun-phrases.ts'
import { lacksSubject } from '../../prose/subjects.ts'
import { piecesOf, ratio, sizeOf, spanOf } from '../../structures/alike.ts'
import { faceOf, sharedEnd, sharedStart } from '../../structures/frames.ts'

const FEWEST = 3
const MOST = 6
const LONGEST = 20
/** The shortest member is so long beside the longest. */
const EVEN = 0.25
/** What somebody says or thinks is told behind ： as well. */
const SAYS = /(?:[说道问答想喊叫写称曰讲事话]|指出|强调|认为|表示|提出|如下|原话|要求|故事)$/
/** A clause that goes on with the one before it is no member of its own. */
const GOES_ON = /^(?:[就便才却让使把被或]|以(?![前后上下])|一边|于是|结果|最后|后来|因为|如果|虽然)/
const SHORTEST_LEAD = 4
/** What asks, whoever asks it: 源头在哪里, 药盒动没动. */
const ASKS = /哪|谁|什么|怎[么样]|多[少高大长远深久]|几(?![乎百千十万亿])|是否|能否|如何|为何|有没有|(\p{Script=Han})[不没]\1/u
/** What counts at its end: 三十册以上的21个. */
const COUNTS = /[\d一二三四五六七八九十百千万两几]\p{Script=Han}{1,2}$/u
/** What takes the place of the member before it, and does as much: 转而补助…. */
const INSTEAD = /^转而/

/** A lead that ends with the name of a list. */
const NAMES_LIST = new RegExp(`(?:${LISTED.join('|')})(?:就?是)?$`)
/** Two that begin or end with the same words show that all are of one kind, if they are as long. */
const EVEN_ENOUGH = 0.5

/**
 * Whether clauses are of one kind: all ask, all count, or all say what is done; or some begin or end alike. Others are
 * told one after the other.
 */
function areOfOneKind(text: string, clauses: readonly Clause[]): boolean {
  const does = (words: string): boolean => lacksSubject(words.replace(INSTEAD, ''))
  const kinds = [(words: string) => ASKS.test(words), (words: string) => COUNTS.test(words), does]
  if (kinds.some(isOfKind => clauses.every(({ words }) => isOfKind(words))))
    return true
  const sizes = clauses.map(({ words }) => sizeOf(words))
  const faces = clauses.map(clause => faceOf(text, clause))
  const areAlike = (at: number): boolean => [sharedStart, sharedEnd].some(shared =>
    faces[at + 1] !== undefined && shared([faces[at]!, faces[at + 1]!]) >= 2)
  return ratio(Math.min(...sizes), Math.max(...sizes)) >= EVEN_ENOUGH && clauses.some((_, at) => areAlike(at))
}

/**
 * Finds three short clauses or more of one kind that ： leads in to: 治河先要认识这条河：源头在哪里，有多少支流，淹到什么位置
 * (GB/T 15834—2011, 4.7: ： leads in to what is set out behind it).
 *
 * @param passage one paragraph
 * @returns the rows in order; what leads in to them stands over them
 */
export function led(passage: Clauses): Structure[] {
  const { text } = passage
  return piecesOf(passage, 'sentences').flatMap((clauses) => {
    const at = clauses.findIndex((clause, index) =>
      index > 0 && text.slice(clauses[index - 1]!.end, clause.start).includes('：'))
    const lead = clauses[at - 1]
    const members = clauses.slice(at)
    if (!lead || SAYS.test(lead.words) || members.length < FEWEST || members.length > MOST)
      return []
    const sizes = members.map(({ words }) => sizeOf(words))
    const isEven = ratio(Math.min(...sizes), Math.max(...sizes)) >= EVEN && Math.max(...sizes) <= LONGEST
    const areOwn = members.every(({ words }) => isOwnBeginning(words) && !GOES_ON.test(words))
    // 教育、养老、交通，没有一样是孤立的: what only names something is the subject of what follows.
    const areAlike = new Set(members.map(({ words }) => isNamed(words))).size === 1
    const colons = text.slice(clauses[0]!.start, clauses.at(-1)!.end).match(/：/g)!.length
    const isLead = colons === 1 && /\p{Script=Han}/u.test(lead.words) && sizeOf(lead.words) >= SHORTEST_LEAD
    const areTold = NAMES_LIST.test(lead.words) || areOfOneKind(text, members)
    const isList = isEven && areOwn && areAlike && isLead && areTold
    return isList ? [{ strength: 0.74, over: spanOf(lead), members: members.map(member => spanOf(member)) }] : []
  })
}
