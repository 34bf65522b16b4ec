import type { RootContent, Text } from 'mdast'
import type { Labels } from '../../language/labels.ts'
import type { Outline, Part, Point } from '../../outline/types.ts'
import type { Ratio, Slide } from '../types.ts'
import { widthInEm } from '../../language/measure.ts'
import { linesIn, pageRoom, WIDTH } from '../capacity.ts'
import { chunk } from '../chunk.ts'
import { heading, item, line, list } from '../nodes.ts'
import { shortTitle } from '../titles.ts'

/** Of more parts before it none is shown: some of them would look like all. */
const MOST_BEFORE = 4

/**
 * How the themes set it at its smallest: text and line, what each takes beside its lines, and the width of a line; in
 * pixels.
 */
interface Setting { size: number, line: number, gap: number, width: number, ragged?: number }
const EARLIER: Setting = { size: 24, line: 34, gap: 4, width: WIDTH - 36 }
const TITLE: Setting = { size: 26, line: 36, gap: 0, width: 376 }
/** Of six points or more the lines are longer, and closer. */
const FEW_POINTS: Setting = { size: 24, line: 33, gap: 14, width: 320, ragged: 280 }
const MANY_POINTS: Setting = { size: 24, line: 33, gap: 8, width: 460, ragged: 410 }
const MANY = 6
/** The parts before it take no more of the page than this. */
const MOST_ABOVE = 0.4

/** What fits on one line has it all; broken by phrases, lines are shorter. */
function heightOf(texts: string[], { size, line, gap, width, ragged = width }: Setting): number {
  const lines = (text: string): number => widthInEm(text) * size <= width ? 1 : linesIn(text, ragged, size)
  return texts.reduce((sum, text) => sum + lines(text) * line + gap, 0)
}

function pointsThatFit(points: Point[], room: number): number {
  const heightTo = (count: number): number =>
    heightOf(points.slice(0, count).map(({ title }) => title.value), count < MANY ? FEW_POINTS : MANY_POINTS)
  return points.findLastIndex((_, last) => heightTo(last + 1) <= room) + 1
}

/**
 * What opens a part: its title, the parts before it, and its points, which go on a second slide where they are too
 * many.
 *
 * @param outline the article
 * @param part the deck's part
 * @param labels the language's labels
 * @param ratio the canvas
 * @returns one slide or more
 */
export function section(outline: Outline, part: Part, labels: Labels, ratio: Ratio): Slide[] {
  const { parts } = outline
  const here = parts.indexOf(part)
  const titleOf = (index: number): Text => shortTitle(parts[index]!.title, labels.partOf(index + 1, parts.length))
  const title = titleOf(here)
  const earlier = here > MOST_BEFORE ? [] : Array.from({ length: here }, (_, index) => titleOf(index))
  const page = pageRoom(ratio)
  const above = heightOf(earlier.map(({ value }) => value), EARLIER)
  const titleHeight = heightOf([title.value], part.points.length > 0 ? TITLE : { ...TITLE, width: WIDTH })
  const before = above <= MOST_ABOVE * page && above + titleHeight <= page ? earlier.map(one => item(one)) : []
  const room = page - (before.length > 0 ? above : 0)
  const pages = chunk(part.points, rest => pointsThatFit(rest, room))
  let number = 1
  return (pages.length > 0 ? pages : [[]]).map((points): Slide => {
    const label = parts.length > 1 ? labels.partOf(here + 1, parts.length) : ''
    // With nothing beside the title it looks as the covers of the other parts do: the number over the title.
    const isBare = before.length === 0 && points.length === 0
    const content: RootContent[] = [
      ...(isBare && label !== '' ? [line(label)] : []),
      ...(before.length > 0 ? [list(before)] : []),
      heading(title),
      ...(points.length > 0 ? [list(points.map(point => item(shortTitle(point.title, labels.ellipsis))), number)] : []),
    ]
    number += points.length
    const kicker = !isBare && label !== '' ? { kicker: label } : {}
    return { layout: 'section', title: title.value, ...kicker, content, note: [] }
  })
}
