import type { FlatText } from '../../article/flat-text.ts'
import type { Form } from '../forms/types.ts'
import { bracketDepths } from '../../language/brackets.ts'
import { widthInEm } from '../../language/measure.ts'
import { textOf } from '../forms/pieces.ts'

const FEWEST = 4
const MOST = 12
/** An item is a word or two. */
const LONGEST_ITEM_EM = 8
/** Items differ in length by no more than this, or nobody can tell where the first begins. */
const SPREAD = 3
/** What follows an item that is not the end of its clause: 等, with or without a count. */
const AND_SO_ON = /^(?:等|以及|和[^、，]{1,8}(?=等|$))/

/**
 * An enumeration, 就业、教育、医疗、社保等: four short items or more between 、 (GB/T 15834—2011, 4.5), in one clause.
 *
 * @param sentence a sentence
 * @returns its items, with what stands before and after them
 */
export function enumeration(sentence: FlatText): Form | undefined {
  const { text } = sentence
  const depths = bracketDepths(text)
  const marks = [...text].length === text.length ? Array.from(text, (mark, index) => mark === '、' && depths[index] === 0 ? index : -1).filter(index => index >= 0) : []
  const run = longestRun(text, marks)
  if (run.length < FEWEST - 1 || run.length > MOST - 1)
    return undefined
  const middle = run.slice(1).map((end, index) => [run[index]! + 1, end] as const)
  const lengths = middle.map(([start, end]) => end - start).sort((one, other) => one - other)
  const usual = lengths[lengths.length >> 1]!
  if (lengths.at(-1)! - lengths[0]! > SPREAD)
    return undefined
  const clause = clauseStart(text, run[0]!)
  // The first item is the end of what stands before the first mark; its length is the others'.
  const first = run[0]! - clause <= lengths.at(-1)! + 1 ? clause : tokenStart(text, run[0]! - usual)
  const last = lastItemEnd(text, run.at(-1)! + 1, lengths.at(-1)! + 1)
  if (last === undefined || first < clause)
    return undefined
  const ranges = [[first, run[0]!] as const, ...middle, [run.at(-1)! + 1, last] as const]
  const items = ranges.flatMap(([start, end]) => textOf(sentence, start, end) ?? [])
  const over = textOf(sentence, 0, first)
  const after = textOf(sentence, last, text.length)
  return items.length === ranges.length
    ? { layout: 'enumeration', strength: Math.min(1, 0.5 + items.length / 12), items, ...(over && { over }), ...(after && { after }) }
    : undefined
}

/** The longest row of 、 with nothing but short items between them. */
function longestRun(text: string, marks: number[]): number[] {
  let best: number[] = []
  let run: number[] = []
  for (const mark of marks) {
    const between = run.length > 0 ? text.slice(run.at(-1)! + 1, mark) : ''
    run = run.length > 0 && between.length >= 2 && widthInEm(between) <= LONGEST_ITEM_EM && !/[，。；：,;]/.test(between) ? [...run, mark] : [mark]
    if (run.length > best.length)
      best = run
  }
  return best
}

function clauseStart(text: string, before: number): number {
  let start = before
  while (start > 0 && !/[，。；：,;“《（]/.test(text[start - 1]!))
    start--
  return start
}

/** Where the number or the Latin word begins in which a place is: neither is parted. */
function tokenStart(text: string, place: number): number {
  let start = place
  while (start > 0 && /[\w.]/.test(text[start]!) && /[\w.]/.test(text[start - 1]!))
    start--
  return start
}

/** The last item ends at 等, or with its clause where it is no longer than the others. */
function lastItemEnd(text: string, start: number, longest: number): number | undefined {
  for (let end = start + 2; end <= text.length && widthInEm(text.slice(start, end)) <= LONGEST_ITEM_EM; end++) {
    if (AND_SO_ON.test(text.slice(end)))
      return end
    if (end < text.length && !/^(?:[，。；！？,;]|\.(?!\d))/.test(text.slice(end)))
      continue
    return end - start <= longest ? end : undefined
  }
  return undefined
}
