import type { Span, Structure } from '../structures/structure.ts'
import type { Layout } from '../types.ts'
import type { Headline } from './headlines.ts'
import type { Prose, Voice } from './voices.ts'
import { widthInEm } from '../../language/measure.ts'
import { evidenceRoom, structureHeight } from '../structures/fits.ts'
import { STRUCTURES } from '../structures/index.ts'
import { isMainClause } from './clause-grammar.ts'
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
  /** What it takes of the slide, in pixels; less than any slide has, where that is not planned. */
  height?: number
}

/** No more than so many Chinese characters, or half as many words, stand below a headline: text that is read aloud while it stands there is understood worse (Wecker 2012). */
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

function structuresOf({ text }: Prose, voice: Voice): Evidence[] {
  const words = ({ start, end }: Span): string => text.slice(start, end)
  // Its own text alone: a finder that looks at all of a book for each of its paragraphs never ends.
  const passage = { text: text.slice(voice.start, voice.end), clauses: voice.clauses.map(clause => ({ ...clause, ...shifted(clause, -voice.start) })) }
  return STRUCTURES.flatMap(({ layout, find }) => find(passage).map(found => placed(found, voice.start)).filter(found => !ASSERTIONS.has(layout) || found.members.every(member => isMainClause(words(member)))).flatMap(found => variantsOf(found, voice)).flatMap((structure): Evidence[] => {
    const around = [structure.over, structure.after].flatMap(span => span ? [span] : [])
    const spans = [...(structure.over ? [structure.over] : []), ...structure.members, ...(structure.after ? [structure.after] : [])]
    // A number alone says nothing.
    const isBare = structure.members.some(({ strong, ...member }) => strong && charactersIn(words(member)) - charactersIn(words(strong)) < FEWEST_BESIDE && BESIDE.has(layout))
    const isRoomy = !isBare && spans.reduce((sum, span) => sum + charactersIn(words(span)), 0) <= MOST_BELOW
    const height = isRoomy ? structureHeight(layout, structure.members.map(words), around.map(words)) : Number.POSITIVE_INFINITY
    return height <= evidenceRoom(1, Boolean(voice.attribution)) ? [{ layout, strength: structure.strength, voice, spans, structure, height }] : []
  }))
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
    members: members.map(({ strong, ...member }) => ({ ...shifted(member, by), ...(strong && { strong: shifted(strong, by) }) })),
    ...(after && { after: shifted(after, by) }),
  }
}

/** A structure may do without what stands over it, where that is a whole clause: it may be the headline. */
function variantsOf(structure: Structure, { clauses }: Voice): Structure[] {
  const { over, ...bare } = structure
  return over && clauses.some(({ end }) => end === over.end) ? [structure, bare] : [structure]
}

/** The line of a quotation that stands large takes two lines or three; the rest of it is no longer than this. In em. */
const LONGEST_LINE = 48
const LONGEST_REST = 66

/**
 * A quotation that a slide can hold: its best line large, the first or the last of its sentences, and the rest of it.
 *
 * @param prose sentences under one heading
 * @param voice what one person says
 * @param lines all that could head a slide
 * @returns the line, and the quotation without it; nothing where somebody's words are too many
 */
export function quotationOf(prose: Prose, voice: Voice, lines: readonly Headline[]): { line: Headline, evidence: Evidence } | undefined {
  if (!voice.quotation)
    return undefined
  const { clauses } = voice
  const width = ({ start, end }: Span): number => widthInEm(prose.text.slice(start, end))
  const sentences = Array.from({ length: clauses.at(-1)!.sentence + 1 }, (_, index): Span => {
    const own = clauses.filter(({ sentence }) => sentence === index)
    return { start: own[0]!.start, end: own.at(-1)!.end }
  })
  const [first, last] = [sentences[0]!, sentences.at(-1)!]
  const all = { start: first.start, end: last.end }
  const scoreOf = (span: Span): number => lines.find(one => one.voice === voice && one.start === span.start && one.end === span.end)?.score ?? 0.2
  const line = (span: Span): Headline => ({ ...span, voice, sentence: 0, takesUp: false, isSentence: true, width: width(span), lines: 1, characters: charactersIn(prose.text.slice(span.start, span.end)), score: Math.max(0.4, scoreOf(span)) })
  if (width(all) <= (sentences.length > 1 ? LONGEST_LINE / 2 : LONGEST_LINE))
    return { line: line(all), evidence: { layout: 'quote', strength: 0.72, voice, spans: [] } }
  const options = [
    { line: line(first), rest: { start: sentences[1]?.start ?? last.end, end: last.end } },
    { line: line(last), rest: { start: first.start, end: sentences.at(-2)?.end ?? first.start } },
  ].filter(option => sentences.length > 1 && width(option.line) <= LONGEST_LINE && width(option.rest) <= LONGEST_REST)
  const best = options.sort((one, other) => other.line.score - one.line.score)[0]
  return best && { line: best.line, evidence: { layout: 'quote', strength: 0.66, voice, spans: [best.rest] } }
}

/** A slide of points has so many, each no longer than this in em. */
const MOST_POINTS = 3
const LONGEST_POINT = 44

/**
 * What of a text is shown where it has no structure, or a weak one: two or three of its clauses, the weightiest, in order.
 *
 * @param span what of the text a slide speaks of
 * @param headline what stands above
 * @param headlines all that could head a slide: a point is one of these
 * @returns the points, of one voice; nothing where there is none
 */
export function pointsUnder(span: Span, headline: Headline | undefined, headlines: readonly Headline[]): Evidence | undefined {
  const free = headlines.filter(one => isWithin(one, span) && one.width <= LONGEST_POINT && weight(one) > LIGHTEST && !one.voice.quotation && !(headline && overlaps(one, headline)))
  const voices = headline?.voice.attribution ? [headline.voice] : new Set(free.map(({ voice }) => voice))
  let best: { voice: Voice, chosen: Headline[] } | undefined
  for (const voice of voices) {
    const chosen: Headline[] = []
    let characters = 0
    for (const one of free.filter(own => own.voice === voice).sort((a, b) => weight(b) - weight(a) || a.start - b.start)) {
      if (chosen.length < MOST_POINTS && characters + one.characters <= MOST_BELOW && !chosen.some(other => overlaps(one, other))) {
        chosen.push(one)
        characters += one.characters
      }
    }
    if (chosen.length > (best?.chosen.length ?? 0))
      best = { voice, chosen: chosen.sort((a, b) => a.start - b.start) }
  }
  return best && { layout: 'points', strength: POINTS[best.chosen.length]!, voice: best.voice, spans: best.chosen }
}

/** A clause that weighs less is no point. */
const LIGHTEST = -0.1
/** What one, two or three points are worth. */
const POINTS = [0, 0.05, 0.2, 0.18]

/** A point may be longer than a headline, and says more when it is. */
function weight({ score, isSentence, width }: Headline): number {
  return score + (isSentence ? 0.2 : -0.1) + Math.min(30, width) / 60
}
