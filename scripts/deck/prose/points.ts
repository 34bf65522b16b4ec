import type { Span } from '../structures/structure.ts'
import type { Evidence } from './evidence.ts'
import type { Headline } from './headlines.ts'
import type { MemberSet } from './sets.ts'
import { MOST_BELOW } from './evidence.ts'
import { LONGEST_HEADLINE } from './headlines.ts'
import { isTorn } from './sets.ts'
import { isWithin, overlaps } from './spans.ts'
import { isHearsay } from './voices.ts'

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
 * @param sets what of the text belongs together
 * @returns the points, of one voice; nothing where there is none
 */
export function pointsUnder(
  span: Span,
  headline: Headline | undefined,
  headlines: readonly Headline[],
  sets: readonly MemberSet[] = [],
): Evidence | undefined {
  const isFree = (one: Headline): boolean => isWithin(one, span) && !(headline && overlaps(one, headline))
  const isPoint = (one: Headline): boolean => one.width <= LONGEST_POINT && weight(one) > LIGHTEST
    && !one.isNamed && !one.announces && !one.voice.quotation && !isHearsay(one.voice)
  const free = headlines.filter(one => isFree(one) && isPoint(one))
  const voices = headline?.voice.attribution ? [headline.voice] : [...new Set(free.map(({ voice }) => voice))]
  const [best] = voices
    .map(voice => untorn(free.filter(one => one.voice === voice), headline, sets))
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
  const gap = Math.max(point.start - headline.end, headline.start - point.end)
  const isBehind = point.voice === headline.voice && gap <= 2
  return isBehind && point.sentence === headline.sentence && point.width + headline.width <= LONGEST_HEADLINE
}

/** Points that tear nothing that belongs together: those of a set that does not fit are left out, one and all. */
function untorn(
  free: readonly Headline[],
  headline: Headline | undefined,
  sets: readonly MemberSet[],
): ReturnType<typeof together> {
  const chosen = together(free, headline)
  const torn = sets.filter(set => isTorn(set, headline, chosen.points))
  const isOfHead = (member: Span): boolean => headline !== undefined && overlaps(headline, member)
  const others = torn.flatMap(set => set.filter(member => !isOfHead(member)))
  const rest = free.filter(one => !others.some(member => overlaps(one, member)))
  return rest.length < free.length ? untorn(rest, headline, sets) : chosen
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
    let next: { one: Headline, gain: number } | undefined
    for (const one of free) {
      if (one.characters > left || points.some(other => overlaps(one, other)) || !hasSubject(one, shown))
        continue
      const gain = weight(one) - distanceTo(one, shown) - tornOff(one, shown)
      // Of those that add as much the first is taken: thousands of them are not put in order.
      if (!next || gain > next.gain || (gain === next.gain && one.start < next.one.start))
        next = { one, gain }
    }
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
  if (!leansOn)
    return true
  const most = leansOn === 'clause' ? 0 : 1
  const isNear = (one: Headline): boolean => one.voice === voice
    && one.start < start
    && sentence - one.sentence <= most
    && (one.sentence === sentence || one.isSentence)
  return shown.some(isNear)
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
