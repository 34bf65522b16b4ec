import type { Density } from './types.ts'
import type { Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { bulletHeight } from './capacity.ts'
import { formOf } from './units.ts'

/** How many slides one run of sentences may take. */
const MOST_SLIDES: Readonly<Record<Density, number>> = { brief: 1, standard: 2, full: Number.POSITIVE_INFINITY }
/** Bullets do not fill slides to the last pixel: they are parted where they end. */
const FILLED = 0.88

/**
 * Chooses the sentences that go on slides, so that they take no more slides than the density allows. A sentence is kept or
 * dropped whole. The signals are its place, the headings' words in it, quoted formulations, and a form of its own; ties go to the earlier.
 *
 * @param units sentences in order
 * @param titles the headings above them
 * @param density how much goes on slides
 * @param room the height of one slide's bullets, in pixels
 * @returns the units that stay, in order
 */
export function select(units: Unit[], titles: string[], density: Density, room: number): Unit[] {
  const limit = room * FILLED * MOST_SLIDES[density]
  const pairs = pairsOf(titles)
  const order = units.map((unit, index) => ({ unit, index, score: score(unit, index, units.length, pairs) }))
    .sort((one, other) => other.score - one.score || one.index - other.index)
  const chosen = new Set<Unit>()
  let height = 0
  for (const { unit } of order) {
    const grown = height + unit.bullets.reduce((sum, bullet) => sum + bulletHeight([bullet.value]) + BULLET_GAP, 0)
    if (grown > limit)
      continue
    height = grown
    chosen.add(unit)
  }
  return units.filter(unit => chosen.has(unit))
}

const BULLET_GAP = bulletHeight(['', '']) - 2 * bulletHeight([''])

/**
 * The sentence that says most in least, for a recap of a text without points.
 *
 * @param units the sentences of one paragraph
 * @param titles the headings above them
 * @param longest how long it may be, in em
 * @returns one sentence that is a single bullet, or nothing
 */
export function keySentence(units: Unit[], titles: string[], longest: number): Unit | undefined {
  const pairs = pairsOf(titles)
  let best: { unit: Unit, score: number } | undefined
  for (const [index, unit] of units.entries()) {
    if (unit.bullets.length !== 1 || unit.attribution || unit.row || unit.code || widthInEm(unit.bullets[0]!.value) > longest)
      continue
    const own = score(unit, index, units.length, pairs)
    if (!best || own > best.score)
      best = { unit, score: own }
  }
  return best?.unit
}

/** How much a sentence matters, by its place and its words alone. */
function score(unit: Unit, index: number, count: number, pairs: ReadonlySet<string>): number {
  const text = unit.sentence.value
  let shared = 0
  const seen = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at++) {
    const pair = text.slice(at, at + 2)
    if (pairs.has(pair) && !seen.has(pair))
      shared++
    seen.add(pair)
  }
  const place = index === 0 ? 1 : index === count - 1 ? 0.6 : 0
  const quoted = /[“「][^”」]{2,}[”」]/.test(text) ? 0.4 : 0
  const long = Math.max(0, widthInEm(text) - 60) / 80
  const formed = 0.4 * (formOf(unit)?.strength ?? 0)
  return place + 2 * shared / Math.max(1, pairs.size) + quoted + formed - long
}

function pairsOf(titles: string[]): ReadonlySet<string> {
  return new Set(titles.flatMap(title => Array.from({ length: Math.max(0, title.length - 1) }, (_, at) => title.slice(at, at + 2))))
}
