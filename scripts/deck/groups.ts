import type { Text } from 'mdast'
import type { Passage } from '../article/passage.ts'
import type { Title } from '../outline/types.ts'
import type { Group, Place } from './group.ts'
import type { Draft } from './notes.ts'
import type { DeckOptions, Layout, Slide } from './types.ts'
import type { Unit } from './units.ts'
import { attributeBackwards, isAside, withoutAsides } from './asides.ts'
import { blockSlides, bulletSlides, saidOf } from './block-slides.ts'
import { captionsIn } from './captions.ts'
import { leadsIn } from './contents.ts'
import { withoutOpening, withText } from './group.ts'
import { partedByItems } from './headed-items.ts'
import { heading as headingOf } from './nodes.ts'
import { joinNotes } from './notes.ts'
import { pointsAtBlock } from './pointing.ts'
import { beatSlides } from './prose/slides.ts'
import { isProse, toUnits } from './units.ts'

/**
 * Groups the text of a heading: all its passages under the heading's title.
 *
 * @param title the heading
 * @param passages what stands under it
 * @param titles the headings above it
 * @param place where it stands in the article
 * @returns one group
 */
export function groupUnder(title: Title, passages: Passage[], titles: string[], place: Place): Group {
  const opening = title.runIn
  return { title, ...(opening && { opening }), units: unitsOf(passages), titles: [...titles, title.value], place }
}

/**
 * Groups passages that have no heading of their own under the heading above.
 *
 * @param above the heading above
 * @param passages the passages
 * @param titles the headings above that
 * @param place where they stand in the article
 * @returns one group, none for no passages
 */
export function groupWithout(above: Text, passages: Passage[], titles: string[], place: Place): Group[] {
  const own = { title: above, units: unitsOf(passages), titles: [...titles, above.value], place }
  return passages.length > 0 ? [{ ...own, isTitleSeen: true }] : []
}

/**
 * Sentences in order. What is only said, a salutation or a signature, has nothing to show; where there is nothing else,
 * it is shown.
 */
function unitsOf(passages: Passage[]): Unit[] {
  const units = passages.flatMap((passage): Unit[] => {
    const own = toUnits(passage)
    return isAside(passage) ? own.map(unit => ({ ...unit, bullets: [] })) : own
  })
  return withoutAsides(attributeBackwards(units))
}

/**
 * Turns groups into slides.
 *
 * @param groups the groups in order
 * @param options density and ratio
 * @returns for each group that has something to show its slides; the notes of all hold every sentence of the groups
 */
export function groupSlides(groups: Group[], options: DeckOptions): { group: Group, slides: Slide[] }[] {
  const all: { group: Group, slides: Slide[] }[] = []
  const layouts: Layout[] = []
  const parted = options.density === 'full' ? groups : groups.flatMap(partedByItems)
  for (const group of withText(parted)) {
    const slides = slidesOf(group, options, layouts)
    layouts.push(...slides.map(({ layout }) => layout))
    all.push({ group, slides })
  }
  return all
}

/**
 * A group's slides, run by run: prose as beats, what stands by itself in its blocks, lists as their author has made
 * them.
 */
function slidesOf(group: Group, options: DeckOptions, before: readonly Layout[]): Slide[] {
  const runs = runsOf(group.units)
  const onlyLead = runs.map((run, index) => options.density !== 'full' && pointsAtBlock(run, runs[index + 1]))
  const drafts = runs.flatMap((run, index) => {
    const own = index === 0 ? group : withoutOpening(group)
    if (onlyLead[index])
      return []
    if (run.every(isProse) && options.density !== 'full')
      return beatSlides(run, own, options.density, index === 0 ? before : [])
    const made = (run.every(isProse) || run.some(({ item }) => item) ? bulletSlides : blockSlides)(run, own, options)
    return onlyLead[index - 1] ? saidBefore(runs[index - 1]!, made) : made
  })
  // Marks without words are said under the heading.
  const layout = 'points' as const
  const heading = { slide: { layout, title: group.title.value, content: [headingOf(group.title)] }, said: [] }
  return joinNotes(drafts.some(({ slide }) => slide) ? drafts : [heading, ...drafts], group.opening)
}

/** The first of some slides says what leads to it too. */
function saidBefore(lead: readonly Unit[], [first, ...others]: Draft[]): Draft[] {
  return first ? [{ ...first, said: [...saidOf(lead), ...first.said] }, ...others] : []
}

/**
 * Sentences in a row, a table's rows, a list's items with the line that leads in to them, and by itself each picture,
 * block of code and formula.
 */
function runsOf(units: Unit[]): Unit[][] {
  const runs: Unit[][] = []
  const captions = captionsIn(units)
  for (const [index, unit] of units.entries()) {
    const last = runs.at(-1)?.at(-1)
    const block = captions.get(unit)
    const isBelow = block && last && (block === last || (last.row && block.row?.table === last.row.table))
    if (isBelow || (last && captions.get(last) === unit)) {
      runs.at(-1)!.push(unit)
      continue
    }
    if (block || (last && captions.has(last))) {
      runs.push([unit])
      continue
    }
    const isLead = leadsIn(unit, units[index + 1]) && units[index + 1]?.item === true
    if (last && kindOf(last) === kindOf(unit) && kindOf(unit) !== 'block' && !(isLead && !unit.item))
      runs.at(-1)!.push(unit)
    else if (last && unit.item && leadsIn(last, unit) && runs.at(-1)!.length === 1)
      runs.at(-1)!.push(unit)
    else
      runs.push([unit])
  }
  return runs
}

function kindOf(unit: Unit): unknown {
  if (unit.row)
    return unit.row.table
  if (unit.item)
    return 'item'
  return isProse(unit) ? 'prose' : 'block'
}
