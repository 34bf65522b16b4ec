import type { Kind, Word } from './model.ts'

/**
 * What it costs to part two words: nothing between clauses, all there is within one notion. The numbers below that
 * stand between these were found by reading, and say only which of two neighbouring places is the better one.
 */
export const COST = { never: 1e6, tight: 11, close: 5, loose: 2.5, easy: 1, free: 0 } as const

const NOMINAL = new Set<Kind>(['noun', 'place', 'time', 'latin', 'pronoun', 'open'])

/** What a noun phrase may begin with. */
export function isNominal({ kind }: Word): boolean {
  return NOMINAL.has(kind)
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

/** What may stand in the place of a noun. */
export const NOMINALS: ReadonlySet<Kind> = new Set<Kind>([
  'noun', 'time', 'place', 'pronoun', 'determiner', 'numeral', 'number', 'measure',
  'verb', 'gerund', 'adjective', 'idiom', 'latin', 'close',
])

/** What a localizer may follow; 我上, 他下 are a subject and its verb. */
export function isLocated({ kind, width }: Word): boolean {
  return NOMINALS.has(kind) && !(kind === 'pronoun' && width === 1)
}
