import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitClauses, trimClause } from '../../scripts/language/clauses.ts'

describe('splitClauses', () => {
  it.each([
    ['semicolons', '甲，乙；丙；丁。', '甲，乙；|丙；|丁。'],
    ['commas', '甲，乙；丙、丁。', '甲，|乙；|丙、丁。'],
    ['commas', '他说“甲，乙”，走了。', '他说“甲，乙”，|走了。'],
    ['commas', 'one, 1,000 two, and three; which, four', 'one, 1,000 two, |and three; |which, four'],
    ['commas', 'encrypted, deduplicated backups', 'encrypted, deduplicated backups'],
    ['semicolons', '甲（乙；丙）；丁', '甲（乙；丙）；|丁'],
  ] as const)('%s: %s', (marks, text, parted) => {
    expect(splitClauses(text, marks).join('|')).toBe(parted)
  })

  it('loses nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('semicolons', 'commas'), (text, marks) => {
      expect(splitClauses(text, marks).join('')).toBe(text)
    }))
  })
})

describe('trimClause', () => {
  it.each([
    ['  甲乙；', '甲乙'],
    ['“甲乙。”', '“甲乙。”'],
    ['真的吗？', '真的吗？'],
    ['It works.', 'It works'],
    ['the U.S.', 'the U.S'],
    ['甲乙。.', '甲乙'],
    ['etc.,', 'etc'],
    ['and so on...', 'and so on...'],
  ])('%s', (clause, trimmed) => {
    expect(trimClause(clause)).toBe(trimmed)
  })
})
