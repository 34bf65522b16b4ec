import type { Clauses } from './structure.ts'
import { simplify } from '../../language/words.ts'

/**
 * A passage as rules know it: in simplified characters.
 *
 * @param passage a passage, perhaps in traditional characters
 * @returns the same passage, its clauses' words simplified, one character for each
 */
export function plain(passage: Clauses): Clauses {
  const known = PLAIN.get(passage) ?? {
    text: plainText(passage.text),
    clauses: passage.clauses.map(clause => ({ ...clause, words: plainText(clause.words) })),
  }
  PLAIN.set(passage, known)
  return known
}

/** All finders ask for the same passage. */
const PLAIN = new WeakMap<Clauses, Clauses>()

/**
 * A text as rules know it.
 *
 * @param words a text, perhaps in traditional characters
 * @returns the same in simplified characters, as long as it was
 */
export function plainText(words: string): string {
  const forms = simplify(words)
  return forms.length === words.length ? forms : words
}
