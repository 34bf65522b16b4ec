import type { Text } from 'mdast'
import type { Labels } from '../../language/labels.ts'
import type { Part } from '../../outline/types.ts'
import type { Ratio, Slide } from '../types.ts'
import { bigrams } from '../../language/bigrams.ts'
import { widthInEm } from '../../language/measure.ts'
import { labelsThatFit, RECAP_COLUMN } from '../capacity.ts'
import { chunk } from '../chunk.ts'
import { lettersOf } from '../group.ts'
import { heading, item, list } from '../nodes.ts'
import { asks } from '../prose/headline-score.ts'
import { shortTitle } from '../titles.ts'

/** Of less there is nothing to sum up. */
const FEWEST = { points: 4, slides: 8 }
/** A line that says nothing of the point's title sums it up only where it says something outright. */
const GOOD = 0.5
/** A recap's line is no longer than this: two lines of the picture and a little. In em. */
const LONGEST_LINE = 44

/**
 * What a part has said: the clause of each point that says most, by the headlines of its slides; the point's title
 * where none has one.
 *
 * @param part the part
 * @param slides its slides
 * @returns a line for each point; none for a part with few points or few slides, nor where most would only say the
 *   titles again, as its section has them
 */
export function recapLines(part: Part, slides: Slide[]): Text[] {
  if (part.points.length < FEWEST.points || slides.length < FEWEST.slides)
    return []
  const starts = part.points.map(({ title }) => title.position!.start.offset!)
  const lines = part.points.map(({ title }, index) => {
    const [from, to] = [starts[index]!, starts[index + 1] ?? Number.POSITIVE_INFINITY]
    const isOwn = ({ position }: Slide): boolean =>
      position !== undefined && position.end.offset! > from && position.start.offset! < to
    const said = slides.filter(slide => isOwn(slide) && slide.layout !== 'quote')
    const headlines = said.flatMap(({ headline }) => headline ?? [])
    const sums = ({ text: { value }, score }: { text: Text, score: number }): boolean =>
      widthInEm(value) <= LONGEST_LINE && value !== title.value && !asks(value)
      && (score >= GOOD || isAbout(value, title.value))
    const [best] = headlines
      .filter(sums)
      .sort((one, other) => other.score - one.score)
    return best?.text ?? shortTitle(title, title.value)
  })
  const isNew = ({ value }: Text, index: number): boolean =>
    lettersOf(value) !== lettersOf(part.points[index]!.title.value)
  return lines.filter(isNew).length * 2 >= lines.length ? lines : []
}

/** Whether a line speaks of what a title names: they have a word in common. */
function isAbout(line: string, title: string): boolean {
  const own = new Set(bigrams(title.toLowerCase()))
  return [...bigrams(line.toLowerCase())].some(pair => own.has(pair) && /^\p{L}{2}$/u.test(pair))
}

/**
 * The part once more: its title with what was said of its points; a nested list, which the theme draws as a map.
 *
 * @param part the deck's part
 * @param lines a line for each of its points
 * @param labels the language's labels
 * @param ratio the canvas
 * @returns no slide for no lines, one or more else
 */
export function recap(part: Part, lines: Text[], labels: Labels, ratio: Ratio): Slide[] {
  const pages = chunk(lines, (rest: Text[]) => labelsThatFit(rest.map(line => line.value), RECAP_COLUMN, ratio))
  return pages.map((page): Slide => ({
    layout: 'recap',
    title: labels.summary,
    content: [
      heading(labels.summary),
      list([item(shortTitle(part.title, labels.summary), list(page.map(line => item(line))), true)]),
    ],
    note: [],
  }))
}
