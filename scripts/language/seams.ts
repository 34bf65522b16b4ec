import type { Kind, Word } from './model.ts'
import { isNominal } from './word-classes.ts'

/** The place between two neighbouring words. */
export interface Seam {
  /** The word before the place. */
  one: Word
  /** The word after it. */
  two: Word
  /** The text's words. */
  words: readonly Word[]
  /** The first word's place among them. */
  at: number
}

export type When = (seam: Seam) => boolean

/** What it costs to part the words of a seam, where the rule applies. */
export interface Rule {
  cost: number
  /** A phrase in which this rule decides, with | at the seam. */
  example: string
  /** What must hold, besides what its group asks; a rule without it always applies. */
  when?: When
}

/** Rules for seams of one kind; the first that applies decides. */
export interface Group {
  of: When
  rules: readonly Rule[]
}

/**
 * Finds the rule that decides a seam.
 *
 * @param groups groups in the order in which they are tried
 * @param seam two words and where they stand
 * @returns the first rule that applies in the first group that has one
 */
export function ruleFor(groups: readonly Group[], seam: Seam): Rule | undefined {
  for (const { of, rules } of groups) {
    const rule = of(seam) ? rules.find(({ when }) => when === undefined || when(seam)) : undefined
    if (rule)
      return rule
  }
  return undefined
}

export const oneIs = (...kinds: Kind[]): When => ({ one }) => kinds.includes(one.kind)
export const twoIs = (...kinds: Kind[]): When => ({ two }) => kinds.includes(two.kind)
export const isOneShort: When = ({ one }) => one.width === 1
export const isTwoShort: When = ({ two }) => two.width === 1
export const isAnyShort: When = seam => isOneShort(seam) || isTwoShort(seam)
export const isTwoNominal: When = ({ two }) => isNominal(two)
export const both = (...conditions: When[]): When => seam => conditions.every(when => when(seam))
