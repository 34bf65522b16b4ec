import type { MemberWords } from '../structures/fits.ts'
import type { Clauses, Span, Structure } from '../structures/structure.ts'
import type { Layout } from '../types.ts'
import type { Headline } from './headlines.ts'
import type { Prose, Voice } from './voices.ts'
import { evidenceRoom, structureHeight } from '../structures/fits.ts'
import { STRUCTURES } from '../structures/index.ts'
import { isMainClause } from './clause-grammar.ts'
import { leaning, LONGEST_HEADLINE } from './headlines.ts'
import { charactersIn } from './reading.ts'
import { isWithin, overlaps } from './spans.ts'

/** What a slide may show below its headline: all of it is one person's. */
export interface Evidence {
  layout: Layout
  /** From 0 to 1: how much it is worth to see. */
  strength: number
  voice?: Voice
  /** The places that it takes, in order. */
  spans: readonly Span[]
  structure?: Structure
  /** What its first words are said of is named by the sentence before, or by a clause of their own sentence before. */
  leansOn?: Headline['leansOn']
  /** What it takes of the slide, in pixels; less than any slide has, where that is not planned. */
  height?: number
}

/**
 * No more than so many Chinese characters, or half as many words, stand below a headline: text that is read aloud while
 * it stands there is understood worse (Wecker 2012).
 */
export const MOST_BELOW = 60

/**
 * All that a text could show in a drawn structure.
 *
 * @param prose sentences under one heading
 * @returns evidence in no order
 */
export function structuresIn(prose: Prose): Evidence[] {
  return prose.voices.flatMap(voice => structuresOf(prose, voice))
}

/**
 * What one person says as finders take it: its own text alone, for a finder that looks at all of a book for each of
 * its paragraphs never ends.
 *
 * @param text the text that it stands in
 * @param voice what one person says
 * @returns its text and clauses, their places counted from its beginning
 */
export function passageOf(text: string, voice: Voice): Clauses {
  const clauses = voice.clauses.map(clause => ({ ...clause, ...shifted(clause, -voice.start) }))
  return { text: text.slice(voice.start, voice.end), clauses }
}

function structuresOf({ text }: Prose, voice: Voice): Evidence[] {
  const wordsOf = ({ start, end }: Span): string => text.slice(start, end)
  const passage = passageOf(text, voice)
  return STRUCTURES.flatMap(({ layout, find }) => find(passage)
    .map(found => placed(found, voice.start))
    .filter(found => saysSomething(layout, found, wordsOf))
    .flatMap(found => variantsOf(found, voice))
    .flatMap(structure => fitting(layout, structure, voice, wordsOf)))
}

/** What is taken out of somebody's words is worth less than the words. */
const TAKEN_OUT = 0.2

type WordsOf = (span: Span) => string

/**
 * Whether each member of what asserts something is a clause that does, and what is large has words beside it that say
 * what it is.
 */
function saysSomething(layout: Layout, { members }: Structure, wordsOf: WordsOf): boolean {
  const beside = members.map(({ strong, ...member }) => charactersIn(wordsOf(member)) - charactersIn(strong ? wordsOf(strong) : ''))
  return (!ASSERTIONS.has(layout) || members.every(member => isMainClause(wordsOf(member))))
    && (!BESIDE.has(layout) || beside.every(own => own >= FEWEST_BESIDE))
}

/** A structure as evidence, where it is little enough to read and has room below a headline of one line. */
function fitting(layout: Layout, structure: Structure, voice: Voice, wordsOf: WordsOf): Evidence[] {
  const { over, members, after, strength } = structure
  const around = [over, after].flatMap(span => span ? [wordsOf(span)] : [])
  const spans = [over, ...members, after].flatMap(span => span ? [span] : [])
  if (spans.reduce((sum, span) => sum + charactersIn(wordsOf(span)), 0) > MOST_BELOW)
    return []
  const height = structureHeight(layout, members.map(member => memberWords(member, wordsOf)), around)
  const hasRoom = height <= evidenceRoom(1, Boolean(voice.attribution))
  const at = voice.clauses.findIndex(({ end }) => end > spans[0]!.start)
  const leans = leaning(voice.clauses, at, wordsOf(spans[0]!))
  const own = voice.quotation ? strength - TAKEN_OUT : strength
  return hasRoom ? [{ layout, strength: own, voice, spans, structure, ...leans, height }] : []
}

function memberWords({ strong, ...member }: Structure['members'][number], wordsOf: WordsOf): MemberWords {
  const all = wordsOf(member)
  if (!strong)
    return { all }
  return {
    all,
    before: wordsOf({ start: member.start, end: strong.start }),
    after: wordsOf({ start: strong.end, end: member.end }),
  }
}

/** What stands beside a large number says what it counts: at least so many characters. */
const FEWEST_BESIDE = 3
const BESIDE: ReadonlySet<Layout> = new Set<Layout>(['figure', 'definition'])

/** Their members say something each, and are no scene for what comes. */
const ASSERTIONS: ReadonlySet<Layout> = new Set<Layout>(['definition', 'figure', 'figures', 'bars', 'cards'])

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

function placed({ over, members, after, ...structure }: Structure, by: number): Structure {
  return {
    ...structure,
    ...(over && { over: shifted(over, by) }),
    members: members.map(({ strong, ...member }) =>
      ({ ...shifted(member, by), ...(strong && { strong: shifted(strong, by) }) })),
    ...(after && { after: shifted(after, by) }),
  }
}

/** A structure may do without what stands over it, where that is a whole clause: it may be the headline. */
function variantsOf(structure: Structure, { clauses }: Voice): Structure[] {
  const { over, ...bare } = structure
  return over && clauses.some(({ end }) => end === over.end) ? [structure, bare] : [structure]
}

/** A slide of points has so many, each no longer than this in em. */
const MOST_POINTS = 3
const LONGEST_POINT = 60

/**
 * What of a text is shown where it has no structure, or a weak one: two or three of its clauses, the weightiest that
 * belong together, in order.
 *
 * @param span what of the text a slide speaks of
 * @param headline what stands above
 * @param headlines all that could head a slide: a point is one of these
 * @returns the points, of one voice; nothing where there is none
 */
export function pointsUnder(
  span: Span,
  headline: Headline | undefined,
  headlines: readonly Headline[],
): Evidence | undefined {
  const isFree = (one: Headline): boolean => isWithin(one, span) && !(headline && overlaps(one, headline))
  const isPoint = (one: Headline): boolean => one.width <= LONGEST_POINT && weight(one) > LIGHTEST && !one.isNamed && !one.voice.quotation
  const free = headlines.filter(one => isFree(one) && isPoint(one))
  const voices = headline?.voice.attribution ? [headline.voice] : [...new Set(free.map(({ voice }) => voice))]
  const [best] = voices
    .map(voice => together(free.filter(one => one.voice === voice), headline))
    .sort((one, other) => other.points.length - one.points.length || other.worth - one.worth)
  if (!best || best.points.length === 0)
    return undefined
  const { points, worth } = best
  // One clause that goes on with the headline belongs in it.
  if (points.length === 1 && headline && goesOn(headline, points[0]!))
    return undefined
  const strength = POINTS[points.length]! + Math.max(-0.3, Math.min(0.1, 0.5 * (worth - 0.6)))
  return { layout: 'points', strength, voice: points[0]!.voice, spans: points }
}

function goesOn(headline: Headline, point: Headline): boolean {
  const isBehind = point.voice === headline.voice && Math.max(point.start - headline.end, headline.start - point.end) <= 2
  return isBehind && point.sentence === headline.sentence && point.width + headline.width <= LONGEST_HEADLINE
}

/**
 * Points that one slide can say, beginning with the weightiest: with each the one that adds most, near the others.
 *
 * @param free what there is
 * @param headline what stands above
 * @returns the points in order, and how much they weigh on average
 */
function together(free: readonly Headline[], headline: Headline | undefined): { points: Headline[], worth: number } {
  const points: Headline[] = []
  let [left, sum] = [MOST_BELOW, 0]
  while (points.length < MOST_POINTS) {
    const shown = headline ? [headline, ...points] : points
    const [next] = free
      .filter(one => one.characters <= left && !points.some(other => overlaps(one, other)) && hasSubject(one, shown))
      .map(one => ({ one, gain: weight(one) - distanceTo(one, shown) - tornOff(one, shown) }))
      .sort((one, other) => other.gain - one.gain || one.one.start - other.one.start)
    if (!next || next.gain <= LIGHTEST)
      break
    points.push(next.one)
    left -= next.one.characters
    sum += next.gain
  }
  const inOrder = points.sort((one, other) => one.start - other.start)
  return { points: inOrder.reduce(joinedTo, []), worth: sum / Math.max(1, points.length) }
}

/** What is said of the point before it, in the next clause of its sentence, goes on in that point. */
function joinedTo(points: Headline[], next: Headline): Headline[] {
  const last = points.at(-1)
  const isNext = last?.voice === next.voice && last.sentence === next.sentence && next.start - last.end <= 2
  const width = (last?.width ?? 0) + next.width + 1
  if (!last || !isNext || next.leansOn !== 'clause' || width > LONGEST_POINT)
    return [...points, next]
  return [...points.slice(0, -1), { ...last, end: next.end, width, characters: last.characters + next.characters }]
}

/** What is said of something named before is shown where that is seen: right before it. */
function hasSubject({ leansOn, voice, sentence, start }: Headline, shown: readonly Headline[]): boolean {
  const most = leansOn === 'clause' ? 0 : 1
  const isNear = (one: Headline): boolean => one.voice === voice
    && one.start < start
    && sentence - one.sentence <= most
    && (one.sentence === sentence || one.isSentence)
  return !leansOn || shown.some(isNear)
}

/** Points of one sentence belong together, those of sentences far apart do not. */
function distanceTo({ voice, sentence }: Headline, shown: readonly Headline[]): number {
  const distances = shown.map(one => one.voice === voice ? Math.abs(one.sentence - sentence) : FAR)
  const nearest = distances.length > 0 ? Math.min(...distances) : 0
  return 0.12 * Math.max(0, nearest - 1)
}

/** A clause without the rest of its sentence says half, but where others of that sentence stand beside it. */
function tornOff({ isSentence, voice, sentence }: Headline, shown: readonly Headline[]): number {
  return isSentence || shown.some(one => one.voice === voice && one.sentence === sentence) ? 0 : 0.35
}

/** How many sentences lie between one paragraph and another. */
const FAR = 4
/** A clause that weighs less is no point. */
const LIGHTEST = -0.1
/** What one, two or three points are worth. */
const POINTS = [0, 0.08, 0.2, 0.2]

/** A point may be longer than a headline, and says more when it is. */
function weight({ score, isSentence, width }: Headline): number {
  return score + (isSentence ? 0.2 : 0) + Math.min(30, width) / 60
}
