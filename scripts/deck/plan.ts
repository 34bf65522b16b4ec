import type { Text } from 'mdast'
import type { Labels } from '../language/labels.ts'
import type { Outline, Part } from '../outline/types.ts'
import type { SaidSlides, Setting } from './said.ts'
import type { Deck, DeckOptions, Decks, Slide } from './types.ts'
import { labelsFor } from '../language/labels.ts'
import { joinLines } from '../outline/json.ts'
import { bleeding } from './bleed.ts'
import { withIds } from './ids.ts'
import { cover } from './layouts/cover.ts'
import { questions } from './layouts/questions.ts'
import { recap, recapLines } from './layouts/recap.ts'
import { section } from './layouts/section.ts'
import { slideMinutes, spreadMinutes } from './minutes.ts'
import { saidInPart } from './said.ts'
import { shownByline, talkOf } from './talk.ts'
import { isNameless, shortTitle, shownTitle } from './titles.ts'
import { FURNITURE } from './types.ts'

/** What is used where a person asks for nothing else. */
export const DEFAULT_OPTIONS: DeckOptions = {
  ratio: '16:9',
  density: 'standard',
  decks: 'parts',
  clicks: false,
  questions: false,
}

/** In an article that takes less, a part has a cover and a closing slide and no other furniture; in minutes. */
export const SHORT_ARTICLE = 8
/** A part that takes less is opened by a cover alone; in minutes. */
const SHORT_PART = 2

/**
 * A unified plugin that plans the decks of an article: one for each part, or one for all.
 *
 * @param options what a person asked for
 * @returns a transformer from an Outline to Decks
 */
export function planDecks(options: DeckOptions = DEFAULT_OPTIONS) {
  return (outline: Outline): Decks => {
    const setting = { outline, labels: labelsFor(outline.language), options }
    const decks = options.decks === 'one' ? [planOne(setting)] : planParts(setting)
    const { minutes } = options
    return { type: 'decks', decks: withIds(minutes === undefined ? decks : spreadMinutes(decks, minutes)) }
  }
}

/** A deck for each part. Of furniture beyond its share recaps go first, then what closes the shortest parts. */
function planParts(setting: Setting): Deck[] {
  const { outline, labels } = setting
  const all = outline.parts.map((_, index) => saidInPart(setting, index, true))
  const isShort = minutesOf(all.flatMap(({ lead, own, end }) => [...lead, ...own, ...end])) < SHORT_ARTICLE
  const plan = (said: SaidSlides[], hasRecaps: boolean): Deck[] =>
    said.map((own, index) => planDeck(setting, index, own, { isShort, hasRecaps }))
  const decks = plan(all, !isShort)
  const spare = isShort ? 0 : tooMuchFurniture(decks)
  const recaps = decks.flatMap(({ slides }) => slides.filter(({ layout }) => layout === 'recap')).length
  const open = new Set(shortest(all, spare - recaps))
  const unclosed = all.map((own, index) => open.has(own) ? saidInPart(setting, index, false) : own)
  const kept = spare > 0 ? plan(unclosed, false) : decks
  return kept.map((deck, index) => leadOn(deck, kept[index + 1], labels))
}

/** Slides that say where one is, and nothing new, are no more than this share of all. */
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

/** What a deck has beside its text. */
interface Furniture { isShort: boolean, hasRecaps: boolean }

function planDeck(setting: Setting, index: number, said: SaidSlides, { isShort, hasRecaps }: Furniture): Deck {
  const { lead, own, end } = said
  const { outline, labels, options } = setting
  const part = outline.parts[index]!
  const isDivided = outline.parts.length > 1 || part.points.length > 1
  const isLong = isDivided && minutesOf([...own, ...end]) >= SHORT_PART
  // The article's opening stands before its first part: what is said on the cover would be out of its place.
  const isBehindOpening = outline.parts.length > 1 && lead.length > 0
  const isSection = !isShort && (isLong || isBehindOpening)
  const lines = hasRecaps ? recapLines(part, own) : []
  return deckOf(setting, index + 1, outline.parts.length, [
    ...(index === 0 || !isSection ? [cover(outline, part, labels, isSection, options)] : []),
    ...lead,
    ...(isSection ? section(outline, part, labels, options.ratio) : []),
    ...own,
    ...recap(part, lines, labels, options.ratio),
    ...(options.questions ? questions(titlesOf(part), labels) : []),
    ...end,
  ])
}

/** One deck for all parts: a section opens each, where there are several, and the last closes it. */
function planOne(setting: Setting): Deck {
  const { outline, labels, options } = setting
  const { parts } = outline
  const isDivided = parts.length > 1
  const asked = isDivided ? parts.map(({ title }) => title) : parts.flatMap(titlesOf)
  return deckOf(setting, 1, 1, [
    cover(outline, parts[0]!, labels, isDivided, options),
    ...parts.flatMap((part, index) => {
      const isLast = index === parts.length - 1
      const { lead, own, end } = saidInPart(setting, index, isLast)
      return [
        ...lead,
        ...(isDivided ? section(outline, part, labels, options.ratio) : []),
        ...own,
        ...(options.questions && isLast ? questions(asked, labels) : []),
        ...end,
      ]
    }),
  ])
}

function titlesOf({ title, points }: Part): Text[] {
  return points.length > 0 ? points.map(point => point.title) : [title]
}

function deckOf({ outline, labels, options }: Setting, number: number, total: number, slides: Slide[]): Deck {
  const part = outline.parts[number - 1]!
  const partTitle = shownTitle(part.title, labels.partOf(number, total)).value
  const articleTitle = shortTitle(outline.title, partTitle).value
  const byline = shownByline(outline, options)
  const { speaker, logo } = talkOf(outline, options)
  return {
    number,
    total,
    title: options.decks === 'one' || isNameless(outline, part) ? articleTitle : partTitle,
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
