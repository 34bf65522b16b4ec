import type { Draft } from './draft.ts'
import type { Candidate } from './levels.ts'
import type { HeadingNumber } from './numbering.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { bareNumbers } from './bare-numbers.ts'
import { bracketedIn, headInBrackets, IN_BRACKETS } from './bracketed.ts'
import { capitalsIn, IN_CAPITALS, inCapitals } from './capitals.ts'
import { titleKey } from './contents.ts'
import { endsAsSentence, isProse, titleRange } from './draft.ts'
import { isExcerpt } from './excerpt.ts'
import { endOf, startOf } from './heading-range.ts'
import { labelledIn, labelOf } from './labelled.ts'
import { headsArticles } from './law.ts'
import { levels } from './levels.ts'
import { countsChapters, readNumber } from './numbering.ts'
import { findSpeakers, speakerOf } from './speakers.ts'
import { isFormLine } from './talk-lines.ts'
import { readLine } from './title-lines.ts'
import { doubtUnmarked, ENCLOSED, isUnmarkedHeading, LONGEST_HEADING_EM, states } from './unmarked.ts'

/** A numbered heading that runs into its paragraph may be a little shorter than a line and a half. */
const LONGEST_RUN_IN_EM = 36
/** What stands under an unmarked heading has a block of this length or more: 此致 before 敬礼！ and a name heads nothing. */
const SHORTEST_TEXT_EM = 10

/** A numbered block that ends so is a sentence or an open clause: it is said, and what follows goes on from it. */
const OPEN_END = /[。．｡；，：！,:;!][”’」』）)"']*\s*$|[\p{L}\d%）)”’"']\.[”’"')）]*\s*$/u

/** Of a run of headings at least this share is short. */
const MOSTLY_SHORT = 0.6

/**
 * Finds the headings that are numbered, or short paragraphs of their own, and gives each family of them its level:
 * the first to appear heads parts, the second points. Deeper levels stay text.
 *
 * @param drafts the article's body; headings found are noted in it
 * @param known what else is known of them
 * @param known.titles those that a table of contents names, as `titleKey` gives them
 * @param known.law the article is a law: only its chapters and sections are headings
 */
export function findHeadings(drafts: Draft[], { titles, law }: { titles: ReadonlySet<string>, law: boolean }): void {
  const speakers = findSpeakers(drafts)
  const bare = bareNumbers(drafts.map(draft => isProse(draft) ? draft.text : ''))
  const bracketed = bracketedIn(drafts)
  const capitals = capitalsIn(drafts)
  const accepted = acceptRuns(drafts.flatMap((draft, index) => {
    const number = bare.get(index)
    const alone = number && { index, draft, family: number.family, number, alone: true, short: true }
    const set = bracketed.has(draft) ? inBrackets(draft, index) : inCapitals(draft, index, capitals)
    const plain = set ?? alone ?? candidate(draft, index, drafts, { titles, capitals })
    const found = speakers.has(speakerOf(draft)) ? undefined : plain
    return !found || (law && !headsArticles(found.family)) ? [] : found
  }))
  const candidates = accepted.filter((one, at) => {
    const text = drafts.slice(one.index + 1, accepted[at + 1]?.index)
    return one.number || one.family === IN_BRACKETS || one.family === IN_CAPITALS || headsText(text)
  })
  const [families, labelled] = [levels(candidates), labelledIn(candidates)]
  let pointFamily: string | undefined
  for (const { draft, family, number, alone } of candidates) {
    const isPart = family === families[0]
    // Each part has points of its own: those that are numbered as the first in it are.
    if (isPart)
      pointFamily = undefined
    else
      pointFamily ??= family === families[1] || number ? family : undefined
    if (!isPart && family !== pointFamily)
      continue
    const isInBrackets = family === IN_BRACKETS
    draft.heading = {
      level: isPart ? 'part' : 'point',
      ...(labelled.has(draft) ? labelOf(draft.text, number!) : rangeOf(draft.text, number, isInBrackets, alone)),
      ...(!number && { doubt: doubtUnmarked(draft) }),
    }
  }
}

/** Where a heading's words stand in its block, and where the block's text begins that it runs into. */
function rangeOf(
  text: string,
  number: HeadingNumber | undefined,
  isInBrackets: boolean,
  alone: boolean,
): { start: number, end: number, runInEnd?: number } {
  if (isInBrackets && !alone) {
    const end = headInBrackets(text)
    return { ...titleRange(text, 1, end - 1), runInEnd: end }
  }
  const from = startOf(text, number)
  const sentence = from + (splitSentences(text.slice(from))[0]?.length ?? 0)
  const runIn = !alone || endsAsSentence(text) || OPEN_END.test(text)
  return { ...titleRange(text, from, runIn ? sentence : endOf(text, from)), ...(runIn && { runInEnd: sentence }) }
}

function headsText(below: Draft[]): boolean {
  const isText = (draft: Draft): boolean =>
    !isProse(draft) || widthInEm(draft.text) >= SHORTEST_TEXT_EM || states(draft.text)
  return below.length === 0 || below.some(isText)
}

function candidate(
  draft: Draft,
  index: number,
  drafts: Draft[],
  { titles, capitals }: { titles: ReadonlySet<string>, capitals: ReadonlySet<Draft> },
): Candidate | undefined {
  if (!isProse(draft))
    return undefined
  const number = readNumber(draft.text)
  const rest = draft.text.slice(number?.length ?? 0)
  if (number) {
    const sentences = splitSentences(rest)
    // CHAPTER I. with its text right below it is known by its number.
    if (!hasWords(sentences[0] ?? '')) {
      const isChapter = countsChapters(number) && !hasWords(rest)
      return isChapter ? { index, draft, family: number.family, number, alone: true, short: true } : undefined
    }
    const alone = sentences.length <= 1
    // [1] before sentences names a source.
    if (number.family === '[1]' && !alone)
      return undefined
    const width = widthInEm(sentences[0] ?? '')
    const short = alone ? width <= LONGEST_HEADING_EM : width <= LONGEST_RUN_IN_EM
    return { index, draft, family: number.family, number, alone, short }
  }
  if (titles.has(titleKey(draft.text)))
    return { index, draft, family: 'listed', alone: true, short: true }
  // In a collection whoever wrote a text stands between its title and it.
  const isCredited = isByline(drafts[index + 1]) && !isByline(draft) && !isFormLine(draft)
  const previous = capitals.has(drafts[index - 1]!) ? undefined : drafts[index - 1]
  return isUnmarkedHeading(draft, previous, drafts[index + (isCredited ? 2 : 1)])
    ? { index, draft, family: 'unmarked', alone: true, short: true }
    : undefined
}

function inBrackets(draft: Draft, index: number): Candidate {
  return { index, draft, family: IN_BRACKETS, alone: ENCLOSED.test(draft.text), short: true }
}

function isByline(draft: Draft | undefined): boolean {
  const line = draft && readLine(draft)
  return line?.type === 'paragraph' && line.data?.role === 'byline'
}

/**
 * Keeps numbered candidates that count: a run begins at one or nought, goes up by one, has two members or more, most of
 * them are short, and it is no list. A family that has such a run, and families of chapters, need no second member.
 */
function acceptRuns(candidates: Candidate[]): Candidate[] {
  const accepted = new Set(candidates.filter(({ number }) => !number))
  for (const family of new Set(candidates.filter(({ number }) => number).map(member => member.family))) {
    const members = candidates.filter(member => member.family === family)
    const runs = runsFrom(isExcerpt(members) ? members[0]!.number!.value : 1, members)
    const lists = runs.filter(isList)
    // Chapters that stand one below the other are parts without text, unless others of their kind have some: then they
    // are a table of contents.
    const rejected = DIGITS.test(family) || lists.length < runs.length ? lists : []
    const isHeadings = (run: Candidate[]): boolean =>
      !rejected.includes(run) && run.filter(member => member.short).length >= run.length * MOSTLY_SHORT
    const good = runs.filter(isHeadings)
    const known = good.some(run => run.length >= 2) || countsChapters(runs[0]?.[0]?.number)
    if (known)
      good.flat().forEach(member => accepted.add(member))
  }
  return candidates.filter(member => accepted.has(member))
}

const DIGITS = /^(?:[（([]?[1①A]|(?!第)\p{Script=Han}{2}$)/u

/** Members that stand one below the other, with nothing to head, are a list's items. */
function isList(run: Candidate[]): boolean {
  const isNext = (member: Candidate, at: number): boolean => at === 0 || member.index === run[at - 1]!.index + 1
  return run.length > 1 && run.every((member, at) => member.alone && isNext(member, at))
}

/** Runs that begin at a number and go up by one. One may stand inside another, as a list does in a numbered part. */
function runsFrom(start: number, members: Candidate[]): Candidate[][] {
  const runs: Candidate[][] = []
  /** Runs by the number that they wait for, the latest last. */
  const waiting = new Map<string, Candidate[][]>()
  for (const member of members) {
    const { value, prefix } = member.number!
    const fitting = waiting.get(`${prefix}\0${value}`) ?? []
    const like = fitting.findLastIndex(run => run.at(-1)!.alone === member.alone)
    let [run] = fitting.splice(like, like < 0 ? 0 : 1)
    run ??= fitting.pop()
    if (run)
      run.push(member)
    else if (value === start || value === 0)
      runs.push(run = [member])
    else
      continue
    const next = `${prefix}\0${value + 1}`
    waiting.set(next, [...waiting.get(next) ?? [], run])
  }
  return runs
}
