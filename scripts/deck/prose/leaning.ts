import type { Clause } from '../structures/structure.ts'
import { takesUpBefore } from './clause-grammar.ts'
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
  if (takesUpBefore(words) || namesNobody(words))
    return { leansOn: 'sentence' }
  return isSaidOfEarlier(clauses, at) ? { leansOn: 'clause' } : {}
}

/** Whether he, she, it or they stand in English words before anybody or anything is named in them. */
function namesNobody(words: string): boolean {
  const at = words.search(/\b(?:he|she|him|her|it|they|them)\b/)
  return at >= 0 && !NAMES.test(words.slice(0, at))
}

/** A noun with its article, or a name. */
const NAMES = /\b(?:[Tt]he|[Aa]n?|[Ee]very|[Nn]o|[Mm]y|[Oo]ur|[Yy]our|\S+s|\S+\s\p{Lu}\p{Ll}+)\s/u
