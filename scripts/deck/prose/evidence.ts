import type { MemberWords } from '../structures/fits.ts'
import type { Span, Structure } from '../structures/structure.ts'
import type { Layout } from '../types.ts'
import type { Found } from './found.ts'
import type { Leaning } from './leaning.ts'
import type { Prose, Voice } from './voices.ts'
import { evidenceRoom, structureHeight } from '../structures/fits.ts'
import { isMainClause } from './clause-grammar.ts'
import { leaning } from './leaning.ts'
import { charactersIn } from './reading.ts'
import { waits } from './whole-clauses.ts'

/** What a slide may show below its headline: all of it is one person's. */
export interface Evidence extends Leaning {
  layout: Layout
  /** From 0 to 1: how much it is worth to see. */
  strength: number
  voice?: Voice
  /** The places that it takes, in order. */
  spans: readonly Span[]
  structure?: Structure
  /** What it takes of the slide, in pixels; less than any slide has, where that is not planned. */
  height?: number
}

/**
 * No more than so many Chinese characters, or half as many words, stand below a headline: text that is read aloud while
 * it stands there is understood worse (Wecker 2012).
 */
export const MOST_BELOW = 60

/**
 * All that a text could show in a drawn structure.
 *
 * @param prose sentences under one heading
 * @param prose.text their text
 * @param found the structures that it has
 * @returns evidence in no order
 */
export function structuresIn({ text }: Prose, found: readonly Found[]): Evidence[] {
  const wordsOf = ({ start, end }: Span): string => text.slice(start, end)
  return found
    .filter(({ layout, structure, voice }) =>
      saysSomething(layout, structure, wordsOf, voice) && !isHalf(layout, structure, text, voice))
    .flatMap(({ layout, structure, voice }) => variantsOf(layout, structure, voice)
      .flatMap(variant => fitting(layout, variant, voice, wordsOf)))
}

/** What is taken out of somebody's words is worth less than the words. */
const TAKEN_OUT = 0.2

type WordsOf = (span: Span) => string

/**
 * Whether each member of what asserts something is a clause that does, and what is large has words beside it that say
 * what it is.
 */
function saysSomething(layout: Layout, { members }: Structure, wordsOf: WordsOf, { clauses }: Voice): boolean {
  const countOf = (span: Span): number => charactersIn(wordsOf(span))
  const beside = members.map(({ strong, ...member }) => countOf(member) - (strong ? countOf(strong) : 0))
  // 由8元 | 降到5元: of pieces of one clause that clause says it.
  const isPiece = (member: Span): boolean => !clauses.some(({ start }) => start === member.start)
  return (!ASSERTIONS.has(layout) || members.every(member => isPiece(member) || isMainClause(wordsOf(member))))
    && (!BESIDE.has(layout) || beside.every(own => own >= FEWEST_BESIDE))
}

/** Whether a member that asserts something stops before what holds under it. */
function isHalf(layout: Layout, { members }: Structure, text: string, { clauses }: Voice): boolean {
  const endsAt = new Map(clauses.map(({ end }, index) => [end, index]))
  const last = members.map(({ end }) => endsAt.get(end))
  return ASSERTIONS.has(layout) && last.some(index => index !== undefined && waits(text, clauses, index))
}

/** A structure as evidence, where it is little enough to read and has room below a headline of one line. */
function fitting(layout: Layout, structure: Structure, voice: Voice, wordsOf: WordsOf): Evidence[] {
  const { over, members, after, strength } = structure
  const around = [over, after].flatMap(span => span ? [wordsOf(span)] : [])
  const spans = [over, ...members, after].flatMap(span => span ? [span] : [])
  const read = spans.reduce((sum, span) => sum + charactersIn(wordsOf(span)), 0)
  if (read - drawnIn(layout, members, wordsOf) > MOST_BELOW)
    return []
  const height = structureHeight(layout, members.map(member => memberWords(member, wordsOf)), around)
  const hasRoom = height <= evidenceRoom(1, Boolean(voice.attribution))
  const at = voice.clauses.findIndex(({ end }) => end > spans[0]!.start)
  // 一是 at a paragraph's head is said of the heading.
  const isCounted = layout === 'steps' && (at === 0 || isSecondHalf(structure))
  const leans = isCounted ? {} : leaningOf(structure, voice, at, wordsOf)
  const own = voice.quotation ? strength - TAKEN_OUT : strength
  return hasRoom ? [{ layout, strength: own, voice, spans, structure, ...leans, height }] : []
}

/** 都有这个本事: behind a list, what is said of it is what the sentence before has named. */
const POINTS_BACK = /[这那此](?:[个种样项件]|一(?!起|来))/

/** What a structure leans on: by its first words, by what is said of a list, or as a list that says nothing alone. */
function leaningOf({ over, members, after }: Structure, { clauses }: Voice, at: number, wordsOf: WordsOf): Leaning {
  if (after && POINTS_BACK.test(wordsOf(after)))
    return { leansOn: 'sentence' }
  const own = clauses[at]!
  const isAll = members.length > 1 && members[0]!.start === own.start && members.at(-1)!.end === own.end
  if (isAll && !over && !after && clauses[at - 1]?.sentence === own.sentence)
    return { leansOn: 'clause' }
  return leaning(clauses, at, wordsOf(over ?? members[0]!))
}

/** A numeral in its bar is seen, not read. */
function drawnIn(layout: Layout, members: Structure['members'], wordsOf: WordsOf): number {
  const numerals = layout === 'bars' ? members.flatMap(({ strong }) => strong ?? []) : []
  return numerals.reduce((sum, numeral) => sum + charactersIn(wordsOf(numeral)), 0)
}

function memberWords({ strong, ...member }: Structure['members'][number], wordsOf: WordsOf): MemberWords {
  const all = wordsOf(member)
  if (!strong)
    return { all }
  return {
    all,
    before: wordsOf({ start: member.start, end: strong.start }),
    after: wordsOf({ start: strong.end, end: member.end }),
  }
}

/** What stands beside a large number says what it counts: at least so many characters. */
const FEWEST_BESIDE = 3
const BESIDE: ReadonlySet<Layout> = new Set<Layout>(['figure', 'definition'])

/** Their members say something each, and are no scene for what comes. */
const ASSERTIONS: ReadonlySet<Layout> = new Set<Layout>(['definition', 'figure', 'figures', 'bars', 'cards'])

/**
 * A structure may do without what stands over it, where that is a whole clause: it may be the headline, as 真正缺的 may
 * not. What an author
 * has counted may be shown in halves, since each member keeps its number.
 */
function variantsOf(layout: Layout, structure: Structure, { clauses }: Voice): Structure[] {
  const { over, ...bare } = structure
  const isClause = over !== undefined && clauses.some(({ end, words }) => end === over.end && !words.endsWith('的'))
  const own = isClause ? [structure, bare] : [structure]
  return layout === 'steps' ? [...own, ...halvesOf(structure)] : own
}

/** Whether a structure begins with what is counted second, third or fourth. */
export function isSecondHalf({ half }: Structure): boolean {
  return half !== undefined && half.first > 1
}

/** Half a list is worth so much less than all of it. */
const HALF = 0.05
const FEWEST_COUNTED = 4

/** Members in a row of a long list, two or three, none of them left alone. */
function halvesOf({ over, members, after, strength }: Structure): Structure[] {
  const count = members.length
  if (count < FEWEST_COUNTED)
    return []
  const begins = Array.from({ length: count - 1 }, (_, at) => at).filter(at => at !== 1)
  return begins.flatMap((at) => {
    const ends = [at + 2, at + 3].filter(end => end <= count && end !== count - 1)
    return ends.map(end => ({
      strength: strength - HALF,
      ...(over && at === 0 && { over }),
      members: members.slice(at, end),
      ...(after && end === count && { after }),
      half: {
        first: at + 1,
        start: at > 0 ? members[at - 1]!.end : 0,
        end: end < count ? members[end]!.start : Number.POSITIVE_INFINITY,
      },
    }))
  })
}
