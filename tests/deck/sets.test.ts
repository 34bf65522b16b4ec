import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { beatsOf } from '../../scripts/deck/prose/beats.ts'
import { foundIn } from '../../scripts/deck/prose/found.ts'
import { crosses, isTorn, setsIn } from '../../scripts/deck/prose/sets.ts'
import { toProse } from '../../scripts/deck/prose/voices.ts'
import { toUnits } from '../../scripts/deck/units.ts'
import { outlineOf } from '../../scripts/pipeline.ts'

function proseOf(text: string): ReturnType<typeof toProse> {
  const outline = outlineOf(new VFile({ path: 'a.md', value: `# 题\n\n## 部分\n\n${text}\n` }))
  return toProse(outline.parts[0]!.lead.flatMap(toUnits))
}

/** The sets of a text, each in one line. */
function setsOf(text: string): string[] {
  const prose = proseOf(text)
  return setsIn(prose, foundIn(prose)).map(set => set.map(({ start, end }) => prose.text.slice(start, end)).join(' / '))
}

const LIST = '船上装着八样东西：灯一盏，桨两支，绳三条，锚一个，桶两只，哨一个，旗一面，还有一样是老李自己做的。'
const SOME = '有的船旧，桨也旧，用了三十年。有的船新，就是没有人开。还有的船停在岸上，谁也不知道是谁的。'
const PIECES = '他记下三件事：灯的线埋得浅，一到冬天就断；桨可以借，可村里会修的没有几个；路修到了半山，剩下的要靠人挑。'

describe('setsIn', () => {
  it.each([
    [LIST, '灯一盏 / 桨两支 / 绳三条 / 锚一个 / 桶两只 / 哨一个 / 旗一面 / 还有一样是老李自己做的'],
    [SOME, '有的船旧，桨也旧，用了三十年 / 有的船新，就是没有人开 / 还有的船停在岸上，谁也不知道是谁的'],
    [PIECES, '他记下三件事：灯的线埋得浅，一到冬天就断 / 桨可以借，可村里会修的没有几个 / 路修到了半山，剩下的要靠人挑'],
    ['船上要的是胆，岸上守的是心。', '船上要的是胆 / 岸上守的是心'],
  ])('finds what belongs together in %s', (text, set) => {
    expect(setsOf(text)).toContain(set)
  })

  it.each([
    '船上装着两样东西：灯一盏，还有一样是老李自己做的。',
    '有的船旧，桨也旧。有的船新，就是没有人开。',
    '灯的线埋得浅，一到冬天就断；路修到了半山。',
    '船修好了，但人还没有回来。',
  ])('finds nothing in %s', (text) => {
    expect(setsOf(text)).toEqual([])
  })
})

describe('isTorn', () => {
  const set = [{ start: 0, end: 5 }, { start: 6, end: 9 }, { start: 10, end: 20 }]

  it.each([
    ['all of it', undefined, set, false],
    ['none of it', { start: 30, end: 40 }, [{ start: 50, end: 60 }], false],
    ['one member, which heads the slide', { start: 10, end: 14 }, [{ start: 15, end: 20 }], false],
    ['one member below another headline', { start: 30, end: 40 }, [set[0]!], true],
    ['two of three', set[0]!, [set[1]!], true],
  ] as const)('%s', (_, headline, points, torn) => {
    expect(isTorn(set, headline, points)).toBe(torn)
  })
})

describe('crosses', () => {
  const set = [{ start: 0, end: 5 }, { start: 6, end: 20 }]

  it.each([
    ['a headline in one member, and what is below it in another', { start: 0, end: 5 }, [{ start: 6, end: 9 }], true],
    ['both in one', { start: 6, end: 9 }, [{ start: 10, end: 20 }], false],
    ['a headline of both', { start: 0, end: 20 }, [{ start: 6, end: 9 }], false],
    ['a headline elsewhere', { start: 30, end: 40 }, [{ start: 6, end: 9 }], false],
  ] as const)('%s', (_, headline, spans, is) => {
    expect(crosses([set], headline, spans)).toBe(is)
  })
})

describe('beatsOf', () => {
  const shownIn = (text: string): string[] => {
    const prose = proseOf(text)
    return beatsOf(prose, { heading: '部分', before: [] }).flatMap(({ evidence: { spans } }) =>
      spans.map(({ start, end }) => prose.text.slice(start, end)))
  }

  it('shows no three of eight', () => {
    const shown = shownIn(`${LIST}同一盏灯，他一天要擦三遍，因为河上的雾重，罩子一会儿就花了。`)
    expect(shown.filter(words => /^[灯桨绳锚桶哨旗]/.test(words))).toEqual([])
  })
})
