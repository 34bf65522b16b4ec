import type { Text } from 'mdast'
import type { Group, Place } from './group.ts'
import type { Unit } from './units.ts'
import { toString } from 'mdast-util-to-string'
import { partOf } from '../article/marks.ts'
import { trimClause } from '../language/clauses.ts'
import { widthInEm } from '../language/measure.ts'
import { unitsOf, withoutOpening } from './group.ts'
import { charactersIn } from './prose/reading.ts'

/** Of how many items they are, and how much all of them say: a shorter list is one slide. */
const FEWEST = 2
const SHORTEST_LIST = 60
/** An item's bold head is no longer than this, and what explains it no shorter. In em. */
const LONGEST_HEAD = 32
const SHORTEST_REST = 12

/** One item: its head, and all that it says after that. */
interface Headed { head: Text, rest: Text[], number?: number }

/**
 * Gives each item of a list a heading of its own where its author has: **床旁交班。** 重症…, one bold head in each, with
 * sentences that explain it. What stands before and after such a list stays under the heading above.
 *
 * @param group text under one heading
 * @returns the group, or its pieces in order; their units together say what the group's do
 */
export function partedByItems(group: Group): Group[] {
  const runs = runsOf(group.units)
  const headed = runs.map(headedIn)
  if (!headed.some(Boolean))
    return [group]
  return runs.flatMap((units, index) => {
    const own = index === 0 ? group : withoutOpening(group)
    return headed[index]?.map(item => groupOf(item, group)) ?? [{ ...own, units }]
  })
}

/** Items in a row, and what stands between them. */
function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = []
  for (const unit of units) {
    const last = runs.at(-1)
    if (last && last[0]!.item === unit.item)
      last.push(unit)
    else
      runs.push([unit])
  }
  return runs
}

/** The items of a list, where each has a head and says more than a slide can hold together. */
function headedIn(run: readonly Unit[]): Headed[] | undefined {
  const starts = run.flatMap(({ opensParagraph }, at) => opensParagraph ? [at] : [])
  const items = starts.map((start, index) => headedOf(run.slice(start, starts[index + 1])))
  const size = run.reduce((sum, { sentence }) => sum + charactersIn(sentence.value), 0)
  const areHeaded = run[0]?.item === true && items.length >= FEWEST && items.every(Boolean)
  return areHeaded && starts[0] === 0 && size > SHORTEST_LIST ? items as Headed[] : undefined
}

function headedOf([first, ...others]: readonly Unit[]): Headed | undefined {
  const { sentence, place } = first!
  const [strong] = sentence.data?.phrasing ?? []
  const words = strong?.type === 'strong' ? toString(strong) : ''
  const end = words.length + (/^[：:。．.]/.exec(sentence.value.slice(words.length))?.[0].length ?? 0)
  const isEnded = /[：:。．.！!？?]$/.test(sentence.value.slice(0, end))
  const isHead = words.trim() !== '' && widthInEm(words) <= LONGEST_HEAD && isEnded
  const isFlat = (place?.items.length ?? 1) === 1
  const own = partOf(sentence, end)
  const rest = [own, ...others.map(unit => unit.sentence)].filter(({ value }) => value.trim() !== '')
  const size = rest.reduce((sum, { value }) => sum + widthInEm(value), 0)
  if (!isHead || !isFlat || size < SHORTEST_REST || !sentence.value.startsWith(words))
    return undefined
  return { head: partOf(sentence, 0, end), rest, ...(place?.number !== undefined && { number: place.number }) }
}

function groupOf({ head, rest, number }: Headed, { titles, place }: Group): Group {
  const words = trimClause(head.value)
  const start = head.value.indexOf(words)
  const { data: _, ...title } = partOf(head, start, start + words.length)
  const own: Place = number === undefined || place.numeral === ''
    ? place
    : { numeral: `${place.numeral} · ${number}`, above: '' }
  return { title, opening: head, units: rest.flatMap(unitsOf), titles: [...titles, title.value], place: own }
}
