import type { Count } from '../../structures/numerals.ts'
import type { Clause, Clauses, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { apart, canStandLarge, plain, ratio, sizeOf, tokensOf } from '../../structures/alike.ts'
import { datesIn } from '../../structures/dates.ts'
import { countsIn, hasOtherNumber } from '../../structures/numerals.ts'
import { beside } from './beside.ts'
import { changes } from './change.ts'
import { compared } from './compared.ts'
import { parts } from './parts.ts'

/** A clause with one count, and when it was so. */
interface Bar { clause: Clause, at: number, count: Count, when: When }
/** Of a year its number; earlier and now without one. */
type When = number | 'then' | 'now' | undefined

const THEN = new RegExp([
  '以前|以往|过去|从前|当年|当初|原来|原先|早年|去年|前年|上年|最初|开始时|起初|改造前|刚开始',
  String.raw`\b(?:once|used to|formerly|originally|last year|at first|initially|previously)\b`,
].join('|'), 'i')
const NOW = /如今|现在|而今|今天|今年|目前|眼下|当前|改造后|\b(?:now|today|this year|currently|these days)\b/i
/** Bars of which one is invisible show nothing. */
const LARGEST_RATIO = 20
const LONGEST = 40
/** Clauses with the numbers stand close together. */
const FARTHEST = 3

/**
 * Finds two comparable numbers or more of one unit, each in a clause of its own: then and now
 * (1990年有9吨，如今有19吨), or one thing beside another (东村有30户，西村有50户); or one that becomes another (由9吨增加到19吨).
 * Comparison asks for one measure and one frame (Quirk et al. 15.63, the standard of comparison).
 *
 * @param passage one paragraph
 * @returns the groups in order, each with its values
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  const bars = read.clauses.flatMap((clause, at) => barOf(read, clause, at) ?? [])
  const found = bars.flatMap((bar, index) => {
    const before = bars[index - 1]
    // A row begins with its first: one that cannot be shown is not shown by half.
    const goesOn = before !== undefined && isBeside(read.text, before, bar)
    return [groupOf(read, bars.slice(index)), goesOn ? undefined : rowOf(read, bars.slice(index))]
  })
  const kinds = [changes, compared, beside, parts]
  return apart([...found.flatMap(structure => structure ?? []), ...kinds.flatMap(kind => kind(read))])
}

/** 2012年，覆盖率是45%: a date before a comma belongs to what follows it. */
function barOf({ text, clauses }: Clauses, own: Clause, at: number): Bar | undefined {
  const before = clauses[at - 1]
  const [alone] = before ? datesIn(text, before) : []
  const dated = before && alone && before.sentence === own.sentence && isAlone(text, before, alone)
  const clause = dated ? { ...own, start: before.start, words: text.slice(before.start, own.end) } : own
  const counts = countsIn(text, clause)
  const [count] = counts
  const dates = datesIn(text, clause)
  const isOne = counts.length === 1 && dates.length <= 1
  if (!count || !isOne || sizeOf(clause.words) > LONGEST || !canStandLarge(text.slice(count.start, count.end)))
    return undefined
  if (hasOtherNumber(text, clause, [count, ...dates]) || /[？?几比]|大约|或许|可能|不到|数[十百千万]|如果|假如/.test(clause.words))
    return undefined
  const [date] = dates
  const year = date && /\d{4}/.exec(text.slice(date.start, date.end))?.[0]
  return { clause, at, count, when: year === undefined ? whenOf(clause.words) : Number(year) }
}

/** What a clause without a year says of its time. */
function whenOf(words: string): When {
  if (NOW.test(words))
    return 'now'
  return THEN.test(words) ? 'then' : undefined
}

/** A clause that holds a date and hardly a word beside it. */
function isAlone(text: string, clause: Span, date: Span): boolean {
  return sizeOf(text.slice(clause.start, date.start)) + sizeOf(text.slice(date.end, clause.end)) <= 1
}

/** Numbers of one unit at times that follow each other. */
function groupOf(passage: Clauses, [first, ...others]: readonly Bar[]): Structure | undefined {
  if (!first || first.when === undefined || first.when === 'now')
    return undefined
  const group = [first]
  for (const bar of others) {
    const last = group.at(-1)!
    if (bar.at - last.at > FARTHEST || bar.clause.sentence > last.clause.sentence + 1)
      break
    if (isSameUnit(passage, last, bar) && isLater(last.when, bar.when))
      group.push(bar)
  }
  return structureOf(group, 0.9)
}

function isSameUnit({ text }: Clauses, one: Bar, other: Bar): boolean {
  if (one.count.unit !== '' && one.count.unit === other.count.unit)
    return true
  // It once weighed nine tonnes and now weighs nineteen: the numeral ends its clause.
  const isBare = one.count.unit !== '' && other.count.unit === '' && other.count.end === other.clause.end
  const isEnglish = !/\p{Script=Han}/u.test(text.slice(one.clause.start, one.clause.end))
  return isBare && isEnglish && other.when === 'now'
}

function isLater(one: When, other: When): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return other > one
  return (one === 'then' || typeof one === 'number') && other === 'now'
}

/** Shares of one whole are no more than all of it, and of two nobody knows whether they are of one. */
const WHOLE: Readonly<Record<string, number>> = { '%': 101, '成': 10 }
const FEWEST_SHARES = 3

/** Clauses side by side with the same word before the number, and different subjects. */
function rowOf({ text }: Clauses, [first, ...others]: readonly Bar[]): Structure | undefined {
  const row = [first!]
  for (const bar of others) {
    if (!isBeside(text, row.at(-1)!, bar))
      break
    row.push(bar)
  }
  const { unit } = first!.count
  const whole = WHOLE[unit]
  // Shares of different wholes are not to be compared.
  const isOfOne = whole === undefined
    || (row.length >= FEWEST_SHARES && row.reduce((sum, { count }) => sum + count.value, 0) <= whole)
  return row.length > 1 && isOfOne ? structureOf(row, 0.85) : undefined
}

function isBeside(text: string, first: Bar, second: Bar): boolean {
  if (second.at !== first.at + 1 || first.clause.sentence !== second.clause.sentence)
    return false
  if (first.count.unit !== second.count.unit || first.count.unit === '')
    return false
  const heads = [first, second].map(({ clause, count }) => ({ start: clause.start, end: count.start }))
  const [one, other] = heads.map(head => tokensOf(text, head))
  const verb = one!.at(-1)
  if (!verb || verb.form !== other!.at(-1)?.form || one!.length < 2 || other!.length < 2)
    return false
  if (!/^(?:verb|gerund|copula|direction)$/.test(verb.kind))
    return false
  const [left, right] = heads.map(({ start, end }) => text.slice(start, end))
  const [after, rest] = [first, second].map(({ clause, count }) => text.slice(count.end, clause.end))
  return left !== right && after === rest && ratio(sizeOf(left!), sizeOf(right!)) >= 0.6
}

function structureOf(bars: readonly Bar[], strength: number): Structure | undefined {
  const values = bars.map(({ count }) => count.value)
  const isUneven = Math.max(...values) / Math.min(...values) > LARGEST_RATIO
  if (bars.length < 2 || bars.length > 6 || isUneven || new Set(values).size < 2)
    return undefined
  const members = bars.map(({ clause, count }) => ({
    start: clause.start,
    end: clause.end,
    strong: { start: count.start, end: count.end },
  }))
  return { strength, members, values }
}
