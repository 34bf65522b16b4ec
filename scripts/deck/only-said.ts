import type { Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { announcesInEnglish } from './prose/english-clauses.ts'

/**
 * Whether a sentence is said to the audience, says that something will be said, or names whose words stand above it:
 * 谢谢大家！ 现将有关情况报告如下。 ——《渡口志》
 *
 * @param unit a sentence
 * @returns true for such a sentence outside lists
 */
export function isOnlySaid(unit: Unit): boolean {
  return !unit.place && (isCourtesy(unit) || isAnnouncement(unit) || isCredit(unit))
}

/** A courtesy, 谢谢大家！, is no longer than this. */
const LONGEST_COURTESY_EM = 8

const TITLE = '["“《][^"”》]{1,60}["”》]'
/** A line that begins with a dash, and ends as no sentence does: who says what stands above it, and where. */
export const CREDIT = new RegExp([
  String.raw`^(?:——|--|—|―)\s*(?=[\p{L}\p{N}@《"“])`,
  // A title is read in one way alone, or a line of many would be read in all ways.
  `((?:${TITLE}|(?!${TITLE})[^。！？!?]){1,100})(?<![.;；：:，,…])$`,
].join(''), 'u')

/** Adapted from a talk given at a meeting. */
const ADAPTED = /^(?:Adapted|Reprinted|Translated|Excerpted|Transcribed|Abridged) (?:from|by)\b[^.!?]*$/

function isCredit({ sentence, opensParagraph }: Unit): boolean {
  const line = sentence.value.trim()
  return opensParagraph && (CREDIT.test(line) || ADAPTED.test(line))
}

function isCourtesy({ sentence }: Unit): boolean {
  const text = sentence.value.trim()
  if (ENGLISH_COURTESY.test(text))
    return true
  return widthInEm(text) <= LONGEST_COURTESY_EM && /^[^“，,]+[！!：:]$/.test(text) && /\p{Script=Han}/u.test(text)
}

const ENGLISH_COURTESY = new RegExp([
  '^(?:good (?:morning|afternoon|evening)(?:,? (?:everyone|everybody|all|ladies and gentlemen))?',
  '|(?:thank you|thanks)(?: (?:all|again|very much|so much|for (?:having|listening|coming)))*(?: (?:me|to me))?)[.!]$',
].join(''), 'i')

/** Where a text says that it will say something: 现将有关情况报告如下。 下面我讲三点意见。 */
const ANNOUNCES = new RegExp([
  '(?:^|[，,])[现兹][就将把].{0,60}如下[。：:]$',
  [
    '^(?:(?:下面|这里|今天|现在|以下)(?!的).{0,16}|我(?:[先就只想再要来]|简单|主要){0,3})[说讲谈](?:一下)?',
    '[几两三四五](?:点|个?方面|个问题|件事|句)\\p{Script=Han}{0,4}[。：:]$',
  ].join(''),
].join('|'), 'u')

/** What goes on for longer says something beside. */
const LONGEST_ANNOUNCEMENT_EM = 50

function isAnnouncement({ sentence, attribution }: Unit): boolean {
  const text = sentence.value.trim()
  const isEnglish = !attribution && announcesInEnglish(text) && widthInEm(text) <= LONGEST_ANNOUNCEMENT_EM
  return ANNOUNCES.test(text) || isEnglish
}
