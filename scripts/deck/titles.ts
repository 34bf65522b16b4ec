import type { Text } from 'mdast'
import type { Outline, Part, Title } from '../outline/types.ts'
import { maskedText, partOf } from '../article/marks.ts'
import { splitClauses, trimClause } from '../language/clauses.ts'
import { titleFits } from './capacity.ts'

/**
 * A title that fits: all of it, or its first whole clauses.
 *
 * @param title a heading, or a clause that stands for one
 * @param fallback a label for a title whose first clause is too long already
 * @returns the title, cut at a clause's end
 */
export function shortTitle(title: Title, fallback: string): Title {
  const { runIn } = title
  if (titleFits(title.value))
    return title
  let kept = ''
  for (const clause of splitClauses(maskedText(title), 'commas')) {
    if (!titleFits(kept + clause))
      break
    kept += clause
  }
  const value = trimClause(kept)
  const start = kept.indexOf(value)
  if (value === '')
    return { type: 'text', value: fallback }
  return { ...(runIn && { runIn }), ...partOf(title, start, start + value.length) }
}

/**
 * A heading as slides show it, with what of it has to be said: all of one that is its paragraph's first sentence, and
 * of one that is too long for a title, or its other words would be nowhere.
 *
 * @param title a heading
 * @param fallback a label for one whose first clause is too long already
 * @returns the heading, short enough
 */
export function shownTitle(title: Title, fallback: string): Title {
  const runIn = saidOf(title)
  return { ...shortTitle(title, fallback), ...(runIn && { runIn }) }
}

/**
 * What of a heading is said.
 *
 * @param title a heading
 * @returns its sentence, or all of one that is too long for a title; nothing of others, which are seen
 */
export function saidOf(title: Title): Text | undefined {
  return title.runIn ?? (isSeen(title) ? undefined : title)
}

/**
 * What of the title block is said: lines that are too long for the cover.
 *
 * @param outline the article
 * @returns the lines, in order
 */
export function saidOfTitleBlock({ title, subtitle, byline }: Outline): Text[] {
  return [title, ...subtitle, ...byline].filter(text => !isSeen(text))
}

/**
 * Whether a part is all of its article and has no heading: its title is a clause of its own text, which would head
 * slides that it says nothing of.
 *
 * @param outline the article
 * @param part one of its parts
 */
export function isNameless({ parts }: Outline, { title }: Part): boolean {
  return parts.length === 1 && title.data?.repeats === true
}

/** Whether a title's words are all on a slide, or stand elsewhere as well. */
function isSeen(title: Text): boolean {
  return title.data?.repeats === true || titleFits(title.value)
}
