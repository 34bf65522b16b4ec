import type { Text } from 'mdast'
import { splitClauses, trimClause } from '../language/clauses.ts'
import { titleFits } from './capacity.ts'

/**
 * A title that fits: all of it, or its first whole clauses.
 *
 * @param title a heading, or a clause that stands for one
 * @param fallback a label for a title whose first clause is too long already
 * @returns the title, cut at a clause's end
 */
export function shortTitle(title: Text, fallback: string): Text {
  if (titleFits(title.value))
    return title
  let kept = ''
  for (const clause of splitClauses(title.value, 'commas')) {
    if (!titleFits(kept + clause))
      break
    kept += clause
  }
  const value = trimClause(kept)
  return value === '' ? { type: 'text', value: fallback } : { ...title, value }
}
