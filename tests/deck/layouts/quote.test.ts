import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../../scripts/deck/plan.ts'
import { decksOf } from '../../../scripts/pipeline.ts'
import { article } from '../../support/articles.ts'
import { blocksOf, parseDeck } from '../../support/promises.ts'

/** The blocks of the slide that shows a quotation. */
function quoted(text: string): string[] {
  const [deck] = decksOf(article(`# 渡口\n\n## 船\n\n${text}\n`, '.md'), { ...DEFAULT_OPTIONS, theme: 'x' }).decks
  const slide = parseDeck(deck!).find(({ frontmatter }) => frontmatter.layout === 'quote')!
  return blocksOf(slide.content).map(({ text }) => text)
}

describe('a quotation', () => {
  it.each([
    [
      'who speaks stands before the words, as in the article',
      '老李说：“船在人在。我愿意把一条命都放在这个渡口上，为两岸的人守一辈子的灯。”',
      ['船在人在', '老李说', '我愿意把一条命都放在这个渡口上，为两岸的人守一辈子的灯'],
    ],
    [
      'who speaks stands after the words, as in the article',
      '“船在人在。我愿意把一条命都放在这个渡口上，为两岸的人守一辈子的灯。”老李说。',
      ['船在人在', '我愿意把一条命都放在这个渡口上，为两岸的人守一辈子的灯', '老李说'],
    ],
    [
      'a short answer stands below the question that it answers, with whoever gives it',
      '"Could she have crossed the ford?" Marta asked.\n\n"No," said Owen. "She had one oar. But she came nearer than most of us."',
      ['Could she have crossed the ford?', 'No', 'said Owen', 'She had one oar. But she came nearer than most of us'],
    ],
    [
      'a short answer is no line where nobody has asked',
      '"No," said Owen. "The keeper has lost one oar. But the boat came nearer than most of us."',
      ['The keeper has lost one oar', 'said Owen', 'But the boat came nearer than most of us'],
    ],
    [
      'a question stands with whoever asks it where a sentence answers it',
      '"Could she have crossed the ford?" Marta asked.\n\n"She had one oar," said Owen. "The current at the ford would have turned any boat on that day of the year."',
      ['Could she have crossed the ford?', 'Marta asked'],
    ],
  ])('%s', (_, text, blocks) => expect(quoted(text)).toEqual(blocks))
})
