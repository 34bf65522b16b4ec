import type { Paragraph, Text } from 'mdast'
import type { Labels } from '../../language/labels.ts'
import type { Outline, Part } from '../../outline/types.ts'
import type { TalkOptions } from '../talk.ts'
import type { Slide } from '../types.ts'
import { heading, label, line } from '../nodes.ts'
import { shownByline, talkBesideByline, talkLines } from '../talk.ts'
import { isNameless, saidOfTitleBlock, shortTitle } from '../titles.ts'

/**
 * The first slide of a deck. That of the first bears the article's title, its subtitle and byline; others their part's
 * title. Whose talk it is stands below, where a person has said so. Where no section opens the part, its number stands
 * over its title: on the first cover that is below all else, which is the whole article's.
 *
 * @param outline the article
 * @param part the deck's part
 * @param labels the language's labels
 * @param isOpened a section opens the part
 * @param asked whose talk it is, where a person has said so
 * @returns a slide with nothing to say, since the title block is no part of the text, but for lines of it that are too
 * long to be seen
 */
export function cover(outline: Outline, part: Part, labels: Labels, isOpened: boolean, asked: TalkOptions): Slide {
  const number = outline.parts.indexOf(part) + 1
  const partOf = labels.partOf(number, outline.parts.length)
  const own = shortTitle(part.title, partOf)
  const turn = outline.parts.length > 1 && !isOpened ? [partOf] : []
  if (number > 1) {
    const lines = [...linesBelow(own, [outline.title]), ...talkLines(outline, asked).map(line)]
    return { layout: 'cover', title: own.value, content: [...turn.map(line), heading(own), ...lines], note: [] }
  }
  const title = shortTitle(outline.title, own.value)
  const lines = linesBelow(title, [...outline.subtitle, ...shownByline(outline, asked)])
  const talk = talkBesideByline(outline, asked).map(line)
  const first = isOpened || isNameless(outline, part) ? [] : linesBelow(title, [own])
  const note = saidOfTitleBlock(outline).map(text => [text])
  // A part that bears the article's title opens under it, and one without a number is named as a subtitle is.
  const content = first.length > 0 && turn.length > 0
    ? [heading(title), ...lines, ...talk, label(partOf), ...first]
    : [...turn.map(line), heading(title), ...lines, ...first, ...talk]
  return { layout: 'cover', title: title.value, content, note }
}

/** Lines below a cover's title, cut where they are too long; none that says the title again. */
function linesBelow(title: Text, lines: readonly Text[]): Paragraph[] {
  const others = lines.filter(({ value }) => value !== title.value).map(other => shortTitle(other, ''))
  return others.filter(({ value }) => value !== '').map(line)
}
