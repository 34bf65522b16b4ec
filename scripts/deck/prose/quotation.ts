import type { Span } from '../structures/structure.ts'
import type { Evidence } from './evidence.ts'
import type { Headline } from './headlines.ts'
import type { Prose, Voice } from './voices.ts'
import { widthInEm } from '../../language/measure.ts'
import { asks } from './headline-score.ts'
import { wholeHeadline } from './headlines.ts'
import { isWithin } from './spans.ts'

/** The line of a quotation that stands large takes two lines or three; the rest of it is no longer than this. In em. */
const LONGEST_LINE = 48
const LONGEST_REST = 66
/** A line of somebody's words heads a slide at least as well as this. */
const LINE_SCORE = 0.6
/** A line that asks is worth less by this beside one that says something. */
const ASKED = 0.5

/** A line that heads its slide, and what stands below it: of a quotation the rest, of a question its answer. */
export interface Headed { line: Headline, evidence: Evidence }

/**
 * A quotation as a slide can hold it: its best line large, and what follows it, or else what stands before it.
 *
 * @param prose sentences under one heading
 * @param voice what one person says
 * @param lines all that could head a slide
 * @returns the line, and what of the quotation stands below it; nothing where each of somebody's sentences is too long
 */
export function quotationOf(prose: Prose, voice: Voice, lines: readonly Headline[]): Headed | undefined {
  if (!voice.quotation)
    return undefined
  const width = ({ start, end }: Span): number => widthInEm(prose.text.slice(start, end))
  const sentences = sentencesOf(voice)
  const scoreOf = (sentence: Sentence): number =>
    Math.max(LINE_SCORE, lines.find(one => one.voice === voice && isSame(one, sentence))?.score ?? 0)
  const line = (sentence: Sentence): Headline => wholeHeadline(prose.text, voice, sentence, scoreOf(sentence))
  const nameAt = voice.attribution?.position!.start.offset ?? Number.POSITIVE_INFINITY
  const isBeforeName = (span: Span): boolean => prose.slice(span).position!.start.offset! < nameAt
  const all = { ...sentences[0]!, end: sentences.at(-1)!.end }
  if (voice.stretches.length === 1 && width(all) <= (sentences.length > 1 ? LONGEST_LINE / 2 : LONGEST_LINE))
    return { line: line(all), evidence: { layout: 'quote', strength: strength(voice, 0.72), voice, spans: [] } }
  const options = sentences
    .map((span, index) => ({ line: line(span), rest: restOf(sentences, index, isBeforeName, width) }))
    .filter(option => width(option.line) <= LONGEST_LINE && option.rest.length > 0)
  // Of what somebody asks and then answers, the answer says it.
  const worthOf = ({ start, end, score }: Headline): number => {
    const words = prose.text.slice(start, end)
    return score - (asks(words) ? ASKED : 0) - (SHORT_ANSWER.test(words) ? ASKED : 0)
  }
  const [best] = options.sort((one, other) => worthOf(other.line) - worthOf(one.line))
  if (!best)
    return undefined
  const asked = SHORT_ANSWER.test(prose.text.slice(all.start, sentences[0]!.end)) && questionBefore(prose, voice)
  const stretches = byStretch(sentences)
  if (asked && stretches.reduce((sum, span) => sum + width(span), 0) <= LONGEST_REST) {
    const evidence = { layout: 'quote', strength: strength(voice, 0.66), voice, spans: stretches } as const
    return { line: wholeHeadline(prose.text, voice, asked, LINE_SCORE), evidence }
  }
  return { line: best.line, evidence: { layout: 'quote', strength: strength(voice, 0.66), voice, spans: best.rest } }
}

/** No; Not yet; Of course: what it answers says more. */
const SHORT_ANSWER = /^[\p{Script=Latin}’']+(?: [\p{Script=Latin}’']+)?[.!]?$/u

/** The question of somebody else that a quotation answers, if it stands right before it and can head its slide. */
function questionBefore(prose: Prose, voice: Voice): Span & { sentence: number } | undefined {
  const before = prose.voices[prose.voices.indexOf(voice) - 1]
  const last = before?.clauses.at(-1)
  if (!before?.quotation || before.stretches.length > 1 || before.attribution?.value === voice.attribution?.value)
    return undefined
  const span = { start: before.clauses[0]!.start, end: last!.end }
  const words = prose.text.slice(span.start, span.end)
  return /[?？]$/.test(words) && widthInEm(words) <= LONGEST_LINE ? { ...span, sentence: 0 } : undefined
}

/** Somebody's sentences, those of one stretch as one. */
function byStretch(sentences: readonly Sentence[]): Span[] {
  const numbers = [...new Set(sentences.map(({ stretch }) => stretch))]
  return numbers.map((number) => {
    const own = sentences.filter(({ stretch }) => stretch === number)
    return { start: own[0]!.start, end: own.at(-1)!.end }
  })
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end
}

/** A quotation whose speaker is named is worth more than one of whom a listener has to remember who speaks: he said. */
function strength({ attribution }: Voice, most: number): number {
  const isNamed = attribution !== undefined && !STANDS_FOR_SPEAKER.test(attribution.value)
  return isNamed ? most : most - 0.15
}

const STANDS_FOR_SPEAKER = /^(?:[他她]们?(?!的)|(?:he|she|they|I)\b|\w+ (?:he|she|they|I)\b)/i

/** A sentence of somebody's, its number, and the stretch of words between quotation marks that it stands in. */
interface Sentence extends Span { sentence: number, stretch: number }

/** Somebody's sentences, none of which goes over from one stretch into the next. */
function sentencesOf({ clauses, stretches }: Voice): Sentence[] {
  const found: Sentence[] = []
  let last = -1
  for (const { start, end, sentence } of clauses) {
    if (sentence === last)
      found.at(-1)!.end = end
    else
      found.push({ start, end, sentence, stretch: stretches.findIndex(one => isWithin({ start, end }, one)) })
    last = sentence
  }
  return found
}

/**
 * What follows a line, as much as there is room for, and all on one side of whoever says it; where nothing follows,
 * what stands before it in its stretch.
 */
function restOf(
  sentences: readonly Sentence[],
  index: number,
  isBeforeName: (span: Span) => boolean,
  width: (span: Span) => number,
): Span[] {
  const own = sentences[index]!
  const next = sentences[index + 1]
  const isOneSide = (one: Sentence): boolean => isBeforeName(one) === isBeforeName(next!)
  const after = fill(sentences.slice(index + 1).filter(isOneSide), width)
  const before = sentences.slice(0, index).filter(({ stretch }) => stretch === own.stretch)
  return after.length > 0 ? after : fill(before.reverse(), width)
}

/** Sentences in a row that have room together, each stretch's as one. */
function fill(sentences: readonly Sentence[], width: (span: Span) => number): Span[] {
  const taken: Sentence[] = []
  let left = LONGEST_REST
  for (const sentence of sentences) {
    left -= width(sentence)
    if (left < 0)
      break
    const same = taken.find(({ stretch }) => stretch === sentence.stretch)
    if (same)
      Object.assign(same, { start: Math.min(same.start, sentence.start), end: Math.max(same.end, sentence.end) })
    else
      taken.push({ ...sentence })
  }
  return taken.sort((one, other) => one.start - other.start)
}
