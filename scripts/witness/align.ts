/** How many tokens in a row are compared at first, then in what is left between. */
const WIDTHS = [8, 4, 2, 1] as const
/** Two pieces whose lengths multiply to no more than this are compared token by token. */
const SMALL = 10_000

/**
 * Pairs the tokens of two texts that stand in the same order in both, by what stands once in each (patience diff), then
 * between these. The time grows with the length of the texts.
 *
 * @param one a text's tokens, as numbers
 * @param other those of the other text
 * @returns for each of the first the place of its pair, -1 where it has none
 */
export function align(one: Int32Array, other: Int32Array): Int32Array {
  const pairs = new Int32Array(one.length).fill(-1)
  const open: [...Range, level: number][] = [[0, one.length, 0, other.length, 0]]
  for (let gap = open.pop(); gap; gap = open.pop()) {
    let [from, to, otherFrom, otherTo] = gap
    while (from < to && otherFrom < otherTo && one[from] === other[otherFrom])
      pairs[from++] = otherFrom++
    while (from < to && otherFrom < otherTo && one[to - 1] === other[otherTo - 1])
      pairs[--to] = --otherTo
    if (from === to || otherFrom === otherTo)
      continue
    if ((to - from) * (otherTo - otherFrom) <= SMALL) {
      alignSmall(one, other, [from, to, otherFrom, otherTo], pairs)
      continue
    }
    const width = WIDTHS[gap[4]]
    if (width === undefined)
      continue
    let [last, otherLast] = [from, otherFrom]
    for (const [at, otherAt] of increasing(onceInBoth(one, other, [from, to, otherFrom, otherTo], width))) {
      if (at < last || otherAt < otherLast)
        continue
      let [start, otherStart] = [at, otherAt]
      while (start > last && otherStart > otherLast && one[start - 1] === other[otherStart - 1])
        pairs[--start] = --otherStart
      open.push([last, start, otherLast, otherStart, gap[4] + 1])
      let [end, otherEnd] = [at, otherAt]
      while (end < to && otherEnd < otherTo && one[end] === other[otherEnd])
        pairs[end++] = otherEnd++
      ;[last, otherLast] = [end, otherEnd]
    }
    open.push([last, to, otherLast, otherTo, gap[4] + 1])
  }
  return pairs
}

type Range = readonly [from: number, to: number, otherFrom: number, otherTo: number]

/** The places of what stands once in either piece, in the order of the first. */
function onceInBoth(
  one: Int32Array,
  other: Int32Array,
  [from, to, otherFrom, otherTo]: Range,
  width: number,
): [number, number][] {
  const [places, others] = [placesIn(one, from, to, width), placesIn(other, otherFrom, otherTo, width)]
  return Array.from(places).flatMap(([key, at]): [number, number][] => {
    const otherAt = others.get(key) ?? -1
    return at >= 0 && otherAt >= 0 && isSame(one, at, other, otherAt, width) ? [[at, otherAt]] : []
  })
}

/** Where each row of tokens stands, -1 where it stands more than once. */
function placesIn(ids: Int32Array, from: number, to: number, width: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at + width <= to; at++) {
    let key = 0
    for (let index = at; index < at + width; index++)
      key = (Math.imul(key, 31) + ids[index]! * 7 + 1) | 0
    places.set(key, places.has(key) ? -1 : at)
  }
  return places
}

function isSame(one: Int32Array, at: number, other: Int32Array, otherAt: number, width: number): boolean {
  for (let index = 0; index < width; index++) {
    if (one[at + index] !== other[otherAt + index])
      return false
  }
  return true
}

/** The longest row of pairs whose second places rise as their first do. */
function increasing(pairs: [number, number][]): [number, number][] {
  const ends: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < place)
        low = middle + 1
      else
        high = middle
    }
    before[index] = low > 0 ? ends[low - 1]! : -1
    ends[low] = index
  })
  const row: [number, number][] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!)
    row.push(pairs[index]!)
  return row.reverse()
}

/** The longest common subsequence, by its table. */
function alignSmall(
  one: Int32Array,
  other: Int32Array,
  [from, to, otherFrom, otherTo]: Range,
  pairs: Int32Array,
): void {
  const width = otherTo - otherFrom + 1
  const lengths = new Uint16Array((to - from + 1) * width)
  for (let at = to - from - 1; at >= 0; at--) {
    for (let otherAt = width - 2; otherAt >= 0; otherAt--) {
      const here = at * width + otherAt
      lengths[here] = one[from + at] === other[otherFrom + otherAt]
        ? lengths[here + width + 1]! + 1
        : Math.max(lengths[here + width]!, lengths[here + 1]!)
    }
  }
  let [at, otherAt] = [0, 0]
  while (at < to - from && otherAt < width - 1) {
    const here = at * width + otherAt
    if (one[from + at] === other[otherFrom + otherAt])
      pairs[from + at++] = otherFrom + otherAt++
    else if (lengths[here + width]! >= lengths[here + 1]!)
      at++
    else
      otherAt++
  }
}
