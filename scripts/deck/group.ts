import type { Text } from 'mdast'
import type { Unit } from './units.ts'
import { maskedText, partOf } from '../article/marks.ts'
import { trimClause } from '../language/clauses.ts'
import { onlyLeadsOn } from './asides.ts'
import { isProse, toUnits } from './units.ts'

/** Text under one title. */
export interface Group {
  title: Text
  /** Said first: a run-in heading's own sentence. */
  opening?: Text
  units: Unit[]
  /** The headings above, for the choice of sentences. */
  titles: string[]
  /** Where it stands in the article. */
  place: Place
  /** Its title stands on a slide of its own, or on the cover. */
  isTitleSeen?: true
}

/**
 * Where a group stands: the numerals of its part and its point, what a line that no heading follows has in their place,
 * and the heading above its own.
 */
export interface Place { numeral: string, alone?: string, above: string }

/**
 * Gathers points that are one sentence each, their own heading, under the heading above, so that none leaves its slide
 * with a title over nothing.
 *
 * @param groups the points' groups
 * @param above the heading above them
 * @param titles the headings above that
 * @param place where that heading stands
 * @returns the groups, those in a row that have no text of their own as one
 */
export function gatherBare(groups: Group[], above: Text, titles: string[], place: Place): Group[] {
  const gathered: Group[] = []
  for (const group of groups) {
    const last = gathered.at(-1)
    if (group.units.length > 0 || !group.opening)
      gathered.push(group)
    else if (last?.title === above)
      last.units.push(...unitsOf(group.opening))
    else
      gathered.push({ title: above, units: unitsOf(group.opening), titles: [...titles, above.value], place })
  }
  return gathered
}

/**
 * Gives groups that have nothing to show what is said of them. What has no words at all, a paragraph of marks, is said
 * with the group before it, or, where there is none, before the next one.
 *
 * @param groups text under one title each
 * @returns the groups that have something to show; their units together are those of all
 */
export function withText(groups: Group[]): Group[] {
  const shown: Group[] = []
  let waiting: Unit[] = []
  for (const group of groups) {
    // A greeting alone is no slide: it is said before the next one; a signature is said after the last.
    const isOnlySaid = onlyLeadsOn(group.units) || group.units.every(isSignature)
    const [own] = group.isTitleSeen && isOnlySaid ? [] : withOwnText(group)
    const last = shown.at(-1)
    if (own && waiting.length > 0)
      shown.push({ ...withoutOpening(own), units: [...waiting.splice(0), ...saidOnly(own.opening), ...own.units] })
    else if (own)
      shown.push(own)
    else if (last)
      last.units = [...last.units, ...saidOnly(group.opening), ...group.units]
    else
      waiting = [...waiting, ...saidOnly(group.opening), ...group.units]
  }
  if (shown.length > 0 || waiting.length === 0)
    return shown
  // Where there is nothing but greetings, these are shown; where no group has words, all that there is is said.
  const greetings = groups.flatMap(withOwnText)
  return greetings.length > 0 ? greetings : [{ ...groups[0]!, units: waiting }]
}

/** A line of words that is shown nowhere: who signs, and when. */
function isSignature(unit: Unit): boolean {
  return isProse(unit) && unit.bullets.length === 0
}

/** A group without what its heading says. */
export function withoutOpening({ opening: _, ...group }: Group): Group {
  return group
}

function saidOnly(opening: Text | undefined): Unit[] {
  return opening ? unitsOf(opening).map(unit => ({ ...unit, bullets: [] })) : []
}

/** A group with its own sentences to show, and the heading's where that is one; nothing where it has no words. */
function withOwnText(group: Group): Group[] {
  if (group.units.some(unit => unit.bullets.length > 0 || unit.image || unit.row || unit.code || unit.formula))
    return [group]
  const { opening, ...rest } = group
  const units = [...(opening ? unitsOf(opening) : []), ...group.units]
  const hasWords = (unit: Unit): boolean => trimClause(unit.sentence.value) !== ''
  const shown = (unit: Unit): Unit => unit.bullets.length > 0 || !hasWords(unit) ? unit : { ...unit, ...toShow(unit) }
  return units.some(hasWords) ? [{ ...rest, units: units.map(shown) }] : []
}

/** A text's sentences as units, at its place. */
export function unitsOf(text: Text): Unit[] {
  const slice = (from: number, to: number): Text => partOf(text, from, to)
  return toUnits({ kind: 'paragraph', text: text.value, masked: maskedText(text), slice, raw: slice })
}

function toShow({ sentence }: Unit): Pick<Unit, 'bullets'> {
  const words = trimClause(sentence.value)
  const start = sentence.value.indexOf(words)
  return { bullets: [partOf(sentence, start, start + words.length)] }
}

/**
 * The line above a slide's headline: the numerals of its part and its point, and the heading that it stands under,
 * where that is not the headline itself.
 *
 * @param group what the slide is of
 * @param headline what heads it
 * @returns the line; nothing where there is neither
 */
export function kickerOf(
  { title, place: { numeral, alone = numeral, above } }: Pick<Group, 'title' | 'place'>,
  headline: string,
): string | undefined {
  const isSame = (heading: string): boolean => lettersOf(heading) === lettersOf(headline)
  // The part's title behind a point's numeral would read as the point's.
  const over = numeral === '' ? above : ''
  const heading = isSame(title.value) ? over : title.value
  const shown = isSame(heading) ? '' : heading
  const line = shown === '' ? alone : [numeral, shown].filter(Boolean).join(' ')
  return line === '' ? undefined : line
}

/** Letters and digits alone: by these two headings are the same. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
