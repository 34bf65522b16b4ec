import type { Text } from 'mdast'
import type { Clauses, FindStructures, Span, Structure } from '../../../scripts/deck/structures/structure.ts'
import { describe, expect, it } from 'vitest'
import { partOf } from '../../../scripts/article/marks.ts'
import { passagesIn } from '../../../scripts/deck/prose/found.ts'
import { toProse } from '../../../scripts/deck/prose/voices.ts'
import { toUnits } from '../../../scripts/deck/units.ts'

/** A text that has a structure, and the structure in one line; or a text alone, which has none though it is near. */
export interface Table {
  /** Text, and `over | member【strong】 / member【strong】 | after`; several structures are parted by ‖. */
  has: readonly (readonly [text: string, structures: string])[]
  hasNot: readonly string[]
}

/** A structure in one line. */
function line(text: string, { over, members, after, values }: Structure): string {
  const words = (span?: Span): string => span ? text.slice(span.start, span.end) : ''
  const items = members.map(member => words(member) + (member.strong ? `【${words(member.strong)}】` : '')).join(' / ')
  return `${words(over)} | ${items} | ${words(after)}${values ? ` ${values.join(' ')}` : ''}`
}

/** A paragraph as the planner gives it to finders: what each who speaks in it says. */
export function passagesOf(text: string): Clauses[] {
  const start = { line: 1, column: 1, offset: 0 }
  const whole: Text = { type: 'text', value: text, position: { start, end: start } }
  const slice = (from: number, to: number): Text => partOf(whole, from, to)
  const prose = toProse(toUnits({ kind: 'paragraph', text, masked: text, slice, raw: slice }))
  return prose.voices.flatMap(voice => passagesIn(prose.text, voice))
}

/** Declares the tests of one finder's table. */
export function holds(find: FindStructures, { has, hasNot }: Table): void {
  const lines = (text: string): string =>
    passagesOf(text).flatMap(passage => find(passage).map(structure => line(passage.text, structure))).join(' ‖ ')
  describe('has it', () => {
    it.each(has)('%s', (text, structures) => expect(lines(text)).toBe(structures))
  })
  describe('has it not', () => {
    it.each(hasNot)('%s', text => expect(lines(text)).toBe(''))
  })
}
