import type { MarkedPair } from '../../structures/marked-pairs.ts'
import type { Clause, Clauses, FindStructures, Structure } from '../../structures/structure.ts'
import { apart, pairOf, plain, sizeIn, sizeOf, spanOf, tokensOf } from '../../structures/alike.ts'
import { balanced } from '../../structures/balanced.ts'
import { markedPairs } from '../../structures/marked-pairs.ts'
import { behind, lastOfPiece } from '../../structures/structure.ts'
import { twoAlike } from '../../structures/two-alike.ts'
import { twoSides } from '../../structures/two-sides.ts'
import { denied } from './denied.ts'
import { english } from './english.ts'
import { inSentences } from './in-sentences.ts'
import { opposed } from './opposed.ts'
import { deniedThenSaid } from './said.ts'

/** A subject before the mark, or none: 关键|不是数量. */
const SUBJECT = '(?<before>[^，。；：不没]{0,10}?)'
const NOT = new RegExp(`^${SUBJECT}(?:(?:[并绝]|从来)?不是|[并绝]非|不在于?|不靠|不再是)(?!很|太|特别)`)
const BUT = /^(?:而是|而在于|而在|而靠|恰恰是|却是|就是要|是)(?!否|不是)/
const IS = new RegExp(`^${SUBJECT}(?<![不还但可于就只要凡或若都而总也才])是(?!否|不是|因为|由于)`)
const AND_NOT = /^(?:而不是|而非|而绝不是|绝不是|不是|并非|不只是)(?!不)/
const MUST = /^(?:我们|你们|他们|大家)?(?:一定|[就更])?要(?![是么不求素点害])/
const MUST_NOT = /^(?:而不要|绝不要|不要|而不能|而不是)/
const NOT_ONLY = /^(?<before>[^，。；：不没]{0,10})不(?:应该|[能可应该])(?:[只仅光]|单纯|停留)[是仅在]?/
const BUT_MUST = /^(?:而(?:是?要|应)|必须|还要|更要)/
/** Behind anything denied 而是 says what is so instead: 没有照搬，而是…. */
const DENIED = new RegExp(`^${SUBJECT}(?=没|不(?![是仅但只光单管论])|并非)`)
const INSTEAD = /^而是(?!否|不是)/
const PAIRS: readonly MarkedPair[] = [
  { first: NOT, second: BUT, strength: 0.92, between: 1 },
  { first: IS, second: AND_NOT, strength: 0.9 },
  { first: MUST, second: MUST_NOT, strength: 0.88 },
  { first: NOT_ONLY, second: BUT_MUST, strength: 0.86 },
  { first: DENIED, second: INSTEAD, strength: 0.9 },
  { first: /^与其说?/, second: /^(?:倒|还)?不如说?/, strength: 0.9 },
  { first: new RegExp(`^${SUBJECT}宁[可愿肯]`), second: /^[也决绝]不(?!过)/, strength: 0.9 },
]

/**
 * Finds two clauses that are set against each other, by their conjunctions (《现代汉语八百词》: 不是…而是…),
 * by what is denied and then said (He did not want …. He wanted …),
 * by an end that is said and denied (…我们赔得起；…我们赔不起), by two superlatives in one frame (最大的优势是…，最大的危险是…),
 * by what both single out, or by then and now (以往…，如今…; Quirk et al. 8.51 on time adjuncts in contrast, 13.42 on
 * not … but).
 *
 * @param passage one paragraph
 * @returns the contrasts in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  const chinese = [marked, inSentences, superlatives, thenAndNow, adversative, singledOut, opposed, denied]
  const kinds = [...chinese, english, deniedThenSaid]
  return apart(kinds.flatMap(kind => kind(read)))
}

function marked(passage: Clauses): Structure[] {
  return markedPairs(passage, PAIRS)
}

/** 表面上看的是水，往里看的是人. */
function singledOut(passage: Clauses): Structure[] {
  return [...twoAlike(passage, 'cleft'), ...balanced(passage, 'opposed')]
}

/** A，但 B; A, but B: what is granted, and what counts (《现代汉语八百词》: 但; Quirk et al. 13.32). */
function adversative(passage: Clauses): Structure[] {
  return twoSides(passage, /^(?:但是?(?!凡)|可是|然而|不过(?!是))|^(?:but|yet)\s(?!also\b|rather\b|even\b)/, 0.58)
    .filter(({ members: [first] }) => {
      const granted = passage.text.slice(first!.start, first!.end)
      return !SUPPOSES.test(granted) && !ADDS.test(granted)
    })
}

/** 如果水大，但是船好，就走: both belong to what is supposed, and what follows is set against neither. */
const SUPPOSES = /^(?:如果|假如|倘若|要是|若(?!干)|只要|除非|一旦)|^(?:if|unless)\b/i
/** Not only slow, but dear: both are so. */
const ADDS = /\bnot (?:only|just|merely|simply)\b|不(?:[仅但只]|[单光]是)/i

const SUPERLATIVE = /最(\p{Script=Han}{1,2}?)(?=的|\p{Script=Han}{2}).*?[就便还]?是(?!否|不是)(?<tail>[^是]+)$/u

/** Two clauses in a row, not three, with the same superlative before the copula. */
function superlatives({ text, clauses }: Clauses): Structure[] {
  const read = clauses.map(({ words }) => {
    const match = SUPERLATIVE.exec(words)
    const tail = match?.groups!.tail ?? ''
    return match && /^\p{Script=Han}/u.test(tail) ? { of: match[1]![0]!, length: tail.length } : undefined
  })
  return clauses.flatMap((first, at) => {
    const second = clauses[at + 1]
    const [one, other] = [read[at], read[at + 1]]
    const alone = read[at - 1]?.of !== one?.of && read[at + 2]?.of !== one?.of
    if (!second || !one || one.of !== other?.of || !alone || second.sentence !== first.sentence)
      return []
    const tails = [{ ...first, start: first.end - one.length }, { ...second, start: second.end - other.length }]
    const structure = pairOf(text, 0.95, [spanOf(first), spanOf(second)], tails)
    return structure.members[0]!.strong ? [structure] : []
  })
}

const PAST = /^(?:以往|以前|过去|曾经|从前|昔日|当年|当初|原来|原先|往年|早年|[^，。；]{1,6}(?:以往|以前|过去(?![了的])|曾经|从前))(?![一二三四五六七八九十两几数多\d])/
const PRESENT = /^[而可但]?(?:如今|现在|而今|今天|今日|眼下|当下|现今|今年|[^，。；]{1,4}(?:如今|现在|而今))/
/** What a word of time opens goes on for a clause or two. */
const LONGEST_TIME = 3

/** Then and now in one sentence, or at the heads of two sentences in a row. */
function thenAndNow(passage: Clauses): Structure[] {
  const { text, clauses } = passage
  return clauses.flatMap((first, at) => {
    const time = PAST.exec(first.words)?.[0]
    if (time === undefined || !isTime(text, first, time))
      return []
    const to = clauses.findIndex(({ words }, index) => index > at && index <= at + LONGEST_TIME && PRESENT.test(words))
    const second = clauses[to]
    const last = second && follows(passage, at, to) ? lastOf(passage, to) : undefined
    if (!second || last === undefined)
      return []
    const now = PRESENT.exec(second.words)![0]
    const members = [spanOf(first, clauses[to - 1]), spanOf(second, clauses[last])]
    const [before, after] = [behind(members[0]!, time), behind(members[1]!, now)]
    // A time that stands before a comma says nothing alone.
    if (sizeIn(text, before) < 3 || sizeIn(text, after) < 3)
      return []
    return [pairOf(text, to - at === 1 ? 0.9 : 0.85, members, [before, after])]
  })
}

/** 走过去 has a verb: the past is a word of its own. */
function isTime(text: string, clause: Clause, time: string): boolean {
  const end = clause.start + time.length
  const word = tokensOf(text, clause).find(token => token.end === end)
  const before = tokensOf(text, clause).findLast(token => token.end <= (word?.start ?? 0))
  const isGoal = before && (before.kind === 'verb' || before.kind === 'preposition' || before.form === '的')
  return word !== undefined && !isGoal && !/^(?:的|说过)/.test(text.slice(end))
}

/** The second stands in the first one's sentence; or both begin sentences that follow each other. */
function follows({ clauses }: Clauses, at: number, to: number): boolean {
  const [first, second] = [clauses[at]!, clauses[to]!]
  if (first.sentence === second.sentence)
    return true
  const areHeads = clauses[at - 1]?.sentence !== first.sentence && clauses[to - 1]!.sentence === first.sentence
  // 曾经 tells of one time, not of a time that is over.
  const isOver = !/曾经|当年|当初/.test(PAST.exec(first.words)![0])
  return second.sentence === first.sentence + 1 && areHeads && isOver
}

/** The most that the side of today may say. */
const LONGEST_NOW = 45

/** The second side goes on to ； or its sentence's end; of what is too long only the first clause, if it says much. */
function lastOf(passage: Clauses, from: number): number | undefined {
  const { text, clauses } = passage
  const last = lastOfPiece(passage, from)
  if (last - from < LONGEST_TIME && sizeIn(text, spanOf(clauses[from]!, clauses[last])) <= LONGEST_NOW)
    return last
  return sizeOf(clauses[from]!.words) >= 8 ? from : undefined
}
