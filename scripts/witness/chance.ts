import type { Words } from './cover.ts'
import { startsAt } from './cover.ts'

/** Fewer words in a row that begin or end within a clause may stand in the same order by chance. */
const FEWEST = 6

/**
 * The pairs that may be chance, at the ends of what is the same: a heading that is in no note has characters of the
 * paragraph below it, and may begin as it does.
 *
 * @param pairs which token of the article stands where in the notes
 * @param source the article
 * @param notes the notes
 * @returns the places in the article of such tokens
 */
export function chanceIn(pairs: Int32Array, source: Words, notes: Words): Set<number> {
  const found = new Set<number>()
  for (let from = 0; from < pairs.length;) {
    let to = from + 1
    while (pairs[from]! >= 0 && to < pairs.length && pairs[to]! === pairs[to - 1]! + 1)
      to++
    const shift = pairs[from]! - from
    const isEdge = (at: number): boolean => startsAt(source, at) && startsAt(notes, at + shift)
    let [head, tail] = [from, to]
    while (head < to && !isEdge(head))
      head++
    while (tail > from && !isEdge(tail))
      tail--
    const isDoubted = (at: number): boolean => (at < head && head - from < FEWEST) || (at >= tail && to - tail < FEWEST)
    if (pairs[from]! >= 0)
      Array.from({ length: to - from }, (_, step) => from + step).filter(isDoubted).forEach(at => found.add(at))
    from = to
  }
  return found
}
