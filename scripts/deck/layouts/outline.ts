import type { Labels } from '../../language/labels.ts'
import type { Outline, Part, Point } from '../../outline/types.ts'
import type { Ratio, Slide } from '../types.ts'
import { labelsThatFit, OUTLINE_COLUMNS } from '../capacity.ts'
import { chunk } from '../chunk.ts'
import { heading, item, list } from '../nodes.ts'
import { shortTitle } from '../titles.ts'

/** More parts than fit on any slide. */
const MOST_PARTS = 24

/**
 * The article's parts with this one lit and its points below it: a nested list, which the theme draws as a picture.
 * Of very many parts those round this one are shown; points that do not fit go on a second slide.
 *
 * @param outline the article
 * @param part the deck's part
 * @param labels the language's labels
 * @param ratio the canvas
 * @returns one slide or more
 */
export function outlineSlides(outline: Outline, part: Part, labels: Labels, ratio: Ratio): Slide[] {
  const here = outline.parts.indexOf(part)
  // A picture has room for fewer parts than this on either side: a book's thousands are not looked at for each of its decks.
  const near = Math.max(0, here - MOST_PARTS)
  const titles = outline.parts.slice(near, here + MOST_PARTS).map((other, index) => shortTitle(other.title, labels.partOf(near + index + 1, outline.parts.length)))
  const [from, to] = windowRound(here - near, titles.map(title => title.value), ratio)
  const pages = chunk(part.points, (points: Point[]) => labelsThatFit(points.map(point => point.title.value), OUTLINE_COLUMNS.points, ratio))
  return (pages.length > 0 ? pages : [[]]).map((points, page, all): Slide => {
    const below = points.length > 0 ? list(points.map(point => item(shortTitle(point.title, labels.ellipsis))), 1) : undefined
    const parts = titles.slice(from, to).map((title, index) => near + from + index === here ? item(title, below, true) : item(title))
    return {
      layout: 'outline',
      title: labels.contents,
      content: [heading(labels.contents, all.length > 1 ? labels.page(page + 1, all.length) : ''), list(parts, near + from + 1)],
      note: [],
    }
  })
}

/** The parts round one that fit in the picture's column: as many before it as after it, where there are. */
function windowRound(here: number, titles: string[], ratio: Ratio): [from: number, to: number] {
  let from = here
  let to = here + 1
  const fits = (start: number, end: number): boolean => labelsThatFit(titles.slice(start, end), OUTLINE_COLUMNS.parts, ratio) === end - start
  for (let grew = true; grew;) {
    grew = false
    if (to < titles.length && fits(from, to + 1))
      grew = Boolean(++to)
    if (from > 0 && fits(from - 1, to)) {
      from--
      grew = true
    }
  }
  return [from, to]
}
