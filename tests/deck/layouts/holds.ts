import type { FindStructures, Span, Structure } from '../../../scripts/deck/structures/structure.ts'
import { describe, expect, it } from 'vitest'
import { clausesOf } from '../../../scripts/deck/structures/clauses.ts'

/** A text that has a structure, and the structure in one line; or a text alone, which has none though it is near. */
export interface Table {
  /** Text, and `over | member【strong】 / member【strong】 | after`; several structures are parted by ‖. */
  has: readonly (readonly [text: string, structures: string])[]
  hasNot: readonly string[]
}

/** A structure in one line. */
export function line(text: string, { over, members, after, values }: Structure): string {
  const words = (span?: Span): string => span ? text.slice(span.start, span.end) : ''
  const items = members.map(member => words(member) + (member.strong ? `【${words(member.strong)}】` : '')).join(' / ')
  return `${words(over)} | ${items} | ${words(after)}${values ? ` ${values.join(' ')}` : ''}`
}

/** Declares the tests of one finder's table. */
export function holds(find: FindStructures, { has, hasNot }: Table): void {
  const lines = (text: string): string => find(clausesOf(text)).map(structure => line(text, structure)).join(' ‖ ')
  describe('has it', () => {
    it.each(has)('%s', (text, structures) => expect(lines(text)).toBe(structures))
  })
  describe('has it not', () => {
    it.each(hasNot)('%s', text => expect(lines(text)).toBe(''))
  })
}
