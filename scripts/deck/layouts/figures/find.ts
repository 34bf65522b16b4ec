import type { Count } from '../../structures/numerals.ts'
import type { Clause, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { apart, canStandLarge, plain, sizeOf, spanOf } from '../../structures/alike.ts'
import { datesIn } from '../../structures/dates.ts'
import { countsIn, hasOtherNumber } from '../../structures/numerals.ts'

const FEWEST = 2
const MOST = 4
const LONGEST = 36
/** What holds only if something else does, and is said on the way to it. */
const CONDITION = new RegExp(`^(?:${[
  '如果|假如|假定|假设|要是|若|当(?![地年时天日月晚晨场前今])|只要|除非|虽然|尽管|即使|哪怕|每当|一旦|因为|由于',
  'if|unless|although|when|though',
].join('|')})(?![a-z])`, 'i')

/** 没有花掉|3000元, 零下|20度: there was no such number. */
const DENIED = /没有?[^，]{0,3}$|零下$|[～~]$|\b(?:not|never|no)\b[^,]*$/i
/** 这|百分之八; 说的|百分之九十. */
const TOLD_BEFORE = /(?:[这那]|这里说的|所说的|所谓的?)$/
/** 三是补助3元: one of a row of measures. */
const ORDINAL = /^[一二三四五六七八九十]是/
/** 46家食堂中: the whole that the counts behind it are parts of. */
const LONGEST_WHOLE = 16
export const OF_WHOLE = /(?:[当之]中|(?<![集心])中|(?<![公英海华])里)$/

/**
 * Finds two to four clauses in a row that each hold one count: large numerals side by side.
 * The whole that they are parts of stands over them.
 * Numbers with their units are those of GB/T 15835—2011; years, dates, ordinals and 一个 say nothing of how much.
 *
 * @param passage one paragraph
 * @returns the rows in order
 */
export const find: FindStructures = (passage) => {
  const { text, clauses: whole } = plain(passage)
  const clauses = whole.flatMap(clause => joinedIn(text, clause))
  const strong = clauses.map(clause => onlyCount(text, clause))
  const isOfWhole = (at: number): boolean => clauses.some(({ sentence, words }, index) =>
    index < at && sentence === clauses[at]!.sentence && strong[index] !== undefined && OF_WHOLE.test(words))
  const isBetween = (at: number): boolean => Boolean(strong[at - 1] ?? strong[at + 1]) || isOfWhole(at)
  const counts = clauses.map((clause, at) => strong[at] ?? (isBetween(at) ? smallCount(text, clause) : undefined))
  const rows: Structure[] = []
  for (let at = 0; at < clauses.length; at++) {
    let to = at
    while (counts[to] && clauses[to]!.sentence <= clauses[at]!.sentence + 1)
      to++
    // More than four are a table, and which of them should be left out nobody can say.
    const hasWhole = to > at && OF_WHOLE.test(clauses[at]!.words) && sizeOf(clauses[at]!.words) <= LONGEST_WHOLE
    const from = hasWhole ? at + 1 : at
    const large = strong.slice(from, to).filter(Boolean).length
    if (to - from >= FEWEST && to - from <= MOST && (hasWhole || large >= FEWEST)) {
      const row = rowOf(clauses.slice(from, to), counts.slice(from, to) as Count[])
      rows.push(hasWhole ? { ...row, over: spanOf(clauses[at]!) } : row)
    }
    at = Math.max(at, to)
  }
  return apart(rows)
}

/** What is told of has been, or is there (《现代汉语八百词》: 了, 过, 有). */
const TOLD = /[了过有共达]$/

/**
 * 遇上过七次大汛, beside 九十六本: a small count goes with larger ones. In 落实八项规定 it is a name's: nothing says that so
 * many were counted.
 */
function smallCount(text: string, clause: Clause): Count | undefined {
  const count = onlyCount(text, clause, countsIn)
  const isWord = count && /^\p{Script=Han}+$/u.test(text.slice(count.start, count.end))
  const isCounted = !isWord || count.end === clause.end || TOLD.test(text.slice(clause.start, count.start))
  return isCounted ? count : undefined
}

/** What is had is told at the clause's end: nothing is said of the second count alone. */
const HAS = /^(?!.*\b(?:who|that|which|not?|nobody|never)\b).*\b(?:has|have|had)(?: about| some| over| nearly)? $/i
const JOINT = / and (?:about |nearly |some |over )?$/

/**
 * Counts that 、 parts in one clause are members of their own, 药品621种、耗材38类; so are two that and joins, 612 bridges
 * and £1.9 million.
 */
function joinedIn(text: string, clause: Clause): Clause[] {
  const counts = tellingCounts(text, clause)
  const [first, second, ...others] = counts
  const isRow = counts.length > 1 && counts.length <= MOST && !/[的时]$/.test(clause.words)
  if (isRow && counts.slice(0, -1).every(({ end }) => text[end] === '、'))
    return listedIn(text, clause, counts)
  const joint = first && second && JOINT.exec(text.slice(first.end, second.start))
  if (!joint || others.length > 0 || !HAS.test(text.slice(clause.start, first.start)))
    return [clause]
  const end = first.end + joint.index
  const at = end + 1
  return [
    { ...clause, end, words: text.slice(clause.start, end) },
    { ...clause, start: at, words: text.slice(at, clause.end) },
  ]
}

function listedIn(text: string, clause: Clause, counts: readonly Count[]): Clause[] {
  return counts.map((count, index) => {
    const start = index === 0 ? clause.start : counts[index - 1]!.end + 1
    const end = index === counts.length - 1 ? clause.end : count.end
    return { ...clause, start, end, words: text.slice(start, end) }
  })
}

/**
 * The one count of a clause, where it is one to remember.
 *
 * @param text the text
 * @param clause the clause
 * @param find finds the counts; without it, those that are large
 * @returns the count; nothing where there are others beside it
 */
export function onlyCount(text: string, clause: Clause, find = tellingCounts): Count | undefined {
  const found = find(text, clause)
  const labels = found.filter(one => isLabel(text, one, clause))
  const [count, ...others] = found.filter(one => !labels.includes(one))
  if (!count || (find === tellingCounts && !count.strong) || others.length > 0 || sizeOf(clause.words) > LONGEST)
    return undefined
  const before = text.slice(clause.start, count.start)
  const isOfOne = count.unit === '岁' && !/平均|人均/.test(before)
  if (isOfOne || TOLD_BEFORE.test(before))
    return undefined
  const isDenied = DENIED.test(before)
  const isLess = /[？?]/.test(clause.words) || CONDITION.test(clause.words) || ORDINAL.test(clause.words) || isDenied
  if (!canStandLarge(text.slice(count.start, count.end)) || isLess)
    return undefined
  return hasOtherNumber(text, clause, [count, ...labels, ...datesIn(text, clause)]) ? undefined : count
}

/** 60岁以上老年人; 三十册至百册的|24个: it says of whom or what, not how many. */
function isLabel(text: string, { start, end }: Span, clause: Span): boolean {
  const isAge = end < clause.end && /岁(?:及?以[上下]|左右)$/.test(text.slice(start, end))
  return isAge || end <= clause.start + classLength(text.slice(clause.start, clause.end))
}

/** A class by its size, 三十册至百册的. */
const CLASS = /以[上下内]|[至到]|不[足满]|超过/
/** How many are of it, at the clause's end: 三十册至百册的|24个. */
const OF_CLASS = /^有?\d+(?:\.\d+)?万?\p{Script=Han}{1,2}$/u

/** How long the words are that say of which class a count at the clause's end is. */
function classLength(words: string): number {
  const end = words.lastIndexOf('的') + 1
  const head = words.slice(0, end)
  return CLASS.test(head) && !/[了过着、]/.test(head) && OF_CLASS.test(words.slice(end)) ? end : 0
}

/**
 * The counts of a stretch of text, 两个 and five not among them: who says five junctions does not ask that five be
 * remembered.
 *
 * @param text the text
 * @param span where in it to look
 * @returns the counts in digits or of ten and more
 */
export function tellingCounts(text: string, span: Span): Count[] {
  return countsIn(text, span).filter(({ strong, start, end }) => strong || /\d/.test(text.slice(start, end)))
}

function rowOf(clauses: readonly Clause[], counts: readonly Count[]): Structure {
  const members = clauses.map(({ start, end }, index) => {
    const count = counts[index]!
    return { start, end, strong: { start: count.start, end: count.end } }
  })
  return { strength: clauses.length > 2 ? 0.8 : 0.76, members }
}
