import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../scripts/language/sentences.ts'
import { runs } from '../support/random.ts'

/** Sentences are parted by |. The source of each rule stands beside it. */
const TABLE: readonly (readonly [source: string, parted: string])[] = [
  ['GB/T 15834 4.1–4.3: 。？！ end a sentence', '春天来了。|你去吗？|真好！'],
  ['GB/T 15834 4.6: ； parts clauses only', '一要稳；二要准；三要快。|就这样。'],
  ['sentences inside a quotation stay with it', '他说：“好。我们走。”|大家都走了。'],
  ['a quotation before its speaker goes on', '“好。”，他说。|天黑了。'],
  ['a phrase in quotes ends nothing', '要解决好“我是谁？为了谁？”的问题。|这很重要。'],
  ['a title with a question mark ends nothing', '读《怎么办？》的人不少。|都说好。'],
  ['nor does one at a sentence\'s head', '《怎么办？》是一本书。|都说好。'],
  ['nor does one before a subject of its own', '《怎么办？》我读了两遍。|都说好。'],
  ['a bracket with a sentence stays inside one', '会议（第三次。）结束了。|散会。'],
  ['a bracket of its own is a sentence', '会议结束了。|（下略。）|散会。'],
  ['GB/T 15834 4.12: …… is one mark and ends nothing', '他想说……又没有说。|走了。'],
  ['two marks are one end', '真的吗？！|真的。'],
  ['nested quotes', '他说：“她说‘好。’就走了。”|我信。'],
  ['a quotation with no end mark outside', '会上强调：“要实干。”|会后落实。'],
  ['an unbalanced opening quote holds nothing together', '他说：“好。|我们走。|天黑了。'],
  ['an unbalanced closing quote belongs to what it ends', '我们走。”|天黑了。'],
  ['decimals', '增长3.5%。|比去年高0.2个百分点。'],
  ['English: a full stop, a space and a capital', 'It rained. |We stayed. |Why? |Because!'],
  ['English abbreviations', 'Dr. Smith met Mr. J. R. Brown, e.g. at noon. |They talked.'],
  ['English decimals and versions', 'It cost 3.50 dollars. |Version 2.0 is out.'],
  ['English quotes', '“Stop!” he cried. |“Go. Run.” |Then he left.'],
  ['English quotation inside a sentence', 'He said, "Go now." |Then he left.'],
  ['numbering at the head', '1. Open the lid. |2. Close it.'],
  ['initials', 'The U.S. Army came. |It left.'],
  ['mixed', '我们用 Node.js 20.1 版。|It works. |真的。'],
  ['an apostrophe is no quote', 'It’s the boys’ dog. |It barks.'],
  ['no end at all', '没有句号的一段话'],
  ['an ellipsis in English', 'He waited... and left. |Then night fell.'],
]

describe('splitSentences', () => {
  it.each(TABLE)('%s', (_, parted) => {
    expect(splitSentences(parted.replaceAll('|', '')).join('|')).toBe(parted)
  })

  it('loses nothing: the pieces joined are the text', () => {
    const marks = fc.constantFrom('。', '！', '？', '；', '，', '“', '”', '‘', '’', '（', '）', '《', '》', '…', '.', '!', '?', '"', ' ', '\n', '　', '汉', '字', 'A', 'b', '1', '\uD83D', '😀')
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(marks).map(parts => parts.join(''))), (text) => {
      expect(splitSentences(text).join('')).toBe(text)
    }), { numRuns: runs(3000) })
  })

  it('takes time in a straight line', () => {
    const text = '他说：“好（真的）。我们走。”然后就走了，'.repeat(50_000)
    expect(splitSentences(text).join('')).toHaveLength(text.length)
  })
})
