import { describe, expect, it } from 'vitest'
import { align, follow } from '../../scripts/article/align.ts'

/** Where each character of a text stands in its source. */
const places = (value: string, source: string): string => Array.from(value, (_, at) => source[follow(align(value, source), at)]).join('')

describe('a leaf\'s characters in its source', () => {
  it.each([
    { what: 'the same text', value: 'a b', source: 'a b', at: 'a b' },
    { what: 'escapes', value: '*a*[', source: '\\*a\\*\\[', at: '*a*[' },
    { what: 'a code\'s marks', value: 'a`b', source: '``a`b``', at: 'a`b' },
    { what: 'references', value: '&b&', source: '&amp;b&#38;', at: '&b&' },
    { what: 'tags', value: 'ab', source: 'a<b class="x">b</b>', at: 'ab' },
    { what: 'white space that shows as one space', value: 'a b', source: 'a\n   b', at: 'a\nb' },
    { what: 'white space that does not show', value: '甲乙', source: '甲\n  &nbsp;乙', at: '甲乙' },
    { what: 'invisible characters', value: 'ab', source: 'a\u200B\u202Eb', at: 'ab' },
    ...['\v', '\f', '\u0085', '\t'].map(mark => ({ what: 'control characters that became spaces', value: ' 2. b c', source: `${mark}2. b c`, at: `${mark}2. b c` })),
  ])('are found: $what', ({ value, source, at }) => {
    expect(places(value, source)).toBe(at)
  })
})
