import type { Clause, Clauses, FindStructures, Structure } from '../../structures/structure.ts'
import { apart, pairOf, plain, ratio, sizeIn, sizeOf, spanOf, tokensOf } from '../../structures/alike.ts'
import { behind, lastOfPiece } from '../../structures/structure.ts'
import { twoSides } from '../../structures/two-sides.ts'
import { english } from './english.ts'
import { opposed } from './opposed.ts'
import { twoAlike } from './two-alike.ts'

/**
 * How a pair of clauses is marked: what opens the one and the other, and how many clauses may stand between theirs.
 * Strong is what follows the mark; group `before` of the first is what may stand before the mark in its clause.
 */
interface Pair { first: RegExp, second: RegExp, strength: number, between?: number }

/** A subject before the mark, or none: 关键|不是数量. */
const SUBJECT = '(?<before>[^，。；：不没]{0,10}?)'
const NOT = new RegExp(`^${SUBJECT}(?:(?:[并绝]|从来)?不是|[并绝]非|不在于?|不靠|不再是)(?!很|太|特别)`)
const BUT = /^(?:而是|而在于|而在|而靠|恰恰是|却是|就是要|是)(?!否|不是)/
const IS = new RegExp(`^${SUBJECT}(?<![不还但可于就只要凡或若都而总也才])是(?!否|不是|因为|由于)`)
const AND_NOT = /^(?:而不是|而非|而绝不是|绝不是|不是|并非|不只是)(?!不)/
const MUST = /^(?:我们|你们|他们|大家)?(?:一定|[就更])?要(?![是么不求素点害])/
const MUST_NOT = /^(?:而不要|绝不要|不要|而不能|而不是)/
const NOT_ONLY = /^(?<before>[^，。；：不没]{0,10})(?:不仅仅|不仅|不但|不只|不单|不光)(?!如此|是否)(?:是(?![由因]))?/
const BUT_ALSO = /^(?:而且|更加?|还|也|并且|反而|(?:[但它他她这那其]|同时|[我你他它]们)[更还也])(?!有人)(?:是(?![由因]))?/
const PAIRS: readonly Pair[] = [
  { first: NOT, second: BUT, strength: 0.92, between: 1 },
  { first: IS, second: AND_NOT, strength: 0.9 },
  { first: MUST, second: MUST_NOT, strength: 0.88 },
  { first: NOT_ONLY, second: BUT_ALSO, strength: 0.86 },
]
/** These are marks of a third: with one the clauses are a list or a ladder. */
const THIRD = /^(?:也不是|更不是|不是|就是|甚至|更是|还要|更要|也不要|不要|而不是|还能|更能)/

/**
 * Finds two clauses that are set against each other, by their conjunctions (《现代汉语八百词》: 不是…而是…, 不仅…而且…),
 * by an end that is said and denied (…我们赔得起；…我们赔不起), by two superlatives in one frame (最大的优势是…，最大的危险是…), by the same
 * said of two things, or by then and now (以往…，如今…; Quirk et al. 8.51 on time adjuncts in contrast, 13.42 on not …
 * but).
 *
 * @param passage one paragraph
 * @returns the contrasts in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  return apart([marked, superlatives, thenAndNow, english, adversative, twoAlike, opposed].flatMap(kind => kind(read)))
}

/** A，但 B; A, but B: what is granted, and what counts (《现代汉语八百词》: 但; Quirk et al. 13.32). */
function adversative(passage: Clauses): Structure[] {
  return twoSides(passage, /^(?:但是?(?!凡)|可是|然而|不过(?!是))|^(?:but|yet)\s(?!also\b|rather\b|even\b)/, 0.58)
    .filter(({ members: [first] }) => !SUPPOSES.test(passage.text.slice(first!.start, first!.end)))
}

/** 如果水大，但是船好，就走: both belong to what is supposed, and what follows is set against neither. */
const SUPPOSES = /^(?:如果|假如|倘若|要是|若(?!干)|只要|除非|一旦)|^(?:if|unless)\b/i

function marked({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((first, at) => PAIRS.flatMap(({ first: opens, second: answers, strength, between = 0 }) => {
    const mark = opens.exec(first.words)
    const to = clauses.findIndex(({ sentence, words }, index) =>
      index > at && index <= at + 1 + between && sentence === first.sentence && answers.test(words))
    const second = clauses[to]
    if (!mark || !second || /[？?]/.test(text.slice(first.start, second.end + 1)) || isWithin(first, mark))
      return []
    const others = [clauses[at - 1], clauses[to + 1], ...clauses.slice(at + 1, to)]
    const isLong = to - at > 1 && sizeOf(first.words) + sizeOf(clauses[at + 1]!.words) > 40
    if (isLong || others.some(clause => clause?.sentence === first.sentence && THIRD.test(clause.words)))
      return []
    const last = goingOn(clauses, to)
    const members = [spanOf(first, clauses[to - 1]), spanOf(second, clauses[last])]
    const tail = to - at === 1 ? behind(first, mark[0]) : undefined
    const answer = behind(second, answers.exec(second.words)![0])
    // 是老李，不是没见过世面的人都…: what is denied is of the same build as what is said.
    const isUneven = tail && ratio(tail.end - tail.start, answer.end - answer.start) < 0.2
    return isUneven ? [] : [pairOf(text, strength, members, [tail, last === to ? answer : undefined])]
  }))
}

/** 是看一个没有钱的人，…: what is set against the first goes on where its clause only names somebody. */
const NAMES = /的[人事]$/
const LONGEST_ANSWER = 45

/** 而是有的…，有的…: all of them stand against the first. */
function goingOn(clauses: readonly Clause[], at: number): number {
  const { words, sentence } = clauses[at]!
  let last = at
  const next = clauses[at + 1]
  if (NAMES.test(words) && next?.sentence === sentence && sizeOf(words) + sizeOf(next.words) <= LONGEST_ANSWER)
    last++
  while (words.includes('有的') && clauses[last + 1]?.sentence === sentence && clauses[last + 1]!.words.startsWith('有的'))
    last++
  return last
}

/** The mark is no mark inside a word or an attribute: 不是办法的办法, 要是. */
function isWithin(clause: Clause, mark: RegExpExecArray): boolean {
  const { length } = mark[0]
  const before = mark.groups?.before ?? ''
  return length >= clause.words.length || /(?:如果|若|假如|只要|只有|即使|哪怕|无论|不管|这样|认为|以为|说)$/.test(before)
}

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
