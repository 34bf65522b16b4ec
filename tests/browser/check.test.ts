import type { Browser } from 'playwright-core'
import type { CheckResult } from '../../scripts/check/check.ts'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { check, checkFolder } from '../../scripts/commands/check.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { quiet, workFolder } from '../support/build.ts'
import { ALL } from '../support/random.ts'

const ARTICLE = '渡口\n\n船\n\n渡口在村子的东头，从前每天都有几百个人在这里上船下船，热闹得像一个小集市。摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船。\n\n人\n\n过河的人先在岸边喊一声，老李听见了就把船撑过来，风雨天也是一样，从来不等人多。船钱是两个鸡蛋，没有也让上船，从来没有为这件事红过脸。\n'
/** A slide of the deck that every mutation changes. */
const WHOLE = '- 渡口在村子的东头，从前每天都有几百个人在这里上船下船，热闹得像一个小集市\n- 摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船\n'

/** Characters that no font of the deck draws. Every other fault has its deck in mutations.test.ts. */
const UNDRAWN: readonly ((deck: string) => string)[] = [
  deck => deck.replace(WHOLE, `- 渡口在村子的东头，\u{2B81D}很热闹\n`),
  deck => deck.replace(WHOLE, `${WHOLE}\n<p style="font-family: sans-serif">Ferry</p>\n`),
  deck => deck.replace(WHOLE, `- 渡口在村子的东头，\uE5E5很热闹\n`),
]

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
let decks: string
beforeAll(async () => {
  folder = await workFolder()
  // Its own: two prints are compared, and what others do in a browser must not come between them.
  browser = await launchBrowser(process.env)
  const path = join(folder.path, 'ferry.txt')
  await writeFile(path, ARTICLE)
  await generate([path], { out: join(folder.path, 'standard') }, quiet())
  // Every sentence is on a slide, to be broken there.
  await generate([path], { out: join(folder.path, 'slides'), density: 'full', questions: true }, quiet())
  decks = join(folder.path, 'slides', 'ferry')
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

describe('lectern check', () => {
  it('finds nothing in decks as they are generated', async () => {
    const out = quiet()
    const standard = join(folder.path, 'standard', 'ferry')
    await check([standard], { json: true }, process.env, out)
    const result = JSON.parse(out.said.join('\n')) as CheckResult
    expect(result.messages).toEqual([])
    expect(result.coverage).toEqual({ sentences: 4, covered: 4, removedByHand: 0 })
    expect(result.decks.map(deck => deck.file)).toEqual([join(standard, '01.md'), join(standard, '02.md')])
    for (const slide of result.decks.flatMap(deck => deck.slides)) {
      expect(slide).toMatchObject({ edited: false, no: expect.any(Number) as number, title: expect.stringMatching(/./) as string, layout: expect.stringMatching(/^[a-z]+$/) as string })
      expect(slide.minFontPx).toBeGreaterThanOrEqual(18)
    }
  })

  it.runIf(ALL)('finds what no font draws, in decks that nobody generated as well', async () => {
    const whole = await readFile(join(decks, '01.md'), 'utf8')
    const broken = join(folder.path, 'slides', 'broken')
    await mkdir(broken)
    for (const [index, change] of UNDRAWN.entries()) {
      expect(change(whole)).not.toBe(whole)
      await writeFile(join(broken, `0${index + 1}.md`), change(whole))
    }
    const { coverage, messages } = await checkFolder(broken, browser)
    for (const [index] of UNDRAWN.entries()) {
      const own = messages.filter(({ file }) => file === join(broken, `0${index + 1}.md`))
      expect([...new Set(own.map(message => message.ruleId))], own.map(message => message.reason).join('; ')).toEqual(['glyph'])
      expect(own.every(message => message.fatal)).toBe(true)
    }
    expect(coverage.sentences).toBe(0)
  })

  it.runIf(ALL)('says once that decks are older than their article, and that is no fault', async () => {
    const path = join(folder.path, 'ferry.txt')
    await writeFile(path, ARTICLE.replace('四十年', '五十年'))
    const { messages } = await checkFolder(decks, browser)
    expect(messages).toEqual([expect.objectContaining({ ruleId: 'older-decks', fatal: false, reason: expect.stringMatching(/older than .*ferry\.txt/) as string })])
    await writeFile(path, ARTICLE)
  })

  it.runIf(ALL)('says what it cannot read: the article, the folder, a deck', async () => {
    const path = join(folder.path, 'ferry.txt')
    await rename(path, `${path}.away`)
    const { messages } = await checkFolder(decks, browser)
    expect(messages).toEqual([expect.objectContaining({ ruleId: 'article', fatal: true, reason: expect.stringMatching(/ferry\.txt: the article cannot be read: there is no such file or folder\. Check the path\./) as string })])
    await rename(`${path}.away`, path)

    await expect(checkFolder(join(folder.path, 'nowhere'), browser)).rejects.toThrow(/nowhere: there are no decks in this folder\. Make them with `lectern generate`\./)

    const odd = join(folder.path, 'slides', 'odd')
    await mkdir(odd)
    await writeFile(join(odd, '01.md'), '---\nlayout: [cover\ntitle: "x\n---\n\n# 渡口\n')
    await expect(check([odd], {}, process.env, quiet())).rejects.toThrow(/01\.md:\d: the frontmatter here is not YAML\. .*\. Correct it\.$/)
    await writeFile(join(odd, '01.md'), (await readFile(join(decks, '01.md'), 'utf8')).replace(WHOLE, '<div>\n'))
    await expect(check([odd], {}, process.env, quiet())).rejects.toThrow(/01\.md:\d+: the slide here cannot be built\./)
  })

  it('tells a person\'s edit from a broken promise', async () => {
    const path = join(decks, '02.md')
    const deck = await readFile(path, 'utf8')
    await writeFile(path, deck.replace('船钱是两个鸡蛋，没有也让上船，从来没有为这件事红过脸。\n', '\n').replace(/^- 船钱.*$/m, '- 我们自己的一句话'))
    const edited = await checkFolder(decks, browser)
    expect(edited.messages).toEqual([expect.objectContaining({ ruleId: 'edited-slide', fatal: false }) as unknown])
    expect(edited.coverage).toEqual({ sentences: 4, covered: 3, removedByHand: 1 })
    expect(edited.decks[1]!.slides.filter(slide => slide.edited)).toHaveLength(1)

    // The same, as if Lectern had written it.
    await writeFile(join(decks, '.lectern', '02.md'), await readFile(path, 'utf8'))
    const out = quiet()
    await expect(check([decks], {}, process.env, out)).rejects.toThrow('3 promises are broken')
    expect(out.told.map(line => /\((\S+)\)$/.exec(line)?.[1])).toEqual(['verbatim', 'complete', 'lost'])
    expect(out.told[0]).toMatch(/02\.md:\d+:3: The words “我们自己的一句话” are not the article's/)
    await writeFile(path, deck)
    await writeFile(join(decks, '.lectern', '02.md'), deck)
  })

  it.runIf(ALL)('lists what a person has edited, deleted, added and hidden, each at its line, and passes over what is hidden', async () => {
    const path = join(decks, '01.md')
    const deck = await readFile(path, 'utf8')
    const cover = deck.slice(0, deck.indexOf('---\nlayout: points'))
    const [points] = /---\nlayout: points\n[\s\S]*?-->\n\n/.exec(deck)!
    const hidden = points.replace('---\n', '---\nhide: true\n').replace(WHOLE, `- ${'太长的一句话，页面放不下。'.repeat(60)}\n`)
    await writeFile(path, `${cover}${hidden}---\n\n# 老李的船\n\n- 是木头的\n`)
    const out = quiet()
    await check([decks], {}, process.env, out)
    const text = (await readFile(path, 'utf8')).split('\n')
    const found = out.said.flatMap((line) => {
      const [, at, reason, ruleId] = /01\.md:(\d+):1: (.*) \((.*)\)$/.exec(line) ?? []
      return at === undefined ? [] : [{ ruleId, reason, begins: text.slice(Number(at) - 1, Number(at) + 4).join(' ') }]
    })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['edited-slide', 'hidden-slide', 'own-slide', 'deleted-slide'])
    expect(found.map(({ reason }) => /“(.*)”/.exec(reason!)?.[1])).toEqual(['船', '船', '老李的船', '学习思考'])
    expect(found[0]!.begins).toMatch(/^--- hide: true layout: points/)
    expect(found[2]!.begins).toBe('---  # 老李的船  - 是木头的')
    expect(found[3]!.reason).toMatch(new RegExp(`\`id: ${/id: (\w+)\nnext:\n.*\n.*\n---\n\n# 学习思考/.exec(deck)![1]}\` and \`reset: true\``))
    expect(out.told).toEqual([])
    await writeFile(path, deck)
  })
})
