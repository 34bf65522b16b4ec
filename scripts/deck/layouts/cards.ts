import type { FlatText } from '../../article/flat-text.ts'
import type { Piece } from '../forms/pieces.ts'
import type { Form } from '../forms/types.ts'
import { widthInEm } from '../../language/measure.ts'
import { clausesOf, itemsAt } from '../forms/pieces.ts'

const FEWEST = 3
const MOST = 4
const LONGEST_CARD_EM = 26

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
