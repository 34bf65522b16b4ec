import type { Text } from 'mdast'
import type { Passage } from '../article/passage.ts'
import type { Labels } from '../language/labels.ts'
import type { Outline, Part, Title } from '../outline/types.ts'
import type { Group } from './group.ts'
import type { Deck, DeckOptions, Decks, Slide } from './types.ts'
import { labelsFor } from '../language/labels.ts'
import { joinLines } from '../outline/json.ts'
import { gatherBare } from './group.ts'
import { groupSlides, groupUnder, groupWithout } from './groups.ts'
import { withIds } from './ids.ts'
import { cover } from './layouts/cover.ts'
import { outlineSlides } from './layouts/outline.ts'
import { questions } from './layouts/questions.ts'
import { recap } from './layouts/recap.ts'
import { slideMinutes, spreadMinutes } from './minutes.ts'
import { keySentence } from './select.ts'
import { shortTitle, shownTitle } from './titles.ts'

/** What is used where a person asks for nothing else. */
export const DEFAULT_OPTIONS: DeckOptions = { ratio: '16:9', density: 'standard', clicks: false, questions: true }

/**
 * A unified plugin that plans the decks of an article: one for each part.
 *
 * @param options what a person asked for
 * @returns a transformer from an Outline to Decks
 */
export function planDecks(options: DeckOptions = DEFAULT_OPTIONS) {
  return (outline: Outline): Decks => {
    const labels = labelsFor(outline.language)
    const decks = outline.parts.map((part, index) => planDeck(outline, part, index, labels, options)).map((deck, index, all) => leadOn(deck, all[index + 1], labels))
    return { type: 'decks', decks: withIds(options.minutes === undefined ? decks : spreadMinutes(decks, options.minutes)) }
  }
}

function planDeck(outline: Outline, part: Part, index: number, labels: Labels, options: DeckOptions): Deck {
  const first = index === 0
  const last = index === outline.parts.length - 1
  const partTitle = shownTitle(part.title, labels.partOf(index + 1, outline.parts.length))
  const articleTitle = shortTitle(outline.title, partTitle.value)
  const above = [outline.title.value]
  const groups = [
    ...(first ? groupWithout(articleTitle, outline.lead, []) : []),
    ...leadGroups(partTitle, part.lead, above),
    ...gatherBare(part.points.map(point => groupUnder(shownTitle(point.title, partTitle.value), point.passages, [...above, part.title.value])), partTitle, above),
    ...groupWithout(partTitle, part.closing, above),
    ...(last ? groupWithout(articleTitle, outline.closing, []) : []),
  ]
  const lines = recapLines(part, labels)
  const slides: Slide[] = [
    cover(outline, part, labels),
    ...(outline.parts.length > 1 || part.points.length > 0 ? outlineSlides(outline, part, labels, options.ratio) : []),
    ...groupSlides(groups, options, labels.page),
    ...(lines.length >= FEWEST_LINES ? recap(part, lines, labels, options.ratio) : []),
    ...(options.questions ? questions(part.points.length > 0 ? part.points.map(point => point.title) : [part.title], labels) : []),
  ]
  return {
    number: index + 1,
    total: outline.parts.length,
    title: partTitle.value,
    articleTitle: articleTitle.value,
    ...(outline.byline.length > 0 && { byline: joinLines(outline.byline) }),
    language: outline.language,
    ratio: options.ratio,
    clicks: options.clicks,
    minutes: Math.max(1, Math.round(slides.reduce((sum, slide) => sum + slideMinutes(slide), 0))),
    slides,
  }
}

/** A deck's last slide names the next one. */
function leadOn(deck: Deck, next: Deck | undefined, labels: Labels): Deck {
  if (!next)
    return deck
  const last = { ...deck.slides.at(-1)!, next: { deck: next.number, label: labels.next(next.title) } }
  return { ...deck, slides: [...deck.slides.slice(0, -1), last] }
}

/** A part's own first text; a heading that is a sentence is said before it. */
function leadGroups(title: Title, lead: Passage[], above: string[]): Group[] {
  const groups = groupWithout(title, lead, above)
  if (!title.runIn)
    return groups
  const [head, ...rest] = groups
  if (!head)
    return [{ title, opening: title.runIn, units: [], titles: above }]
  return [{ ...head, opening: title.runIn }, ...rest]
}

/** A recap's line is no longer than this: two lines of the picture and a little. */
const LONGEST_LINE_EM = 44
const MOST_LINES = 6
/** Of less there is nothing to sum up. */
const FEWEST_LINES = 3

function recapLines(part: Part, labels: Labels): Text[] {
  if (part.points.length > 0)
    return part.points.map(point => shortTitle(point.title, labels.ellipsis))
  const titles = [part.title.value]
  return groupWithout(part.title, [...part.lead, ...part.closing], [])
    .flatMap(({ title, units }) => title.value === part.title.value ? keySentence(units, titles, LONGEST_LINE_EM)?.bullets ?? [] : [title])
    .slice(0, MOST_LINES)
}
