import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { bracketDepths } from '../../../language/brackets.ts'
import { piecesOf, ratio, sizeIn, withStrong } from '../../structures/alike.ts'

const FEWEST = 3
const MOST = 6
/** In words and a half. */
const LONGEST = 21
/** The shortest member is so long beside the longest. */
const EVEN = 0.25
/** Words that ask for what follows them; a series repeats one of them (Quirk et al. 13.43, 19.7). */
const ASKS = /^(?:because|that|who|what|how|why|when|where|if|whether|until|never|not|no|nor|without)$/
/** What follows these may be large; a clause is not, nor what is denied. */
const ASKS_WORDS = /^(?:to|by|with|for|from|into|through|about|against|every|too)$/
/** That is all: it stands for what was said, and begins no member. */
const POINTS = /^that (?:is|was)\b/i
const DETERMINERS = 'the|an?|my|your|his|her|its|our|their|this|that|these|those|each|every|no|one|two|three'
const NAMED = new RegExp(`^(?:${DETERMINERS}|some|any|four|five|six) `, 'i')
/** Move the boathook, paint the handle: a verb with its object. What may not be that verb stands first. */
const ACTION = new RegExp(`^(?!(?:${[
  `${DETERMINERS}|i|you|he|she|it|we|they|there|and|or|but|so|if|when|as|than|then|not|only|all|both|half|what|who`,
  'in|on|at|by|of|for|from|to|with|into|over|under|after|before|is|are|was|were|be|has|have|had|do|does|did|will',
].join('|')}) )[a-z]+ (?:${DETERMINERS}|it|them|up|down|out)\\b`, 'i')

/** What stands between two commas of an English clause, or behind a colon. */
interface Segment extends Span { words: string, clause: Clause, isLed: boolean }

/**
 * Finds English series of three members or more that begin alike: because…, because…, and because…; the date, the
 * question, the time behind a colon; Move the boathook, paint the handle, tie the pin.
 *
 * @param passage one paragraph
 * @returns the series in order; what stands before the first member in its clause stands over them
 */
export function series(passage: Clauses): Structure[] {
  const { text } = passage
  return piecesOf(passage, 'semicolons').flatMap((clauses) => {
    if (/\p{Script=Han}/u.test(clauses[0]!.words))
      return []
    const segments = clauses.flatMap(segmentsOf)
    return repeated(text, segments) ?? named(text, segments) ?? actions(text, segments) ?? []
  })
}

function segmentsOf(clause: Clause): Segment[] {
  const depths = bracketDepths(clause.words)
  const marks = Array.from(clause.words.matchAll(/[,:]\s+(?:(?:and|or)\s+)?/g))
    .filter(({ index }) => depths[index] === 0)
  const starts = [0, ...marks.map(({ 0: mark, index }) => index + mark.length)]
  return starts.map((from, index): Segment => {
    const to = marks[index]?.index ?? clause.words.length
    const joint = index === 0 ? /^(?:and |or )?/.exec(clause.words)![0].length : 0
    const words = clause.words.slice(from + joint, to)
    const isLed = marks[index - 1]?.[0].startsWith(':') ?? false
    return { start: clause.start + from + joint, end: clause.start + to, words, clause, isLed }
  })
}

/** They hold drills so because…, because…, and because…. */
function repeated(text: string, segments: readonly Segment[]): Structure | undefined {
  const words = segments.map(segment => segment.words.split(' ')[0]!.toLowerCase())
  const opens = (word: string): boolean => ASKS.test(word) || ASKS_WORDS.test(word)
  const at = words.findIndex((word, index) => index > 0 && opens(word) && words[index + 1] === word)
  const [word, lead] = [words[at], segments[at - 1]]
  const place = lead && Array.from(lead.words.matchAll(new RegExp(`\\b${word}\\b`, 'gi'))).at(-1)?.index
  if (!lead || place === undefined)
    return undefined
  const behind = words.findIndex((one, index) => index > at && one !== word)
  const first = { ...lead, start: lead.start + place }
  const members = [first, ...segments.slice(at, behind < 0 ? undefined : behind)]
  const isPointing = members.some(member => POINTS.test(member.words))
  return isPointing ? undefined : rowOf(text, members, ASKS_WORDS.test(word!) ? word!.length : 0)
}

/** Enter it in the notebook: the date, the question, the time. */
function named(text: string, segments: readonly Segment[]): Structure | undefined {
  const at = segments.findIndex(({ isLed }) => isLed)
  const members = segments.slice(Math.max(at, 0))
  return at > 0 && members.every(({ words }) => NAMED.test(words)) ? rowOf(text, members, 0) : undefined
}

function actions(text: string, segments: readonly Segment[]): Structure | undefined {
  return segments.every(({ words }) => ACTION.test(words)) ? rowOf(text, segments, 0) : undefined
}

/** Whether no bracket or quotation mark stands without its mate. */
function isBalanced(words: string): boolean {
  const count = (mark: string): number => words.split(mark).length - 1
  return count('(') === count(')') && count('[') === count(']') && count('“') === count('”') && count('"') % 2 === 0
}

/** Members that read with what stands over them as whole clauses; what differs is strong where it is short. */
function rowOf(text: string, segments: readonly Segment[], shared: number): Structure | undefined {
  const sizes = segments.map(segment => sizeIn(text, segment))
  const isEven = ratio(Math.min(...sizes), Math.max(...sizes)) >= EVEN && Math.max(...sizes) <= LONGEST
  const [first, last] = [segments[0]!, segments.at(-1)!]
  const isWhole = last.end === last.clause.end
  if (segments.length < FEWEST || segments.length > MOST || !isEven || !isWhole)
    return undefined
  const before = text.slice(first.clause.start, first.start).replace(/[\s,:]+$/, '')
  const isJoint = /^(?:and|or)$/i.test(before)
  const lead = isJoint ? '' : before
  const from = isJoint ? first.clause.start : first.start
  const spans = segments.map(({ start, end }) => ({ start: start === first.start ? from : start, end }))
  const isRepeated = new Set(segments.map(({ words }) => words.toLowerCase())).size < segments.length
  if (isRepeated || ![lead, ...segments.map(({ words }) => words)].every(isBalanced))
    return undefined
  const strongs = spans.map(({ start, end }) => ({ start: start + shared, end }))
  const members = shared > 0 ? withStrong(text, spans, strongs) : spans
  const over = { start: first.clause.start, end: first.clause.start + lead.length }
  return { strength: 0.84, ...(lead !== '' && { over }), members }
}
