import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { THEN } from '../../prose/clause-grammar.ts'
import { apart, sizeIn, spanOf } from '../../structures/alike.ts'
import { goesOn } from '../../structures/structure.ts'

/** 越 of 越…越…: not 越来越, 超越, 越南. */
const THE_MORE = /(?<![来超穿跨翻优卓飞])越(?!来越|[过南冬野剧狱权级位界])/
/** A consequence that no word marks. */
const ANY = /^(?!所以|因此|因而|[并而且但也还又])/

/**
 * What opens a condition or a cause, and what its consequence begins with
 * (《现代汉语八百词》: 如果…就…, 只有…才…, 因为…所以…, 越…越…).
 */
const PAIRS: readonly (readonly [opens: RegExp, follows: RegExp])[] = [
  [/^(?:如果|假如|倘若|要是|若是?|只要|一旦|离开|没有|既然)/, /^(?:那么?|[就便则])|^[^，、]{1,8}[就便则](?!是)/],
  [/^(?:只有|除非)/, /^才|^[^，、]{1,8}才(?!能有|干|华)/],
  [/^(?:因为|由于)/, /^(?:所以|因此|因而)/],
  [/^(?:因为|由于)/, ANY],
  [THE_MORE, THE_MORE],
]
/** 没有船就没有渡口: a condition that has what follows from it. */
const HAS_BOTH = new RegExp(`^.+(?:${THEN}|(?<![方不])便(?![利民]))`)
/** English parts the two with a comma (Quirk et al. 15.3); what is listed before one is no condition. */
const ENGLISH = new RegExp([
  String.raw`^(?:If|Unless|When|Once|As long as|Because|Whenever)\s[^,;:]+,\s`,
  String.raw`(?!(?:and|or|but|though|which|who|either|whether|especially|particularly|including|such|even)\b)`,
].join(''))
/** What is told of somebody or something that was named before is no rule: When we asked her, she …. */
const OF_SOMEBODY = new RegExp([
  '[他她它]|^(?:因为|由于|如果|要是|只要)?[这那]|我(?!们?[国党市区县乡村])',
  String.raw`\b(?:he|she|him|her|his|they|them|I|me|it|this|that|these|those)\b`,
].join('|'))
const SHORTEST = 3
const LONGEST = 28

/**
 * Finds a condition or a cause with what follows from it: two members, one before the other.
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function conditionsIn(passage: Clauses): Structure[] {
  const { text, clauses } = passage
  return apart(clauses.flatMap((clause, at) => chinesePair(passage, at) ?? englishPair(text, clauses, clause) ?? []))
}

function chinesePair(passage: Clauses, at: number): Structure | undefined {
  const { text, clauses } = passage
  const [one, other] = [clauses[at]!, clauses[at + 1]]
  if (!other || !goesOn(passage, at))
    return undefined
  const isPair = !HAS_BOTH.test(one.words)
    && PAIRS.some(([opens, follows]) => opens.test(one.words) && follows.test(other.words))
  // What follows twice, 就会…，就会…, is not shown by half.
  return isPair && !goesOn(passage, at + 1) ? pair(text, one, other) : undefined
}

function englishPair(text: string, clauses: readonly Clause[], clause: Clause): Structure | undefined {
  const condition = ENGLISH.exec(clause.words)?.[0]
  const isAlone = clauses.filter(({ sentence }) => sentence === clause.sentence).length === 1
  if (!condition || !isAlone)
    return undefined
  const start = clause.start + condition.length
  const end = start - condition.length + condition.trimEnd().length - 1
  return pair(text, { start: clause.start, end }, { start, end: clause.end })
}

function pair(text: string, one: Span, other: Span): Structure | undefined {
  const members = [spanOf(one), spanOf(other)]
  const sizes = members.map(member => sizeIn(text, member))
  const isAsked = /[？?]/.test(text.slice(one.start, other.end + 1))
  const isOfSomebody = members.some(({ start, end }) => OF_SOMEBODY.test(text.slice(start, end)))
  const fits = sizes.every(size => size >= SHORTEST && size <= LONGEST)
  return fits && !isAsked && !isOfSomebody ? { strength: 0.6, members } : undefined
}
