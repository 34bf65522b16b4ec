import type { Clause } from '../structures/structure.ts'
import { takesUpBefore } from './clause-grammar.ts'
import { namesNobody } from './english-clauses.ts'
import { isSaidOfEarlier } from './subjects.ts'

/** What words are said of is named by the sentence before them alone, or by a clause of their own before them. */
export interface Leaning { leansOn?: 'sentence' | 'clause' }

/**
 * What words lean on.
 *
 * @param clauses the clauses of a text
 * @param at the index of that with which the words begin
 * @param words the words
 * @returns nothing where they name what they are said of
 */
export function leaning(clauses: readonly Clause[], at: number, words: string): Leaning {
  if ((takesUpBefore(words) && !EXISTS.test(words)) || namesNobody(words))
    return { leansOn: 'sentence' }
  return isSaidOfEarlier(clauses, at) ? { leansOn: 'clause' } : {}
}

/** There are | nights that pass: what there is stands below it, and nothing before it (Quirk et al. 18.45). */
const EXISTS = /^There (?:is|are|was|were)$/
