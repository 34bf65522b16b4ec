import type { Word } from './words.ts'

/**
 * What it costs to part two words: nothing between clauses, all there is within one notion. The numbers below that
 * stand between these were found by reading, and say only which of two neighbouring places is the better one.
 */
export const COST = { never: 1e6, tight: 11, close: 5, loose: 2.5, easy: 1, free: 0 } as const

/** What a noun phrase may begin with. */
export function isNominal({ kind }: Word): boolean {
  return kind === 'noun' || kind === 'place' || kind === 'time' || kind === 'latin' || kind === 'pronoun' || kind === 'open'
}

/** What may have an object or a complement. */
export function isVerb({ kind }: Word): boolean {
  return kind === 'verb' || kind === 'gerund' || kind === 'direction'
}

/** What counts. */
export function isCount({ kind }: Word): boolean {
  return kind === 'numeral' || kind === 'number' || kind === 'ordinal'
}

/** What is no Latin word and no numeral in Arabic digits. */
export function isHan({ kind }: Word): boolean {
  return kind !== 'latin' && kind !== 'number'
}
