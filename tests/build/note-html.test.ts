import { describe, expect, it } from 'vitest'
import { cssString, phrasedHtml } from '../../scripts/build/html-text.ts'
import { noteHtml } from '../../scripts/build/note-html.ts'
import { noteText } from '../../scripts/build/note-text.ts'

describe('a note as HTML', () => {
  it.each([
    ['paragraphs', '一。\n\n二。', '<p>一。</p>\n<p>二。</p>'],
    ['nothing', '', ''],
    ['click marks are no words', '一。[click] 二。[click:3]', '<p>一。 二。</p>'],
    ['what only looks like one is', '&#91;click]', '<p>[click]</p>'],
    ['strong next to Chinese', '**要点。**然后', '<p><strong>要点。</strong>然后</p>'],
    ['tags are left out, what is escaped is text', '<b onclick="x">甲</b> \\<script>', '<p>甲 &#x3C;script></p>'],
    ['formulas, sign by sign', '面积$a*b*c$，价钱\\$5', '<p>面积<code class="language-math">a*b*c</code>，价钱$5</p>'],
    ['a formula alone', '$$\n\\frac{a}{b}\n$$', '<pre><code class="language-math">\\frac{a}{b}</code></pre>'],
    ['spans that a person has written', '走3~5公里，10~20分钟，门票从 $5 涨到 $10。', '<p>走3~5公里，10~20分钟，门票从 $5 涨到 $10。</p>'],
    ['no link that runs', '[甲](javascript:alert(1))', '<p><a>甲</a></p>'],
  ])('%s', (_, note, html) => {
    expect(noteHtml(note)).toBe(html)
  })
})

it('writes text as a CSS string that ends neither itself nor its element', () => {
  expect(cssString('“a"b\\c</style>\n”')).toBe('"“a\\22 b\\5c c\\3c /style>\\a ”"')
})

it('lets lines break between phrases, and nothing else', () => {
  expect(phrasedHtml('保持<血肉>联系')).toContain('&lt;')
  expect(phrasedHtml('把全心全意为人民服务的根本宗旨落实到行动上').replaceAll('<wbr>', '')).toBe('把全心全意为人民服务的根本宗旨落实到行动上')
})

it('gives a note as text, a line for each block', () => {
  expect(noteText('面积$a*b*c$，走3~5公里到10~20公里。\n\n$$\nx^2\n$$\n\n[click]完。')).toBe('面积a*b*c，走3~5公里到10~20公里。\nx^2\n完。')
})
