/**
 * Finds what a person has moved: all but the longest run of slides that still stand in their order.
 *
 * @param places for each slide, in the order that it has now, the place that it had
 * @returns the slides, by their index, that were moved
 */
export function movedOf(places: number[]): Set<number> {
  const lengths: number[] = []
  const before: number[] = []
  places.forEach((place, index) => {
    const isLonger = (best: number, at: number): boolean => best < 0 || lengths[at]! > lengths[best]!
    const earlier = places.slice(0, index)
      .reduce((best, other, at) => other < place && isLonger(best, at) ? at : best, -1)
    before.push(earlier)
    lengths.push(earlier < 0 ? 1 : lengths[earlier]! + 1)
  })
  const moved = new Set(places.keys())
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = before[at]!)
    moved.delete(at)
  return moved
}
