import type { Outline } from '../../scripts/outline/types.ts'
import { describe, expect, it } from 'vitest'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

describe('frontmatter that is none', () => {
  it.each<[string, string, string[]]>([
    ['a quotation mark without its other', '---\ntitle: "渡口\nauthor: 李\n---\n\n船在岸边。\n', ['3:10 frontmatter']],
    ['a tab', '---\ntitle: 渡口\n\tx: 1\n---\n\n船在岸边。\n', ['3:1 frontmatter']],
    ['words, which are text', '---\n只是一行字\n---\n\n船在岸边。\n', []],
    ['no end', '---\ntitle: 渡口\n\n船在岸边。\n', ['1:1 frontmatter']],
  ])('costs no word of the text, and is told where it goes wrong: %s', (_, text, told) => {
    const file = article(text, '.md')
    const { parts } = outlineOf(file)
    expect(parts.flatMap(({ lead }) => lead.map(({ text }) => text))).toContain('船在岸边。')
    expect(file.messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)).toEqual(told)
  })
})

it('has the lines of a subtitle and of authors, which `import` writes', () => {
  const lines = (outline: Outline): string[][] => [outline.subtitle, outline.byline].map(texts => texts.map(({ value }) => value))
  const text = '渡口的灯\n\n——在水边的一次谈话\n\n——写给摆渡的人\n\n（老李）\n\n（江州摆渡站）\n\n船在岸边，人在船上，灯在桥头。\n'
  const wanted = [['在水边的一次谈话', '写给摆渡的人'], ['老李', '江州摆渡站']]
  expect(lines(outlineOf(article(text)))).toEqual(wanted)
  expect(lines(outlineOf(article(markdownOf(article(text)), '.md')))).toEqual(wanted)
})
