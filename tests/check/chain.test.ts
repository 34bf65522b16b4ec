import type { Block } from '../../scripts/check/words/model.ts'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { ArticleText } from '../../scripts/check/words/article-text.ts'
import { findChain } from '../../scripts/check/words/chain.ts'
import { outlineOf } from '../../scripts/pipeline.ts'

/** Whether items stand in a sentence as a list's do, one after the other. */
function standsIn(sentence: string, items: string[]): boolean {
  const article = new ArticleText(outlineOf(new VFile({ path: 'a.md', value: `# Lamps\n\n## Ropes\n\n${sentence}\n` })))
  const blocks = items.map((text): Block => ({ kind: 'item', text, strong: false, line: 1, column: 1 }))
  return findChain(blocks, article, 0, article.body.length) !== undefined
}

it.each<[sentence: string, ...items: string[]]>([
  ['The ferry carries bread or mail.', 'The ferry carries bread', 'mail'],
  ['The ferry carries bread, rope and mail.', 'The ferry carries bread', 'rope', 'mail'],
  ['渡船运米和面。', '渡船运米', '面'],
  ['The county lost 612 bridges and 40 ferries.', 'The county lost 612 bridges', 'and 40 ferries'],
])('is a list: %s', (sentence, ...items) => expect(standsIn(sentence, items)).toBe(true))

it.each<[sentence: string, ...items: string[]]>([
  ['The mayor did not order the bridge.', 'The mayor did not', 'der the bridge'],
  ['The mayor did not order the bridge.', 'The mayor did not', 'order the bridge'],
  ['They sailed past the andesite cliffs.', 'They sailed past the', 'esite cliffs'],
  ['The ferry carries bread and mail.', 'The ferry carries bread', 'and mail'],
  ['The ferry carries 20 sacks and mail.', 'The ferry carries 20 sacks', 'and mail'],
])('is none: %s', (sentence, ...items) => expect(standsIn(sentence, items)).toBe(false))
