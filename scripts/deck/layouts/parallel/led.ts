import type { Clauses, Structure } from '../../structures/structure.ts'
import { isOwnBeginning } from '../../prose/clause-grammar.ts'
import { isNamed } from '../../prose/noun-phrases.ts'
import { piecesOf, ratio, sizeOf, spanOf } from '../../structures/alike.ts'

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

/**
 * Finds three short clauses or more that ： leads in to: 治河先要认识这条河：源头在哪里，有多少支流，淹到什么位置
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
    const isList = isEven && areOwn && areAlike && isLead
    return isList ? [{ strength: 0.74, over: spanOf(lead), members: members.map(member => spanOf(member)) }] : []
  })
}
