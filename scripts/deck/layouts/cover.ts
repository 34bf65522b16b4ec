import type { Labels } from '../../language/labels.ts'
import type { Outline, Part } from '../../outline/types.ts'
import type { TalkOptions } from '../talk.ts'
import type { Slide } from '../types.ts'
import { heading, paragraph } from '../nodes.ts'
import { shownByline, talkBesideByline, talkLines } from '../talk.ts'
import { saidOfTitleBlock, shortTitle } from '../titles.ts'

/**
 * The first slide of a deck. That of the first bears the article's title, its subtitle and byline; others their part's
 * title. Where no section opens the part, which part it is stands there too. Below, on every cover: whose talk it is.
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
  const label = labels.partOf(number, outline.parts.length)
  const own = shortTitle(part.title, label)
  const isFirst = number === 1
  const title = isFirst ? shortTitle(outline.title, own.value) : own
  const below = [...outline.subtitle, ...shownByline(outline, asked), ...(isOpened ? [] : [own])]
  const lines = isFirst ? below : [outline.title]
  const shown = lines.filter(({ value }) => value !== title.value).map(line => shortTitle(line, ''))
  return {
    layout: 'cover',
    title: title.value,
    content: [
      ...(outline.parts.length > 1 && !isOpened ? [paragraph(label)] : []),
      heading(title),
      ...shown.filter(({ value }) => value !== '').map(line => paragraph(line)),
      ...(isFirst ? talkBesideByline : talkLines)(outline, asked).map(line => paragraph(line)),
    ],
    note: isFirst ? saidOfTitleBlock(outline).map(text => [text]) : [],
  }
}
