import type { Clause, Clauses, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { apart, sizeIn } from '../../structures/alike.ts'
import { datesIn } from '../../structures/dates.ts'

const FEWEST = 3
const MOST = 8
/** What may stand before a date at a clause's head: 到1978年, By May 2005. */
const BEFORE = new RegExp([
  '^(?:[到至自从在于而]|截至|直到|早在|In|On|By|Since|From|Until|Around|and in|and by|in|on|by)?',
  String.raw`\s?(?:early |late |mid-)?$`,
].join(''))
/** A date goes on for a few clauses. */
const LONGEST = 5
const LONGEST_SIZE = 70

/**
 * Finds three clauses or more that begin with dates, one after another: 1949年…，1978年…，2012年…; In 1990 …. In 2005 ….
 * (GB/T 15835—2011, 5.1 on how dates are written; Quirk et al. 8.51, adjuncts of time at the head set the scene.)
 * Strong is the date.
 *
 * @param passage one paragraph
 * @returns the timelines in order
 */
export const find: FindStructures = ({ text, clauses }) => {
  const dates = clauses.map(clause => dateOf(text, clause))
  const rows: Structure[] = []
  for (let at = 0; at < clauses.length; at++) {
    const inside = dates[at] ? undefined : insideDate(text, clauses[at]!)
    const own = inside ? dates.with(at, inside) : dates
    const starts = rowFrom({ text, clauses }, own, at)
    const row = starts.length >= FEWEST && starts.length <= MOST ? rowOf({ text, clauses }, own, starts) : undefined
    if (row) {
      rows.push(inside ? withSubject(row, inside.start) : row)
      at = starts.at(-1)!
    }
  }
  return apart(rows)
}

/** What all members are told of stands over them, with the word that leads to the first one's date. */
function withSubject({ members: [first, ...others], ...row }: Structure, start: number): Structure {
  return { ...row, over: { start: first!.start, end: start }, members: [{ ...first!, start }, ...others] }
}

/** The date at a clause's head, with 到 or In before it left out. */
function dateOf(text: string, clause: Clause): Span | undefined {
  const [date] = datesIn(text, clause)
  if (!date || !BEFORE.test(text.slice(clause.start, date.start)))
    return undefined
  const words = text.slice(date.start, date.end)
  // May 2005 is one date.
  const after = /^\s(?:1[5-9]|20)\d\d\b|^\s\d{1,2}(?:, (?:1[5-9]|20)\d\d)?\b/.exec(text.slice(date.end, clause.end))
  return /^[A-Z]/.test(words) && after ? { start: date.start, end: date.end + after[0].length } : date
}

/** 清水河|在2021年有了水声，2022年…: the date of a first clause may stand behind what all of them are told of. */
function insideDate(text: string, clause: Clause): Span | undefined {
  const [date] = datesIn(text, clause)
  return date && INSIDE.test(text.slice(clause.start, date.start)) ? date : undefined
}

const INSIDE = /^[^，。；：“”「」]{2,16}[在于到至]$/

/** Clauses with dates that come close after each other, each later than the one before. */
function rowFrom({ clauses, text }: Clauses, dates: readonly (Span | undefined)[], at: number): number[] {
  if (!dates[at])
    return []
  const starts = [at]
  const isClose = (index: number): boolean => {
    const last = starts.at(-1)!
    return index - last <= LONGEST && clauses[index]!.sentence - clauses[last]!.sentence <= 2
  }
  for (let index = at + 1; index < clauses.length && isClose(index); index++) {
    const [last, date] = [dates[starts.at(-1)!]!, dates[index]]
    if (date && isLater(text.slice(last.start, last.end), text.slice(date.start, date.end)))
      starts.push(index)
  }
  return starts
}

function isLater(one: string, other: string): boolean {
  const [first, second] = [yearOf(one), yearOf(other)]
  // Dates of one kind: with years all of them, or none.
  return one !== other && (first === undefined) === (second === undefined) && (first ?? 0) <= (second ?? 0)
}

function yearOf(date: string): number | undefined {
  const year = /\d{4}/.exec(date)?.[0]
  return year === undefined ? undefined : Number(year)
}

function rowOf(
  { text, clauses }: Clauses,
  dates: readonly (Span | undefined)[],
  starts: readonly number[],
): Structure | undefined {
  const members = starts.map((start, index) => {
    const next = starts[index + 1] ?? clauses.length
    const { sentence } = clauses[start]!
    const isOfDate = (at: number): boolean =>
      at >= start && at < next && clauses[at]!.sentence === sentence && !isCut(text, clauses, start, at)
    // Until the next date, or the end of the date's sentence.
    const last = clauses.findLastIndex((_, at) => isOfDate(at))
    return { start: clauses[start]!.start, end: clauses[Math.max(last, start)]!.end, strong: dates[start]! }
  })
  const fits = members.every(member => sizeIn(text, member) <= LONGEST_SIZE && member.end > member.strong.end)
  return fits ? { strength: 0.85, members } : undefined
}

/** A ； after a date's clauses ends them. */
function isCut(text: string, clauses: readonly Clause[], start: number, at: number): boolean {
  return at > start && /[；;]/.test(text.slice(clauses[start]!.end, clauses[at]!.start))
}
