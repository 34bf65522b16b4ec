import { describe, expect, it } from 'vitest'
import { withoutInvisible } from '../../scripts/article/invisible.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { verifyDecks } from '../support/verify.ts'

describe('characters that show nothing', () => {
  it.each([
    ['bidirectional controls', '写\u202E反\u202C了，\u2066隔\u2069离\u200F着', '写反了，隔离着'],
    ['zero-width spaces, joiners and marks', '字\u200B字\u2060字\uFEFF字\u200D字\u200C字', '字字字字字字'],
    ['soft hyphens', 'ferry\u00ADman', 'ferryman'],
    ['control characters of a terminal', '\u001B[31m红', '[31m红'],
    ['joiners of emoji stay', '👨\u200D👩\u200D👧 与 🏳\uFE0F\u200D🌈', '👨\u200D👩\u200D👧 与 🏳\uFE0F\u200D🌈'],
    ['joiners between letters that take them stay', 'می\u200Cخواهم क\u094D\u200Dष', 'می\u200Cخواهم क\u094D\u200Dष'],
    ['variation selectors stay', '葛\u{E0100}飾 ☺\uFE0F', '葛\u{E0100}飾 ☺\uFE0F'],
    ['what parts words becomes a space', '一\v二\f三\u0085四', '一 二 三 四'],
    ['tabs and line ends stay', '一\t二\n三\r\n四\u2028五', '一\t二\n三\r\n四\u2028五'],
  ])('%s', (_, text, left) => {
    expect(withoutInvisible(text)).toBe(left)
  })

  it('are counted in one message, at the first, in titles and descriptions of pictures too', () => {
    const file = article('# 渡\u200B口\n\n## 船\n\n船\u202E在河边。![小\u202E船](a.png)\n', '.md')
    expect(outlineOf(file).title.value).toBe('渡口')
    expect(file.messages.map(({ ruleId, line, reason }) => [ruleId, line, /: (.*?)\./.exec(reason)?.[1]])).toEqual([['invisible', 1, 'U+200B, U+202E (2 times)']])
  })

  it('move no place: what follows them is found where it stands', () => {
    const outline = outlineOf(article('题目\n\n一、船\n\n\u200B\u200B\u200B\u200B\u200B船在河\u202E边。人在岸上。\n\n二、人\n\n人都走了。\n'))
    const [passage] = outline.parts[0]!.lead
    expect(passage!.text).toBe('船在河边。人在岸上。')
    expect(passage!.slice(5, 6)).toMatchObject({ value: '人', position: { start: { line: 5, column: 12 } } })
  })

  it('before a speaker leave no sign on the slide', () => {
    const [slides] = verifyDecks(article('\v他说：“3.5%', '.md'))
    expect(slides!.map(({ content }) => content).join('\n')).not.toMatch(/&#x|\uFFFD/)
  })
})
