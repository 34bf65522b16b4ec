import type { Labels } from '../language/labels.ts'
import type { Outline, Part } from '../outline/types.ts'
import type { Group, Place } from './group.ts'
import type { DeckOptions, Slide } from './types.ts'
import { gatherBare } from './group.ts'
import { groupSlides, groupUnder, groupWithout } from './groups.ts'
import { closing } from './layouts/closing.ts'
import { isNameless, saidOf, shortTitle, shownTitle } from './titles.ts'

/** What all slides of an article are planned with. */
export interface Setting { outline: Outline, labels: Labels, options: DeckOptions }

/** The slides of a deck on which something is said: the article's lead, the part, its last sentence. */
export interface SaidSlides { lead: Slide[], own: Slide[], end: Slide[] }

/**
 * The slides of a part's text. The article's lead goes with the first part, its closing with the last.
 *
 * @param setting what all slides are planned with
 * @param index the part's, from 0
 * @param isClosed its last sentence has a slide of its own, where it can stand by itself
 * @returns its slides; their notes hold every sentence
 */
export function saidInPart({ outline, labels, options }: Setting, index: number, isClosed: boolean): SaidSlides {
  const part = outline.parts[index]!
  const isLast = index === outline.parts.length - 1
  const ownTitle = shownTitle(part.title, labels.partOf(index + 1, outline.parts.length))
  const articleTitle = shortTitle(outline.title, ownTitle.value)
  const title = isNameless(outline, part) ? articleTitle : ownTitle
  const above = [outline.title.value]
  const isOneOfMany = outline.parts.length > 1
  const place: Place = {
    numeral: isOneOfMany ? labels.numeral(index + 1) : '',
    ...(isOneOfMany && { alone: labels.part(index + 1) }),
    above: title.value === articleTitle.value ? '' : articleTitle.value,
  }
  const ofLead: Place = { numeral: '', above: '' }
  const ofClosing: Place = { numeral: '', above: '' }
  const points = part.points.map((point, at): Group => {
    const own = placeOfPoint(place, at, title.value)
    return groupUnder(shownTitle(point.title, title.value), point.passages, [...above, part.title.value], own)
  })
  const all = [
    ...(index === 0 ? groupWithout(articleTitle, outline.lead, [], ofLead) : []),
    ...leadGroups(part, title, above, place),
    ...gatherBare(points, title, above, place),
    ...groupWithout(title, part.closing, above, place),
    ...(isLast ? groupWithout(articleTitle, outline.closing, [], ofClosing) : []),
  ]
  const { groups, end } = isClosed ? closing(all, options) : { groups: all, end: [] }
  const slides = groupSlides(groups, options)
  const slidesOf = (isLead: boolean): Slide[] =>
    slides.flatMap(({ group, slides: own }) => (group.place === ofLead) === isLead ? own : [])
  return { lead: slidesOf(true), own: slidesOf(false), end }
}

function placeOfPoint({ numeral }: Place, index: number, above: string): Place {
  return { numeral: [numeral, String(index + 1)].filter(Boolean).join(' · '), above }
}

/** A part's own first text; a heading that is a sentence is said before it. */
function leadGroups({ lead }: Part, title: ReturnType<typeof shownTitle>, above: string[], place: Place): Group[] {
  const groups = groupWithout(title, lead, above, place)
  const opening = saidOf(title)
  if (!opening)
    return groups
  return groups.length > 0
    ? groups.map(group => ({ ...group, opening }))
    : [{ title, opening, units: [], titles: above, place }]
}
