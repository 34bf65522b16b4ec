import type { Text } from 'mdast'
import type { FlatText } from '../../article/flat-text.ts'
import type { Form } from './types.ts'
import { splitClauses, trimClause } from '../../language/clauses.ts'
import { widthInEm } from '../../language/measure.ts'

/** A piece of a sentence: where it starts, and its words without the marks at its edges. */
export interface Piece { start: number, end: number, words: string }

/**
 * Cuts a sentence into its clauses.
 *
 * @param sentence a sentence
 * @param marks the marks that part
 * @returns the clauses that have words, in order
 */
export function clausesOf(sentence: FlatText, marks: 'semicolons' | 'commas'): Piece[] {
  let start = 0
  return splitClauses(sentence.text, marks).flatMap((clause) => {
    const piece = { start, end: start + clause.length, words: trimClause(clause) }
    start += clause.length
    return piece.words === '' ? [] : [piece]
  })
}

/**
 * A piece of a sentence as text, without the marks at its edges.
 *
 * @param sentence the sentence
 * @param start where the piece starts
 * @param end where it ends
 * @returns the text at its place, or nothing where the piece has no words
 */
export function textOf(sentence: FlatText, start: number, end: number): Text | undefined {
  const piece = sentence.text.slice(start, end)
  const words = trimClause(piece)
  if (!/[\p{L}\p{N}]/u.test(words))
    return undefined
  const from = start + piece.indexOf(words)
  return sentence.slice(from, from + words.length)
}

/**
 * Cuts a sentence into items, with what stands before the first and after the last.
 *
 * @param sentence the sentence
 * @param starts where the items start
 * @param longest how long each may be, in em
 * @param end where the last item ends
 * @returns the items, or nothing where one has no words or is too long
 */
export function itemsAt(sentence: FlatText, starts: number[], longest: number, end = sentence.text.length): Pick<Form, 'over' | 'items' | 'after'> | undefined {
  const items = starts.flatMap((start, index) => textOf(sentence, start, starts[index + 1] ?? end) ?? [])
  if (items.length !== starts.length || items.some(({ value }) => widthInEm(value) > longest))
    return undefined
  const over = textOf(sentence, 0, starts[0]!)
  const after = textOf(sentence, end, sentence.text.length)
  return { items, ...(over && { over }), ...(after && { after }) }
}
