import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readDeck } from '../../scripts/slidev/read.ts'
import { blocksOf } from '../support/promises.ts'
import { verifyDecks } from '../support/verify.ts'
import { generatedFrom } from '../support/words.ts'

/** The slides of a picture or a table: the texts of their blocks. */
function captioned(body: string, density: 'full' | 'standard'): string[][] {
  const value = `# 渡口\n\n## 灯\n\n渡口的灯是民国年间装上的。\n\n${body}\n\n后来才通了电。\n`
  verifyDecks(new VFile({ path: 'a.md', value }))
  const slides = generatedFrom(new VFile({ path: 'a.md', value }), { density }).decks.flatMap(({ markdown }) => readDeck(markdown))
  return slides.filter(({ data }) => data.layout === 'image' || data.layout === 'table').map(({ body }) => blocksOf(body).map(({ text }) => text))
}

const PICTURE = '![](data:image/png;base64,iVBORw0KGgo=)'
const TABLE = '| 人 | 年 |\n|---|---|\n| 老李 | 1950 |'

describe.each(['full', 'standard'] as const)('a caption stands with what it names, at %s', (density) => {
  it.each<[string, string, string]>([
    ['below', `${PICTURE}\n\n图1　渡口的马灯`, '图1　渡口的马灯'],
    ['above', `Figure 2. The lamp in January\n\n${PICTURE}`, 'Figure 2. The lamp in January'],
    ['in its paragraph', `${PICTURE}\n*Fig. 3: The lamp*`, 'Fig. 3: The lamp'],
    ['as newspapers have it', `${PICTURE}\n\n▲渡口的马灯`, '▲渡口的马灯'],
    ['in traditional characters', `${PICTURE}\n\n圖一：渡口的馬燈`, '圖一：渡口的馬燈'],
  ])('a picture, %s', (_, body, caption) => {
    expect(captioned(body, density).map(blocks => blocks.at(-1))).toEqual([caption])
  })

  it.each([[`表1 守灯的人\n\n${TABLE}`], [`${TABLE}\n\n表1 守灯的人`]])('a table: %j', (body) => {
    expect(captioned(body, density)[0]![0]).toBe('表1 守灯的人')
  })
})

it.each([`${PICTURE}\n\n图1显示了渡口的马灯。`, `${PICTURE}\n\nFigure 1 shows the lamp`, `${PICTURE}\n\n表1 守灯的人`, `${TABLE}\n\n图纸在候船屋里`])('a sentence is none: %j', (body) => {
  expect(captioned(body, 'full').flat().join()).not.toMatch(/图1显示|shows|表1|图纸/)
})

it('each of two pictures has its own', () => {
  expect(captioned(`${PICTURE}\n\n图1 灯\n\n${PICTURE}\n\n图2 桨`, 'full').map(blocks => blocks.at(-1))).toEqual(['图1 灯', '图2 桨'])
})
