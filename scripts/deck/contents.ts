import type { Shown } from './content.ts'
import type { Unit } from './units.ts'
import { opensItem } from '../language/inline-numbers.ts'
import { widthInEm } from '../language/measure.ts'
import { codeLinesThatFit } from './block-capacity.ts'
import { chunk } from './chunk.ts'
import { paginate } from './paginate.ts'
import { tableContents } from './table-contents.ts'
import { isProse } from './units.ts'

/**
 * Parts what stands by itself over as many slides as it needs: a picture, a formula, a table, code.
 *
 * @param run one such block, or the rows of one table
 * @param room the height below a title, in pixels
 * @returns contents in order; nothing where the block fits on no slide
 */
export function blockContents(run: Unit[], room: number): Shown[] | undefined {
  const [first] = run as [Unit]
  if (first.image)
    return [{ image: first.image, bullets: first.sentence.value.trim() === '' ? [] : [first.sentence], first }]
  if (first.formula)
    return [{ formula: first.sentence.value, bullets: [], first }]
  if (first.code)
    return codeContents(first, room)
  return first.row ? tableContents(run, room) : undefined
}

/**
 * A block of code over as many slides as it needs, none of which begins or ends with empty lines; nothing where one of
 * its lines fits on none.
 */
function codeContents(unit: Unit, room: number): Shown[] | undefined {
  const { lines, ...code } = unit.code!
  if (lines.some(line => codeLinesThatFit([line], room) === 0))
    return undefined
  const pages = chunk(lines, rest => codeLinesThatFit(rest, room)).map(withoutEmptyEnds).filter(page => page.length > 0)
  return pages.map(page => ({ code: { ...code, lines: page }, bullets: [], first: unit }))
}

function withoutEmptyEnds(lines: string[]): string[] {
  const isFilled = (line: string): boolean => line.trim() !== ''
  return lines.slice(Math.max(0, lines.findIndex(isFilled)), lines.findLastIndex(isFilled) + 1)
}

/**
 * Shows every clause of sentences and items as a bullet, over as many slides as they need. Whose words they are stands
 * above them.
 *
 * @param units sentences of one speaker, or items of lists
 * @param room the height of one slide's bullets, in pixels
 * @returns contents in order
 */
export function bulletContents(units: Unit[], room: number): Shown[] {
  const lists = listsIn(units)
  const bullets = units.flatMap(unit => unit.bullets.map((bullet): Bullet =>
    ({ bullet, unit, list: lists.get(unit), items: unit.place?.items })))
  const attribution = units[0]?.attribution
  return paginate(bullets, room).map(page => ({
    ...(attribution && { attribution }),
    bullets: page.map(({ bullet }) => bullet),
    ...placesOn(page),
    ...beginning(page[0]!),
  }))
}

interface Bullet {
  bullet: Unit['bullets'][number]
  unit: Unit
  list: number | undefined
  items: readonly unknown[] | undefined
}

/** Where the bullets of a slide stand in their list, if it says so. */
function placesOn(page: Bullet[]): Pick<Shown, 'places'> {
  const places = page.map(({ bullet, unit: { place, bullets } }) =>
    place && bullet !== bullets[0] ? { items: place.items, goesOn: true } : place)
  return places.some(place => place !== undefined) ? { places } : {}
}

/**
 * Which list each unit belongs to: items in a row, and the line before them that ends with a colon; a numbered
 * paragraph's sentences.
 */
function listsIn(units: Unit[]): ReadonlyMap<Unit, number> {
  const lists = new Map<Unit, number>()
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1]
    if (unit.item)
      lists.set(unit, (before && lists.get(before)) ?? index)
    else if (units[index + 1]?.item && leadsIn(unit, units[index + 1]))
      lists.set(unit, index)
    else if (unit.opensParagraph ? opensItem(unit.sentence.value) : before && lists.has(before))
      lists.set(unit, unit.opensParagraph ? index : lists.get(before!)!)
  }
  return lists
}

/** A sentence alone above a list is no longer than this where it leads in to it. In em. */
const LONGEST_LEAD = 32

/**
 * Whether a sentence leads in to what stands below it.
 *
 * @param unit a sentence
 * @param next what stands below it
 * @returns true where it ends with a colon, or is a short paragraph right above a list
 */
export function leadsIn(unit: Unit, next: Unit | undefined): boolean {
  const words = unit.sentence.value
  const isAlone = isProse(unit) && unit.opensParagraph && next?.item === true
  return /[：:]\s*$/.test(words) || (isAlone && widthInEm(words) <= LONGEST_LEAD)
}

/** What a slide begins with: a sentence, or the clause of one. */
function beginning({ unit, bullet }: Bullet): Pick<Shown, 'first' | 'at'> {
  const at = bullet.position!.start.offset! - unit.sentence.position!.start.offset!
  return { first: unit, ...(bullet !== unit.bullets[0] && { at }) }
}
