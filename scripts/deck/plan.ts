import type { Text } from 'mdast'
import type { Labels } from '../language/labels.ts'
import type { Outline, Part } from '../outline/types.ts'
import type { Group, Place } from './group.ts'
import type { Deck, DeckOptions, Decks, Layout, Slide } from './types.ts'
import { labelsFor } from '../language/labels.ts'
import { joinLines } from '../outline/json.ts'
import { bleeding } from './bleed.ts'
import { gatherBare } from './group.ts'
import { groupSlides, groupUnder, groupWithout } from './groups.ts'
import { withIds } from './ids.ts'
import { closing } from './layouts/closing.ts'
import { cover } from './layouts/cover.ts'
import { questions } from './layouts/questions.ts'
import { recap, recapLines } from './layouts/recap.ts'
import { section } from './layouts/section.ts'
import { slideMinutes, spreadMinutes } from './minutes.ts'
import { shownByline, talkOf } from './talk.ts'
import { saidOf, shortTitle, shownTitle } from './titles.ts'

/** What is used where a person asks for nothing else. */
export const DEFAULT_OPTIONS: DeckOptions = { ratio: '16:9', density: 'standard', decks: 'parts', clicks: false, questions: false }

/** In an article that takes less, a part has a cover and a closing slide and no other furniture; in minutes. */
export const SHORT_ARTICLE = 8
/** A part that takes less is opened by a cover alone; in minutes. */
const SHORT_PART = 2

/**
 * A unified plugin that plans the decks of an article: one for each part.
 *
 * @param options what a person asked for
 * @returns a transformer from an Outline to Decks
 */
export function planDecks(options: DeckOptions = DEFAULT_OPTIONS) {
  return (outline: Outline): Decks => {
    const labels = labelsFor(outline.language)
    const all = outline.parts.map((part, index) => saidInPart(outline, part, index, true, labels, options))
    const isShort = all.reduce((sum, { lead, own, end }) => sum + minutesOf([...lead, ...own, ...end]), 0) < SHORT_ARTICLE
    if (options.decks === 'one')
      return { type: 'decks', decks: finished([planOne(outline, all, labels, options)], options) }
    const plan = (said: SaidSlides[], hasRecaps: boolean): Deck[] => outline.parts.map((part, index) => planDeck(outline, part, said[index]!, { isShort, hasRecaps }, labels, options))
    const decks = plan(all, !isShort)
    const spare = isShort ? 0 : tooMuchFurniture(decks)
    const recaps = decks.reduce((sum, { slides }) => sum + slides.filter(({ layout }) => layout === 'recap').length, 0)
    const open = new Set(shortest(all, spare - recaps))
    const said = all.map((own, index) => open.has(own) ? saidInPart(outline, outline.parts[index]!, index, false, labels, options) : own)
    const leading = (spare > 0 ? plan(said, false) : decks).map((deck, index, others) => leadOn(deck, others[index + 1], labels))
    return { type: 'decks', decks: finished(leading, options) }
  }
}

function finished(decks: Deck[], options: DeckOptions): Deck[] {
  return withIds(options.minutes === undefined ? decks : spreadMinutes(decks, options.minutes))
}

/** Slides that say where one is, and nothing new. */
const FURNITURE: ReadonlySet<Layout> = new Set(['cover', 'section', 'recap', 'questions', 'closing'])
/** They are no more than this share of all. */
const MOST_FURNITURE = 0.25

/** How many slides of furniture have to go, the text of each shown with that before it. */
function tooMuchFurniture(decks: Deck[]): number {
  const slides = decks.flatMap(deck => deck.slides)
  const furniture = slides.filter(({ layout }) => FURNITURE.has(layout)).length
  return Math.max(0, Math.ceil((furniture - MOST_FURNITURE * slides.length) / (1 - MOST_FURNITURE)))
}

/** The shortest parts of those that a slide closes, but for the last one. */
function shortest(said: SaidSlides[], count: number): SaidSlides[] {
  const closed = said.slice(0, -1).filter(({ end }) => end.length > 0)
  return closed.sort((one, other) => minutesOf(one.own) - minutesOf(other.own)).slice(0, Math.max(0, count))
}

/** The slides of a deck on which something is said: the article's lead, the part, its last sentence. */
interface SaidSlides { lead: Slide[], own: Slide[], end: Slide[] }

function saidInPart(outline: Outline, part: Part, index: number, isClosed: boolean, labels: Labels, options: DeckOptions): SaidSlides {
  const title = shownTitle(part.title, labels.partOf(index + 1, outline.parts.length))
  const articleTitle = shortTitle(outline.title, title.value)
  const above = [outline.title.value]
  const place = { numeral: outline.parts.length > 1 ? labels.numeral(index + 1) : '', above: title.value === articleTitle.value ? '' : articleTitle.value }
  const ofArticle = { numeral: '', above: '' }
  const all = [
    ...(index === 0 ? groupWithout(articleTitle, outline.lead, [], ofArticle) : []),
    ...leadGroups(part, title, above, place),
    ...gatherBare(part.points.map((point, at) => groupUnder(shownTitle(point.title, title.value), point.passages, [...above, part.title.value], placeOfPoint(place, at, title.value))), title, above, place),
    ...groupWithout(title, part.closing, above, place),
    ...(index === outline.parts.length - 1 ? groupWithout(articleTitle, outline.closing, [], ofArticle) : []),
  ]
  const isEnd = isClosed && (options.decks === 'parts' || index === outline.parts.length - 1)
  const { groups, end } = isEnd ? closing(all, options) : { groups: all, end: [] }
  const slides = groupSlides(groups, options)
  const isLead = ({ group }: typeof slides[number]): boolean => group.place === ofArticle && index === 0 && group === slides[0]?.group && outline.lead.length > 0
  return { lead: slides.filter(isLead).flatMap(own => own.slides), own: slides.filter(own => !isLead(own)).flatMap(own => own.slides), end }
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
  return groups.length > 0 ? groups.map(group => ({ ...group, opening })) : [{ title, opening, units: [], titles: above, place }]
}

function planDeck(outline: Outline, part: Part, { lead, own, end }: SaidSlides, { isShort, hasRecaps }: { isShort: boolean, hasRecaps: boolean }, labels: Labels, options: DeckOptions): Deck {
  const index = outline.parts.indexOf(part)
  const isSection = !isShort && minutesOf([...own, ...end]) >= SHORT_PART && (outline.parts.length > 1 || part.points.length > 1)
  const lines = hasRecaps ? recapLines(part, own) : []
  return deckOf(outline, labels, options, index + 1, outline.parts.length, [
    ...(index === 0 || !isSection ? [cover(outline, part, labels, isSection, options)] : []),
    ...lead,
    ...(isSection ? section(outline, part, labels, options.ratio) : []),
    ...own,
    ...recap(part, lines, labels, options.ratio),
    ...(options.questions ? questions(part.points.length > 0 ? part.points.map(point => point.title) : [part.title], labels) : []),
    ...end,
  ])
}

/** One deck for all parts: a section opens each, where there are several, and the last closes it. */
function planOne(outline: Outline, said: SaidSlides[], labels: Labels, options: DeckOptions): Deck {
  const hasSections = outline.parts.length > 1
  return deckOf(outline, labels, options, 1, 1, [
    cover(outline, outline.parts[0]!, labels, hasSections, options),
    ...outline.parts.flatMap((part, index) => {
      const { lead, own, end } = said[index]!
      return [
        ...lead,
        ...(hasSections ? section(outline, part, labels, options.ratio) : []),
        ...own,
        ...(options.questions && index === outline.parts.length - 1 ? questions(titlesIn(outline), labels) : []),
        ...end,
      ]
    }),
  ])
}

function titlesIn({ parts }: Outline): Text[] {
  return parts.length > 1 ? parts.map(({ title }) => title) : parts.flatMap(({ title, points }) => points.length > 0 ? points.map(point => point.title) : [title])
}

function deckOf(outline: Outline, labels: Labels, options: DeckOptions, number: number, total: number, slides: Slide[]): Deck {
  const partTitle = shownTitle(outline.parts[number - 1]!.title, labels.partOf(number, total)).value
  const articleTitle = shortTitle(outline.title, partTitle).value
  const byline = shownByline(outline, options)
  const { speaker, logo } = talkOf(outline, options)
  return {
    number,
    total,
    title: options.decks === 'one' ? articleTitle : partTitle,
    articleTitle,
    ...(byline.length > 0 && { byline: joinLines(byline) }),
    ...(speaker !== undefined && { speaker }),
    ...(logo !== undefined && { logo }),
    language: outline.language,
    ratio: options.ratio,
    clicks: options.clicks,
    minutes: Math.max(1, Math.round(minutesOf(slides))),
    slides: bleeding(slides),
  }
}

function minutesOf(slides: Slide[]): number {
  return slides.reduce((sum, slide) => sum + slideMinutes(slide), 0)
}

/** A deck's last slide names the next one. */
function leadOn(deck: Deck, next: Deck | undefined, labels: Labels): Deck {
  if (!next)
    return deck
  const last = { ...deck.slides.at(-1)!, next: { deck: next.number, label: labels.next(next.title) } }
  return { ...deck, slides: [...deck.slides.slice(0, -1), last] }
}
