import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'

const TABLE = '| 船 | 人 |\n| --- | --- |\n| 一 | 三 |\n| 二 | 四 |'
const CODE = '```js\nboats()\n```'

/** The layouts of an article's content slides, and what the first one's note says. */
function slidesOf(...blocks: string[]): { layouts: string[], first: string } {
  const file = new VFile({ path: 'a.md', value: `# 渡口\n\n## 船\n\n${blocks.join('\n\n')}\n` })
  const [deck] = decksOf(file, { ...DEFAULT_OPTIONS, theme: 'study' }).decks
  const slides = deck!.slides.filter(({ layout }) => layout !== 'cover')
  const first = slides[0]!.note.map(sentences => sentences.map(({ value }) => value).join('')).join('\n')
  return { layouts: slides.map(({ layout }) => layout), first }
}

describe('what only leads to a block is said with it', () => {
  it.each([
    ['下表是两个渡口的船和人。', TABLE],
    ['各渡口的船和人，如下表所示：', TABLE],
    ['表1列出了两个渡口的船。数字都是去年的。', TABLE],
    ['The table below sets out the boats. All figures are of last year.', TABLE],
    ['开船的程序如下：', CODE],
  ])('%s', (lead, block) => {
    const { layouts, first } = slidesOf(lead, block)
    expect(layouts).toEqual([block === TABLE ? 'table' : 'code'])
    expect(first.startsWith(lead)).toBe(true)
  })
})

describe('what says more has a slide of its own', () => {
  it.each([
    ['两岸的渡口今年一共添了三条船。', TABLE],
    ['下表是两个渡口的船和人。去年冬天河面封冻了四十天，渡口的船都拖上了岸，等到开春才重新下水，所以这一年的人数比往年少了许多，船也少了两条。', TABLE],
    ['渡口的时刻表每年冬天改一次。', TABLE],
    ['The boats are older than the bridge.', CODE],
  ])('%s', (lead, block) => {
    expect(slidesOf(lead, block).layouts).toHaveLength(2)
  })
})
