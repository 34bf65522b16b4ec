import type { Span } from '../structures/structure.ts'

/**
 * Whether one place lies within another.
 *
 * @param inner a place
 * @param outer another one
 */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/**
 * Whether two places have a character in common.
 *
 * @param one a place
 * @param other another one
 */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Of what begins in one place no more is looked at: a sentence of a thousand clauses has a slide as others have. */
const MOST_IN_A_BEAT = 80

/**
 * Of things in order those that begin within a place.
 *
 * @param sorted things, by where they begin
 * @param place the place
 * @param place.start where it begins
 * @param place.end where it ends
 * @param startOf where one of them begins
 * @returns the first of them, in order
 */
export function startingIn<T>(sorted: readonly T[], { start, end }: Span, startOf: (one: T) => number): readonly T[] {
  const low = firstFrom(sorted, start, startOf)
  const last = sorted.slice(low, low + MOST_IN_A_BEAT).findIndex(one => startOf(one) >= end)
  return sorted.slice(low, low + (last < 0 ? MOST_IN_A_BEAT : last))
}

/**
 * Of things in order, none of which overlap, the one in which a character stands.
 *
 * @param sorted things, by where they begin
 * @param at the character's place
 * @returns the one that it stands in, where there is one
 */
export function holding<T extends Span>(sorted: readonly T[], at: number): T | undefined {
  const before = sorted[firstFrom(sorted, at + 1, ({ start }) => start) - 1]
  return before && at < before.end ? before : undefined
}

/**
 * The last of some places that is not behind another.
 *
 * @param starts places in order
 * @param at the other place
 * @returns its index; -1 where all are behind
 */
export function indexAt(starts: readonly number[], at: number): number {
  return firstFrom(starts, at + 1, start => start) - 1
}

/** The index of the first that does not begin before a place. */
function firstFrom<T>(sorted: readonly T[], start: number, startOf: (one: T) => number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(sorted[middle]!) < start)
      low = middle + 1
    else
      high = middle
  }
  return low
}

/** Whether all of some places are within another. */
export function areWithin(spans: readonly Span[], outer: Span): boolean {
  return spans.every(span => isWithin(span, outer))
}
