import type { Token } from './tokens.ts'

/** A text in tokens, each with its number. */
export interface Words { tokens: Token[], ids: Int32Array }

/** So many places of the same two words are tried: a table may have thousands. */
const MOST_TRIED = 64
/** Within a clause so many words before must be the same, too. */
const ROUND = 3

/**
 * Finds words that stand elsewhere: those of a heading on a slide, those of a note that was moved. They count as found
 * where they are what stands between two marks or lines, in both texts, or go on with the words beside them: one number
 * alone says nothing of another.
 *
 * @param source a text
 * @param open 1 for each of its tokens that is not found yet; is made 0 for those that are
 * @param target the text to look in
 * @param free 1 for each token of it that may be found; is made 0 for those that are. Without it each may be found
 *   again and again
 */
export function cover(source: Words, open: Uint8Array, target: Words, free?: Uint8Array): void {
  const index = new Index(target)
  for (let at = 0; at < source.tokens.length;) {
    if (open[at] === 0) {
      at++
      continue
    }
    const found = longest(source, open, target, free, at, index)
    if (found === undefined) {
      at++
      continue
    }
    for (let step = 0; step < found.length; step++) {
      if (open[found.from + step] === 1 && free)
        free[found.at + step] = 0
      open[found.from + step] = 0
    }
    at = Math.max(at + 1, found.from + found.length)
  }
}

interface Found { from: number, at: number, length: number }

function longest(
  source: Words,
  open: Uint8Array,
  target: Words,
  free: Uint8Array | undefined,
  at: number,
  index: Index,
): Found | undefined {
  let from = at
  while (from > at - ROUND && !startsAt(source, from))
    from--
  let best: Found | undefined
  for (const place of index.find(source, from, at - from, free)) {
    if (startsAt(source, from) && !startsAt(target, place))
      continue
    const length = reach(source, open, target, free, [from, at], place)
    if (from + length > at && length > (best?.length ?? 0))
      best = { from, at: place, length }
  }
  return best
}

/** How far two texts are the same, up to the last place where both may end. */
function reach(
  source: Words,
  open: Uint8Array,
  target: Words,
  free: Uint8Array | undefined,
  [from, first]: readonly [from: number, first: number],
  place: number,
): number {
  let length = 0
  let ended = 0
  while (from + length < source.ids.length && source.ids[from + length] === target.ids[place + length]) {
    if (open[from + length] === 1 && free?.[place + length] === 0)
      break
    length++
    const goesOn = open[from + length - 1] === 0 && from + length - 1 > first
    if (goesOn || (startsAt(source, from + length) && startsAt(target, place + length)))
      ended = length
    // Words that were found already end what is looked for.
    if (goesOn)
      break
  }
  return ended
}

/**
 * Whether a piece of a text may begin or end at a place.
 *
 * @param words the text
 * @param words.tokens its tokens
 * @param at the place of a token, or after the last
 * @returns true at its ends, and where a mark, a line's end or a wide space stands before
 */
export function startsAt({ tokens }: Pick<Words, 'tokens'>, at: number): boolean {
  return at <= 0 || at >= tokens.length || tokens[at]!.edge
}

/** Where the same words stand, and how many of these places are taken, for each step into them. */
interface Places { all: number[], taken: number[] }

/** Where three words or two stand beside each other, and where one stands alone. */
class Index {
  readonly #threes = new Map<number, Places>()
  readonly #pairs = new Map<number, Places>()
  readonly #alone = new Map<number, Places>()

  constructor(target: Words) {
    const add = (map: Map<number, Places>, key: number, at: number): void => {
      const places = map.get(key)
      if (places)
        places.all.push(at)
      else
        map.set(key, { all: [at], taken: [] })
    }
    target.ids.forEach((id, at) => {
      if (at + 2 < target.ids.length)
        add(this.#threes, threeOf(target.ids, at), at)
      if (at + 1 < target.ids.length)
        add(this.#pairs, pairOf(id, target.ids[at + 1]!), at)
      if (startsAt(target, at) && startsAt(target, at + 1))
        add(this.#alone, id, at)
    })
  }

  /** The places of what begins at a place of a text, whole pieces of one word first. What is a step on must be free. */
  find(source: Words, from: number, step: number, free: Uint8Array | undefined): number[] {
    const { ids } = source
    const isAlone = startsAt(source, from) && startsAt(source, from + 1)
    const threes = from + 2 < ids.length ? this.#threes.get(threeOf(ids, from)) : undefined
    const pairs = from + 1 < ids.length ? this.#pairs.get(pairOf(ids[from]!, ids[from + 1]!)) : undefined
    const alone = isAlone ? this.#alone.get(ids[from]!) : undefined
    return [threes, pairs, alone].flatMap(places => untaken(places, step, free))
  }
}

/** The next places that are not taken: a text may say one thing a hundred times. */
function untaken(places: Places | undefined, step: number, free: Uint8Array | undefined): number[] {
  const { all, taken } = places ?? { all: [], taken: [] }
  const isTaken = (place: number | undefined): boolean => place !== undefined && free?.[place + step] === 0
  let from = free ? taken[step] ?? 0 : 0
  while (isTaken(all[from]))
    from++
  taken[step] = from
  return all.slice(from, from + MOST_TRIED)
}

function pairOf(one: number, other: number): number {
  return one * 2 ** 21 + other
}

/** A key for three words: others may have it, too. */
function threeOf(ids: Int32Array, at: number): number {
  return (ids[at]! * 1_000_003 + ids[at + 1]!) * 1_000_003 + ids[at + 2]!
}
