import type { Span } from '../structures/structure.ts'
import type { Layout } from '../types.ts'
import type { Evidence } from './evidence.ts'
import type { Headline } from './headlines.ts'
import type { Headed } from './quotation.ts'
import type { MemberSet } from './sets.ts'
import type { Breath, Prose, Voice } from './voices.ts'
import { evidenceRoom } from '../structures/fits.ts'
import { namesItsNumbers } from '../structures/structure.ts'
import { belonging, LEANING } from './belonging.ts'
import { LINES_OVER_EVIDENCE, LONGEST_HEADLINE } from './headlines.ts'
import { pointsUnder } from './points.ts'
import { crosses } from './sets.ts'
import { areWithin, holding, isWithin, overlaps, startingIn } from './spans.ts'
import { lessTorn } from './torn.ts'

/** What one slide says and shows. */
export interface Beat {
  breaths: readonly Breath[]
  /** The clause that heads it; without one, the heading above does. */
  headline?: Headline
  evidence: Evidence
}

/** A way to show some breaths, and what it is worth. */
export interface Option { beat: Beat, value: number }

/** All that could stand on the slides of a text. */
export interface Matter {
  prose: Prose
  headlines: readonly Headline[]
  evidence: readonly Evidence[]
  /** Quotations, and questions with their answers, in order. */
  headed: readonly Headed[]
  /** What belongs together, in order. */
  sets: readonly MemberSet[]
}

/** What the heading above is to a beat: none of its own, its first slide's, or even a clause that is said with it. */
export type Above = 'none' | 'heading' | 'clause'
const WORTH_OF_HEADING: Readonly<Record<Above, number>> = { none: -0.9, heading: -0.25, clause: 0.75 }

/**
 * What the slide of some breaths could show: the best headline over each evidence.
 *
 * @param matter all that could stand on the slides of the text
 * @param matter.prose the text
 * @param matter.headlines what could head a slide, in order
 * @param matter.evidence what could be drawn, in order
 * @param matter.headed what could stand as a quotation, or as a question with its answer, in order
 * @param matter.sets what belongs together, in order
 * @param breaths what is said
 * @param seconds how long that takes
 * @param above what the heading above is to it
 * @returns an option for each layout that it could have, at least one
 */
export function optionsFor(
  { prose, headlines, evidence, headed, sets }: Matter,
  breaths: readonly Breath[],
  seconds: number,
  above: Above,
): Option[] {
  const span = { start: breaths[0]!.start, end: breaths.at(-1)!.end }
  const drawn = startingIn(evidence, span, ({ spans }) => spans[0]!.start).filter(shown => canShow(shown, span))
  const near = startingIn(sets, { start: span.start - REACH, end: span.end }, ([first]) => first!.start)
  const together = near.filter(set => areWithin(set, span))
  const own = startingIn(headlines, span, ({ start }) => start)
    .flatMap(headline => isWithin(headline, span) ? lessTorn(headline, drawn, together) : [])
    .sort((one, other) => other.score - one.score)
  const heads = own.filter(({ width, isSentence }) => width <= LONGEST_HEADLINE || isSentence)
  const worthOf = (headline: Headline | undefined, shown: Evidence): number =>
    headline ? headline.score + belonging(prose.text, headline, shown) : worthOfHeading(above, shown)
  const option = (shown: Evidence, headline: Headline | undefined): Option => ({
    beat: { breaths, ...(headline && { headline }), evidence: shown },
    value: WEIGHT.evidence * shown.strength + WEIGHT.headline * worthOf(headline, shown),
  })
  const options = [
    ...drawn.map((shown) => {
      const [best] = heads.filter(one => goesWith(one, shown) && !crosses(near, one, shown.spans))
        .sort((one, other) => worthOf(other, shown) - worthOf(one, shown))
      return option(shown, best && worthOf(best, shown) > worthOf(undefined, shown) ? best : undefined)
    }),
    ...startingIn(headed, span, ({ line }) => line.start)
      .filter(({ line, evidence: below }) => areWithin([line, ...below.spans], span))
      .map(one => lessBy(isTalkedOver(prose, span, one) ? TALKED_OVER : 0, option(one.evidence, one.line))),
    ...(above === 'none' && heads.length > 0 ? [] : pointsOption(undefined)),
    ...heads.slice(0, MOST_HEADLINES).flatMap(headline =>
      [...pointsOption(headline), option(statement(headline, seconds), headline)]),
  ]
  return options.length > 0 ? bestOfEach(options) : [lastResort(prose, breaths, span)]

  function pointsOption(headline: Headline | undefined): Option[] {
    const points = headline && !isShort(headline) ? undefined : pointsUnder(span, headline, own, together)
    const isWeak = points && !headline && above === 'heading' && isOneSentence(prose.text, points)
    return points ? [lessBy(isWeak ? UNDER_HEADING : 0, option(points, headline))] : []
  }
}

/** Over evidence a headline takes two lines; alone a whole English sentence may take more. */
function isShort({ lines, width }: Headline): boolean {
  return lines <= LINES_OVER_EVIDENCE && width <= LONGEST_HEADLINE
}

/** One English sentence under a heading that is no clause of it is better large, and alone. */
const UNDER_HEADING = 0.4

function isOneSentence(text: string, { spans }: Evidence): boolean {
  const [one, ...others] = spans.map(({ start, end }) => text.slice(start, end))
  return others.length === 0 && one !== undefined && !/\p{Script=Han}/u.test(one)
}

/** What belongs together may begin so many characters before a beat. */
const REACH = 600

/** Whether all of it is said, and of half a list nothing of the other half. */
function canShow({ spans, structure }: Evidence, span: Span): boolean {
  return areWithin(spans, span) && (!structure?.half || isWithin(span, structure.half))
}

function lessBy(cost: number, { beat, value }: Option): Option {
  return { beat, value: value - cost }
}

/** One sentence alone: less worth the more is said that nobody sees, and more where it says something by itself. */
function statement({ voice, isSentence, leansOn, width }: Headline, seconds: number): Evidence {
  const length = 0.01 * Math.min(0, width - 12) - (width > LONGEST_HEADLINE ? 0.15 : 0)
  const alone = (isSentence ? 0.06 : -0.1) + (leansOn ? -0.3 : 0) + length
  return { layout: 'statement', strength: 0.1 + alone - 0.02 * Math.max(0, seconds - 20), voice, spans: [] }
}

/** The heading again over something that is drawn is better than a headline that has nothing to do with it. */
const AGAIN_OVER_STRUCTURE = -0.05

/** Numbers that say what they are of: the heading above says the rest. */
const OVER_OWN_LEAD = 0.3

function worthOfHeading(above: Above, { structure, leansOn }: Evidence): number {
  if (namesItsNumbers(structure) && !leansOn)
    return OVER_OWN_LEAD
  const own = above === 'none' && structure ? AGAIN_OVER_STRUCTURE : WORTH_OF_HEADING[above]
  // What the first sentences lean on may be the heading's.
  const leaning = above === 'none' || leansOn === 'clause' ? LEANING : LEANING / 3
  return own + (leansOn ? leaning : 0)
}

/** What is shown counts more than what heads it. */
const WEIGHT = { evidence: 1.2, headline: 0.8 } as const
/** A quotation is worth less where somebody else speaks on its slide. */
const TALKED_OVER = 0.3
/** Of all headlines the best few are tried over points, and alone. */
const MOST_HEADLINES = 4

/** Of each layout the best: only layouts make one way better than another further on. */
function bestOfEach(options: readonly Option[]): Option[] {
  const best = new Map<Layout, Option>()
  for (const option of options) {
    const { layout } = option.beat.evidence
    if (option.value > (best.get(layout)?.value ?? Number.NEGATIVE_INFINITY))
      best.set(layout, option)
  }
  return [...best.values()]
}

/** What stands below the heading where nothing can be said by itself: the first that a slide can hold. */
function lastResort({ bullets, voices }: Prose, breaths: readonly Breath[], span: Span): Option {
  const [first] = startingIn(bullets, span, ({ start }) => start)
  const voice = first && holding(voices, first.start)
  const evidence: Evidence = { layout: 'points', strength: 0, spans: first ? [first] : [], ...(voice && { voice }) }
  return { beat: { breaths, evidence }, value: -2 }
}

/** Whether somebody else speaks beside the one who is quoted, and whoever asked. */
function isTalkedOver({ voices }: Prose, span: Span, { line, evidence }: Headed): boolean {
  const spoken = startingIn(voices, span, ({ start }) => start)
  const isOther = (one: Voice): boolean => one !== line.voice && isWithin(one, span) && !overlaps(one, line)
  return evidence.layout === 'quote' && spoken.some(isOther)
}

/**
 * There is room for both; whose words stand above must be whose words stand below, but for the author's own above
 * somebody else's.
 */
function goesWith(headline: Headline, { voice, spans, height = 0 }: Evidence): boolean {
  const hasRoom = height <= evidenceRoom(headline.lines, Boolean(voice?.attribution))
  const isTheirs = !headline.voice.attribution || headline.voice === voice
  return isShort(headline)
    && hasRoom
    && isTheirs
    && !headline.voice.quotation
    && spans.every(span => !overlaps(headline, span))
}
