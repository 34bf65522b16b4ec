import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { markdown } from '../../scripts/article/markdown.ts'

const parse = (text: string): unknown => unified().use(markdown as never).parse(new VFile({ path: 'article.md', value: text }))
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)

describe('headings by their underlines', () => {
  it.each([
    'a\n---\nb\n===\n\nc\nd\n  --  \n\ne',
    '[a]: b\nc\n---\n\n[a]',
    '[a]: b\n---\nc',
    '> a\n> ---\n> b\n---\n',
    '> a\n---\n> b\n===',
    '- a\n  ===\n- b\n---\n',
    'a\n\n---\n---\nb\n = =\n',
    '---\ntitle: x\n---\na\n---\n\n***\n',
    '    a\n---\n```\nb\n---\n```\n<p>\nc\n---\n</p>\n\n| a |\n| - |\n| b |\n---\n',
  ])('are those of remark: %j', (text) => {
    expect(parse(text)).toEqual(remark.parse(text))
  })
})

describe('emphasis next to Chinese', () => {
  it.each([
    ['他说**“船来了。”**于是走了。', '“船来了。”'],
    ['**注意：**船来了。', '注意：'],
    ['船*（人）*来了。', '（人）'],
  ])('begins and ends with marks: %s', (text, words) => {
    const strong = expect.objectContaining({ children: [expect.objectContaining({ value: words })] })
    expect(parse(text)).toMatchObject({ children: [{ children: expect.arrayContaining([strong]) }] })
  })
})

describe('blocks inside blocks', () => {
  it.each([
    ['quotations', '>'.repeat(500), 1],
    ['lists', '- '.repeat(500), 1],
    ['numbered lists', '1. 2) '.repeat(250), 1],
    ['a mixture, after other lines', `船\n\n${'  >* '.repeat(250)}`, 3],
    ['a million', '> '.repeat(1_000_000), 1],
    ['lists, line by line', `船\n\n${Array.from({ length: 800 }, (_, depth) => `${'  '.repeat(depth)}- 甲\n`).join('')}`, 203],
    ['numbered lists in quotations, line by line', Array.from({ length: 300 }, (_, depth) => `> ${'   '.repeat(depth)}1. 甲\n`).join(''), 201],
  ])('are refused where they are hundreds deep, with their place: %s', (_, text, line) => {
    expect(() => parse(`${text} 渡口`)).toThrow(expect.objectContaining({ ruleId: 'too-deep', line, column: 1 }))
  })

  it.each([
    ['a few', `${'>'.repeat(99)} 渡口`],
    ['a thematic break of any length', `a\n\n${'- '.repeat(5_000)}\n\n${'*'.repeat(5_000)}\n\nb`],
    ['marks within a line', `a ${'>'.repeat(5_000)}`],
  ])('are read where they are not: %s', (_, text) => {
    expect(parse(text)).toEqual(remark.parse(text))
  })
})
