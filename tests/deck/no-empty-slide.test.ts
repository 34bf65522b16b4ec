import type { Density } from '../../scripts/deck/types.ts'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { DENSITIES } from '../../scripts/deck/types.ts'
import { readDeck } from '../../scripts/slidev/read.ts'
import { articles } from '../support/fuzz.ts'
import { blocksOf, noteText, squeeze } from '../support/promises.ts'
import { runs } from '../support/random.ts'
import { generatedFrom, wordsOf } from '../support/words.ts'

const BREATH = '渡口的水位每年都在变化春季上涨秋季回落本文记录了三年的观测结果数据完整每天早晚各读一次数风雨无阻仪器是一根带刻度的木尺误差约为半厘米'
const ENGLISH = 'the water rises in the spring and falls in the autumn of each year while nobody looks at it with the measuring stick that hangs beside the door '
const IN_TWO_PARTS = (text: string): string => `渡口\n\n一、水位\n\n${text}\n\n二、灯\n\n灯在岸上，照着船，也照着人，从来没有灭过。\n`

/** Texts that are hard to part, or have nothing below a heading. */
const TABLE: readonly (readonly [kind: string, article: string])[] = [
  ['no marks at all', IN_TWO_PARTS(BREATH.repeat(8))],
  ['one sentence of 500 characters', IN_TWO_PARTS(`${BREATH.repeat(8)}。`)],
  ['one sentence of many clauses', IN_TWO_PARTS(`${'春季的水涨得又快又高又急，'.repeat(45)}就这样。`)],
  ['one sentence of many parts', IN_TWO_PARTS(`${'春季的水涨得又快又高又急；'.repeat(45)}就这样。`)],
  ['one clause of many 、', IN_TWO_PARTS(`渡口有${'船桨绳索和灯、'.repeat(70)}路。`)],
  ['English punctuation', IN_TWO_PARTS('春季上涨,秋季回落.数据完整.每天早晚各读一次数,风雨无阻.'.repeat(20))],
  ['full-width full stops', IN_TWO_PARTS('春季上涨，秋季回落．数据完整．每天早晚各读一次数，风雨无阻．'.repeat(20))],
  ['half-width Chinese full stops', IN_TWO_PARTS('春季上涨，秋季回落｡数据完整｡每天早晚各读一次数，风雨无阻｡'.repeat(20))],
  ['a word of a thousand letters', IN_TWO_PARTS('a'.repeat(1000))],
  ['English without marks', `The Ferry\n\nThe Water\n\n${ENGLISH.repeat(6)}\n\nThe Road\n\nNobody expected the ferry to stay.\n`],
  ['somebody\'s speech without marks', IN_TWO_PARTS(`老李说：“${BREATH.repeat(6)}。”`)],
  ['a courtesy alone', IN_TWO_PARTS('谢谢大家！')],
  ['a salutation alone', IN_TWO_PARTS('同志们：')],
  ['a signature alone', IN_TWO_PARTS('某某县渡口管理所')],
  ['ordinals of one sentence', IN_TWO_PARTS('要做三件事。一是把船修好。二是把灯点亮。三是把账记清。')],
  ['English ordinals of one sentence', 'What we learn\n\nThe Ferry\n\nThree habits help. First, he keeps a book. Second, he repairs in March. Third, he never promises.\n\nThe Road\n\nWhen the road was built, nobody expected the ferry to stay.\n'],
  ['numbered sentences', IN_TWO_PARTS('（一）把船修好，把桨换新。\n\n（二）把灯点亮，把油加满。\n\n（三）把账记清，把字签全。')],
  ['marked headings of points without text', '# 渡口\n\n## 水位\n\n### 春季\n\n### 秋季\n\n## 灯\n\n灯在岸上，照着船，也照着人。\n'],
  ['a heading that is too long, over nothing', `# 渡口\n\n## 水位\n\n### ${BREATH}\n\n## 灯\n\n灯在岸上，照着船，也照着人。\n`],
]

/** The slides of an article's decks that have no block but a title that is not said on them, by their titles. */
function headingsAlone(file: VFile, density: Density): string[] {
  const slides = generatedFrom(file, { density }).decks.flatMap(({ markdown }) => readDeck(markdown))
  return slides.flatMap(({ data, body, note }) => {
    const alone = blocksOf(body).every(({ kind }) => kind === 'title') && !/!\[|^\|/m.test(body)
    const isSaid = squeeze(noteText(note.replace(/<!--|-->/g, ''))).includes(squeeze(blocksOf(body)[0]?.text ?? ''))
    return alone && !isSaid && data.layout !== 'cover' && data.layout !== 'section' ? [body.trim()] : []
  })
}

describe('no slide is a heading alone', () => {
  it.each(TABLE.flatMap(([kind, article]) => DENSITIES.map(density => [kind, density, article] as const)))('%s, %s', (_, density, article) => {
    const path = article.startsWith('#') ? 'a.md' : 'a.txt'
    expect(headingsAlone(new VFile({ path, value: article }), density)).toEqual([])
  })

  it.each(TABLE)('and the words are the article\'s: %s', (_, article) => {
    const decks = generatedFrom(new VFile({ path: article.startsWith('#') ? 'a.md' : 'a.txt', value: article }), { density: 'full' })
    const { coverage, messages } = wordsOf(decks, decks.decks)
    expect(messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([])
    expect(coverage.covered).toBe(coverage.sentences)
  })

  it('in random articles', () => {
    fc.assert(fc.property(articles(600), fc.constantFrom('.txt', '.md'), fc.constantFrom(...DENSITIES), (value, ending, density) => {
      try {
        expect(headingsAlone(new VFile({ path: `a${ending}`, value }), density)).toEqual([])
      }
      catch (error) {
        if (!(error instanceof VFileMessage))
          throw error
      }
    }), { numRuns: runs(60) })
  })

  it('names the clause that is cut, and where', () => {
    const file = new VFile({ path: 'a.txt', value: IN_TWO_PARTS(BREATH.repeat(4)) })
    generatedFrom(file)
    expect(file.messages.map(({ ruleId, line }) => ({ ruleId, line }))).toEqual([{ ruleId: 'long-clause', line: 5 }])
  })
})
