import type { RootContent } from 'mdast'
import type { Labels } from '../../language/labels.ts'
import type { Outline, Part, Point } from '../../outline/types.ts'
import type { Ratio, Slide } from '../types.ts'
import { widthInEm } from '../../language/measure.ts'
import { linesIn, pageRoom, WIDTH } from '../capacity.ts'
import { chunk } from '../chunk.ts'
import { heading, item, list } from '../nodes.ts'
import { shortTitle } from '../titles.ts'

/** Of more parts before it none is shown: some of them would look like all. */
const MOST_BEFORE = 4

/** How the themes set it at its smallest: text and line, what each takes beside its lines, and the width of a line; in pixels. */
interface Setting { size: number, line: number, gap: number, width: number, ragged?: number }
const EARLIER: Setting = { size: 24, line: 34, gap: 4, width: WIDTH - 36 }
const TITLE: Setting = { size: 26, line: 36, gap: 0, width: 376 }
/** Of six points or more the lines are longer, and closer. */
const POINTS: readonly [few: Setting, many: Setting] = [{ size: 24, line: 33, gap: 14, width: 320, ragged: 280 }, { size: 24, line: 33, gap: 8, width: 460, ragged: 410 }]
const MANY = 6
/** The parts before it take no more of the page than this. */
const MOST_ABOVE = 0.4

/** What fits on one line has it all; broken by phrases, lines are shorter. */
function heightOf(texts: string[], { size, line, gap, width, ragged = width }: Setting): number {
  return texts.reduce((sum, text) => sum + (widthInEm(text) * size <= width ? 1 : linesIn(text, ragged, size)) * line + gap, 0)
}

/**
 * What opens a part: its title, the parts before it, and its points, which go on a second slide where they are too many.
 *
 * @param outline the article
 * @param part the deck's part
 * @param labels the language's labels
 * @param ratio the canvas
 * @returns one slide or more
 */
export function section(outline: Outline, part: Part, labels: Labels, ratio: Ratio): Slide[] {
  const here = outline.parts.indexOf(part)
  const titleOf = (index: number): ReturnType<typeof shortTitle> => shortTitle(outline.parts[index]!.title, labels.partOf(index + 1, outline.parts.length))
  const title = titleOf(here)
  const earlier = here > MOST_BEFORE ? [] : Array.from({ length: here }, (_, index) => titleOf(index))
  const above = heightOf(earlier.map(({ value }) => value), EARLIER)
  const isRoomy = above + heightOf([title.value], { ...TITLE, width: part.points.length > 0 ? TITLE.width : WIDTH }) <= pageRoom(ratio)
  const before = isRoomy && above <= MOST_ABOVE * pageRoom(ratio) ? earlier.map(one => item(one)) : []
  const room = pageRoom(ratio) - (before.length > 0 ? above : 0)
  const pages = chunk(part.points, (points: Point[]) => points.findLastIndex((_, last) => heightOf(points.slice(0, last + 1).map(point => point.title.value), POINTS[last + 1 < MANY ? 0 : 1]) <= room) + 1)
  let number = 1
  return (pages.length > 0 ? pages : [[]]).map((points): Slide => {
    const content: RootContent[] = [
      ...(before.length > 0 ? [list(before)] : []),
      heading(title),
      ...(points.length > 0 ? [list(points.map(point => item(shortTitle(point.title, labels.ellipsis))), number)] : []),
    ]
    number += points.length
    return { layout: 'section', title: title.value, ...(outline.parts.length > 1 && { kicker: labels.partOf(here + 1, outline.parts.length) }), content, note: [] }
  })
}
