import type { Count } from '../../structures/numerals.ts'
import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { canStandLarge, sizeOf } from '../../structures/alike.ts'
import { datesIn } from '../../structures/dates.ts'
import { countsIn, hasOtherNumber } from '../../structures/numerals.ts'

/** Words that say when: 由上年的8元, 提高到目前的9元. */
const TIME = '(?:(?:\\d{4}年|[去今上当]年|目前|现在|如今|当前|同期|年初|年底|最初|原来|过去)[末初底]?的?)?'
/** For how much of what a number holds: 每天三万吨, 人均8平方米. */
const RATE = '(?:每[一个]?[天日周月年季人户亩头间次小时公里平米百千万]{1,3}|[人户日月年亩][均产]|平均(?:每.)?)?'
/** What stands right before the first number. */
const FROM = new RegExp(`[由从自]${TIME}${RATE}(?:不足|不到|超过|[近约])?$`)
/** Between the numbers a verb of change and where it leads (《现代汉语八百词》: 到, 至, 为). */
const TO = new RegExp([
  '^(?:左右|以上|多)?(?:大幅|逐步|稳步|迅速|快速|又)?',
  '(?:增[加长至]?|上?升|上涨|涨|提[高升]|扩[大展]|延长|发展|壮大|下?降低?|下跌|跌|减[少至]?|缩[短小减]|压[缩减]|调[整高低])',
  `[到至为成]?了?${TIME}${RATE}(?:不足|不到|超过|[近约])?$`,
].join(''))
const ARRIVES = /(?<!不)[到至为成]/
/** What has not happened, or not yet. */
const UNREAL = new RegExp([
  '没有?|[未不]曾|并[未非]|不会|计划|打算|拟|可能|或许|^(?:如果|假如|要是|倘若|一旦)',
  String.raw`\b(?:not|never|if|unless|would|could|may|might)\b`,
].join('|'), 'i')
/** English verbs of change before from (Quirk et al. 9.17). */
const VERBS = [
  'rose|rise[ns]?|rising|grew|grow[ns]?|growing|increase[ds]?|increasing|climbed|climbs?|jumped|jumps?',
  'fell|falls?|fallen|falling|dropped|drops?|declined?|declines|shrank|shrunk|shrinks?|cut|cuts',
  'reduced|reduces?|expanded|expands?|went|gone|came down|up|down',
].join('|')
const CHANGES = new RegExp(
  String.raw`\b(?:${VERBS})(?: (?:slowly|steadily|sharply|again))? from(?: about| some| nearly)? $`,
)
const ENGLISH_TO = /^(?: (?:\d{4}|[a-z]+)){0,5}? to(?: about| some| nearly)? $/
/** Of two bars one of which is so much longer the other is not seen; below the least, no difference is. */
const RATIO = { least: 1.08, most: 20 } as const
const LONGEST = 60
const STRENGTH = 0.88

/**
 * Finds a number that has become another one within a clause: 财政支出由8.44元降到5.99元; Sales rose from 12 million to 34
 * million. A range, 票价从20元到80元, is none: nothing changes in it.
 *
 * @param passage one paragraph
 * @param passage.text its text
 * @param passage.clauses its clauses
 * @returns two bars each: what changes stands over them
 */
export function changes({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap(clause => changeIn(text, clause) ?? [])
}

/** 人次由310上升至540: what is counted stands before, and no unit after either number. */
const BARE = /(?<=[由从自])(\d+(?:\.\d+)?)\p{Script=Han}{2,5}(?<=[到至为]了?)(\d+(?:\.\d+)?)$/u

function bareCounts({ words, start }: Clause): Count[] {
  const match = BARE.exec(words)
  if (!match)
    return []
  const numbers = [match.index, match.index + match[0].length - match[2]!.length]
  return [match[1]!, match[2]!].map((number, index) => {
    const from = start + numbers[index]!
    return { start: from, end: from + number.length, value: Number(number), unit: '', strong: true }
  })
}

function changeIn(text: string, clause: Clause): Structure | undefined {
  const bare = bareCounts(clause)
  const counts = bare.length > 0 ? bare : countsIn(text, clause)
  const [first, second] = counts
  const dates = datesIn(text, clause)
  if (!first || !second || counts.length > 2 || sizeOf(clause.words) > LONGEST)
    return undefined
  const isRange = /[？?]|不等|之间/.test(text.slice(clause.start, clause.end + 1))
  if (isRange || hasOtherNumber(text, clause, [...counts, ...dates]))
    return undefined
  const from = startOf(text, clause, first, second)
  const isUnreal = UNREAL.test(text.slice(clause.start, first.start))
  if (from === undefined || isUnreal || !areComparable(text, first, second))
    return undefined
  const over = { start: clause.start, end: clause.start + text.slice(clause.start, from).trimEnd().length }
  const split = splitAt(text, first, second)
  const end = first.end + text.slice(first.end, split).trimEnd().length
  const members = [
    { start: from, end, strong: { start: first.start, end: first.end } },
    { start: split, end: clause.end, strong: { start: second.start, end: second.end } },
  ]
  return { strength: STRENGTH, ...(over.end > over.start && { over }), members, values: [first.value, second.value] }
}

/** Where the words of the first bar begin; nothing where no change is told of. */
function startOf(text: string, clause: Clause, first: Count, second: Count): number | undefined {
  const before = text.slice(clause.start, first.start)
  const between = text.slice(first.end, second.start)
  if (/\p{Script=Han}/u.test(clause.words)) {
    const from = FROM.exec(before)
    return from && TO.test(between) && ARRIVES.test(between) ? clause.start + from.index : undefined
  }
  const isChange = CHANGES.test(before) && ENGLISH_TO.test(between)
  return isChange ? clause.start + before.lastIndexOf('from ') : undefined
}

/** The second bar begins with the verb of change; in English with to. */
function splitAt(text: string, first: Count, second: Count): number {
  const between = text.slice(first.end, second.start)
  const aside = /^(?:左右|以上|多)/.exec(between)?.[0].length ?? 0
  const to = between.lastIndexOf(' to ')
  return first.end + (to >= 0 ? to + 1 : aside)
}

function areComparable(text: string, first: Count, second: Count): boolean {
  const ratio = Math.max(first.value, second.value) / Math.min(first.value, second.value)
  const areLarge = [first, second].every(({ start, end }) => canStandLarge(text.slice(start, end)))
  return first.unit === second.unit && ratio >= RATIO.least && ratio <= RATIO.most && areLarge
}
