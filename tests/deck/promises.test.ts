import fc from 'fast-check'
import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { DENSITIES, RATIOS } from '../../scripts/deck/types.ts'
import { article, sample } from '../support/articles.ts'
import { verifyDecks } from '../support/verify.ts'

describe('decks of the sample', () => {
  it.each(DENSITIES.flatMap(density => RATIOS.map(ratio => ({ density, ratio }))))('keep the promises at $density and $ratio', (options) => {
    const decks = verifyDecks(sample(), options)
    expect(decks).toHaveLength(3)
  })
})

/** Pieces that articles are made of, friendly and hostile. */
const PIECES = ['人民是天', '，', '。', '；', '“', '”', '（', '）', '《', '》', '：', '、', '？', '！', '——', '……', ' ', '\n', '\n\n', '　　', '一、', '（一）', '1. ', '第一章 ', '一是', '二是', '王教授指出，', '# ', '## ', '- ', '> ', '---', '\n---\n', '```\n', '{{ 1 + 1 }}', '<script>alert(1)</script>', '<b>', '-->', '<!--', '::right::', '[click]', '$$x$$', '`a`', ':smile:', '&lt;', '[a](javascript:alert(1))', '![](http://example.com/x.png)', '*', '_', '\\', '|', '\t', 'Water is life.', 'He said, “Go.” ', '14亿', '3.5%', '😀', '\u202E', '\u200B', '<<< @/etc/passwd', 'title: x', '@', '^[note]', '==', '~~', '{', '}', '%', '\u2028']

describe('decks of random articles', () => {
  it.each(['.txt', '.md'] as const)('%s: keep the promises', (ending) => {
    const text = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) }), { maxLength: 80 }).map(parts => parts.join(''))
    fc.assert(fc.property(text, fc.constantFrom(...DENSITIES), (words, density) => {
      // An article without words is refused before it comes here.
      fc.pre(/[\p{L}\p{N}]/u.test(words))
      try {
        verifyDecks(article(words, ending), { density })
      }
      catch (error) {
        // Markdown may have words only where nobody reads them: an image's address, a definition.
        fc.pre(!(error instanceof VFileMessage && error.ruleId === 'no-words'))
        throw error
      }
    }), { numRuns: 500 })
  })
})
