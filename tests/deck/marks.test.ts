import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { parseDeck } from '../support/promises.ts'

/** The Markdown of an article's slides of text, and of their notes: titles, covers and what closes a deck left out. */
function shown(body: string): { slides: string, notes: string } {
  const file = article(`# 渡口的灯\n\n## 说明\n\n${body}\n`, '.md')
  const { decks } = decksOf(file, { ...DEFAULT_OPTIONS, density: 'full', theme: 'theme' })
  const slides = decks.flatMap(deck => parseDeck(deck)).filter(({ frontmatter }) => !['cover', 'outline', 'recap', 'questions'].includes(String(frontmatter.layout)))
  return { slides: slides.map(({ content }) => content).join('\n'), notes: slides.map(({ note }) => note ?? '').join('\n\n') }
}

describe('what an author marked', () => {
  it.each([
    ['bold', '渡口的灯是**民国年间**装上的，到今天还亮着。', '**民国年间**'],
    ['bold that ends with a Chinese mark', '老人说过**“不能过”**的时候，船就停在岸边。', '**“不能过”**的'],
    ['italics', '山里的路*很远*，要走三个小时才到河边。', '*很远*'],
    ['bold and italics', '山里的路***很远很远***，要走三个小时才到河边。', '***很远很远***'],
    ['code, with signs that end sentences in it', '先在命令行里写`npm install; lectern。`，再等上一会儿。', '`npm install; lectern。`'],
    ['code that Vue would evaluate', '河水很深，最深的地方有`{{ title }}`这么深。', '`{{ title }}`'],
    ['a link', '这件事见[村志](https://example.com/a_b)第三页，写得很清楚。', '[村志](https://example.com/a_b)'],
    ['struck words', '原来的~~五元~~现在不收，改收三元。', '~~五元~~'],
    ['bold with a link in it', '这件事见**[村志](https://example.com/)第三页**，写得很清楚。', '**[村志](https://example.com/)第三页**'],
  ])('%s is on the slide and in the note', (_, body, wanted) => {
    const { slides, notes } = shown(body)
    expect(slides).toContain(wanted)
    expect(notes).toContain(wanted)
  })

  it('is cut where a slide cuts the sentence', () => {
    const { slides } = shown('守灯的人**换过四个；每个人都留下**一本账。')
    expect(slides).toContain('- 守灯的人**换过四个**\n- **每个人都留下**一本账')
  })

  it('yields no emphasis of ours beside it', () => {
    const { slides } = shown('守灯的人写下“灯油账”，**每一笔**都清楚。\n\n渡口的人都说，“灯油账”比什么都要紧，丢了什么也不能丢它。')
    expect(slides).toContain('守灯的人写下“灯油账”，**每一笔**都清楚')
  })

  it('leads nowhere but to the web', () => {
    const { slides, notes } = shown('这是[一处](javascript:alert)和[另一处](../a.md)，都不要点。')
    expect(`${slides}${notes}`).not.toMatch(/javascript|a\.md/)
  })

  it('keeps lines that were broken', () => {
    const { slides, notes } = shown('河水涨了  \n桨声近了  \n对岸的人')
    for (const text of [slides, notes])
      expect(text).toMatch(/河水涨了\\\n\s*桨声近了\\\n\s*对岸的人/)
  })
})

describe('lists', () => {
  it('keeps what stands below an item below it', () => {
    const { slides } = shown('- 看水位\n  - 超过警戒线\n    1. 停渡\n    2. 上报\n  - 没有超过\n- 点灯')
    expect(slides).toContain('- 看水位\n  - 超过警戒线\n    1. 停渡\n    2. 上报\n  - 没有超过\n- 点灯')
  })

  it.each([
    ['from one', '1. 先看水位，再看天色。\n2. 点灯。船要等一刻钟。\n3. 开船', '1. 先看水位，再看天色\n2. 点灯。船要等一刻钟\n3. 开船'],
    ['from its own first', '4. 先看水位\n5. 再看天色', '4. 先看水位\n5. 再看天色'],
    ['with a paragraph that goes on', '1. 先看水位\n\n   水位写在石柱上\n2. 再看天色', '1. 先看水位\n\n   水位写在石柱上\n2. 再看天色'],
  ])('has its own numbers, %s', (_, body, wanted) => {
    expect(shown(body).slides).toContain(wanted)
  })

  it('is torn between items rather than within one', () => {
    const { slides } = shown('- 看水位，每天早上先到石柱旁边看刻度\n  - 超过警戒线\n    1. 停渡，把船拴到上游的桩子上\n    2. 上报，给镇里打电话\n  - 没有超过\n- 点灯\n- 扫石阶')
    expect(slides).toMatch(/^- 看水位.*\n(?: {2}.*\n)+/m)
    expect(slides).toContain('上报，给镇里打电话\n  - 没有超过')
  })

  it('shows the boxes of tasks', () => {
    const { slides, notes } = shown('- [ ] 添置书架\n- [x] 登记旧书')
    for (const text of [slides, notes])
      expect(text).toMatch(/☐ 添置书架[\s\S]*☑ 登记旧书/)
  })
})

describe('footnotes', () => {
  it('are said behind the paragraph that calls them, and are on no slide', () => {
    const { slides, notes } = shown('灯是民国年间装上的[^1]，先是煤油灯，后来换成马灯[^灯]。\n\n[^1]: 见《渡口镇志》第十二页。\n\n守灯的人换过四个，每个人都留下一本账。\n\n[^灯]: 马灯，一种手提的灯。')
    expect(slides).not.toMatch(/镇志|手提|\[\^/)
    expect(notes).toMatch(/后来换成马灯。\s+见《渡口镇志》第十二页。\s+马灯，一种手提的灯。\s+守灯的人/)
  })
})

describe('tables', () => {
  it('with many columns are parted by them, the first on each slide', () => {
    const heads = ['周次', '周一', '周二', '周三', '周四', '周五', '周六', '周日', '合计', '停渡', '天气', '水位', '船次', '备注']
    const row = (first: string, from: number): string => `| ${[first, ...heads.slice(1).map((_, index) => `${from + index * 111}人次`)].join(' | ')} |`
    const { slides, notes } = shown([`| ${heads.join(' | ')} |`, `|${'-|'.repeat(heads.length)}`, row('第一周', 1000), row('第二周', 5000)].join('\n'))
    expect(slides.match(/^\| 周次/gm)!.length).toBeGreaterThan(1)
    expect(slides.match(/^\| 第一周/gm)!.length).toBe(slides.match(/^\| 周次/gm)!.length)
    expect(notes.match(/第一周/g)).toHaveLength(1)
  })
})
