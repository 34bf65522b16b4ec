import type { Beat } from '../../scripts/deck/prose/options.ts'
import type { Slide } from '../../scripts/deck/types.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { attributeBackwards } from '../../scripts/deck/asides.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { beatsOf } from '../../scripts/deck/prose/beats.ts'
import { toProse } from '../../scripts/deck/prose/voices.ts'
import { toUnits } from '../../scripts/deck/units.ts'
import { readArticle } from '../../scripts/files/article.ts'
import { decksOf, outlineOf } from '../../scripts/pipeline.ts'
import { SAMPLE } from '../support/articles.ts'

const FOLDER = fileURLToPath(new URL('../bench/articles', import.meta.url))
const ARTICLES = [SAMPLE, ...readdirSync(FOLDER).filter(name => !name.endsWith('.md')).map(name => join(FOLDER, name, readdirSync(join(FOLDER, name))[0]!))]

interface BeatWords { headline: string, shown: string[], layout: string }

function beatsOfText(text: string): { beats: Beat[], words: (beat: Beat) => BeatWords } {
  const outline = outlineOf(new VFile({ path: 'a.md', value: `# 题\n\n## 部分\n\n${text}\n` }))
  const prose = toProse(attributeBackwards(outline.parts[0]!.lead.flatMap(toUnits)))
  const slice = ({ start, end }: { start: number, end: number }): string => prose.text.slice(start, end)
  return {
    beats: beatsOf(prose, { heading: '部分', before: [] }),
    words: ({ headline, evidence }) => ({ headline: headline ? slice(headline) : '', shown: evidence.spans.map(slice), layout: evidence.layout }),
  }
}

/** A beat as long as its note takes to say: 220 Han characters or 130 words a minute. */
function secondsOf({ note }: Slide): number {
  const text = note.flat().map(({ value }) => value).join(' ')
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}\d]+(?:['’.,-][\p{Script=Latin}\d]+)*/gu)?.length ?? 0
  return 60 * (han / 220 + words / 130)
}

/** The content slides of each deck. */
async function slidesOf(path: string): Promise<Slide[][]> {
  const { decks } = decksOf((await readArticle(path, {})).file, { ...DEFAULT_OPTIONS, theme: 'x' })
  return decks.map(({ slides }) => slides.filter(({ layout }) => !['cover', 'section', 'recap', 'closing'].includes(layout)))
}

describe.each(ARTICLES)('beats of %s', (path) => {
  it('are no longer than a listener can hold, and points follow on points twice at the most', async () => {
    for (const slides of await slidesOf(path)) {
      for (const [index, slide] of slides.entries()) {
        expect(secondsOf(slide), slide.title).toBeLessThanOrEqual(50)
        expect(slides.slice(index, index + 3).map(({ layout }) => layout).join(), slide.title).not.toBe('points,points,points')
      }
    }
  })

  it('have headlines of their own: none stands on more than two slides, tables apart', async () => {
    const titles = (await slidesOf(path)).flat().filter(({ layout }) => !['table', 'code', 'image'].includes(layout)).map(({ title }) => title)
    const isBetween = (title: unknown, index: number): boolean =>
      titles.indexOf(title as never) !== index && titles.lastIndexOf(title as never) !== index
    expect(titles.filter(isBetween)).toEqual([])
  })
})

describe('a beat', () => {
  it('takes the strongest structure of its text, and a headline beside it', () => {
    const { beats, words } = beatsOfText('一些渡口还存在管护不到位的问题，有的不愿修船，有的对坏灯视而不见，有的甚至把缆绳卖了换酒，这些问题都要认真解决。')
    expect(beats.map(words)).toEqual([{ headline: '这些问题都要认真解决', shown: ['一些渡口还存在管护不到位的问题', '有的不愿修船', '有的对坏灯视而不见', '有的甚至把缆绳卖了换酒'], layout: 'ladder' }])
  })

  it('shows a counted list that is too long for one slide in halves, each member with its number', () => {
    const members = ['一是要把两岸的灯都换成新的，油也要备到开春', '二是要把渡船的木板都看过一遍，坏的当天就换', '三是要把每天的班次写在门口，早一刻也不开船', '四是要把上船的人数都记在本子上，晚上再对一遍']
    const { beats, words } = beatsOfText(`${members.join('。')}。`)
    expect(beats.map(words).map(({ layout, shown }) => ({ layout, shown }))).toEqual([
      { layout: 'steps', shown: members.slice(0, 2) },
      { layout: 'steps', shown: members.slice(2) },
    ])
    expect(beats.map(({ evidence }) => evidence.structure?.half?.first)).toEqual([1, 3])
  })

  it('has no headline that speaks of something else than what is drawn', () => {
    const { beats, words } = beatsOfText('渡船是村里人每天要坐的。老李在岸边种了一棵树。船票收入由三万元增加到九万元。')
    expect(words(beats[0]!)).toMatchObject({ layout: 'bars', headline: expect.not.stringContaining('树') })
  })

  it('heads numbers that say what they are of with nothing else', () => {
    const { beats, words } = beatsOfText('故事会由单一的船工讲述，改为船工、教师、家长轮流讲，全年招募志愿者46名，最小的是实验小学五年级学生，最年长的是七十二岁的退休教师。场均参与由28人增加到51人。')
    expect(beats.map(words).find(({ layout }) => layout === 'bars')).toMatchObject({ headline: '' })
  })

  it('draws nothing under what the text has gone on to', () => {
    const { beats, words } = beatsOfText('记者走访了二十六个渡口，其中二十三个配有灯，当晚亮着的有十四个，一个月里真正照过船的，只有八个。一盏灯的塑料膜还没撕，上面搭着一块布。')
    expect(words(beats[0]!)).toMatchObject({ layout: 'bars', headline: '' })
  })

  it('counts of what a name before them says', () => {
    const { beats, words } = beatsOfText('结果发现，过去反复讨论的“渡船不足”其实并不突出，三个码头的船平均每天只开两趟，夏天还要更少一些；真正让老人犯难的，一是上岸一道坡，二是夜里没有人知道。')
    expect(beats.map(words).find(({ layout }) => layout === 'steps')?.shown[0]).toBe('真正让老人犯难的')
  })

  it('lists no names without what they are of', () => {
    const { beats, words } = beatsOfText('我要讲的船，你们都见过，就停在村口。它在水上走了二十三年，名字叫渡一号。它的船头摆着一排木头小鸟，麻雀、翠鸟、戴胜、斑鸠，一共三十七只。')
    expect(beats.map(words).find(({ layout }) => layout === 'enumeration')?.shown[0]).toBe('它的船头摆着一排木头小鸟')
  })

  it('sets what somebody says as a quotation, however it is brought in', () => {
    const { beats, words } = beatsOfText('村里的灯亮了三十年，油一年比一年贵。问老李为什么不关，回答很实在：“关了，就没有人等船了。”')
    expect(beats.map(words).find(({ layout }) => layout === 'quote')?.headline).toBe('关了，就没有人等船了')
  })

  it('shows no view that the author answers as if it were his', () => {
    const { beats, words } = beatsOfText('强调修船，不等于否定点灯。有一种看法认为，凡是点灯的都是怕黑，凡是修船的都是闲人。这也失之片面。关键是让船和灯都好用。')
    expect(JSON.stringify(beats.map(words))).not.toContain('都是怕黑')
  })

  it('has no headline cut from the middle of the sentence that is drawn', () => {
    const { beats, words } = beatsOfText('从渡口到县城，班船单程两个半小时，来回船票八十四元，添上一顿饭、一天误工，还得有个人陪。对一个每月领一百元的老人来说，这不是小数。')
    expect(beats.map(beat => words(beat).headline)).not.toContain('添上一顿饭、一天误工')
  })

  it('never shows one speaker\'s words under another\'s headline', () => {
    const { beats } = beatsOfText('老李指出，渡口是两岸的命脉，必须有人守着，白天要有人摇船，夜里要有人点灯，一年三百六十五天都不能断，断了一天两岸的人就要多走三十里山路，孩子就上不了学，药也送不过来。老王强调，修船比修桥便宜，修灯比修船便宜，修人心最不便宜，人心散了再多的钱也聚不拢，所以要把账记清，把话说明，把事做实，让两岸的人都看得见。大家都说有道理，又说不出道理在哪里。')
    for (const { headline, evidence } of beats) {
      if (headline?.voice.attribution && evidence.spans.length > 0)
        expect(evidence.voice).toBe(headline.voice)
    }
    const name = ({ headline, evidence }: Beat): unknown =>
      headline?.voice.attribution?.value ?? evidence.voice?.attribution?.value
    expect(beats.map(name)).toContain('老李指出')
  })

  it.each(['', '李老师强调，'])('never heads what somebody else says, or the author, with one speaker\'s words: %s', (other) => {
    const { beats } = beatsOfText(`王校长指出，读书最要紧的是坚持。${other}全校有学生320人，老师28人。`)
    for (const { headline, evidence } of beats)
      expect([evidence.voice?.attribution, undefined]).toContain(headline?.voice.attribution)
    expect(beats.length).toBeGreaterThan(0)
  })

  it('shows a quotation\'s best line, and the rest below', () => {
    const { beats, words } = beatsOfText('老李说：“船在人在。我愿意把一条命都放在这个渡口上，为两岸的人守一辈子的灯。”')
    expect(words(beats[0]!)).toEqual({ headline: '船在人在', shown: ['我愿意把一条命都放在这个渡口上，为两岸的人守一辈子的灯'], layout: 'quote' })
  })

  it('keeps together what one person says before and after the name', () => {
    const { beats, words } = beatsOfText('“那天以后，我每天跟师父走三趟。”小陶说，“但我也没有放下无人机。走坝，是为了知道该看什么。”')
    expect(beats.map(words)).toEqual([{ headline: '走坝，是为了知道该看什么', shown: ['但我也没有放下无人机'], layout: 'quote' }])
  })

  it('has no point whose subject nobody sees', () => {
    const { beats, words } = beatsOfText('The field was a failure. It lay in the north of the county, far from every road that anybody used. The man who rented it to me had said that nothing would ever grow there, and I thought that he was joking with me. He was not joking.')
    expect(beats.flatMap(beat => words(beat).shown)).not.toContain('He was not joking')
  })

  it('says all of its text, each word once', () => {
    const text = '渡口是两岸的命脉。修船的人在岸边住了三十年，灯油一年比一年贵；桨换了又换，人换了又换，只有钟声没有换。后来桥通了，走渡口的人少了，大家还是说要留着。'.repeat(8)
    const { beats } = beatsOfText(text)
    expect(beats.length).toBeGreaterThan(3)
    expect(beats.flatMap(({ breaths }) => breaths.map(({ start, end }) => text.slice(start, end))).join('')).toBe(text)
  })

  it('shows of what somebody asks and answers the answer large', () => {
    const { beats, words } = beatsOfText('守了半辈子渡口的赵师傅说：“人们总是问我，没有了渡口人还能不能过河。我觉得这个问题问错了。桥修得再多，河边也要有人守着。”')
    expect(beats.map(words)[0]!.headline).not.toContain('问我')
  })

  it('shows of a sum what it comes to, with what it is told of', () => {
    const { beats, words } = beatsOfText('渡船一天开二十趟，一趟坐八个人。这样算下来，一个船工忙到老，渡过的人大约是一座县城的两倍。')
    expect(beats.map(words).map(({ headline }) => headline)).toContain('一个船工忙到老，渡过的人大约是一座县城的两倍')
  })

  it('draws no number under which something holds, without what does', () => {
    const { beats, words } = beatsOfText('渡船要烧油，谁都算得清这笔账。码头在三百米以内，往返一趟只要几分钟，烧掉的几乎可以不计。')
    expect(beats.map(words).filter(({ layout }) => layout === 'figure')).toEqual([])
    const whole = beatsOfText('渡船要烧油，谁都算得清这笔账。两个码头都在三百米以内。')
    expect(whole.beats.map(whole.words).map(({ layout }) => layout)).toContain('figure')
  })

  it('gives bars the true ratio of their numbers', () => {
    const { decks } = decksOf(new VFile({ path: 'a.md', value: '# 题\n\n## 船\n\n农机一年比一年重。1990年一台收割机有9吨，如今一台收割机有19吨。土地承受不了这样的重量，路也承受不了。\n' }), { ...DEFAULT_OPTIONS, theme: 'x' })
    expect(decks[0]!.markdown).toMatch(/layout: bars[\s\S]*values:\s+- 9\s+- 19\s/)
  })
})
