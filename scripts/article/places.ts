import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Location } from 'vfile-location'
import type { Spacing } from './spacing.ts'
import { location } from 'vfile-location'
import { spacingOf } from './spacing.ts'

/** The article's text, and the line and column of each of its offsets. */
export interface Places extends Location {
  source: string
  /** Whether its author sets spaces between Chinese and words, or numbers, of other scripts. */
  spacing: () => Spacing
}

/**
 * The places of an article.
 *
 * @param file the article
 * @returns its text with the way from offsets to points
 */
export function placesOf(file: VFile): Places {
  const source = String(file)
  let found: Spacing | undefined
  return { ...location(file), source, spacing: () => found ??= spacingOf(source) }
}

/**
 * The position between two offsets.
 *
 * @param start offset of the first character
 * @param end offset after the last
 * @param place the article's places
 * @returns a unist position
 */
export function positionOf(start: number, end: number, place: Places): Position {
  const point = (offset: number): Position['start'] =>
    ({ ...(place.toPoint(offset) ?? { line: 1, column: 1 }), offset })
  return { start: point(start), end: point(Math.max(start, end)) }
}
