import type { DeckOptions } from '../../scripts/deck/types.ts'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { expect } from 'vitest'
import { decode } from '../../scripts/article/decode.ts'
import { DENSITIES, RATIOS } from '../../scripts/deck/types.ts'
import { runs } from './random.ts'
import { verifyDecks } from './verify.ts'

/** Pieces that articles are made of: words, marks, headings, numbers. */
const FRIENDLY = ['人民是天', '学习', '渡口的灯到半夜才熄', '，', '。', '；', '“', '”', '‘', '’', '（', '）', '《', '》', '：', '、', '？', '！', '——', '……', '·', '一、', '二、', '三、', '（一）', '（二）', '1. ', '2. ', '1.1 ', '第一章 ', '第二章 ', '第一条　', 'Part I ', 'Part II: ', '一是', '二是', '三是', '首先，', '其次，', '最后，', '既', '又', '不是', '而是', '王教授指出，', '他说：“', '14亿', '3.5%', '2023年', 'Water is life. ', 'He said, “Go.” ', 'However, ', 'e.g. ', 'Mr. Li ', '# ', '## ', '### ', '- ', '1) ', '> ', '| a | b |\n| - | - |\n| 1 | 2 |\n', '**重**', '[链接](a.md)', '![图](a.png)', '[^1]', '[^1]: 注', '<p>', '<h1>', '<h2>', '</h2>', '<li>', '<table><tr><td>']

/** Pieces that mean something to Slidev, Vue, Markdown, YAML, HTML or a shell, and must not. */
const HOSTILE = ['{{ 1 + 1 }}', '{{', '}}', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b>', '</div>', '<v-click>', '<style>', '</template>', '<!--', '-->', '--!>', '---', '\n---\n', '\n---\nlayout: none\nsrc: /etc/passwd\n---\n', '::right::', '\n::default::\n', '[click]', '[click:3]', '$$x$$', '$', '`a`', '```\n', '```mermaid\n', '~~~\n', ':smile:', ':::', '&lt;', '&#123;', '&nbsp;', '[a](javascript:alert(1))', '<javascript:x>', '![](http://example.com/x.png)', 'https://example.com/?a=b&c', 'www.example.com', 'a@example.com', '*', '_', '**', '\\', '|', '<<< @/etc/passwd', '<<<', 'title: x', 'key: [', '- {a', '%{', '@', '@click="x"', 'v-html="x"', '#id', '.class', '{.class}', '^[note]', '==', '~~', '++', '^x^', '{', '}', '%', '%s', '$(id)', '`id`', '..\\..', '\u202E', '\u2066', '\u200B', '\u200D', '\uFEFF', '\u00AD', '\u2028', '\u2029', '\uFFFD', '\uFFFC', '\u0301', '😀', '👨‍👩‍👧', '🇨🇳', '𠮷', '\u{E000}', '\u{10FFFD}', 'A\u030A', '가', 'مرحبا', 'สวัสดี', '\u001B[31m', '\u0085', '\u00A0']

/** Whatever parts paragraphs and lines somewhere. */
const SEPARATORS = [' ', '\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\r', '\t', '\v', '\f', '　', '　　', '\n　　', '\n    ', ' \n', '\\\n', '<br>', '\n***\n', '\n* * *\n', '\n===\n', '\u2028', '\u2029', '\u0085']

const hanzi = fc.array(fc.integer({ min: 0x4E00, max: 0x9FFF }), { maxLength: 30 })
  .map(codes => String.fromCodePoint(...codes))
const piece = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...FRIENDLY) },
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 4, arbitrary: fc.constantFrom(...SEPARATORS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }, // any code point
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: hanzi },
)

/** Articles of up to so many characters. */
export function articles(maxLength: number): fc.Arbitrary<string> {
  const mixed = fc.array(piece, { maxLength: Math.ceil(maxLength / 6), size: 'max' }).map(pieces => pieces.join(''))
  const any = fc.string({ unit: 'binary', maxLength, size: 'max' })
  // The same few pieces again and again: lists, runs of headings, tables, nests.
  const repeated = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 40 })).map(([pieces, times]) => pieces.join('').repeat(times))
  return fc.oneof({ weight: 8, arbitrary: mixed }, { weight: 1, arbitrary: any }, { weight: 2, arbitrary: repeated })
    .map(text => Array.from(text).slice(0, maxLength).join(''))
}

/** Articles are no longer than this, in characters. */
const LONGEST = 2_000

/** Everything that may be asked of decks. */
const options: fc.Arbitrary<Partial<DeckOptions>> = fc.record({
  density: fc.constantFrom(...DENSITIES),
  ratio: fc.constantFrom(...RATIOS),
  clicks: fc.boolean(),
  questions: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 300 }),
}, { requiredKeys: [] })

/** Rules that refuse an article; all others are said beside its decks. */
const REFUSALS = ['encoding', 'no-words', 'too-deep']

/**
 * Takes an article the whole way from its bytes to decks, and holds these against promises 1, 2 and 6.
 *
 * @returns how many slides there are; none where the article is refused, as a message says
 * @throws what is no such message
 */
export function wholeWay(bytes: Uint8Array, ending: string, asked: Partial<DeckOptions>): number {
  try {
    const file = new VFile({ path: `article${ending}`, value: decode(bytes).text })
    return verifyDecks(file, asked).reduce((sum, slides) => sum + slides.length, 0)
  }
  catch (error) {
    if (error instanceof VFileMessage && REFUSALS.includes(error.ruleId ?? '') && /\S: \S/.test(error.reason))
      return 0
    throw error
  }
}

/**
 * Tries random articles of one format, up to 2,000 characters long.
 *
 * @throws where one of them breaks a promise: the message has the shortest such article, and the seed that makes it
 * again
 */
export function tryArticles(ending: string, count: number): void {
  const numRuns = runs(count)
  let made = 0
  fc.assert(fc.property(articles(LONGEST), options, (text, asked) => {
    made += wholeWay(Buffer.from(text), ending, asked) > 0 ? 1 : 0
  }), { numRuns })
  // Most of them have decks: what is refused proves little. Four of five; of a draw of few, three standard deviations
  // less.
  const isWhole = numRuns >= count
  expect(made).toBeGreaterThan(numRuns * 0.8 - (isWhole ? 0 : 3 * Math.sqrt(numRuns * 0.8 * 0.2)))
}
