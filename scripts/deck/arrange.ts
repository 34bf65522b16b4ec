import type { Text } from 'mdast'
import type { Shown } from './contents.ts'
import type { Form } from './forms/types.ts'
import type { Piece, Unit } from './units.ts'
import { paginate } from './paginate.ts'

/**
 * Puts pieces on slides, in order: those that are shown in their form by themselves, all others as points.
 *
 * @param pieces sentences and clauses
 * @param shown the forms of those that are shown in theirs
 * @param room the height of one slide's bullets, in pixels
 * @returns what the slides show
 */
export function arrange(pieces: Piece[], shown: ReadonlyMap<Piece, Form>, room: number): Shown[] {
  const lists = listsIn(pieces)
  const contents: Shown[] = []
  let from = 0
  for (const [index, piece] of [...pieces, undefined].entries()) {
    if (piece && !shown.has(piece))
      continue
    const bullets = pieces.slice(from, index).flatMap(one => one.bullets.map((bullet): Bullet => ({ bullet, piece: one, list: lists.get(one), items: one.unit.place?.items })))
    contents.push(...paginate(bullets, room).map(page => ({ bullets: page.map(({ bullet }) => bullet), pieces: page.map(({ piece }) => piece), ...placesOn(page), ...beginning(page[0]!.piece.unit, page[0]!.bullet) })))
    if (piece)
      contents.push({ bullets: [], form: shown.get(piece)!, ...beginning(piece.unit, piece.bullets[0]!) })
    from = index + 1
  }
  return contents
}

interface Bullet { bullet: Text, piece: Piece, list: number | undefined, items: readonly unknown[] | undefined }

/** Where the bullets of a slide stand in their list, if it says so. */
function placesOn(page: Bullet[]): Pick<Shown, 'places'> {
  const places = page.map(({ bullet, piece: { unit } }) => unit.place && bullet !== unit.bullets[0] ? { items: unit.place.items, goesOn: true } : unit.place)
  return places.some(place => place !== undefined) ? { places } : {}
}

/** Which list each piece belongs to: items in a row, and the line before them that ends with a colon. */
function listsIn(pieces: Piece[]): ReadonlyMap<Piece, number> {
  const lists = new Map<Piece, number>()
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1]
    const leadsIn = pieces[index + 1]?.unit.item && /[：:]\s*$/.test(piece.unit.sentence.value)
    if (piece.unit.item)
      lists.set(piece, (before && lists.get(before)) ?? index)
    else if (leadsIn)
      lists.set(piece, index)
  }
  return lists
}

/**
 * What a slide begins with: a sentence, or the clause of one.
 *
 * @param unit the sentence
 * @param bullet the first of it that the slide shows
 * @returns the sentence, and where in it the bullet is, unless it is the first
 */
export function beginning(unit: Unit, bullet: Text): Pick<Shown, 'first' | 'at'> {
  const at = bullet.position!.start.offset! - unit.sentence.position!.start.offset!
  return { first: unit, ...(bullet !== unit.bullets[0] && { at }) }
}

/**
 * Chooses the pieces that are shown in their form: the plainest, and no two in a row of one layout.
 *
 * @param pieces sentences and clauses
 * @param most how many at most
 * @returns those pieces, each with its form
 */
export function formsToShow(pieces: Piece[], most: number): ReadonlyMap<Piece, Form> {
  const formed = pieces.flatMap(piece => piece.form ? [{ piece, form: piece.form }] : [])
  const plainest = new Set([...formed].sort((one, other) => other.form.strength - one.form.strength).slice(0, most))
  const kept = formed.filter(one => plainest.has(one))
  return new Map(kept.filter(({ form }, index) => form.start !== undefined || form.layout !== kept[index - 1]?.form.layout).map(({ piece, form }) => [piece, form]))
}
