import type { Text } from 'mdast'
import type { Piece } from '../units.ts'
import { partOf } from '../../article/marks.ts'
import { trimClause } from '../../language/clauses.ts'
import { readOrdinal } from '../../outline/ordinals.ts'
import { bulletHeight } from '../capacity.ts'
import { chunk } from '../chunk.ts'

const FEWEST = 3
const MOST_ON_A_SLIDE = 5

/**
 * Makes one piece of sentences in a row that begin with ordinals, 一是…。二是…。三是…。: steps, on as few slides as hold them.
 *
 * @param pieces sentences, or their clauses, in order
 * @param room the height of one slide's items, in pixels
 * @returns the pieces, each run one or more of steps
 */
export function joinOrdinals(pieces: Piece[], room: number): Piece[] {
  const result: Piece[] = []
  for (let from = 0; from < pieces.length;) {
    const run = runFrom(pieces, from)
    const steps = run.length >= FEWEST ? toSteps(run, room) : []
    result.push(...(steps.length > 0 ? steps : [pieces[from]!]))
    from += steps.length > 0 ? run.length : 1
  }
  return result
}

/** The pieces from one on that count up from one. */
function runFrom(pieces: Piece[], from: number): Piece[] {
  const first = ordinalOf(pieces[from]!)
  const run: Piece[] = []
  if (first?.value !== 1)
    return run
  for (const piece of pieces.slice(from)) {
    const ordinal = ordinalOf(piece)
    if (ordinal?.run !== first.run || ordinal.value !== run.length + 1)
      break
    run.push(piece)
  }
  return run
}

function ordinalOf({ bullets: [first], unit }: Piece): ReturnType<typeof readOrdinal> {
  return first && !unit.place ? readOrdinal(first.value) : undefined
}

function toSteps(run: Piece[], room: number): Piece[] {
  const items = run.map(wholeText)
  const fit = (rest: Text[]): number => {
    let count = 0
    while (count < Math.min(rest.length, MOST_ON_A_SLIDE) && bulletHeight(rest.slice(0, count + 1).map(({ value }) => `${value}——`)) <= room)
      count++
    return count
  }
  if (items.some(item => fit([item]) === 0))
    return []
  let start = 0
  return chunk(items, fit).map((page): Piece => {
    const own = run.slice(start, start + page.length)
    const piece: Piece = { unit: own[0]!.unit, bullets: own.flatMap(({ bullets }) => bullets), form: { layout: 'steps', strength: 1, items: page, start: start + 1 } }
    start += page.length
    return piece
  })
}

/** From a piece's first bullet to its last: all its words. */
function wholeText({ unit, bullets }: Piece): Text {
  const base = unit.sentence.position!.start.offset!
  const text = partOf(unit.sentence, bullets[0]!.position!.start.offset! - base, bullets.at(-1)!.position!.end.offset! - base)
  const words = trimClause(text.value)
  const start = text.value.indexOf(words)
  return partOf(text, start, start + words.length)
}
