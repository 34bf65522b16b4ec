import type { Layout } from '../types.ts'
import type { Evidence } from './evidence.ts'
import type { Headline } from './headlines.ts'
import type { MemberSet } from './sets.ts'
import { isTorn } from './sets.ts'
import { areWithin, holding, overlaps } from './spans.ts'

/** A member of a structure, without the others, heads no slide well. */
const TORN = 0.45

/** Of one clause, or of pieces of one: nothing is lost where that heads the slide. */
const OF_ONE_CLAUSE: ReadonlySet<Layout> = new Set<Layout>(['definition', 'figure', 'enumeration'])

/**
 * Judges a headline by what it would tear apart.
 *
 * @param headline a headline
 * @param evidence what could be drawn beside it
 * @param sets members that are shown together or not at all
 * @returns the headline, for less where it is one of several that belong together
 */
export function lessTorn(headline: Headline, evidence: readonly Evidence[], sets: readonly MemberSet[]): Headline {
  return tears(headline, evidence, sets) ? { ...headline, score: headline.score - TORN } : headline
}

function tears(headline: Headline, evidence: readonly Evidence[], sets: readonly MemberSet[]): boolean {
  // Sentences of a set may head a slide each.
  const isInSet = sets.some(set => isTorn(set, undefined, [headline]) && isOfOneSentence(headline, set))
  return isInSet || evidence.some(({ layout, spans }) =>
    !OF_ONE_CLAUSE.has(layout) && spans.some(span => overlaps(headline, span)) && !areWithin(spans, headline))
}

function isOfOneSentence({ voice, sentence }: Headline, set: MemberSet): boolean {
  return set.every(({ start }) => holding(voice.clauses, start)?.sentence === sentence)
}
