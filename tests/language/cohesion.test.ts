import { describe, expect, it } from 'vitest'
import { COHESION, cohesionRule, seamAt } from '../../scripts/language/cohesion.ts'
import { toWords } from '../../scripts/language/words.ts'

const RULES = COHESION.flatMap(({ rules }) => rules)

/** The rule that decides at the | of an example. */
function ruleOf(example: string): unknown {
  const [before, after] = example.split('|') as [string, string]
  const words = toWords(before + after)
  const at = words.findIndex((_, index) => words.slice(0, index + 1).map(({ text }) => text).join('') === before)
  expect(at, `${example} has no seam between words`).toBeGreaterThanOrEqual(0)
  return cohesionRule(seamAt(words, at))
}

describe('rules of cohesion', () => {
  it.each(RULES.map((rule, index) => [rule.example, index]))('%s is decided by rule %d', (example, index) => {
    expect(ruleOf(example)).toBe(RULES[index])
  })

  it('have an example each', () => {
    expect(new Set(RULES.map(({ example }) => example)).size).toBe(RULES.length)
  })
})
