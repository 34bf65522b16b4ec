import type { Clause, Clauses, FindStructures, Structure } from '../../structures/structure.ts'
import { readOrdinal } from '../../../outline/ordinals.ts'
import { isSaidOfEarlier } from '../../prose/subjects.ts'
import { piecesOf, plain, sizeIn, spanOf } from '../../structures/alike.ts'
import { datesIn } from '../../structures/dates.ts'
import { countsIn, hasOtherNumber } from '../../structures/numerals.ts'
import { onlyCount, tellingCounts } from '../figures/find.ts'

/**
 * Finds the one count of a sentence: its clause, with the numeral and its unit (GB/T 15835—2011) strong.
 * A sentence with two counts has none.
 *
 * @param passage one paragraph
 * @returns a structure for each such sentence, in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  return piecesOf(read, 'sentences').flatMap(clauses => figureOf(read, clauses))
}

function figureOf({ text }: Clauses, clauses: readonly Clause[]): Structure[] {
  const whole = { start: clauses[0]!.start, end: clauses.at(-1)!.end }
  const [telling, ...others] = tellingCounts(text, whole)
  if (!telling || others.length > 0)
    return []
  const clause = clauses.find(({ start, end }) => telling.start >= start && telling.end <= end)
  const count = clause && onlyCount(text, clause)
  const isPlace = clause && count && PLACE.test(clause.words) && count.end < clause.end
  // 二十来条: not even the author counted them.
  const isRough = count && text.slice(count.start, count.end).includes('来')
  if (!clause || !count || isPlace || isRough)
    return []
  if (hasOtherNumber(text, whole, [count, ...datesIn(text, whole)]))
    return []
  const [before, behind] = [text.slice(clause.start, count.start), text.slice(count.end, clause.end)]
  const isNone = isBesideAnother(text, clause) || IS_KNOWN.test(before) || AGO.test(behind) || IS_LESS.test(before)
  if (isNone || readOrdinal(text.slice(whole.start, whole.end)))
    return []
  const strong = { start: count.start, end: count.end }
  const at = clauses.indexOf(clause)
  // Of whom the clause is said stands before it: their words go with it, where there is room.
  const isShort = sizeIn(text, spanOf(clauses[0]!, clause)) <= LONGEST
  const from = isSaidOfEarlier(clauses, at) && isShort ? whole.start : clause.start
  const isAbout = ABOUT.test(text.slice(strong.start, strong.end)) && count.value < MANY
  // 三十里外的村子: it says which, not how many.
  // Nor does 12个字：, before what they are.
  const isAttribute = /^(?:[外里内远长高宽深厚重]{0,2}的|[：:])/.test(text.slice(count.end))
  return [{ strength: isAbout || isAttribute ? 0.45 : 0.6, members: [{ start: from, end: clause.end, strong }] }]
}

/** Hired for twenty weeks and kept for twenty-seven: neither of two is the figure. */
function isBesideAnother(text: string, clause: Clause): boolean {
  const isEnglish = !/\p{Script=Han}/u.test(clause.words)
  return isEnglish && countsIn(text, clause).filter(({ value }) => value >= LEAST_ENGLISH).length > 1
}

/** Two or three of something are no figure. */
const LEAST_ENGLISH = 10
/** The twenty worst, of those twenty: it says which. */
export const IS_KNOWN = /\b(?:the|those|these|every) $/i
/** Seventy years ago: it says when. */
const AGO = /^ (?:ago|before|earlier|later)\b/
/** 一个看透了，胜过走马看十个: the other one is better; 谁也不会多走二十里: nobody does so. */
const IS_LESS = /(?:胜过|强过|好过|不如|比不上|抵得上|不[会必肯用想])[^，]*$/
/** 二十六个村子里: where nothing is done, and what is so comes next. */
const PLACE = /^[^了过着在到进入往向是]*(?:里头?|里面|[当之]中|(?<![集心])中|之间)$/
/** No longer than this in all. */
const LONGEST = 40
/** 看十个: a round number is about one. */
const ABOUT = /[多几]|^十.$|\b(?:about|some|around)\b/
/** 二十多步: what is no round number, and small, need not be remembered. */
const MANY = 1000
