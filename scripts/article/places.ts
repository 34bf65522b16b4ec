import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Location } from 'vfile-location'
import { location } from 'vfile-location'

/** The article's text, and the line and column of each of its offsets. */
export interface Places extends Location {
  source: string
}

/**
 * The places of an article.
 *
 * @param file the article
 * @returns its text with the way from offsets to points
 */
export function placesOf(file: VFile): Places {
  return { ...location(file), source: String(file) }
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
  const point = (offset: number): Position['start'] => ({ ...(place.toPoint(offset) ?? { line: 1, column: 1 }), offset })
  return { start: point(start), end: point(Math.max(start, end)) }
}
