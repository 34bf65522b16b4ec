import type { DeckSlide } from './slides.ts'

/** How much of their words two slides must share to be the same slide, from 0 to 1. */
const ALIKE = 0.4
/**
 * More pairs than this between two slides that are known are not compared: a book that was written anew has nothing in
 * common with the old one.
 */
const MOST_PAIRS = 40_000

/**
 * Finds which slides of two versions of an article's decks are the same: by id, then by having the same words, then,
 * between slides that are known to be the same, by having most of their words in common (Dice's coefficient of pairs of
 * characters).
 *
 * @param left slides of one version
 * @param right slides of another
 * @param mayBeAlike whether two that share nothing but words may be the same
 * @returns for each slide of the left that is on the right, that one
 */
export function matchSlides(
  left: DeckSlide[],
  right: DeckSlide[],
  mayBeAlike: (one: DeckSlide, other: DeckSlide) => boolean = () => true,
): Map<DeckSlide, DeckSlide> {
  const pairs = new Map<DeckSlide, DeckSlide>()
  const taken = new Set<DeckSlide>()
  const pair = (one: DeckSlide, other: DeckSlide): void => {
    pairs.set(one, other)
    taken.add(other)
  }
  for (const key of ['id', 'words'] as const) {
    const known = groupBy(right.filter(slide => !taken.has(slide)), key)
    for (const slide of left.filter(slide => !pairs.has(slide))) {
      const same = known.get(slide[key] ?? '')?.find(other => !taken.has(other))
      if (same)
        pair(slide, same)
    }
  }
  for (const [ones, others] of gaps(left, right, pairs, taken)) {
    if (ones.length * others.length > MOST_PAIRS)
      continue
    const bigrams = new Map([...ones, ...others].map(slide => [slide, bigramsOf(slide)]))
    const candidates = ones.flatMap(one => others.filter(other => mayBeAlike(one, other))
      .map(other => ({ one, other, share: dice(bigrams.get(one)!, bigrams.get(other)!) })))
    for (const { one, other } of candidates.filter(({ share }) => share >= ALIKE).sort((a, b) => b.share - a.share)) {
      if (!pairs.has(one) && !taken.has(other))
        pair(one, other)
    }
  }
  return pairs
}

/** Slides by what tells them apart; of several, those that are shown come first. */
function groupBy(slides: DeckSlide[], key: 'id' | 'words'): Map<string, DeckSlide[]> {
  const groups = new Map<string, DeckSlide[]>()
  for (const slide of [...slides].sort((one, other) => Number(one.hidden) - Number(other.hidden))) {
    const value = slide[key]
    if (value)
      groups.set(value, [...groups.get(value) ?? [], slide])
  }
  return groups
}

/** What has no pair yet on both sides, between each two neighbours that have one. */
function gaps(
  left: DeckSlide[],
  right: DeckSlide[],
  pairs: Map<DeckSlide, DeckSlide>,
  taken: Set<DeckSlide>,
): [DeckSlide[], DeckSlide[]][] {
  const places = new Map(right.map((slide, index) => [slide, index]))
  const result: [DeckSlide[], DeckSlide[]][] = []
  let ones: DeckSlide[] = []
  let from = 0
  const close = (to: number): void => {
    const others = right.slice(from, Math.max(from, to)).filter(slide => !taken.has(slide))
    if (ones.length > 0 && others.length > 0)
      result.push([ones, others])
    ones = []
  }
  for (const slide of left) {
    const place = pairs.has(slide) ? places.get(pairs.get(slide)!)! : undefined
    if (place === undefined) {
      ones.push(slide)
      continue
    }
    close(place)
    from = place + 1
  }
  close(right.length)
  return result
}

function bigramsOf({ words }: DeckSlide): Map<string, number> {
  const counts = new Map<string, number>()
  for (let index = 0; index < words.length - 1; index++) {
    const bigram = words.slice(index, index + 2)
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
  }
  return counts
}

function dice(one: Map<string, number>, other: Map<string, number>): number {
  let shared = 0
  let all = 0
  for (const [bigram, count] of one) {
    shared += Math.min(count, other.get(bigram) ?? 0)
    all += count
  }
  for (const count of other.values())
    all += count
  return all === 0 ? 0 : 2 * shared / all
}
