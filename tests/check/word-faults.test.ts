import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { describe, expect, it } from 'vitest'
import { article as articleOf } from '../support/articles.ts'
import { generatedFrom, wordsOf } from '../support/words.ts'

const FERRY = '摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船。过河的人先在岸边喊一声，老李听见了就把船撑过来。船钱是两个鸡蛋，没有也让上船；风雨天也是一样，从来不等人多。'
const ARTICLE = `# 渡口

## 船

${FERRY}

### 货物

渡口边上的小店里从前卖的是鸡蛋、豆腐、米酒、草鞋和针线。

### 人数

从前每天有300人在这里过河。

## 话

### 老李的话

老李说：“人比船要紧，船坏了可以再造一条新的，人没有了就什么都没有了。”

### 表

| 年 | 人 |
| --- | --- |
| 从前 | 几百个 |
| 现在 | 没有人 |

![渡口的船](data:image/png;base64,iVBORw0KGgo=)
`
const article = generatedFrom(articleOf(ARTICLE, '.md'))
const all = article.decks.map(({ markdown }) => markdown).join('\n')

/** The decks with one text instead of another, which must stand in one of them. */
function changed(from: string | RegExp, to: string): DeckFile[] {
  const decks = article.decks.map(deck => ({ ...deck, markdown: deck.markdown.replace(from, () => to) }))
  expect(decks, `${from} stands in the decks`).not.toEqual(article.decks)
  return decks
}
const rulesOf = (kept: DeckFile[]): string[] => wordsOf(article, kept).messages.map(({ ruleId }) => ruleId)

describe('what is wrong with words', () => {
  it('begins with decks that have every form', () => {
    expect(Array.from(all.matchAll(/^layout: (.*)$/gm), match => match[1]!)).toEqual(['cover', 'outline', 'points', 'enumeration', 'figure', 'questions', 'cover', 'outline', 'quote', 'table', 'image', 'questions'])
    expect(rulesOf(article.decks)).toEqual([])
  })

  it.each<[what: string, from: string | RegExp, to: string, rules: string[]]>([
    ['a sentence of our own', '- 船钱是两个鸡蛋，没有也让上船', '- 我们自己的一句话', ['verbatim']],
    ['half a clause', '- 船钱是两个鸡蛋，没有也让上船', '- 船钱是两个', ['clause']],
    ['two bullets the other way round', /- (摆渡的人.*)\n- (过河的人.*)\n/, '- 过河的人先在岸边喊一声，老李听见了就把船撑过来\n- 摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船\n', ['order']],
    ['a bullet twice', '- 船钱是两个鸡蛋，没有也让上船\n', '- 船钱是两个鸡蛋，没有也让上船\n- 船钱是两个鸡蛋，没有也让上船\n', ['twice']],
    ['a sentence that another deck shows', '- 船钱是两个鸡蛋，没有也让上船\n', '- 船钱是两个鸡蛋，没有也让上船\n- 人比船要紧，船坏了可以再造一条新的，人没有了就什么都没有了\n', ['order']],
    ['a title of our own', '# 人数', '# 我们的题目', ['verbatim']],
    ['a piece of a heading for a title', '# 老李的话', '# 李的', ['clause']],
    ['a clause of the text for a title', '# 人数', '# 从来不等人多', []],
    ['a question about nothing', '“人数”对我们', '“别的”对我们', ['verbatim']],
    ['an item less in the middle', '- 豆腐\n', '', ['clause']],
    ['an item of our own', '- 豆腐\n', '- 豆浆\n', ['verbatim']],
    ['items the other way round', '- 豆腐\n- 米酒\n', '- 米酒\n- 豆腐\n', ['clause']],
    ['an enumeration without its end', '\n\n和针线\n', '\n', ['clause']],
    ['an enumeration without its beginning', '渡口边上的小店里从前卖的是\n\n- 鸡蛋\n', '- 鸡蛋\n', ['clause']],
    ['an enumeration that begins with marks alone', '渡口边上的小店里从前卖的是\n\n- 鸡蛋\n', '——\n\n- 鸡蛋\n', ['clause']],
    ['an enumeration with nothing in it', /渡口边上的小店里从前卖的是\n[\s\S]*?和针线\n/, '', []],
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
