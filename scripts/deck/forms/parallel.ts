import type { FlatText } from '../../article/flat-text.ts'
import type { Piece } from './pieces.ts'
import type { Form } from './types.ts'
import { widthInEm } from '../../language/measure.ts'
import { readOrdinal } from '../../outline/ordinals.ts'
import { clausesOf, textOf } from './pieces.ts'

const FEWEST = 3
const MOST = 4
const LONGEST_CARD_EM = 26
const MOST_STEPS = 5
const LONGEST_STEP_EM = 44

/**
 * Steps: clauses that begin with ordinals, 一要…；二要…；三要… or 首先…，其次…，最后….
 *
 * @param sentence a sentence
 * @returns the steps in order, with what stands before the first
 */
export function steps(sentence: FlatText): Form | undefined {
  for (const marks of ['semicolons', 'commas'] as const) {
    const clauses = clausesOf(sentence, marks)
    const starts = clauses.filter(({ words }) => readOrdinal(words)).map(({ start }) => start)
    if (starts.length < FEWEST || starts.length > MOST_STEPS)
      continue
    const form = itemsAt(sentence, starts, LONGEST_STEP_EM)
    if (form)
      return { layout: 'steps', strength: 0.9, ...form }
  }
  return undefined
}

/**
 * A parallel run: three or four clauses of one shape, 时代是出卷人，我们是答卷人，人民是阅卷人. They are of like length, and begin or end alike.
 *
 * @param sentence a sentence
 * @returns the clauses, with what stands before and after them
 */
export function cards(sentence: FlatText): Form | undefined {
  for (const marks of ['semicolons', 'commas'] as const) {
    const clauses = clausesOf(sentence, marks)
    for (let from = 0; from + FEWEST <= clauses.length; from++) {
      let to = from + 1
      while (to < clauses.length && isAlike(clauses[from]!, clauses[to]!))
        to++
      if (to - from < FEWEST || to - from > MOST)
        continue
      const form = itemsAt(sentence, clauses.slice(from, to).map(({ start }) => start), LONGEST_CARD_EM, clauses[to - 1]!.end)
      if (form)
        return { layout: 'cards', strength: 0.7, ...form }
    }
  }
  return undefined
}

function isAlike({ words: one }: Piece, { words: other }: Piece): boolean {
  const [short, long] = [widthInEm(one), widthInEm(other)].sort((a, b) => a - b) as [number, number]
  const shared = edge(one, /^[a-z]+|^./i) === edge(other, /^[a-z]+|^./i) || edge(one, /[a-z]+$|.$/i) === edge(other, /[a-z]+$|.$/i)
  return short >= 3 && short / long >= 0.7 && shared
}

/** A clause's first or last Chinese character, or word. */
function edge(words: string, pattern: RegExp): string | undefined {
  return pattern.exec(words)?.[0].toLowerCase()
}

function itemsAt(sentence: FlatText, starts: number[], longest: number, end = sentence.text.length): Pick<Form, 'over' | 'items' | 'after'> | undefined {
  const items = starts.flatMap((start, index) => textOf(sentence, start, starts[index + 1] ?? end) ?? [])
  if (items.length !== starts.length || items.some(({ value }) => widthInEm(value) > longest))
    return undefined
  const over = textOf(sentence, 0, starts[0]!)
  const after = textOf(sentence, end, sentence.text.length)
  return { items, ...(over && { over }), ...(after && { after }) }
}
