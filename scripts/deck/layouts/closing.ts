import type { Group } from '../group.ts'
import type { Span } from '../structures/structure.ts'
import type { DeckOptions, Slide } from '../types.ts'
import { widthInEm } from '../../language/measure.ts'
import { kickerOf } from '../group.ts'
import { heading, paragraph } from '../nodes.ts'
import { standsAlone, takesUpBefore } from '../prose/clause-grammar.ts'
import { isNamed } from '../prose/noun-phrases.ts'
import { firstOfSentence, isSaidOfEarlier } from '../prose/subjects.ts'
import { speaksOn, toProse } from '../prose/voices.ts'
import { positionOf } from '../slide.ts'
import { isProse } from '../units.ts'
import { tellingCounts } from './figures/find.ts'

/** What closes a part stands large, on three lines at the most, and is no mere word. In em. */
const LONGEST = 48
const SHORTEST = 6

/**
 * Takes a part's last sentence for a slide of its own, with what is said after it: a signature, a date.
 *
 * @param groups the part's text
 * @param options density: in `full` all clauses stand among the others
 * @returns the text without the sentence, and its slide; all of the text and none where the sentence cannot stand by
 * itself, or a picture comes after it
 */
export function closing(groups: Group[], options: DeckOptions): { groups: Group[], end: Slide[] } {
  const group = groups.at(-1)
  const at = group?.units.findLastIndex(({ bullets }) => bullets.length > 0) ?? -1
  const unit = group?.units[at]
  const isShown = group?.units.slice(0, at).some(({ bullets }) => bullets.length > 0)
  if (options.density === 'full' || !group || !unit || !isShown || !group.units.slice(at).every(isProse))
    return { groups, end: [] }
  // Somebody who is quoted is not interrupted.
  if (unit.quotation && speaksOn(group.units[at - 1] ?? {}, unit))
    return { groups, end: [] }
  const prose = toProse([unit])
  const line = lineOf(prose)
  if (!line)
    return { groups, end: [] }
  const title = prose.slice(line)
  const note = group.units.slice(at).map(({ sentence }) => [sentence])
  const kicker = kickerOf(group, title.value)
  return {
    groups: [...groups.slice(0, -1), { ...group, units: group.units.slice(0, at) }],
    end: [{
      layout: 'closing',
      title: title.value,
      ...(kicker && { kicker }),
      content: [heading(title), ...(unit.attribution ? [paragraph(unit.attribution)] : [])],
      note,
      ...positionOf(note),
    }],
  }
}

/**
 * The whole sentence, or as many of its last clauses as have room: what can be said by itself, and is no row of
 * numbers, which are drawn.
 */
function lineOf({ text, voices: [voice] }: ReturnType<typeof toProse>): Span | undefined {
  const clauses = voice?.clauses ?? []
  const end = clauses.at(-1)?.end ?? 0
  const isRoomy = ({ start }: Span): boolean => widthInEm(text.slice(start, end)) <= LONGEST
  const isOwn = (index: number): boolean => {
    const { words } = clauses[index]!
    return standsAlone(clauses[index]!) && !takesUpBefore(words) && !isSaidOfEarlier(clauses, index)
  }
  const at = clauses.findIndex((clause, index) => isRoomy(clause) && isOwn(index))
  const first = clauses[at]
  const line = first && { start: first.start, end }
  // The end of a sentence says less than all of it.
  const shortest = first && firstOfSentence(clauses, at) === at ? SHORTEST : 2 * SHORTEST
  const words = line ? text.slice(line.start, line.end) : ''
  const saysLittle = widthInEm(words) < shortest || isNamed(words)
  return line && !saysLittle && tellingCounts(text, line).length < 2 ? line : undefined
}
