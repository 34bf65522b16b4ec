import type { Token } from '../../structures/alike.ts'
import type { Clause, Clauses, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { bracketDepths } from '../../../language/brackets.ts'
import { apart, sizeIn, sizeOf, spanOf, tokensOf } from '../../structures/alike.ts'
import { listMarks, withLeads } from '../../structures/clauses.ts'
import { around, bare, openingOf } from '../../structures/structure.ts'
import { english } from './english.ts'
import { CLASSES, GOVERNS, LEANS } from './kinds.ts'

const FEWEST = 4
const MOST = 12
const LONGEST = 8
/** Members differ in length by no more than this, or nobody can tell where the first begins. */
const SPREAD = 4
/** What follows the last member without being of it (《现代汉语八百词》: 等 ends a row). */
const ENDS = /^(?:等|以及|之间|方面|的)/
const JOINS = /^[和与與及或跟]$|^以及$/

/**
 * Finds four short members or more between 、 in one clause: 就业、教育、医疗、社保等方面 (GB/T 15834—2011, 4.5).
 * The words before the first member govern all; where they end is read from the other members:
 * the first is as long and begins with a word of the same kind.
 *
 * @param passage one paragraph
 * @returns the lists in order
 */
export const find: FindStructures = (passage) => {
  const led = withLeads(passage)
  return apart([...led.clauses.flatMap((clause, at) => chinese(led, clause, led.clauses[at - 1])), ...english(led)])
}

function chinese({ text }: Clauses, clause: Clause, before: Clause | undefined): Structure[] {
  const marks = listMarks(clause.words).map(at => clause.start + at)
  // 和 may stand for the last mark.
  if (marks.length < FEWEST - 2 || marks.length > MOST - 1)
    return []
  const middle = marks.slice(1).map((end, index): Span => ({ start: marks[index]! + 1, end }))
  if (middle.some(member => !isMember(text, member)))
    return []
  const dash = text.slice(marks.at(-1)!, clause.end).search(/—|\.{3}|…/)
  const last = lastOf(text, { start: marks.at(-1)! + 1, end: dash < 0 ? clause.end : marks.at(-1)! + dash }, middle)
  const first = last && firstOf(text, { start: introduced(clause), end: marks[0]! }, [...middle, last.members[0]!])
  if (!last || !first)
    return []
  const members = [first, ...middle, ...last.members].map(member => bare(text, member))
  const words = members.map(({ start, end }) => text.slice(start, end))
  const areNumbers = words.every(word => /^[\d一二三四五六七八九十第年月日.％%]+$/.test(word))
  const areDifferent = new Set(words).size === words.length
  if (areNumbers || !areDifferent || members.length > MOST || members.length < FEWEST)
    return []
  const beside = around(text, clause, members)
  // 1.地面、排水…: a number stands with what it numbers.
  if (beside.over && !/\p{L}/u.test(text.slice(beside.over.start, beside.over.end)))
    return []
  // 架上站着一排木头小鸟，麻雀、翠鸟…: what is nothing but a list is of the clause before it.
  const isBare = !beside.over && !beside.after && before?.sentence === clause.sentence
  const strength = Math.min(0.85, 0.55 + members.length / 20)
  return [{ strength, ...(isBare && { over: spanOf(before!) }), members, ...beside }]
}

/** After ： a list begins. */
function introduced({ words, start }: Clause): number {
  const colon = Math.max(...['：', ': ', '—'].map(mark => words.lastIndexOf(mark, words.indexOf('、'))))
  return start + colon + 1
}

/** A word or two, without a mark or a conjunction in it: 公安、法院和乡镇、街道 are two lists. */
function isMember(text: string, member: Span): boolean {
  const words = text.slice(member.start, member.end)
  const size = sizeOf(words)
  const joins = tokensOf(text, member).some(({ form, kind }) => JOINS.test(form) || kind === 'copula')
  return size >= 1 && size <= LONGEST && !/[，。；：！？,;—]/.test(words) && !joins
}

/** The last member, or the last two where 和 joins them, end at 等, at 的, or with the clause. */
function lastOf(text: string, rest: Span, middle: readonly Span[]): { members: Span[] } | undefined {
  const tokens = tokensOf(text, rest)
  const longest = Math.max(...middle.map(member => sizeIn(text, member)))
  const join = tokens.find((token, index) => index > 0 && JOINS.test(token.form))
  const before = join && { start: rest.start, end: join.start }
  if (join && before && sizeIn(text, before) <= longest + 1 && sizeIn(text, before) > 0) {
    const second = endOf(text, { start: join.end, end: rest.end }, middle)
    if (!isMember(text, before))
      return undefined
    // 和其他设施 is no member but all the rest.
    if (/^(?:其他|其它|其余|别的)$/.test(tokens[tokens.indexOf(join) + 1]?.form ?? ''))
      return { members: [before] }
    return second && { members: [before, second] }
  }
  const only = endOf(text, rest, middle)
  return only && { members: [only] }
}

function endOf(text: string, rest: Span, middle: readonly Span[]): Span | undefined {
  const sizes = middle.map(member => sizeIn(text, member))
  const longest = Math.max(...sizes)
  const tokens = tokensOf(text, rest)
  const hasOf = middle.some(({ start, end }) => text.slice(start, end).includes('的'))
  const isStop = (form: string): boolean => ENDS.test(form) && !(hasOf && form === '的')
  const stops = tokens.filter(({ form, start }) => start > rest.start && isStop(form)).map(({ start }) => start)
  const endsAlike = (token: Token, at: number): boolean => !LEANS.has(token.kind)
    && tokens[at + 1]?.kind !== 'noun'
    && sizeIn(text, { start: rest.start, end: token.end }) === longest
  const same = sizes.every(size => size === longest) ? tokens.find(endsAlike)?.end : undefined
  // 等 ends a list, however short its last member is.
  const ended = tokens.find(({ form, start }) => start > rest.start && form.startsWith('等'))?.start
  const upToEnd = { start: rest.start, end: ended ?? rest.start }
  if (ended !== undefined && isMember(text, upToEnd) && sizeIn(text, upToEnd) <= longest + 2)
    return upToEnd
  const ends = [...stops.slice(0, 1), ...(ended === undefined ? [rest.end] : []), ...(same === undefined ? [] : [same])]
  for (const end of ends) {
    const size = sizeIn(text, { start: rest.start, end })
    const quoted = end === rest.end && openingOf(text, rest) === rest.start
    const isShort = quoted || size <= longest + (end === rest.end || end === same ? 1 : 2)
    const isLong = size >= Math.min(...sizes) - 1 && size > 0
    const isEven = Math.max(...sizes, size) - Math.min(...sizes, size) <= SPREAD
    if (isShort && isLong && isEven && isMember(text, { start: rest.start, end }))
      return { start: rest.start, end: rest.start + text.slice(rest.start, end).trimEnd().length }
  }
  return undefined
}

/** Where the first member begins, of all the words before the first mark. */
function firstOf(text: string, head: Span, others: readonly Span[]): Span | undefined {
  const sizes = others.map(member => sizeIn(text, member)).sort((a, b) => a - b)
  const [shortest, usual, longest] = [sizes[0]!, sizes[sizes.length >> 1]!, sizes.at(-1)!]
  const quoted = openingOf(text, head)
  if (quoted !== undefined)
    return { start: quoted, end: head.end }
  const tokens = tokensOf(text, head)
  const classes = new Set(others.flatMap(member => classOf(tokensOf(text, member)[0]) ?? []))
  const counts = others.map(member => tokensOf(text, member).length)
  const isFit = (size: number): boolean =>
    size <= Math.max(longest, usual + 1) && size >= shortest - (shortest > 2 ? 1 : 0)
  const governs = (before: Token | undefined): boolean => before === undefined || GOVERNS.has(before.kind)
  const places = tokens
    .map((token, at) => {
      const size = sizeIn(text, { start: token.start, end: head.end })
      return { token, before: tokens[at - 1], size, count: tokens.length - at }
    })
    .filter(({ token, size }) => isFit(size) && fits(classOf(token), classes))
    .filter(({ token, before }) => !isParted(text, token, before, head))
    .filter(({ before, size }) => governs(before) || sizes.every(other => other === size))
  // 获得阿里、华为、腾讯: a verb that no other member begins with may govern them.
  const mayGovern = ({ kind }: Token): boolean => kind === 'verb' && !classes.has('verb') && !classes.has('both')
  // As long as the others, and of as many words.
  const cost = ({ token, size, count, before }: typeof places[number]): number => Math.abs(size - usual)
    + (counts.includes(count) ? 0 : 0.5)
    + (governs(before) ? 0 : 0.6)
    + (mayGovern(token) ? 2.5 : 0)
  const best = places.sort((one, other) => cost(one) - cost(other))[0]
  const isEven = best && Math.max(longest, best.size) - Math.min(shortest, best.size) <= SPREAD
  return isEven ? { start: best.token.start, end: head.end } : undefined
}

/** No member begins inside quotation marks or brackets that it does not hold. */
function isParted(text: string, token: Token, before: Token | undefined, head: Span): boolean {
  const depths = bracketDepths(text.slice(head.start, head.end))
  const isInNumber = before !== undefined && /^[\d.]+$/.test(before.form) && before.end === token.start
  return (depths[token.start - head.start] ?? 0) > 0 || isInNumber
}

function classOf(token: Token | undefined): string | undefined {
  // The dictionary calls 大米 a numeral.
  const isNoNumeral = token?.kind === 'numeral' && !/[\d一二三四五六七八九十百千万亿两几数]/.test(token.form)
  return token && (isNoNumeral ? 'name' : CLASSES[token.kind] ?? 'name')
}

function fits(own: string | undefined, classes: ReadonlySet<string>): boolean {
  const content = ['name', 'both', 'verb']
  return own !== undefined && (classes.has(own) || (content.includes(own) && content.some(other => classes.has(other))))
}
