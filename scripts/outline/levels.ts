import type { Draft } from './draft.ts'
import type { HeadingNumber } from './numbering.ts'

/** A block that may be a heading. Its family is its kind of number, or `unmarked`. */
export interface Candidate {
  index: number
  draft: Draft
  family: string
  number?: HeadingNumber
  /** The block is a heading and nothing else. */
  alone: boolean
  /** What would be the heading is short enough for one. */
  short: boolean
}

/**
 * Families by level: in order of first appearance, except that unmarked headings stand beside numbers that run on
 * across them (引言, 一、, 二、, 结语).
 *
 * @param candidates the headings; unmarked ones are given the family that they belong to
 * @returns families, the one that heads parts first
 */
export function levels(candidates: Candidate[]): string[] {
  const families = [...new Set(candidates.map(({ family }) => family))]
  const numbered = families.find(family => family !== 'unmarked')
  if (families[0] !== 'unmarked' || numbered === undefined)
    return families
  const restarts = candidates.filter(({ family, number }) => family === numbered && number!.value === 1).length
  if (restarts > 1)
    return families
  for (const member of candidates) {
    if (member.family === 'unmarked')
      member.family = numbered
  }
  return families.filter(family => family !== 'unmarked')
}
