import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

describe('frontmatter that is none', () => {
  it.each<[string, string, string[]]>([
    ['a quotation mark without its other', '---\ntitle: "渡口\nauthor: 李\n---\n\n船在岸边。\n', ['3:10 frontmatter']],
    ['a tab', '---\ntitle: 渡口\n\tx: 1\n---\n\n船在岸边。\n', ['3:1 frontmatter']],
    ['words', '---\n只是一行字\n---\n\n船在岸边。\n', []],
    ['no end', '---\ntitle: 渡口\n\n船在岸边。\n', ['1:1 frontmatter']],
  ])('costs no word of the text, and is told where it goes wrong: %s', (_, text, told) => {
    const file = article(text, '.md')
    const { parts } = outlineOf(file)
    expect(parts.flatMap(({ lead }) => lead.map(({ text }) => text))).toContain('船在岸边。')
    expect(file.messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)).toEqual(told)
  })
})
