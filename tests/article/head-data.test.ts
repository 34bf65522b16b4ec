import { describe, expect, it } from 'vitest'
import { readFrontmatter } from '../../scripts/article/frontmatter.ts'
import { headDataOf } from '../../scripts/article/head-data.ts'
import { readToml } from '../../scripts/article/toml.ts'
import { settingsOf } from '../../scripts/deck/settings.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const BODY = '## 缘起\n\n图书室设在老渡口，原先只有两张条凳。\n\n## 变化\n\n三年过去，书架添到六排。\n'

describe('data at an article\'s head', () => {
  it.each<[string, string, string, string[]]>([
    ['TOML', '+++\ntitle = "河边的图书室"\ndate = 2024-03-09\nauthor = "林砚秋"\ntags = ["a", "b"]\ndraft = false\n+++\n', '河边的图书室', ['林砚秋', '2024-03-09']],
    ['keys without marks', 'Title: 河边的图书室\nAuthor: 林砚秋\nDraft: no\n\n', '河边的图书室', ['林砚秋']],
    ['keys without marks, one of them twice', 'Title: 河边的图书室\nAuthor: 林砚秋\nAuthor: 周渡\n\n', '河边的图书室', ['林砚秋、周渡']],
    ['TOML with lists over lines, tables and comments', '+++\n# 说明\ntitle = \'河边的"图书室"\' # 题\nauthors = [\n  "林砚秋", # 甲\n  "周渡",\n]\n[params]\ntitle = "别的"\n+++\n', '河边的"图书室"', ['林砚秋、周渡']],
    ['TOML in CRLF', '+++\r\ntitle = "河边的图书室"\r\nauthor = "林砚秋"\r\n+++\r\n\r\n', '河边的图书室', ['林砚秋']],
    ['TOML with long strings', '+++\ntitle = """河边的\\\n   图书室"""\nauthor = \'\'\'林砚秋\'\'\'\n+++\n', '河边的图书室', ['林砚秋']],
    ['JSON', '{\n  "title": "河边的图书室",\n  "author": "林砚秋"\n}\n\n', '河边的图书室', ['林砚秋']],
    ['JSON on a line, with objects in it', '{"title": "河边的图书室", "params": {"x": {"y": 1}}, "author": ["林砚秋", "周渡"]}\n\n', '河边的图书室', ['林砚秋、周渡']],
    ['YAML with colons in its values', '---\ntitle: 河边: 三年: 记\nauthor:\n  - 林砚秋\n  - 周渡\n---\n', '河边: 三年: 记', ['林砚秋、周渡']],
    ['YAML with colons, in CRLF', '---\r\ntitle: 河边: 三年\r\nauthor: 林砚秋\r\n---\r\n\r\n', '河边: 三年', ['林砚秋']],
    ['YAML with other signs that need quotation marks', '---\ntitle: "渡口"与灯: 二\nauthor: @林砚秋\n---\n', '"渡口"与灯: 二', ['@林砚秋']],
    ['YAML with a bracket first', '---\ntitle: [修订] 河边的图书室\nauthors: [林砚秋, 周渡]\n---\n', '[修订] 河边的图书室', ['林砚秋、周渡']],
    ['YAML with a time of day', '---\ntitle: 河边的图书室\ndate: 2024-03-09 08:00:00 +0800\n---\n', '河边的图书室', ['2024-03-09']],
    ['YAML that dots end', '---\ntitle: 河边的图书室\nauthor: 林砚秋\n...\n', '河边的图书室', ['林砚秋']],
  ])('is read, and is no text: %s', (_, head, title, byline) => {
    const file = article(head + BODY, '.md')
    const outline = outlineOf(file)
    expect([outline.title.value, outline.byline.map(({ value }) => value), outline.lead, outline.parts.map(({ title }) => title.value)]).toEqual([title, byline, [], ['缘起', '变化']])
    // Keys that mean nothing to Lectern are said, each with its place.
    expect(file.messages.filter(({ reason }) => !/^Left out .* the frontmatter's `(?:tags|draft|params)`/s.test(reason))).toEqual([])
  })

  it.each<[string, string, string[]]>([
    ['a motto between two lines', '---\n这是一段题记，不是设置。\n---\n\n', ['这是一段题记，不是设置。']],
    ['paragraphs between two lines', '---\n\n夜里的灯亮着。\n\n船在河边。\n\n---\n\n', ['夜里的灯亮着。', '船在河边。']],
    ['a warning between two lines', '---\n注意: 这一段不是设置。\n---\n\n', ['注意: 这一段不是设置。']],
    ['a list between two lines', '---\n- 灯在桥头\n- 船在河边\n---\n\n', ['灯在桥头', '船在河边']],
    ['words in a brace', '{按}这一篇是旧稿，写在九十年代。\n\n', ['{按}这一篇是旧稿，写在九十年代。']],
    ['a brace without its other', '{"title": 这一篇是旧稿\n\n', ['{"title": 这一篇是旧稿']],
    ['plus signs that hold no TOML', '+++\n夜里的灯亮着，船在河边。\n+++\n\n', ['+++夜里的灯亮着，船在河边。+++']],
  ])('is text where it is none: %s', (_, head, lead) => {
    const file = article(`${head}${BODY}`, '.md')
    const { lead: found, title, parts } = outlineOf(file)
    expect([...found.map(({ text }) => text), parts.map(({ title }) => title.value)]).toEqual([...lead, ['缘起', '变化']].slice(found[0]?.text === lead[0] ? 0 : 1))
    expect(found.length > 0 || lead[0]!.startsWith(title.value)).toBe(true)
    expect(file.messages).toEqual([])
  })

  it.each([
    ['TOML', '+++\ntitle = "渡口"\ntheme = "hexo"\n+++\n\n## 船\n\n船在岸边。\n', 3],
    ['JSON', '{\n  "title": "渡口",\n  "theme": "hexo"\n}\n\n## 船\n\n船在岸边。\n', 3],
  ])('has the place of a theme that is none of ours, and the decks have the default: %s', (_, text, line) => {
    const file = article(text, '.md')
    expect(settingsOf(file)).toEqual({})
    expect(file.messages).toMatchObject([{ ruleId: 'frontmatter', line, fatal: false }])
  })
})

describe('tOML', () => {
  it.each<[string, object | undefined]>([
    ['', {}],
    ['a = "x\\ty\\u0041\\U0001F600"', { a: 'x\tyA😀' }],
    ['"a b" = \'c\\d\'', { 'a b': 'c\\d' }],
    ['a = 1979-05-27 07:32:00\nb = -1.5e3\nc = true\nd = 1979-05-27', { a: '1979-05-27T07:32:00.000', b: -1500, c: true, d: '1979-05-27' }],
    ['a = { b = 1 }\nc = [[1, 2], ["x"]]', { a: { b: 1 }, c: [[1, 2], ['x']] }],
    ['[[a]]\nb = 1\n[c.d]\ne = 1979-05-27', { a: [{ b: 1 }], c: { d: { e: '1979-05-27' } } }],
    ['a = "x', undefined],
    ['a = [1', undefined],
    ['a = [1 2]', undefined],
    ['a =', undefined],
    ['a = 1 b = 2', undefined],
    ['words', undefined],
  ])('is read: %j', (text, data) => {
    expect(readToml(text)).toEqual(data)
  })
})

it('reads `authors` as `author`, which counts more', () => {
  expect([readFrontmatter('authors: [A, B]'), readFrontmatter('authors: A\nauthor: B')]).toEqual([{ author: 'A, B' }, { author: 'B' }])
})

it('finds no end of a brace in a book of braces', () => {
  expect(headDataOf(`{"a": 1,\n${'}\n'.repeat(10_000)}`)).toBeUndefined()
})
