import type { Clause, Clauses, FindStructures, Span, Structure } from '../../structures/structure.ts'
import { apart, plain, sizeIn, spanOf, withStrong } from '../../structures/alike.ts'
import { twoSides } from '../../structures/two-sides.ts'
import { conditionsIn } from './conditions.ts'

/** What opens the first step, the ones between, and the last (《现代汉语八百词》: 先…再…然后…). */
interface Order { first: RegExp, next: RegExp }

const ORDERS: readonly Order[] = [
  {
    first: /^[^，。；：]{0,6}?(?<![首起事原领优率预])先(?![进生后锋前例天辈祖导烈于])(?:是(?![否不]))?/,
    next: /^[^，。；：]{0,3}?(?:再(?![次三也说者见])|然后|接着|随后|而后|继而|最后|最终)(?:是(?![否不]))?/,
  },
  { first: /^从(?![前来此而事不未容小中头])/, next: /^再?到(?!了?底|[处时期])/ },
  {
    first: /^(?:\w+ ){0,3}?first\b(?!-| (?:time|of|and|class|place)\b)/i,
    next: /^(?:and |but )?(?:then|next|after that|finally|lastly|last|afterwards)\b/i,
  },
]
/** What follows from the clause before (《现代汉语八百词》: 所以, 因此); so that and so far are no such so. */
const THEREFORE = /^(?:所以|因此|因而|于是)|^so\s(?!that\b|as\b|far\b|much\b|many\b)/
const FEWEST = 3
const MOST = 7
const LONGEST_STEP = 40
/** Clauses of one step. */
const LONGEST = 3

/**
 * Finds what is done or passed one after another, or follows from another: 先…，再…，然后…; 从…，到…，再到…;
 * first …, then …, finally … (Quirk et al. 8.137). What an author has numbered are steps.
 *
 * @param passage one paragraph
 * @returns the sequences in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  const series = read.clauses.flatMap((_, at) => ORDERS.flatMap(order => sequenceAt(read, at, order) ?? []))
  const reasons = twoSides(read, THEREFORE, 0.58).filter(({ members }) => !isOfSpeech(read.text, members))
  return apart([...series, ...conditionsIn(read), ...reasons])
}

/** So I am just going to talk; we said that we would, so we list them: whoever speaks says what they do next. */
function isOfSpeech(text: string, [one, other]: readonly Span[]): boolean {
  const [because, then] = [one!, other!].map(({ start, end }) => text.slice(start, end)) as [string, string]
  return /^so (?:I|here|let|this is)\b/.test(then) || (/^so we\b/.test(then) && /^(?:I|we)\b/i.test(because))
}

function sequenceAt({ text, clauses }: Clauses, at: number, { first, next }: Order): Structure | undefined {
  if (!first.test(clauses[at]!.words))
    return undefined
  const starts = [at]
  const isClose = (index: number): boolean =>
    index - starts.at(-1)! <= LONGEST && isNear(clauses, starts.at(-1)!, index)
  for (let index = at + 1; index < clauses.length && isClose(index); index++) {
    if (next.test(clauses[index]!.words))
      starts.push(index)
  }
  const spans = starts.map((start, index) => memberOf(clauses, start, starts[index + 1]))
  const areShort = spans.every(span => sizeIn(text, span) <= LONGEST_STEP)
  const isAsked = /[？?]/.test(text.slice(spans[0]!.start, spans.at(-1)!.end + 1))
  if (starts.length < FEWEST || starts.length > MOST || !areShort || isAsked)
    return undefined
  const strongs = spans.map((span, index): Span | undefined => {
    const clause = clauses[starts[index]!]!
    const mark = (index === 0 ? first : next).exec(clause.words)![0]
    return clause.end === span.end ? { start: clause.start + mark.length, end: clause.end } : undefined
  })
  return { strength: 0.85, members: withStrong(text, spans, strongs) }
}

/** In one sentence, or the next one's head. */
function isNear(clauses: readonly Clause[], from: number, index: number): boolean {
  const [one, other] = [clauses[from]!, clauses[index]!]
  if (one.sentence === other.sentence)
    return true
  return other.sentence === one.sentence + 1 && clauses[index - 1]!.sentence !== other.sentence
}

/** A step goes on until the next one, the last is one clause. */
function memberOf(clauses: readonly Clause[], start: number, next: number | undefined): Span {
  return spanOf(clauses[start]!, clauses[next === undefined ? start : next - 1])
}
