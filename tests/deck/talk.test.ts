import type { DeckOptions } from '../../scripts/deck/types.ts'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { generate, OptionError } from '../../scripts/index.ts'
import { readDeck } from '../../scripts/slidev/read.ts'
import { article } from '../support/articles.ts'
import { generatedFrom, wordsOf } from '../support/words.ts'

const BODY = '一、船\n\n船是木头做的，用了三十年，还没有坏。\n\n二、人\n\n摆渡的人姓李，大家都叫他老李，他也应。\n'
const TEXT = `水边的渡口\n\n主讲人：张三\n\n时间：2024年3月1日\n\n${BODY}`

/** Each deck's first slide: its frontmatter and its paragraphs. */
async function coversOf(text: string, options: Partial<DeckOptions> = {}, path = 'a.txt'): Promise<{ head: Record<string, unknown>, lines: string[], messages: string[] }[]> {
  const { decks, messages } = await generate({ path, value: text }, options)
  return decks.map(({ markdown }) => {
    const [{ frontmatter, body }] = readDeck(markdown) as [ReturnType<typeof readDeck>[number]]
    return { head: parse(frontmatter) as Record<string, unknown>, lines: body.split('\n\n').map(line => line.trim()).filter(line => line !== ''), messages: messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) }
  })
}

describe('whose talk it is', () => {
  it('stands below the title on every cover, as the article has it, and heads every deck', async () => {
    const covers = await coversOf(TEXT)
    expect(covers.map(({ lines }) => lines)).toEqual([
      ['# 水边的渡口', '主讲人：张三', '时间：2024年3月1日', '**第一部分 · 共两部分**', '船'],
      ['第二部分 · 共两部分', '# 人', '水边的渡口', '主讲人：张三', '时间：2024年3月1日'],
    ])
    expect(covers.map(({ head }) => head.author)).toEqual(['张三', '张三'])
    expect((await coversOf(TEXT, { decks: 'one' }))[0]!.lines).toContain('主讲人：张三')
  })

  it('is beside a part whose title the author made bold: no line but our own label is', async () => {
    const text = '# 渡口\n\n## **船**\n\n船是木头做的，用了三十年。\n\n## 人\n\n摆渡的人姓李。\n'
    const covers = await coversOf(text, {}, 'a.md')
    expect(covers[0]!.lines).toEqual(['# 渡口', '**第一部分 · 共两部分**', '船'])
  })

  it('is what a person asks for first, and what the article says otherwise is told', async () => {
    const [cover] = await coversOf(TEXT, { speaker: '李四', organization: '江州市委党校', logo: 'images/logo.png' })
    expect(cover!.lines.slice(1, 3)).toEqual(['李四　江州市委党校', '时间：2024年3月1日'])
    expect(cover!.head).toMatchObject({ author: '李四', logo: 'images/logo.png' })
    expect(cover!.messages).toEqual([expect.stringMatching(/^talk: Left out “主讲人：张三” below the title, since --speaker says “李四”/)])
    expect((await coversOf(TEXT, { speaker: '张三' }))[0]!.messages).toEqual([])
  })

  it('has the frontmatter\'s date once, and another in its place', async () => {
    const text = `---\ntitle: 渡口\nauthor: 王五\ndate: 2024-05-06\n---\n\n## 船\n\n船是木头做的，用了三十年。\n\n## 人\n\n摆渡的人姓李。\n`
    const covers = await coversOf(text, {}, 'a.md')
    expect(covers.map(({ lines }) => lines.filter(line => line.includes('2024')).length)).toEqual([1, 1])
    expect(covers[0]!.head.author).toBe('王五　2024-05-06')
    const asked = await coversOf(text, { date: '2025年1月2日' }, 'a.md')
    expect(asked.map(({ lines }) => lines.filter(line => /202\d/.test(line)))).toEqual([['2025年1月2日'], ['2025年1月2日']])
    expect(asked[0]!.head.author).toBe('王五')
  })

  it('is words, whatever they hold', async () => {
    const speaker = '# <b>{{ x }}</b> --- "[a](b)" *c* $d$'
    const [cover] = await coversOf(`---\ntitle: 渡口\nspeaker: '${speaker}'\n---\n\n## 船\n\n船是木头做的。\n`, {}, 'a.md')
    expect(cover!.head).toMatchObject({ author: speaker, layout: 'cover' })
    expect(cover!.lines.at(-1)).toMatch(/^\\# \\<b>\{<!-- -->\{ x \}\}\\<\/b> --- "\\\[a\]\\\(b\)" \\\*c\\\* \\\$d\\\$$/)
  })

  it.each<[string, Partial<DeckOptions>]>([
    ['a speaker of two lines', { speaker: '张三\n李四' }],
    ['no words', { organization: '——' }],
    ['a control character', { date: '\u001B[31m2024' }],
    ['a long line', { speaker: '张'.repeat(31) }],
    ['a logo without a path', { logo: ' ' }],
  ])('is refused where it cannot be shown: %s', async (_, options) => {
    await expect(generate({ path: 'a.txt', value: TEXT }, options)).rejects.toThrow(OptionError)
  })

  it.each(['.txt', '.md'] as const)('is no fault of words on covers, and another\'s is: %s', (ending) => {
    const asked = { speaker: '李四', organization: '江州市委党校', date: '2025年1月2日' }
    const made = generatedFrom(article(ending === '.md' ? `# 水边的渡口\n\n主讲人：张三\n\n${BODY.replace(/[一二]、/g, '## ')}` : TEXT, ending), asked)
    expect(wordsOf({ ...made, talk: asked }, made.decks).messages).toEqual([])
    expect(wordsOf(made, made.decks).messages.map(({ ruleId }) => ruleId)).toContain('verbatim')
  })
})
