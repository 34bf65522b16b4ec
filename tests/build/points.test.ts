import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDecks } from '../../scripts/build/decks.ts'
import { pointsOf } from '../../scripts/build/points.ts'
import { workFolder } from '../support/build.ts'

let folder: Awaited<ReturnType<typeof workFolder>>
beforeAll(async () => {
  folder = await workFolder()
})
afterAll(() => folder?.clean())

const slide = (layout: string, title: string, kicker = ''): string => `---\nlayout: ${layout}\n${kicker && `kicker: ${kicker}\n`}---\n\n# ${title}\n`

/** What a deck's slides give, `layout title / kicker` a line. */
async function pointsIn(...slides: string[]): Promise<string[]> {
  await writeFile(join(folder.path, '01.md'), slides.join('\n'))
  return pointsOf((await loadDecks(folder.path))[0]!).map(({ title, slide }) => `${slide} ${title}`)
}

const COVER = '---\ntheme: none\ntitle: 渡口\nlayout: cover\n---\n\n# 渡口\n'

it('counts by the numerals of kickers, under the headings that they name', async () => {
  expect(await pointsIn(COVER, slide('section', '渡口', '第一部分'), slide('points', '船走了', '一 渡口'), slide('points', '船', '一 · 1 渡口'), slide('figure', '有三十年了', '一 · 1 船'), slide('points', '人比船要紧', '一 · 2 人'), slide('statement', '桥', '一 · 3 渡口'), slide('closing', '水还在流', '一 · 3 桥')))
    .toEqual(['4 船', '6 人', '7 桥'])
})

it('knows parts that a section opens from points, where one deck has all', async () => {
  expect(await pointsIn(COVER, slide('section', '岸'), slide('points', '树', '一 · 1 岸'), slide('section', '河'), slide('points', '水涨了', '二 · 1 水'))).toEqual(['3 树', '5 水'])
})

it('has one where the title changes, without such numerals: in decks of one text and in decks of old', async () => {
  expect(await pointsIn(COVER, slide('points', '船走了', '一 渡口'), slide('statement', '人还在', '一 渡口'), slide('closing', '水还在流', '一 渡口'))).toEqual(['2 船走了', '3 人还在'])
  expect(await pointsIn(COVER, slide('outline', '目录'), slide('points', '渡口'), slide('points', '船（1/2）'), slide('points', '船（2/2）'), slide('recap', '回顾'))).toEqual(['4 船'])
})

it('names them by the words of their headings, without signs of Markdown', async () => {
  const headings = ['人民是**最大的靠山**', '用 `npm test` *试*一次', '2 \\* 3 \\* 4', '**渡**口是~~旧~~路']
  expect(await pointsIn(COVER, ...headings.map(heading => slide('points', heading))))
    .toEqual(['2 人民是最大的靠山', '3 用 npm test 试一次', '4 2 * 3 * 4', '5 渡口是旧路'])
})
