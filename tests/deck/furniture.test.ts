import type { Text } from 'mdast'
import type { Slide } from '../../scripts/deck/types.ts'
import type { Part } from '../../scripts/outline/types.ts'
import { toString } from 'mdast-util-to-string'
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

describe('what names a part', () => {
  const text = (words: string): string => `${words.repeat(80)}\n`
  const article = ['# 渡口的一年', text('春天的水来得很急。'), '## 修船', text('修船的人住在岸边。'), '## 点灯', text('灯油一年比一年贵。')].join('\n\n')
  const { decks } = decksOf(new VFile({ path: 'a.md', value: article }), { ...DEFAULT_OPTIONS, theme: 'study', decks: 'parts' })
  const slides = decks.flatMap(deck => deck.slides)

  it('stands over the title of a section that has nothing else, as on a cover', () => {
    const titles = (slide: Slide): string[] => slide.content.map(node => toString(node))
    const openers = slides.filter(({ layout }) => layout === 'section' || layout === 'cover')
    expect(openers.map(titles)).toEqual([['渡口的一年'], ['第一部分 · 共两部分', '修船'], ['修船', '点灯']])
    expect(openers.map(({ kicker }) => kicker)).toEqual([undefined, undefined, '第二部分 · 共两部分'])
  })

  it('is written out where its title heads the slide, and stands before it elsewhere', () => {
    const isOfPart = ({ layout, kicker }: Slide): boolean => layout !== 'section' && kicker !== '渡口的一年'
    const own = slides.filter(slide => slide.kicker !== undefined && isOfPart(slide))
    const kickers = own.map(({ title, kicker }) => ({ isOwn: title === '修船' || title === '点灯', kicker }))
    expect(kickers.length).toBeGreaterThan(1)
    for (const { isOwn, kicker } of kickers)
      expect(kicker).toMatch(isOwn ? /^第[一二]部分$/ : /^[一二] (?:修船|点灯)$/)
  })
})

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
