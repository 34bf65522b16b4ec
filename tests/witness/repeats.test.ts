import type { Words } from '../../scripts/witness/cover.ts'
import { expect, it } from 'vitest'
import { cover } from '../../scripts/witness/cover.ts'
import { Lexicon, tokensOf } from '../../scripts/witness/tokens.ts'
import { lossesOf, replacing } from '../support/losses.ts'

const PROSE = [
  '那天晚上雾很大，老李站在石阶上等船。他等了很久，谁也没有来，他也没有走。',
  '后来来了一只小船，船上的人问他等谁，他说等天亮。船上的人笑了笑，谁也没有来，他也没有走。',
].join('')
const COPIES = `# 渡口日志\n\n这是一本日志。\n\n${`## 巡查\n\n${PROSE}\n\n`.repeat(30)}`

it('what thirty copies of a part say is in the notes thirty times', async () => {
  expect((await lossesOf('a.md', COPIES)).losses).toEqual([])
})

it('what a part below them has lost is named', async () => {
  const article = `${COPIES}## 最后\n\n风向改了，值守的人记下来。\n`
  const { losses } = await lossesOf('a.md', article, replacing('值守的人', ''))
  expect(losses.map(({ words }) => words)).toEqual(['值守的人'])
})

/** How many words of one text are not found in another that may be found once each. */
function openAfter(text: string, other: string): number {
  const lexicon = new Lexicon()
  const wordsOf = (own: string): Words => {
    const tokens = tokensOf(own)
    return { tokens, ids: lexicon.idsOf(tokens) }
  }
  const [source, target] = [wordsOf(text), wordsOf(other)]
  const open = new Uint8Array(source.ids.length).fill(1)
  cover(source, open, target, new Uint8Array(target.ids.length).fill(1))
  return open.reduce((sum, is) => sum + is, 0)
}

it.each([
  ['as often', 100, 100, 0],
  ['more often', 100, 200, 0],
  ['less often', 100, 98, 8],
])('words that stand elsewhere %s, apart, are found as often as they are there', (_, count, others, left) => {
  const lines = (times: number, word: string): string =>
    Array.from({ length: times }, (_, index) => `水位正常。${word.repeat(index + 1)}。\n`).join('')
  expect(openAfter(lines(count, 'a'), lines(others, 'b')) - count).toBe(left)
})
