import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/generate.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { lossesOf } from '../support/losses.ts'

const TEXT = '# 渡口灯制考\n\n## 引言\n\n灯制少有人研究。\n\n## 结语\n\n灯制已废。\n\n'
const PLAIN = '渡口灯制考\n\n一、引言\n\n灯制少有人研究。\n\n二、结语\n\n灯制已废。\n\n'

function titlesOf(value: string, path: string): string[] {
  return toJson(outlineOf(new VFile({ path, value }))).parts.map(({ title }) => title)
}

describe('works that an article cites', () => {
  it.each<[string, string, string]>([
    ['by numbers in brackets', 'a.md', `${TEXT}## 参考文献\n\n[1] 林砚秋. 渡口的灯[J]. 村史研究, 2020(3): 12-18.\n\n[2] 周渡. 江边旧事[M]. 1998.\n`],
    ['in a list', 'a.md', `${TEXT}## 参考资料\n\n1. 林砚秋：渡口的灯\n2. 周渡：江边旧事\n`],
    ['as links of a page', 'a.md', `${TEXT}## 外部链接\n\n- 渡口灯博物馆\n- 渡口县志办公室\n`],
    ['below a numbered heading', 'a.md', `${TEXT}## 四、主要参考文献\n\n- 渡口县志\n- 江边旧事\n`],
    ['by years', 'a.md', `# The lamp\n\n## Ledgers\n\nEach landing kept one.\n\n## Ends\n\nAll were burned.\n\n## References\n\nLin, A. (2020). The Lamps. Ferry Press.\n\nZhou, B. (1998). Old Tales. River Press.\n`],
    ['in plain text', 'a.txt', `${PLAIN}参考文献\n\n[1] 林砚秋．渡口的灯[J]．村史研究，2020（3）．\n[2] 周渡．江边旧事[M]．1998．\n`],
    ['notes with numbers', 'a.txt', `${PLAIN}注　　释\n\n［1］ 数据来自账本。\n\n［2］ 另有两户在外地。\n`],
  ])('head no part and are said: %s', async (_, path, value) => {
    expect(titlesOf(value, path)).toHaveLength(2)
    const { decks } = await generate({ path, value })
    const last = value.trim().split('\n').at(-1)!.replace(/^(?:[[［]\d[\]］]|\d\.|-) /, '')
    const shown = decks.map(({ markdown }) => markdown.replace(/<!--[\s\S]*?-->/g, '')).join('')
    expect(shown).not.toContain(last.slice(0, 6))
    expect(decks.at(-1)!.markdown).toContain(last.slice(0, 6))
    expect((await lossesOf(path, value)).losses).toEqual([])
    expect(titlesOf(markdownOf(new VFile({ path, value })), 'a.md')).toHaveLength(2)
  })

  it.each<[string, string, string]>([
    ['prose about them', 'a.md', `${TEXT}## 参考文献\n\n本文主要依靠账本，方志只用来核对年份。\n`],
    ['prose behind them', 'a.md', `${TEXT}## 参考资料\n\n- 渡口县志\n\n这些书都能在文化站借到。\n`],
    ['another list at the end', 'a.md', `${TEXT}## 附录\n\n- 渡口县志\n- 江边旧事\n`],
    ['remarks', 'a.md', `${TEXT}## 注意事项\n\n1. 先看水位。\n2. 再看风向。\n`],
    ['notes without numbers', 'a.md', `${TEXT}## 注释\n\n灯制一词出自方志，今人多用来指轮流守灯。\n`],
    ['how to cite', 'a.md', `${TEXT}## 参考文献的写法\n\n- 先写作者\n- 再写书名\n`],
  ])('text stays a part: %s', (_, path, value) => {
    expect(titlesOf(value, path)).toHaveLength(3)
  })
})

describe('notes that marks in the text call', () => {
  const own = (called: string, note: string): string => `渡口灯制考\n\n一、引言\n\n灯制少有人研究${called}。\n\n${note}\n\n二、结语\n\n灯制已废。\n`

  it.each<[string, string]>([
    ['in brackets', own('〔1〕', '〔1〕《村史》卷三，明刻本。')],
    ['several', own('[1][2]', '[1] 《村史》卷三，明刻本。\n\n[2] 《县志》卷五，清刻本。')],
    ['with a sign', own('※', '※灯制：轮流守灯的办法。')],
  ])('are said and head nothing: %s', async (_, value) => {
    const { parts } = toJson(outlineOf(new VFile({ path: 'a.txt', value })))
    expect(parts.map(({ title, points }) => [title, points.length])).toEqual([['引言', 0], ['结语', 0]])
    const { decks } = await generate({ path: 'a.txt', value })
    expect(decks[0]!.markdown.match(/<!--[\s\S]*?-->/g)!.join('')).toMatch(/明刻本|轮流守灯/)
    expect(decks[0]!.markdown.replace(/<!--[\s\S]*?-->/g, '')).not.toMatch(/明刻本|清刻本|轮流守灯/)
    expect((await lossesOf('a.txt', value)).losses).toEqual([])
  })

  it.each<[string, string]>([
    ['nothing calls it', own('', '〔1〕《村史》卷三，明刻本。')],
    ['another number calls', own('〔2〕', '〔1〕《村史》卷三，明刻本。')],
    ['the mark stands below', '渡口灯制考\n\n一、引言\n\n灯制少有人研究。\n\n※灯制：轮流守灯的办法。\n\n详见※处。\n\n二、结语\n\n灯制已废。\n'],
  ])('are text where %s', async (_, value) => {
    const { decks } = await generate({ path: 'a.txt', value })
    expect(decks.map(({ markdown }) => markdown.replace(/<!--[\s\S]*?-->/g, '')).join('')).toMatch(/明刻本|轮流守灯/)
  })
})
