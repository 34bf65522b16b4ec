import type { Clause, Clauses, FindStructures, Member, Span, Structure } from '../../structures/structure.ts'
import { apart, isWhole, pairOf, plain, ratio, sizeIn, spanOf, withStrong } from '../../structures/alike.ts'
import { balanced } from '../../structures/balanced.ts'
import { markedPairs } from '../../structures/marked-pairs.ts'
import { behind, lastOfPiece } from '../../structures/structure.ts'
import { twoAlike } from '../../structures/two-alike.ts'
import { alsoSo } from './added.ts'
import { builtAlike, twoKinds } from './english.ts'
import { piecesAlike } from './pieces-alike.ts'

/** 既 as a conjunction: not 既然, 既往, 既定. What stands before it in the clause is the subject of both. */
const FIRST = /^(?<over>[^，。；：]{0,14}?)既(?![然往定得成视济望非])/
const SECOND = /^(?:而?又|[也更还亦])/
const LONGEST_MEMBER = 45

/**
 * Finds two things that hold together, and a third if it is marked in the same way:
 * 既…，又…; 一方面…，另一方面…; 不仅…，而且… (《现代汉语八百词》: 既 … 又/也 says that both are so, 而且 adds);
 * on the one hand … on the other; both …, and …; not only …, but also … (Quirk et al. 13.35, 13.42, correlative
 * coordination); and the same said of two things.
 *
 * @param passage one paragraph
 * @returns what is found, in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  const kinds = [bothAt, (from: Clauses, at: number) => sidesAt(from, at), twinsAt, englishAt]
  const found = read.clauses.flatMap((_, at) => kinds.flatMap(kind => kind(read, at) ?? []))
  const alike = [
    ...alsoSo(read),
    ...twoAlike(read, 'plain'),
    ...piecesAlike(read),
    ...balanced(read, 'added'),
    ...builtAlike(read),
    ...twoKinds(read),
  ]
  return apart([...found, ...added(read), ...alike])
}

const NOT_ONLY = /^(?<before>[^，。；：不没]{0,10})(?:不仅仅|不仅|不但|不只|不单|不光)(?!如此|是否)(?:是(?![由因]))?/
const BUT_ALSO = /^(?:而且|更加?|还|也|并且|反而|(?:[但它他她这那其]|同时|[我你他它]们)[更还也])(?!有人)(?:是(?![由因]))?/
const NOT_ONLY_ENGLISH = /^.*?\bnot (?:only|just|merely|simply) /i
const BUT_ALSO_ENGLISH = /^but (?:also |\w+ (?:is |are |was |were )?also )?(?!even\b)/i
const ADDED = { chinese: 0.86, english: 0.9 } as const

/** 不仅是方法，更是立场; not only slow, but also dear. With a third, or what climbs, they are a ladder. */
function added(passage: Clauses): Structure[] {
  const { text, clauses } = passage
  const inEnglish = clauses.flatMap((first, at) => {
    const second = clauses[at + 1]
    const mark = NOT_ONLY_ENGLISH.exec(first.words)
    const answer = isSame(second, first) ? BUT_ALSO_ENGLISH.exec(second!.words) : null
    if (!mark || !answer || /[?？]/.test(text.slice(first.start, second!.end)))
      return []
    const strongs = [behind(first, mark[0]), behind(second!, answer[0])]
    return [pairOf(text, ADDED.english, [spanOf(first), spanOf(second!)], strongs)]
  })
  return [...markedPairs(passage, [{ first: NOT_ONLY, second: BUT_ALSO, strength: ADDED.chinese }]), ...inEnglish]
}

function bothAt({ text, clauses }: Clauses, at: number): Structure | undefined {
  const first = clauses[at]!
  const mark = FIRST.exec(first.words)
  const before = mark?.groups!.over ?? ''
  const place = { start: first.start + before.length, end: first.end }
  if (!mark || !isWhole(text, place, first))
    return undefined
  const starts = [at]
  for (let index = at + 1; isSame(clauses[index], first) && index - starts.at(-1)! <= 2; index++) {
    if (SECOND.test(clauses[index]!.words) && starts.length < 3)
      starts.push(index)
  }
  if (starts.length < 2)
    return undefined
  const ends = starts.map((start, index) => index < starts.length - 1 ? starts[index + 1]! - 1 : start)
  const spans = starts.map((start, index) => spanOf(clauses[start]!, clauses[ends[index]!]))
  spans[0]!.start = place.start
  const marks = starts.map((start, index) => index === 0 ? 1 : SECOND.exec(clauses[start]!.words)![0].length)
  const own = spans.map(({ start }, index) => start + marks[index]!)
  // 既要…又要…: what both share is not strong.
  const shared = /[要是有能会讲]/.test(text[own[0]!]!) && own.every(place => text[place] === text[own[0]!]) ? 1 : 0
  const strongs = spans.map(({ end }, index) => {
    const isOneClause = clauses[starts[index]!]!.end === end
    return isOneClause ? { start: own[index]! + shared, end } : undefined
  })
  return structureOf(text, spans, strongs, before === '' ? undefined : { start: first.start, end: place.start })
}

function structureOf(
  text: string,
  spans: readonly Span[],
  strongs: readonly (Span | undefined)[],
  over?: Span,
): Structure | undefined {
  const sizes = spans.map(span => sizeIn(text, span))
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const isAsked = /[？?]/.test(text.slice(spans[0]!.start, spans.at(-1)!.end + 1))
  if (isAsked || most > LONGEST_MEMBER || least < 2)
    return undefined
  const members: Member[] = withStrong(text, spans, strongs)
  return { strength: ratio(least, most) < 0.4 ? 0.65 : 0.75, ...(over && { over }), members }
}

const LONGEST_SIDE = 5

/** 一方面…，另一方面…; 一边是…，一边是…: the first goes on until the second begins. */
function sidesAt(
  passage: Clauses,
  at: number,
  first = /^(?:一方面|一[边头][是有])/,
  second = /^而?(?:另一方面|一方面|另?一[边头][是有]|另一[边头][却则就也])/,
): Structure | undefined {
  const { text, clauses } = passage
  const clause = clauses[at]!
  const isNear = ({ sentence }: Clause, index: number): boolean =>
    index > at && index <= at + LONGEST_SIDE && sentence <= clause.sentence + 1
  const to = clauses.findIndex((other, index) => isNear(other, index) && second.test(other.words))
  if (!first.test(clause.words) || to < 0 || (clauses[to - 1]!.sentence !== clause.sentence))
    return undefined
  // What is said of the other side goes on to the sentence's end, or to ；.
  // Cut off before, it may hold only under what follows.
  const last = lastOfPiece(passage, to)
  return structureOf(text, [spanOf(clause, clauses[to - 1]), spanOf(clauses[to]!, clauses[last])], [])
}

/** 一头连着千家万户，一头连着财政: one word of side, and one verb. 一边走，一边唱 is done at once. */
const TWIN = /^(?<twin>一[边头面手端]\p{Script=Han}着?)/u

function twinsAt({ text, clauses }: Clauses, at: number): Structure | undefined {
  const [first, second, third] = [clauses[at]!, clauses[at + 1], clauses[at + 2]]
  const twin = /^[^一]{0,8}/.exec(first.words)![0]
  const words = TWIN.exec(first.words.slice(twin.length))?.groups!.twin
  if (words === undefined || !second || !isSame(second, first) || !second.words.startsWith(words))
    return undefined
  const isRow = third && isSame(third, first) && third.words.startsWith(words)
  const spans = [{ start: first.start + twin.length, end: first.end }, spanOf(second)]
  const strongs = spans.map(({ start, end }) => ({ start: start + words.length, end }))
  const over = { start: first.start, end: first.start + twin.length }
  return isRow ? undefined : structureOf(text, spans, strongs, twin === '' ? undefined : over)
}

function isSame(one: Clause | undefined, other: Clause): boolean {
  return one?.sentence === other.sentence
}

/** Both a way across, and a place to stand: the two are built alike. */
function firstWord(words: string): string {
  return words.split(' ')[0]!.toLowerCase()
}

function englishAt(passage: Clauses, at: number): Structure | undefined {
  const hands = sidesAt(passage, at, /^On (?:the )?one hand\b/i, /^(?:but |and |while )?on the other(?: hand)?\b/i)
  if (hands)
    return hands
  const { text, clauses } = passage
  const [first, second] = [clauses[at]!, clauses[at + 1]]
  const both = /^(?<over>.*?)\bboth (?!(?:sides|sexes|parties|of)\b)(?<rest>.+)$/i.exec(first.words)
  if (!both || !second || !isSame(second, first) || !second.words.startsWith('and '))
    return undefined
  const { over: head = '', rest = '' } = both.groups!
  // Both … and … within the clause needs no second one.
  if (/\band\b/.test(rest) || firstWord(rest) !== firstWord(second.words.slice(4)))
    return undefined
  const start = first.start + head.length
  const spans = [{ start, end: first.end }, spanOf(second)]
  const strongs = [{ start: start + 5, end: first.end }, { start: second.start + 4, end: second.end }]
  const over = { start: first.start, end: first.start + head.trimEnd().length }
  return structureOf(text, spans, strongs, over.end > over.start ? over : undefined)
}
