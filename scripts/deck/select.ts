import type { Density } from './types.ts'
import type { Piece, Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { bulletHeight } from './capacity.ts'
import { formOf } from './units.ts'

/** How many slides one run of sentences may take. */
const MOST_SLIDES: Readonly<Record<Density, number>> = { brief: 1, standard: 2, full: Number.POSITIVE_INFINITY }
/** Bullets do not fill slides to the last pixel: they are parted where they end. */
const FILLED = 0.88

/**
 * Chooses the clauses that go on slides, so that they take no more slides than the density allows. A clause is kept or dropped whole. The
 * signals are its place, the headings' words in it, words that recur in its neighbours, quoted formulations, and a form of its own; ties go to
 * the earlier.
 *
 * @param pieces sentences, or their clauses between ；, in order
 * @param titles the headings above them
 * @param density how much goes on slides
 * @param room the height of one slide's bullets, in pixels
 * @returns the pieces that stay, in order
 */
export function select(pieces: Piece[], titles: string[], density: Density, room: number): Piece[] {
  const limit = room * FILLED * MOST_SLIDES[density]
  const pairs = pairsOf(titles)
  const texts = pieces.map(piece => piece.bullets.map(({ value }) => value).join(''))
  const common = recurringPairs(texts)
  const order = pieces
    .map((piece, index) => ({ piece, index, score: score(texts[index]!, index, pieces.length, pairs) + recurrence(texts[index]!, common) + FORM_WEIGHT * (piece.form?.strength ?? 0) }))
    .sort((one, other) => other.score - one.score || one.index - other.index)
  const chosen = new Set<Piece>()
  let height = 0
  for (const { piece } of order) {
    const grown = height + piece.bullets.reduce((sum, bullet) => sum + bulletHeight([bullet.value]) + BULLET_GAP, 0)
    if (grown > limit)
      continue
    height = grown
    chosen.add(piece)
  }
  // A piece that is longer than all slides together is shown as far as they go: a heading over nothing says less.
  if (chosen.size === 0 && order[0])
    chosen.add(order[0].piece)
  // What stands below an item is nothing without it.
  const held = new Set<unknown>([...chosen].flatMap(({ unit }) => unit.place?.items ?? []))
  return pieces.filter(piece => chosen.has(piece) || (piece.unit.place && held.has(piece.unit.place.items.at(-1))))
}

const BULLET_GAP = bulletHeight(['', '']) - 2 * bulletHeight([''])
/** A form of its own counts for so much of the first place. */
const FORM_WEIGHT = 0.4

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
    const own = score(unit.sentence.value, index, units.length, pairs) + FORM_WEIGHT * (formOf(unit)?.strength ?? 0)
    if (!best || own > best.score)
      best = { unit, score: own }
  }
  return best?.unit
}

/** How much a text matters, by its place, the headings' words in it and its quoted formulations: the first place counts one. */
function score(text: string, index: number, count: number, pairs: ReadonlySet<string>): number {
  const shared = [...new Set(pairsIn(text))].filter(pair => pairs.has(pair)).length
  const place = index === 0 ? 1 : index === count - 1 ? 0.6 : 0
  const quoted = /[“「][^”」]{2,}[”」]/.test(text) ? 0.4 : 0
  const long = Math.max(0, widthInEm(text) - 60) / 80
  return place + 2 * shared / Math.max(1, pairs.size) + quoted - long
}

/** Pairs of characters that stand in three texts or more: what a passage keeps coming back to. */
function recurringPairs(texts: string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const pair of new Set(pairsIn(text)))
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([pair]) => pair))
}

/** The share of a text's pairs that recur. */
function recurrence(text: string, common: ReadonlySet<string>): number {
  const own = new Set(pairsIn(text))
  return [...own].filter(pair => common.has(pair)).length / Math.max(1, own.size)
}

/** Neighbouring letters: for Chinese about what its words are. */
function pairsIn(text: string): string[] {
  const letters = text.toLowerCase()
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)).filter(pair => /^[\p{L}\p{N}]{2}$/u.test(pair))
}

function pairsOf(titles: string[]): ReadonlySet<string> {
  return new Set(titles.flatMap(pairsIn))
}
