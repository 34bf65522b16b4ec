import type { Labels } from '../../language/labels.ts'
import type { Outline, Part } from '../../outline/types.ts'
import type { Slide } from '../types.ts'
import { heading, paragraph } from '../nodes.ts'
import { saidOfTitleBlock, shortTitle } from '../titles.ts'

/**
 * The first slide of a deck: which part, its title, the article's title, subtitle and byline.
 *
 * @param outline the article
 * @param part the deck's part
 * @param labels the language's labels
 * @returns a slide with nothing to say, since the title block is no part of the text, but for lines of it that are too long to be seen
 */
export function cover(outline: Outline, part: Part, labels: Labels): Slide {
  const number = outline.parts.indexOf(part) + 1
  const label = labels.partOf(number, outline.parts.length)
  const title = shortTitle(part.title, label)
  const article = [outline.title, ...outline.subtitle, ...outline.byline].filter(text => text.value !== title.value)
  return {
    layout: 'cover',
    title: title.value,
    content: [
      ...(outline.parts.length > 1 ? [paragraph(label)] : []),
      heading(title),
      ...article.map(text => paragraph(shortTitle(text, ''))).filter(node => node.children.some(child => child.type === 'text' && child.value !== '')),
    ],
    note: number === 1 ? saidOfTitleBlock(outline).map(text => [text]) : [],
  }
}
