import type { Clause } from '../structures/structure.ts'
import { beginning, isDependent, NAMES_PURPOSE, RELATIVE, STOPS_SHORT, THEN } from './clause-grammar.ts'
import { isNamed } from './noun-phrases.ts'
import { lacksSubject } from './subjects.ts'

/**
 * Whether clauses in a row hang on nothing outside them.
 *
 * @param text the text that they stand in
 * @param clauses its clauses
 * @param from the index of the first
 * @param to the index of the last
 */
export function isWhole(text: string, clauses: readonly Clause[], from: number, to: number): boolean {
  const last = clauses[to]!
  if (isDependent(last.words) || STOPS_SHORT.test(last.words) || TORN_QUESTION.test(clauses[from]!.words))
    return false
  if (waits(text, clauses, to) || (!closesPiece(text, clauses, to) && LISTED.test(last.words)))
    return false
  // The driver felt it drop, looked in his mirror | and saw: what he did is told to its end.
  if (!closesPiece(text, clauses, to) && DOES_MORE.test(last.words) && /^(?:and|or) /.test(clauses[to + 1]!.words))
    return false
  // The clock, which had stopped, struck: what stands before a relative clause goes on after it.
  const relative = RELATIVE.test(clauses[to + 1]?.words ?? '') ? clauses[to + 1]! : undefined
  // Our boat, which I had built | and which I was proud of, sank: nor is all said behind it.
  if (RELATIVE.test(last.words) && to > from && !closesPiece(text, clauses, to))
    return false
  const goesOn = clauses[to + 2]?.sentence === last.sentence || relative?.words.includes(', ')
  if (relative?.sentence === last.sentence && goesOn)
    return false
  if (isListTorn(text, clauses, from, to))
    return false
  const before = clauses[from - 1]
  // What only names somebody waits for what is said of them.
  if (clauses[to + 1]?.sentence === last.sentence && isNamed(last.words))
    return false
  // 为大家办事，为大家说话提供了条件: what it is done for waits for what is done.
  if (NAMES_PURPOSE.test(last.words) && clauses[to + 1]?.sentence === last.sentence)
    return false
  // What holds only under the clause before stands with it.
  const isUnder = before !== undefined && holdsUnder(before, clauses[from]!)
  const isHeld = isUnder && before.sentence === clauses[from]!.sentence
  // 当船修好了，人也齐了，那么就该开船: what follows does so from all of it.
  const isTorn = before?.sentence === last.sentence && isDependent(before.words) && FOLLOWS.test(last.words)
  // Three belong together where the first waits for the others: 虽然…，….
  const isLoose = to - from > 1 && !isDependent(clauses[from]!.words)
  return !isHeld && !isLoose && !isTorn
}

function holdsUnder(before: Clause, { words }: Clause): boolean {
  const isDenied = DENIED.test(before.words) && COMES_OF_IT.test(words)
  return CONDITION.test(before.words) || FOLLOWS.test(words) || isDenied
}

/**
 * Whether a clause says under what the next one holds: 水位超过一米，船就会漂走; 码头在三百米以内，往返只要几分钟.
 *
 * @param text the text that the clauses stand in
 * @param clauses its clauses
 * @param at the clause's index
 */
export function waits(text: string, clauses: readonly Clause[], at: number): boolean {
  if (closesPiece(text, clauses, at))
    return false
  const [{ words }, next] = [clauses[at]!, clauses[at + 1]!]
  // 指定一个船长，只需在门上写个名字: what is to be done waits for what it takes.
  if (/^只[需消]/.test(next.words) && lacksSubject(words))
    return true
  if (WHENEVER.test(words) && AS_OFTEN.test(next.words))
    return true
  // 桥修不修，开了三次会: what is asked waits for what is said of it; 水满不满，灯亮不亮: but for another question.
  if (WHETHER.test(words) && !WHETHER.test(next.words))
    return true
  const isOpen = [LIMIT, ABOUT, CONCEDES, GIVES_UP, LASTS].some(form => form.test(words))
  return isOpen || REPLACES.test(next.words) || FOLLOWS.test(next.words)
}

/** A question without its end. */
const TORN_QUESTION = new RegExp([
  '^(?:Why|How|What|When|Where|Who|Which) ',
  String.raw`(?:do|does|did|is|are|was|were|can|could|should|will|would|has|have)\b`,
  // What is needed is a boat: a subject, and no question.
  String.raw`(?!.+\b(?:is|was|are|were|matters?|mattered|means?|meant|remains?|remained)\b)[^?]*$`,
].join(''))
/** One of a row that English parts with commas: Jekyll, Homebrew, and …. */
const LISTED = /^(?!(?:I|you|we|he|she|it|they)\b)[\w’'@-]+(?: [\w’'-]+)?(?:, [\w’'@-]+(?: [\w’'-]+)?)*$/i
/** Behind a comma a clause goes on with what its subject does next: no subject of its own stands there. */
const DOES_MORE = new RegExp(`, (?!(?:${[
  'i|you|we|he|she|it|they|there|this|that|these|those|the|an?|my|your|his|her|its|our|their|who|which|what|where|when',
  'no|not|one|two|three|some|many|most|all|each|every|nobody|nothing|everybody|everything|in|on|at|by|of|for|from|to',
  'with|without|into|over|under|after|before|if|as|but|so|like|even|too|say',
].join('|')})\\b)[a-z]+ [^,]*$`)
/** 不再追求数量，把重点放在质量上: what is given up waits for what takes its place. */
const GIVES_UP = /^(?:从此|今后)?不再(?!是)/
/** 大家围绕修桥的事，提了意见: what it is about waits for what is done. */
const ABOUT = /^[^，]{1,12}(?:围绕|針對|针对|着眼|立足)[^，]+$/
/** 什么时候灯亮着，船就走得稳: 疑问词 and 就 make a condition (《现代汉语八百词》: 任指). */
const WHENEVER = /^(?:什么时候|什么地方|哪[里儿个]|谁)/
const AS_OFTEN = new RegExp(THEN)
/** 开办八个月，二十多年过去，一个冬天下来: how long it has been until something is so. */
const LASTS = new RegExp([
  '^[^了着过是有，]{0,8}[\\d一二三四五六七八九十百两半]+多?',
  '(?:(?:[年天周]|个?多?月|个?多?小时)(?:过去|下来)?了?|(?:个[^，]{1,2}|[季夜轮圈趟番])下来)$',
].join(''))
/** How far or how much, under which something holds. */
const LIMIT = /(?:以内|之内|以外|之外|之间)$/
/** 不再追求数量，而是…: what is denied alone says the contrary of nothing. */
const REPLACES = /^(?:而是|而在于?|而要|而应|转而|改为|重在|but rather|but instead)/
/** Behind its subject too: 渡船虽然能开十公里，…. */
const CONCEDES = /^[^，]{1,12}(?:虽然|尽管|固然|即使|哪怕|(?<!是)因为|由于)/

/** 修不修, 办不办得下去, 来没来: a question of its own form (朱德熙《语法讲义》: 反复问句). */
const WHETHER = /(\p{Script=Han})[不没]\1/u

/** After these a clause holds under a condition. */
const CONDITION = beginning(
  '如果|假如|倘若|要是|若|只有|只要|除非|虽然|尽管|即使|哪怕|无论|不论|不管|离开|一旦|与其|有人[说问]|有人认为|没有',
  'If|Unless|Although|Though|Some say|Even if',
)

/** 不弄清水情，两岸的人家就不敢动身: no word opens the condition but that it is denied. */
const DENIED = /^不(?![仅但光只单过少断同久止])/
const COMES_OF_IT = new RegExp(`${THEN}[能会可要不没应该得]`)
/** What follows from the clause before: 党和人民就能…, 我们才会…, 那么你就应该…. */
const FOLLOWS = new RegExp([
  '^[^、]{1,8}(?:(?<![成造])就|(?<![人口])才|(?<![不方])便)[能会可要不没有应该得]',
  '^那么(?![多大少高长远好])',
  // 这些东西没有昆虫来访，要么不结果，要么…: what comes of it, one way or the other.
  '^要么',
].join('|'))

/** Whether a clause begins a sentence, or what of one stands behind ；. */
export function opensPiece(text: string, clauses: readonly Clause[], from: number): boolean {
  const before = clauses[from - 1]
  return before?.sentence !== clauses[from]!.sentence || isParted(text, before, clauses[from]!)
}

/** Whether a clause ends a sentence, or what of one stands before ；. */
export function closesPiece(text: string, clauses: readonly Clause[], to: number): boolean {
  const after = clauses[to + 1]
  return after?.sentence !== clauses[to]!.sentence || isParted(text, clauses[to]!, after)
}

/** Two things are left: the floor, | and the weekend staff: what a colon leads to is told to its end. */
function isListTorn(text: string, clauses: readonly Clause[], from: number, to: number): boolean {
  const isLed = /\P{Script=Han}: /u.test(text.slice(clauses[from]!.start, clauses[to]!.end))
  return isLed && !closesPiece(text, clauses, to) && /^(?:and|or) /.test(clauses[to + 1]!.words)
}

/** Clauses with ； between them are two. */
function isParted(text: string, one: Clause, other: Clause): boolean {
  return /[；;]/.test(text.slice(one.end, other.start))
}
