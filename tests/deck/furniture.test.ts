import type { Text } from 'mdast'
import type { Slide } from '../../scripts/deck/types.ts'
import type { Part } from '../../scripts/outline/types.ts'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { recapLines } from '../../scripts/deck/layouts/recap.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf, outlineOf } from '../../scripts/pipeline.ts'

const TITLES = ['修船', '点灯', '看水', '记账']

/** A part of four points, and two slides on each: of the points that are named there, one is headed by what it says. */
function partWith(...said: number[]): { part: Part, slides: Slide[] } {
  const text = TITLES.map(title => `### ${title}\n\n${title}是渡口的头一件大事。\n\n${title}的人住在岸边。\n`).join('\n')
  const [part] = outlineOf(new VFile({ path: 'a.md', value: `# 题\n\n## 部分\n\n${text}` })).parts
  const slides = part!.points.flatMap(({ title }, index) => [0, 1].map((at): Slide => {
    const headline: Text = { type: 'text', value: said.includes(index) ? `${title.value}是头一件大事` : title.value }
    return {
      layout: at === 0 ? 'statement' : 'quote',
      title: headline.value,
      headline: { text: at === 0 ? headline : { type: 'text', value: `${title.value}人说的话` }, score: 0.9 - 0.3 * at },
      content: [],
      note: [],
      position: title.position!,
    }
  }))
  return { part: part!, slides }
}

describe('a recap', () => {
  it('says of each point what it has said, and the title of one that has no more', () => {
    const { part, slides } = partWith(0, 1)
    expect(recapLines(part, slides).map(({ value }) => value))
      .toEqual(['修船是头一件大事', '点灯是头一件大事', '看水', '记账'])
  })

  it('does not say the titles again, nor what somebody else has said', () => {
    const { part, slides } = partWith(0)
    expect(recapLines(part, slides)).toEqual([])
  })
})

describe('the first part', () => {
  /** The layouts of the first deck's first three slides, in an article of so many sentences a part. */
  const layoutsOf = (opening: string, sentences: number): string[] => {
    const told = (title: string): string =>
      Array.from({ length: sentences }, (_, index) => `第${index}年，${title}在岸边等了三十天，灯油一年比一年贵。`).join('\n\n')
    const parts = ['船', '人'].map(title => `## ${title}\n\n${told(title)}\n`)
    const file = new VFile({ path: 'a.md', value: `# 渡口\n\n${opening}\n\n${parts.join('\n')}` })
    const { decks } = decksOf(file, { ...DEFAULT_OPTIONS, theme: 'study' })
    return decks[0]!.slides.slice(0, 3).map(({ layout }) => layout)
  }
  const OPENING = '渡口是两岸的命脉，没有它就没有集市。'

  it('is opened behind what stands before it', () => {
    expect(layoutsOf(OPENING, 60)).toEqual(['cover', 'statement', 'section'])
  })

  it('is opened by the cover where nothing does, and in a short article', () => {
    expect(layoutsOf('', 4)).not.toContain('section')
    expect(layoutsOf(OPENING, 4)).not.toContain('section')
  })
})
