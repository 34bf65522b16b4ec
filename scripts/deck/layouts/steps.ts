import type { FlatText } from '../../article/flat-text.ts'
import type { Form } from '../forms/types.ts'
import { readOrdinal } from '../../outline/ordinals.ts'
import { clausesOf, itemsAt } from '../forms/pieces.ts'

const FEWEST = 3
const MOST = 5
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
    if (starts.length < FEWEST || starts.length > MOST)
      continue
    const form = itemsAt(sentence, starts, LONGEST_STEP_EM)
    if (form)
      return { layout: 'steps', strength: 0.9, ...form }
  }
  return undefined
}
