import type { Span } from '../structures/structure.ts'
import type { Evidence } from './evidence.ts'
import type { Headline } from './headlines.ts'
import { tellingCounts } from '../layouts/figures/find.ts'
import { namesItsNumbers } from '../structures/structure.ts'
import { coheres } from './cohesion.ts'
import { holding } from './spans.ts'

/** What a headline takes up, 这些问题都要认真解决, is seen below it. */
const TAKES_UP_EVIDENCE = 0.65
/** What stands in another paragraph says something else. */
const ELSEWHERE = -1
const UPSIDE_DOWN = -0.4
/** Evidence that is said of something that nobody sees. */
export const LEANING = -0.9

/**
 * How much a headline has to do with the evidence below it: of one sentence much, and so what leads to a structure; of
 * the next one something, of others little. What leans on the text before it wants that above it.
 *
 * @param text the text that both stand in
 * @param headline the headline
 * @param evidence what is shown below it
 * @param evidence.voice whose words that is
 * @param evidence.spans where its pieces stand
 * @param evidence.structure what is drawn, where it is a structure
 * @param evidence.leansOn whether it is said of something that stands before it
 * @returns what the headline gains by it; below nothing, what it loses
 */
export function belonging(text: string, headline: Headline, { voice, spans, structure, leansOn }: Evidence): number {
  const evidence = voice && spans[0] && holding(voice.clauses, spans[0].start)
  if (!evidence || !spans[0])
    return 0
  const isBefore = headline.start < spans[0].start
  if (headline.voice !== voice)
    return (headline.voice.paragraph === voice.paragraph ? 0 : ELSEWHERE) + (leansOn && !isBefore ? LEANING : 0)
  const ahead = evidence.sentence - headline.sentence
  const distance = Math.abs(ahead)
  const takesUp = headline.takesUp && distance === 0 && !isBefore ? TAKES_UP_EVIDENCE : 0
  const isSeen = isBefore && distance <= (leansOn === 'clause' ? 0 : 1)
  // It cost so much, over The work is done: what it is said of stands below it.
  const isLeaning = headline.leansOn === 'sentence' || (headline.leansOn === 'clause' && distance > 0)
  const isUpsideDown = isLeaning && !isBefore && !headline.takesUp
  const leans = (leansOn && !isSeen ? LEANING : 0) + (isUpsideDown ? UPSIDE_DOWN : 0)
  const isTopic = structure !== undefined && isBefore && headline.sentence === voice.clauses[0]!.sentence
  const near = nearness(ahead, structure !== undefined)
  const isApart = distance > 0 || !opensSentence(headline)
  const isElse = structure !== undefined && isApart && !coheres(text, headline, spans)
  const isRival = structure !== undefined && headline.voice === voice && rivals(text, headline, spans)
  const isAfterwards = structure !== undefined && !isBefore && distance > 0 && !headline.takesUp
  const ofElse = namesItsNumbers(structure) ? OF_ELSE_OVER_LEAD : OF_ELSE
  const strange = (isElse ? ofElse : 0) + (isAfterwards ? AFTERWARDS : 0) + (isRival ? RIVAL : 0)
  return takesUp + leans + (isTopic ? Math.max(near, TOPIC) : near) - strange
}

/** One number over another one: which of the two should be remembered? */
const RIVAL = 0.4

/** Whether an English headline tells a count, and what is drawn below it another. */
function rivals(text: string, headline: Span, spans: readonly Span[]): boolean {
  const isEnglish = !/\p{Script=Han}/u.test(text.slice(headline.start, headline.end))
  return isEnglish && [headline, ...spans].every(span => tellingCounts(text, span).length > 0)
}

/** What has no word in common with what is drawn speaks of something else, but for the head of its own sentence. */
const OF_ELSE = 0.35

/** Where numbers say themselves what they are of, the heading above heads them better. */
const OF_ELSE_OVER_LEAD = 0.7
/** And where its sentence stands behind what is drawn, the text has gone on to something else. */
const AFTERWARDS = 0.3

function opensSentence({ voice, sentence, start }: Headline): boolean {
  return voice.clauses.find(clause => clause.sentence === sentence)?.start === start
}

/** A paragraph's first sentence speaks of all of it, however far what it says of it stands (Quirk et al. 19.2). */
const TOPIC = -0.2

/** What a headline gains or loses by how many sentences the evidence comes after it. */
function nearness(ahead: number, isDrawn: boolean): number {
  const distance = Math.abs(ahead)
  if (distance === 0 || (ahead === 1 && isDrawn))
    return 0.15
  if (distance === 1)
    return isDrawn ? -0.2 : 0
  return -0.25 - 0.1 * Math.min(4, distance)
}
