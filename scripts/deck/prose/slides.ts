import type { Heading, Parent, PhrasingContent, RootContent, Text } from 'mdast'
import type { Group } from '../group.ts'
import type { Draft } from '../notes.ts'
import type { Density, Layout } from '../types.ts'
import type { Unit } from '../units.ts'
import type { Beat } from './options.ts'
import type { Prose } from './voices.ts'
import { partOf } from '../../article/marks.ts'
import { speakingMinutes } from '../../language/measure.ts'
import { kickerOf } from '../group.ts'
import { heading } from '../nodes.ts'
import { beatsOf } from './beats.ts'
import { evidenceBlocks } from './draw.ts'
import { pointOf } from './point-of.ts'
import { toProse } from './voices.ts'

/**
 * The slides of prose: one for each beat, with its headline and its evidence.
 *
 * @param run sentences in order
 * @param group what they stand under; its opening is said with the first
 * @param density `brief` shows headlines alone
 * @param before the layouts of the slides before
 * @returns drafts that say all of it
 */
export function beatSlides(run: Unit[], group: Group, density: Density, before: readonly Layout[]): Draft[] {
  const prose = toProse(run)
  if (prose.voices.length === 0)
    return [{ said: run.map(({ sentence, opensParagraph }) => ({ text: sentence, opensParagraph })) }]
  const beats = beatsOf(prose, {
    heading: group.titles.join('\n'),
    ...(group.opening && { opening: speakingMinutes(group.opening.value) * 60 }),
    before,
  })
  return beats.map((beat): Draft => {
    const slide = slideOf(density === 'brief' ? briefly(beat) : beat, prose, group)
    return { slide, said: saidIn(beat, prose) }
  })
}

/** A headline alone; where there is none, what stands below the heading. */
function briefly(beat: Beat): Beat {
  if (!beat.headline)
    return beat
  const { voice } = beat.evidence
  return { ...beat, evidence: { layout: 'statement', strength: 0, spans: [], ...(voice && { voice }) } }
}

function slideOf({ headline, evidence }: Beat, prose: Prose, group: Group): NonNullable<Draft['slide']> {
  const title: Text = headline ? prose.slice(headline) : group.title
  const kicker = kickerOf(group, title.value)
  const values = evidence.structure?.values
  const blocks = evidenceBlocks(evidence, prose)
  return {
    layout: evidence.layout,
    title: title.value,
    ...(headline && { headline: { text: title, score: headline.score } }),
    ...(kicker && { kicker }),
    ...(values && { values }),
    content: [headlineOf(title, headline !== undefined && evidence.layout !== 'quote', blocks), ...blocks],
  }
}

/** Emphasis is one thing: a headline's point is strong where nothing below it is. */
function headlineOf(title: Text, isOwn: boolean, blocks: readonly RootContent[]): Heading {
  const point = isOwn && !title.data?.phrasing && !hasStrong({ children: blocks }) ? pointOf(title.value) : undefined
  if (!point)
    return heading(title)
  const { start, end } = point
  const strong: PhrasingContent = { type: 'strong', children: [partOf(title, start, end)] }
  const around = [partOf(title, 0, start), strong, partOf(title, end)]
  return { type: 'heading', depth: 1, children: around.filter(node => node.type !== 'text' || node.value !== '') }
}

function hasStrong(node: { type?: string, children?: readonly RootContent[] }): boolean {
  return node.type === 'strong' || (node.children ?? []).some(child => hasStrong(child as Parent))
}

/** A beat's sentences, whole where all of one is its own. */
function saidIn({ breaths }: Beat, prose: Prose): Draft['said'] {
  return breaths.map(breath => ({ text: prose.slice(breath), opensParagraph: breath.opensParagraph }))
}
