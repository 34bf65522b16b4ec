import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS, planDecks } from '../../scripts/deck/plan.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article, sample } from '../support/articles.ts'
import { squeeze } from '../support/promises.ts'

describe('places', () => {
  it.each([
    ['the sample', sample()],
    ['soft line breaks', article('标题\n\n第一句话在这里，\n它跨了两行。第二句\n也跨行。\n\n第二段。')],
    ['Markdown with markup', article('# 标题\n\n## 部分\n\n**强调**的词，`代码`和[链接](http://a.b)。第二句 &amp; 转义 \\* 号。\n', '.md')],
  ])('go from the article to every slide: %s', (_, file) => {
    const text = String(file)
    const { decks } = planDecks(DEFAULT_OPTIONS)(outlineOf(file))
    for (const slide of decks.flatMap(deck => deck.slides)) {
      for (const sentence of slide.note.flat()) {
        const { start, end } = sentence.position!
        const lines = text.slice(0, start.offset).split(/\r?\n/)
        expect(start.line).toBe(lines.length)
        expect(start.column).toBe(lines.at(-1)!.length + 1)
        const words = squeeze(text.slice(start.offset, end.offset))
        // Markup may stand inside the place; the sentence's first and last characters are at its ends.
        expect(words[0]).toBe(squeeze(sentence.value)[0])
        expect(words.at(-1)).toBe(squeeze(sentence.value).at(-1))
      }
      if (slide.note.length > 0)
        expect(slide.position).toBeDefined()
    }
  })
})
