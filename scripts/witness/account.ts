import type { Words } from './cover.ts'
import type { Token } from './tokens.ts'
import { startsAt } from './cover.ts'

/** So many places of a word are tried. */
const MOST_TRIED = 64

/**
 * Takes off what a reader has said that it leaves out, each word of it once. Of what was left out together at least two
 * words in a row must be there, unless it is one word.
 *
 * @param source the article
 * @param open 1 for each of its tokens that is not found yet; is made 0 for those that were left out
 * @param leftOut what was left out, a line for each block
 * @param free 1 for each of its tokens that is not taken off yet; is made 0 for those that are
 * @param isWhole only whole blocks are taken off, that are whole clauses or lines in the article too
 * @returns which tokens were open before
 */
export function account(
  source: Words,
  open: Uint8Array,
  leftOut: Words,
  free: Uint8Array,
  isWhole = false,
): Uint8Array {
  const before = open.slice()
  const places = placesIn(leftOut)
  for (let at = 0; at < open.length;) {
    const from = open[at] === 1 ? untaken(places.get(source.ids[at]!), free) : []
    const found = open[at] === 1 ? longestAt(source, open, leftOut, free, at, from, isWhole) : undefined
    for (let step = 0; step < (found?.length ?? 0); step++) {
      open[at + step] = 0
      free[found!.place + step] = 0
    }
    at += found?.length ?? 1
  }
  return before
}

/** Where each word stands, and before which of these places all are taken off. */
interface Places { all: number[], from: number }

function placesIn({ ids }: Words): Map<number, Places> {
  const places = new Map<number, Places>()
  ids.forEach((id, at) => {
    const known = places.get(id)
    if (known)
      known.all.push(at)
    else
      places.set(id, { all: [at], from: 0 })
  })
  return places
}

/** The next places of a word that are not taken off: a page may say one word a hundred times. */
function untaken(places: Places | undefined, free: Uint8Array): number[] {
  if (!places)
    return []
  while (places.from < places.all.length && free[places.all[places.from]!] === 0)
    places.from++
  return places.all.slice(places.from, places.from + MOST_TRIED)
}

interface Run { place: number, length: number }

function longestAt(
  source: Words,
  open: Uint8Array,
  leftOut: Words,
  free: Uint8Array,
  at: number,
  places: number[],
  isWhole: boolean,
): Run | undefined {
  const isSame = (from: number, to: number): boolean =>
    open[from] === 1 && free[to] === 1 && source.ids[from] === leftOut.ids[to]
  let best: Run | undefined
  for (const place of places) {
    let length = 0
    while (isSame(at + length, place + length))
      length++
    const fits = isWhole
      ? isBlock(leftOut.tokens, place, length) && startsAt(source, at) && startsAt(source, at + length)
      : length > 1 || isBlock(leftOut.tokens, place, 1) || (startsAt(source, at) && startsAt(source, at + 1))
    if (length > (best?.length ?? 0) && fits)
      best = { place, length }
  }
  return best
}

/** Whether tokens are all of one line, or of several. */
function isBlock(tokens: Token[], at: number, length: number): boolean {
  const line = (index: number): number => tokens[index]?.line ?? -1
  return length > 0 && line(at - 1) !== line(at) && line(at + length - 1) !== line(at + length)
}
