import type { Places } from '../article/places.ts'
import type { Draft } from './draft.ts'
import { splitClauses, trimClause } from '../language/clauses.ts'
import { chineseValue } from '../language/numerals.ts'
import { splitSentences } from '../language/sentences.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { isProse, paragraphOf, placeOf, titleRange, toDrafts } from './draft.ts'

/** An ordinal that opens a member of a run: 一是, 首先, Second. */
interface Ordinal { run: string, value: number, length: number }

const WORDS: readonly (readonly [run: string, words: readonly RegExp[]])[] = [
  ['首先', [
    /^首先[，,、：:]?/,
    /^(?:其次|然后|接着)[，,、：:]?/,
    /^(?:(?:再次|再者|此外)[，,、：:]?|第三[，,、：:])/,
    /^(?:最后|末了)[，,、：:]?/,
  ]],
  ['First', [
    /^First(?:ly)?,?\s+/,
    /^Second(?:ly)?,?\s+/,
    /^Third(?:ly)?,?\s+/,
    /^(?:Fourth(?:ly)?|Finally|Lastly|Last),?\s+/,
  ]],
]
/** A title is at most this long; of a longer sentence it is the first clause. */
const LONGEST_TITLE = 24
/** A clause that begins so is none to stand alone: it says where, when or why of the next. */
const SETS_THE_SCENE = new RegExp(`^(?:${[
  '[在对从当为以]|随着|通过|只有|如果|因为|由于|根据|按照|虽然|尽管|要是',
  'In|On|At|If|When|Because|While|As',
].join('|')})`)

/** A clause that begins so is the other half of the one before: 不是…，|而是…. */
const ANSWERS = /^(?:而[是要在非应須须]|[才就也又更却则]|但(?!凡))/

/**
 * Finds a run of ordinals at the heads of paragraphs as points: 一是…二是…三是…, 首先…其次…最后…. A run begins at its first
 * ordinal.
 *
 * @param drafts the blocks of a part that has no points; headings found are noted in them
 * @returns whether there is a run
 */
export function findOrdinals(drafts: Draft[]): boolean {
  const run = runOf(drafts.map(draft => isProse(draft) ? readOrdinal(draft.text) : undefined))
  if (run.length < 2)
    return false
  run.forEach(index => noteHeading(drafts[index]!))
  return true
}

/**
 * Reads the ordinal at the head of a paragraph or clause.
 *
 * @param text any text
 * @returns the run that it belongs to, its value and its length, or nothing
 */
export function readOrdinal(text: string): Ordinal | undefined {
  const ordinal = matchOrdinal(text)
  // An ordinal without words after it heads nothing.
  return ordinal && /^[^。．｡！？.!?；，]*[\p{L}\p{N}]/u.test(text.slice(ordinal.length)) ? ordinal : undefined
}

/** 一是, 第一， 第一句话， 第一件事是: a numeral, and a measure word with its noun. */
const NUMERAL = new RegExp([
  '^([一二三四五六七八九十])[是要则](?![一二三四五六七八九十])',
  '^第([一二三四五六七八九十])(?:[点條条]|[句番段]话|件事情?|个(?:方面|问题|原因|建议|体会|感受|希望|愿望|要求|特点|故事|词|字))?(?:[，,]|(?<!第.)[是：:])',
].join('|'))

function matchOrdinal(text: string): Ordinal | undefined {
  // 一是一、二是二 counts nothing.
  const numeral = NUMERAL.exec(text)
  if (numeral)
    return { run: numeral[2] ? '第一' : '一是', value: chineseValue(numeral[1] ?? numeral[2]!), length: numeral[0].length }
  for (const [run, words] of WORDS) {
    const index = words.findIndex(word => word.test(text))
    if (index >= 0)
      return { run, value: index + 1, length: words[index]!.exec(text)![0].length }
  }
  return undefined
}

/** The indexes of the ordinals that make a run from the first on; words may leave out a step (首先…最后…). */
function runOf(ordinals: (Ordinal | undefined)[]): number[] {
  const members: number[] = []
  let last: Ordinal | undefined
  for (const [index, ordinal] of ordinals.entries()) {
    const follows = ordinal && (last ? ordinal.run === last.run && ordinal.value > last.value : ordinal.value === 1)
    const step = ordinal && last && /一/.test(last.run) ? ordinal.value === last.value + 1 : true
    if (follows && step) {
      members.push(index)
      last = ordinal
    }
  }
  return members
}

function noteHeading(draft: Draft): void {
  const ordinal = readOrdinal(draft.text)!
  const rest = splitSentences(draft.text.slice(ordinal.length))[0]!
  const [clause, next] = splitClauses(rest, 'commas') as [string, string | undefined]
  const isHalf = SETS_THE_SCENE.test(clause) || (next !== undefined && ANSWERS.test(next.trimStart()))
  const title = isHalf && trimClause(rest).length <= LONGEST_TITLE ? rest : clause
  const end = ordinal.length + title.length
  draft.heading = {
    level: 'point',
    ...titleRange(draft.text, ordinal.length, end),
    runInEnd: end,
    doubt: {
      position: placeOf(draft.node),
      confidence: 0.75,
      ...reasonFor(wording('doubt-run', { first: ordinal.run })),
    },
  }
}

/**
 * Parts a paragraph that holds a run of three or more, each member a point; what stands before the run stays before it.
 *
 * @param draft a block of a part that has no points
 * @param place the article's places
 * @returns the block, or its pieces with the headings found noted in them
 */
export function splitRun(draft: Draft, place: Places): Draft[] {
  if (!isProse(draft))
    return [draft]
  const clauses = splitSentences(draft.text).flatMap(sentence => splitClauses(sentence, 'semicolons'))
  const starts: number[] = []
  let offset = 0
  for (const clause of clauses) {
    starts.push(offset)
    offset += clause.length
  }
  const run = runOf(clauses.map(clause => readOrdinal(clause)))
  if (run.length < 3)
    return [draft]
  const cuts = [...new Set([0, ...run.map(index => starts[index]!), draft.text.length])]
  const nodes = cuts.slice(1).map((end, index) => paragraphOf(draft.raw(cuts[index]!, end)))
  const parted = toDrafts(nodes, place)
  parted.filter(({ text }) => readOrdinal(text)).forEach(noteHeading)
  return parted
}
