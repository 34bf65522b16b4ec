import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { describe, expect, it } from 'vitest'
import { article as articleOf } from '../support/articles.ts'
import { generatedFrom, wordsOf } from '../support/words.ts'

const FERRY = '摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船。过河的人先在岸边喊一声，老李听见了就把船撑过来。船钱是两个鸡蛋，没有也让上船；风雨天也是一样，从来不等人多。'
const GOODS = '渡口边上的小店里从前卖的是鸡蛋、豆腐、米酒、草鞋和针线。'
const TOLD = '最终都要看灯是否真的点亮了河面，船是否真的点亮了人心，路是否真的点亮了山村。'
const PAIRS = '他从不计较多和少、早和晚、熟和生的分别。'
const FALLEN = '每年过河的人由9万人降到5万人。'
const WORDS = '老李说：“人比船要紧，船坏了可以再造一条新的，人没有了就什么都没有了。”'
const ARTICLE = `# 渡口

## 船

${FERRY}

### 货物

${GOODS}${TOLD}

### 人数

从前每天有300人在这里过河。${PAIRS}${FALLEN}

## 话

### 老李的话

${WORDS}

### 表

| 年 | 人 |
| --- | --- |
| 从前 | 几百个 |
| 现在 | 没有人 |

![渡口的船](data:image/png;base64,iVBORw0KGgo=)
`

interface Written { layout: string, kicker?: string, body: string, note?: string }

/** Decks as `generate` writes them, by hand: whatever it would choose of this article, they have every form. */
function deckOf(name: string, slides: Written[]): DeckFile {
  const markdown = slides.map(({ layout, kicker, body, note }, index) =>
    `---\nlayout: ${layout}\nid: s${name.slice(0, 2)}${index}\n${kicker ? `kicker: ${kicker}\n` : ''}---\n\n${body}\n${note ? `\n<!--\n${note}\n-->\n` : ''}`).join('\n')
  return { name, markdown }
}

const DECKS = [
  deckOf('01.md', [
    { layout: 'cover', body: '第一部分 · 共两部分\n\n# 渡口\n\n船' },
    { layout: 'section', kicker: '第一部分 · 共两部分', body: '# 船\n\n1. 货物\n2. 人数' },
    { layout: 'points', kicker: '一 船', body: '# 从来不等人多\n\n- 摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船\n- 过河的人先在岸边喊一声，老李听见了就把船撑过来\n- 船钱是两个鸡蛋，没有也让上船', note: FERRY },
    { layout: 'enumeration', kicker: '一 · 1 船', body: '# 货物\n\n渡口边上的小店里从前卖的是\n\n- 鸡蛋\n- 豆腐\n- 米酒\n- 草鞋\n- 针线', note: GOODS },
    { layout: 'parallel', kicker: '一 · 1 货物', body: '# 货物\n\n最终都要看\n\n- 灯是否真的点亮了**河面**\n- 船是否真的点亮了**人心**\n- 路是否真的点亮了**山村**', note: TOLD },
    { layout: 'figure', kicker: '一 · 2 船', body: '# 人数\n\n从前每天有300人在这里过河\n\n**300人**', note: '从前每天有300人在这里过河。' },
    { layout: 'pairs', kicker: '一 · 2 人数', body: '# 人数\n\n他从不计较\n\n- **多**和**少**\n- **早**和**晚**\n- **熟**和**生**\n\n的分别', note: PAIRS },
    { layout: 'bars', kicker: '一 · 2 人数', body: '# 人数\n\n每年过河的人\n\n- 由**9万人**\n- 降到**5万人**', note: FALLEN },
    { layout: 'questions', body: '# 学习思考\n\n1. 结合实际，谈谈对“货物”的理解。\n2. “人数”对我们的工作提出了什么要求？' },
  ]),
  deckOf('02.md', [
    { layout: 'section', kicker: '第二部分 · 共两部分', body: '- 船\n\n# 话\n\n1. 老李的话\n2. 表' },
    { layout: 'quote', kicker: '二 · 1 老李的话', body: '# 人比船要紧\n\n老李说\n\n> 船坏了可以再造一条新的，人没有了就什么都没有了', note: WORDS },
    { layout: 'table', kicker: '二 · 2 话', body: '# 表\n\n| 年  | 人     |\n| --- | ------ |\n| 从前 | 几百个 |\n| 现在 | 没有人 |', note: '年 人\n\n从前 几百个\n\n现在 没有人' },
    { layout: 'image', kicker: '二 · 2 话', body: '# 表\n\n![渡口的船](data:image/png;base64,iVBORw0KGgo=)\n\n渡口的船', note: '渡口的船' },
  ]),
]
const article = { ...generatedFrom(articleOf(ARTICLE, '.md')), decks: DECKS }
const all = DECKS.map(({ markdown }) => markdown).join('\n')

/** The decks with one text instead of another, which must stand in one of them. */
function changed(from: string | RegExp, to: string): DeckFile[] {
  const decks = article.decks.map(deck => ({ ...deck, markdown: deck.markdown.replace(from, () => to) }))
  expect(decks, `${from} stands in the decks`).not.toEqual(article.decks)
  return decks
}
const rulesOf = (kept: DeckFile[]): string[] => wordsOf(article, kept).messages.map(({ ruleId }) => ruleId)

describe('what is wrong with words', () => {
  it('begins with decks that have every form', () => {
    expect(Array.from(all.matchAll(/^layout: (.*)$/gm), match => match[1]!)).toEqual(['cover', 'section', 'points', 'enumeration', 'parallel', 'figure', 'pairs', 'bars', 'questions', 'section', 'quote', 'table', 'image'])
    expect(rulesOf(article.decks)).toEqual([])
  })

  it.each<[what: string, from: string | RegExp, to: string, rules: string[]]>([
    ['a sentence of our own', '- 船钱是两个鸡蛋，没有也让上船', '- 我们自己的一句话', ['verbatim']],
    ['half a clause', '- 船钱是两个鸡蛋，没有也让上船', '- 船钱是两个', ['clause']],
    ['two bullets the other way round', /- (摆渡的人.*)\n- (过河的人.*)\n/, '- 过河的人先在岸边喊一声，老李听见了就把船撑过来\n- 摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船\n', ['order']],
    ['a bullet twice', '- 船钱是两个鸡蛋，没有也让上船\n', '- 船钱是两个鸡蛋，没有也让上船\n- 船钱是两个鸡蛋，没有也让上船\n', ['twice']],
    ['a sentence that another deck shows', '- 船钱是两个鸡蛋，没有也让上船\n', '- 船钱是两个鸡蛋，没有也让上船\n- 人比船要紧，船坏了可以再造一条新的，人没有了就什么都没有了\n', ['order']],
    ['a title of our own', '# 人数', '# 我们的题目', ['verbatim']],
    ['a piece of a heading for a title', '# 货物', '# 货', ['clause']],
    ['a clause of its note for a title', '# 从来不等人多', '# 没有也让上船', []],
    ['a clause of another slide for a title', '# 人数', '# 从来不等人多', ['order']],
    ['half a clause for a title', '# 从来不等人多', '# 从来不等', ['clause']],
    ['a line of our own above a title', 'kicker: 一 · 1 货物', 'kicker: 一 · 1 我们的', ['verbatim']],
    ['no line above a title', 'kicker: 一 · 1 货物\n', '', []],
    ['a member of our own', '- 船是否真的点亮了**人心**', '- 船是否真的点亮了**人眼**', ['verbatim']],
    ['half a member', '- 船是否真的点亮了**人心**', '- 船是否真的', ['clause']],
    ['members the other way round', '- 船是否真的点亮了**人心**\n- 路是否真的点亮了**山村**', '- 路是否真的点亮了**山村**\n- 船是否真的点亮了**人心**', ['clause', 'order']],
    ['what governs the members left out', '最终都要看\n\n- 灯', '- 灯', ['clause']],
    ['half a pair', '- **早**和**晚**\n', '- **早**\n', ['clause']],
    ['pairs without what follows them', '\n\n的分别\n', '\n', ['clause']],
    ['a quotation with a word less', '> 船坏了可以再造一条新的，', '> 船坏了再造一条新的，', ['verbatim']],
    ['a quotation\'s line of another\'s', '# 人比船要紧', '# 从来不等人多', ['order']],
    ['a question about nothing', '“人数”对我们', '“别的”对我们', ['verbatim']],
    ['an item less in the middle', '- 豆腐\n', '', ['clause']],
    ['an item of our own', '- 豆腐\n', '- 豆浆\n', ['verbatim']],
    ['items the other way round', '- 豆腐\n- 米酒\n', '- 米酒\n- 豆腐\n', ['clause']],
    ['an enumeration without its end', '\n- 针线\n', '\n', ['clause']],
    ['an enumeration without its beginning', '渡口边上的小店里从前卖的是\n\n- 鸡蛋\n', '- 鸡蛋\n', ['clause']],
    ['an enumeration that begins with marks alone', '渡口边上的小店里从前卖的是\n\n- 鸡蛋\n', '——\n\n- 鸡蛋\n', ['clause']],
    ['an enumeration with nothing in it', /渡口边上的小店里从前卖的是\n[\s\S]*?- 针线\n/, '', []],
    ['one end of a change', '- 由**9万人**\n', '', ['clause']],
    ['a change without its end', '\n- 降到**5万人**', '', ['clause']],
    ['the ends of a change the other way round', '- 由**9万人**\n- 降到**5万人**', '- 降到**5万人**\n- 由**9万人**', ['clause']],
    ['a change that nobody tells of', '降到**5万人**', '升到**5万人**', ['verbatim']],
    ['a change of nothing', '每年过河的人\n\n- 由', '- 由', ['clause']],
    ['a clause torn as if it told of a change', '- 由**9万人**\n- 降到**5万人**', '- 由9万人降到5万\n- 人', ['clause', 'order']],
    ['another number', '**300人**', '**400人**', ['verbatim']],
    ['a number of another slide', '**300人**', '**四十年**', ['clause']],
    ['somebody else\'s name above a quotation', '\n老李说\n', '\n老王说\n', ['verbatim']],
    ['a name that is a clause elsewhere', '\n老李说\n', '\n从来不等人多\n', ['order']],
    ['a heading row of our own', '| 年  | 人', '| 岁  | 人', ['verbatim']],
    ['a cell of our own', '| 几百个 |', '| 几千个 |', ['verbatim']],
    ['a description of our own', '![渡口的船]', '![我们的图]', ['verbatim']],
  ])('on a slide, %s', (_, from, to, rules) => {
    expect(rulesOf(changed(from, to))).toEqual(rules)
  })

  it.each<[what: string, from: string | RegExp, to: string, rules: string[]]>([
    ['a sentence less', /(?<=<!--\n.*)过河的人.*?。/, '', ['complete']],
    ['the first sentence less', /(?<=<!--\n)摆渡的人.*?。/, '', ['complete']],
    ['another word', /(?<=<!--\n.*)四十年/, '五十年', ['complete']],
    ['a sentence of our own', /(?<=没有也让上船；)(?=风雨天)/, '我们自己的一句话。', ['added']],
    ['a sentence moved within its note', FERRY, FERRY.replace(/^(.*?。)(.*?。)/, '$2$1'), ['order']],
    ['a sentence moved to another note', /(?<=<!--\n)从前每天有300人在这里过河。/, '从前每天有300人在这里过河。过河的人先在岸边喊一声，', ['twice']],
    ['a sentence said again', /(?<=从来不等人多。)(?=\n-->)/, '从来不等人多。', ['twice']],
    ['a sentence of our own on a line below', /(?<=从来不等人多。)(?=\n-->)/, '\n我们自己的一句话。', ['added']],
    ['nothing at all', /(?<=<!--\n)从前每天有300人在这里过河。\n/, '', ['complete']],
  ])('in a note, %s', (_, from, to, rules) => {
    expect(rulesOf(changed(from, to))).toEqual(rules)
  })

  it('counts a sentence that is in no note as missing', () => {
    const { coverage } = wordsOf(article, changed(/(?<=<!--\n.*)过河的人.*?。/, ''))
    expect(coverage).toMatchObject({ covered: coverage.sentences - 1, removedByHand: 0 })
  })

  it('names the place in the article, and in the deck', () => {
    const [message] = wordsOf(article, changed('- 船钱是两个鸡蛋，没有也让上船', '- 船钱是两个')).messages
    const deck = changed('- 船钱是两个鸡蛋，没有也让上船', '- 船钱是两个')[0]!.markdown.split('\n')
    expect(deck[message!.line - 1]!.slice(message!.column - 1)).toBe('船钱是两个')
    const [, line, column] = /article\.md:(\d+):(\d+)\)/.exec(message!.reason)!
    expect(ARTICLE.split('\n')[Number(line) - 1]!.slice(Number(column) - 1)).toMatch(/^船钱是两个鸡蛋/)
  })

  it('says that a sentence is missing whose slide a person has taken out as well, once, at the deck', () => {
    const kept = changed(/(?<=<!--\n.*)过河的人.*?。/, '')
    const now = kept.map(deck => ({ ...deck, markdown: deck.markdown.replace(/---\nlayout: points\n[\s\S]*?-->\n\n/, '') }))
    const { messages } = wordsOf(article, kept, now)
    expect(messages.map(({ ruleId, line, slide }) => ({ ruleId, line, slide }))).toEqual([{ ruleId: 'complete', line: 1, slide: undefined }])
  })

  it('says nothing of a slide that a person has changed since, whatever was wrong with it', () => {
    const kept = changed('- 船钱是两个鸡蛋，没有也让上船', '- 我们自己的一句话')
    expect(wordsOf(article, kept, kept.map(deck => ({ ...deck, markdown: deck.markdown.replace('- 我们自己的一句话', '- 另外一句话') }))).messages).toEqual([])
  })

  it('says nothing of the words of decks that are older than their article, and counts them', () => {
    const { coverage, messages } = wordsOf({ ...article, isNewer: true }, changed('- 船钱是两个鸡蛋，没有也让上船', '- 我们自己的一句话'))
    expect(messages).toEqual([])
    expect(coverage.covered).toBe(coverage.sentences)
  })
})
