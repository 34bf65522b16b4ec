import type { Text } from 'mdast'
import type { Labels } from '../../language/labels.ts'
import type { Part } from '../../outline/types.ts'
import type { Ratio, Slide } from '../types.ts'
import { labelsThatFit, RECAP_COLUMN } from '../capacity.ts'
import { chunk } from '../chunk.ts'
import { heading, item, list } from '../nodes.ts'
import { shortTitle } from '../titles.ts'

/**
 * The part once more: its title with its points, or with the sentences that stand for it; a nested list, which the theme draws as a map.
 *
 * @param part the deck's part
 * @param lines its points' titles, or its key sentences
 * @param labels the language's labels
 * @param ratio the canvas
 * @returns no slide for a part that has neither, one or more else
 */
export function recap(part: Part, lines: Text[], labels: Labels, ratio: Ratio): Slide[] {
  const pages = chunk(lines, (rest: Text[]) => labelsThatFit(rest.map(line => line.value), RECAP_COLUMN, ratio))
  return pages.map((page, index): Slide => ({
    layout: 'recap',
    title: labels.summary,
    content: [
      heading(labels.summary, pages.length > 1 ? labels.page(index + 1, pages.length) : ''),
      list([item(shortTitle(part.title, labels.summary), list(page.map(line => item(line))), true)]),
    ],
    note: [],
  }))
}
