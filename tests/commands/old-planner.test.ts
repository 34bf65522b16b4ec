import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readDeck } from '../../scripts/slidev/read.ts'
import { SAMPLE } from '../support/articles.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern } from '../support/program.ts'

/**
 * The sample's decks as they were generated before slides had headlines, with their bases, and thirty edits by hand.
 */
const FIXTURE = fileURLToPath(new URL('../fixtures/merges/old-planner', import.meta.url))
const folder = eachInFolder()
const slides = (): string => join(folder.path, 'slides/flesh-and-blood-ties')

interface Slide { deck: string, line: number, head: string, body: string, note: string, data: Record<string, unknown> }

/** What is shown of all decks, in order. */
async function shown(): Promise<Slide[]> {
  const names = (await readdir(slides())).filter(name => /^\d+\.md$/.test(name)).sort()
  const decks = await Promise.all(names.map(async deck => readDeck(await readFile(join(slides(), deck), 'utf8')).map(({ line, frontmatter, body, note, data }) => ({ deck, line, head: frontmatter, body, note, data }))))
  return decks.flat().filter(slide => !slide.body.includes('这一页是按文章新生成的，不放映'))
}

function one(all: Slide[], words: string): Slide {
  const found = all.filter(({ head, body, note }) => `${head}\n${body}\n${note}`.includes(words))
  expect(found.map(({ line }) => line), words).toHaveLength(1)
  return found[0]!
}
const at = (all: Slide[], words: string): number => all.indexOf(one(all, words))
const bulletsOf = (slide: Slide): string[] => Array.from(slide.body.matchAll(/^\s*- (.*)$/gm), ([, bullet]) => bullet!)

/**
 * Each edit that is to be there: on its slide, with what else is the slide's own; `named` says what was deleted, and
 * where it stands if a message names that.
 */
const KEPT: Record<string, (all: Slide[]) => void> = {
  'a key of the deck changed': all => expect(all[0]!.data).toMatchObject({ duration: '12min' }),
  'a key of the deck added, with a comment': all => expect(all[0]!.head).toMatch(/^# 从左边进来\ntransition: slide-left$/m),
  'a line on the cover': all => expect(one(all, '主讲：李老师').data).toMatchObject({ layout: 'cover' }),
  'a title reworded': all => expect(one(all, '# 力量从哪里来，胜利靠什么').note).toContain('人民群众是我们党的力量之源和胜利之本。'),
  'a bullet reworded': all => expect(one(all, '- 革命、建设、改革的一切成就，都从群众中来').note).toContain('我们党的百年历史'),
  'words added to a note': all => expect(one(all, '这里放慢，请大家看数字。')).toMatchObject({ note: expect.stringMatching(/小康社会目标。\n\n这里放慢/), body: expect.stringContaining('**14亿多**') }),
  'a bullet taken out': all => expect(bulletsOf(one(all, '经过持续努力，全党贯彻党的群众路线的自觉性和坚定性明显增强，党在群众中的威信和形象进一步树立\n'))).toHaveLength(2),
  'bullets one by one': all => expect(one(all, '<v-clicks>').note).toContain('历史和现实充分证明'),
  'a slide hidden': all => expect(one(all, '必须按照党的十九届六中全会要求，更加自觉地践行党的根本宗旨').data).toMatchObject({ id: 'szpz02i', hide: true }),
  'a slide added': all => expect(at(all, '# 讨论五分钟')).toBe(at(all, 'id: sff7lvk') + 1),
  'a line of the recap added': all => expect(bulletsOf(one(all, '一句自己的话：群众的事没有小事'))).toHaveLength(6),
  'a question reworded': all => expect(one(all, '1. 您所在的支部怎样联系群众？').data).toMatchObject({ layout: 'questions' }),
  'a slide moved': all => expect(at(all, 'id: sz0xxxs')).toBe(at(all, 'id: s2b1exy') + 1),
  'a picture added': all => expect(one(all, '![一张照片](./pictures/village.png)').note).toContain('着力践行以人民为中心的发展思想'),
  'a style': all => expect(one(all, '<style>\nh1 { color: teal }\n</style>').body).toContain('- 共建共享'),
  'a component': all => expect(one(all, '<Counter :start="3" />').note).toContain('时代是出卷人'),
  'a layout changed': all => expect(one(all, 'layout: two-cols').note).toContain('人民是我们党执政的最大底气。'),
  'a class': all => expect(one(all, 'class: text-center').note).toContain('内涵丰富、思想深刻'),
  'a cue': all => expect(one(all, 'cue: 1:30').note).toContain('党中央的核心、全党的核心'),
  'a note written anew': all => expect(one(all, '这一页请王书记讲。')).toMatchObject({ body: expect.stringContaining('既要准确把握其核心要义和精神实质'), note: expect.not.stringContaining('核心要义') }),
  'a slide at the end of a deck': all => expect(at(all, '# 休息十分钟')).toBe(at(all, 'label: 休息之后') + 1),
  'a link\'s label': all => expect(one(all, 'label: 休息之后：把全心全意为人民服务的根本宗旨落实到行动上').data).toMatchObject({ layout: 'questions' }),
  'code': all => expect(one(all, '```js\nconst 富裕 = 大家.每一个()\n```').body).toContain('一个都不能少'),
  'a bullet added': all => expect(bulletsOf(one(all, '- 我们镇的做法：先修路，再办厂')).length).toBeGreaterThan(1),
  'a sentence replaced': all => expect(one(all, '我们镇的实事：修好了三座桥').body).not.toContain('实践活动成果'),
}

/** Words of a slide that was moved to another deck: they are one slide with others now, where those stand. */
const RETURNED = '我们共产党人为的是大公'

/** Words of slides that were taken out. */
const DELETED: Record<string, string> = {
  'a slide': '从来不代表任何利益集团',
  'the second of two slides of one title': '忘记了人民，脱离了人民',
  'a cover': '第三部分 · 共三部分',
  'a recap': 'id: saz382y',
}

describe.each([['generate', []], ['generate --decks one', ['--decks', 'one']]] as const)('%s, over decks of an earlier release with thirty edits by hand', (_, flags) => {
  async function run(...more: string[]): Promise<{ code: number, stderr: string }> {
    return lectern(folder.path, 'generate', 'source/flesh-and-blood-ties.txt', ...more)
  }

  it('keeps each edit, and names what comes back', async () => {
    await cp(SAMPLE, join(folder.path, 'source/flesh-and-blood-ties.txt'))
    await cp(FIXTURE, slides(), { recursive: true })
    const before = await shown()
    expect(Object.keys({ ...KEPT, ...DELETED })).toHaveLength(29)
    for (const words of Object.values(DELETED))
      expect(before.filter(({ head, body, note }) => `${head}${body}${note}`.includes(words)), words).toEqual([])

    const { code, stderr } = await run(...flags)
    expect(code).toBe(1)
    const all = await shown()
    for (const [edit, holds] of Object.entries(KEPT)) {
      try {
        holds(all)
      }
      catch (error) {
        throw new Error(edit, { cause: error })
      }
    }
    const named = new Set(Array.from(stderr.matchAll(/(\d+\.md):(\d+):1: .*\(conflict\)$/gm), ([, deck, line]) => `${deck}:${line}`))
    const back = (words: string): Slide[] => all.filter(({ head, body, note }) => `${head}${body}${note}`.includes(words))
    for (const [edit, words] of Object.entries(DELETED))
      expect(back(words).filter(({ deck, line }) => !named.has(`${deck}:${line}`)), edit).toEqual([])
    // Only one of them has words that were parted from others.
    expect(Object.values(DELETED).filter(words => back(words).length > 0)).toEqual(['忘记了人民，脱离了人民'])
    expect(stderr).toMatch(/“我将无我，不负人民” has words of a slide that was moved by hand/)
    expect(back(RETURNED).map(({ deck, line }) => named.has(`${deck}:${line}`))).toEqual([true])
    expect(stderr).toMatch(/“江山就是人民，人民就是江山” has words of a slide that was deleted by hand/)

    // No count is left behind, each deck has its head and no other slide has, and the next run changes nothing.
    expect(all.filter(({ body }) => /^# .*（\d+\/\d+）$/m.test(body))).toEqual([])
    const heads = all.filter(({ data }) => data.theme !== undefined)
    expect(heads.map(({ line }) => line)).toEqual(flags.length > 0 ? [1] : [1, 1, 1])
    await run()
    expect(await shown()).toEqual(all)
  })

  it('and decks that are made one, or parts again, have all of them still', async () => {
    await cp(SAMPLE, join(folder.path, 'source/flesh-and-blood-ties.txt'))
    await cp(FIXTURE, slides(), { recursive: true })
    await run(...flags)
    await run('--decks', flags.length > 0 ? 'parts' : 'one')
    const all = await shown()
    for (const [edit, holds] of Object.entries(KEPT)) {
      try {
        holds(all)
      }
      catch (error) {
        throw new Error(edit, { cause: error })
      }
    }
    const heads = all.filter(({ data }) => data.theme !== undefined)
    expect(heads.map(({ line }) => line)).toEqual(flags.length > 0 ? [1, 1, 1] : [1])
  })
})
