import type { CompiledSlide } from '../../scripts/build/shell/slide.ts'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheFolder } from '../../scripts/build/cache.ts'
import { loadDecks } from '../../scripts/build/decks.ts'
import { hashOwn } from '../../scripts/build/inputs.ts'
import { compileArticle } from '../../scripts/build/shell/article.ts'
import { findSlides } from '../../scripts/build/shell/kept-slides.ts'
import { LongWay } from '../../scripts/build/shell/long-way.ts'
import { shortHash } from '../../scripts/files/hash.ts'
import { workFolder } from '../support/build.ts'

const THEMES = fileURLToPath(new URL('../../themes', import.meta.url))

let folder: Awaited<ReturnType<typeof workFolder>>
const deck = (): string => join(folder.path, '01.md')
const kept = (): string => join(cacheFolder(process.env), 'slides', `${shortHash(deck())}.json`)

beforeAll(async () => {
  folder = await workFolder()
  await mkdir(join(folder.path, 'images'))
})
afterAll(async () => {
  await rm(kept(), { force: true })
  await folder?.clean()
})

const SLIDES = [
  '# 船\n\n<!--\n船是木头做的。\n-->',
  '---\nlayout: statement\n---\n\n# 桥通了以后，渡口还要不要留着\n\n<!--\n桥是去年秋天通的。\n-->',
  '---\nlayout: points\nkicker: 人\n---\n\n# 摆渡的人姓李\n\n- 大家都叫他老李\n- 他也应\n',
  '![船](./images/ferry.svg)',
  '```ts\nconst boat = 1\n```',
]

async function write(slides: string[], title = '渡口'): Promise<void> {
  await copyFile(join(THEMES, 'shared/ferry.svg'), join(folder.path, 'images/ferry.svg'))
  const theme = relative(folder.path, join(THEMES, 'study'))
  const parts = slides.map(slide => slide.startsWith('---') ? slide : `---\n\n${slide}`)
  await writeFile(deck(), `---\ntheme: ${theme}\ntitle: ${title}\n---\n\n# ${title}\n\n${parts.join('\n\n')}\n`)
}

async function compile(isAnew = false): Promise<CompiledSlide[]> {
  const { decks: [made] } = await compileArticle(await loadDecks(folder.path), hashOwn(), process.env, isAnew)
  return made!.slides
}

describe('slides that an earlier build compiled', () => {
  it.each<[string, string[], string?]>([
    ['the words of one', SLIDES.map(slide => slide.replace('也应', '不应'))],
    ['a note', SLIDES.map(slide => slide.replace('秋天', '春天'))],
    ['a layout', SLIDES.map(slide => slide.replace('layout: points', 'layout: default'))],
    ['their order', [...SLIDES].reverse()],
    ['how many there are', SLIDES.slice(1, 4)],
    ['the deck\'s title', SLIDES, '桥'],
  ])('are what would be compiled anew, when %s changes', async (_, slides, title) => {
    await write(SLIDES)
    await compile(true)
    await write(slides, title)
    const now = await compile()
    expect(now).toHaveLength(slides.length + 1)
    expect(now).toEqual(await compile(true))
  })

  it('are taken where they stayed as they were, and nowhere else', async () => {
    await write(SLIDES)
    await compile(true)
    await writeFile(kept(), (await readFile(kept(), 'utf8')).replaceAll('老李', '老王').replaceAll('桥通', '路通'))
    await write(SLIDES.map(slide => slide.replace('也应', '不应')))
    const code = (await compile()).map(slide => slide.code).join()
    expect(code).toContain('老李')
    expect(code).not.toContain('桥通')
    expect((await compile(true)).map(slide => slide.code).join()).toContain('桥通')
  })

  it('are none of other code\'s, none where the file is damaged, and none that shows a file that has gone', async () => {
    await write(SLIDES)
    await compile(true)
    const [loaded] = await loadDecks(folder.path)
    const { key } = JSON.parse(await readFile(kept(), 'utf8')) as { key: string }
    expect((await findSlides(loaded!, key, process.env)).size).toBe(SLIDES.length + 1)
    expect((await findSlides(loaded!, 'another', process.env)).size).toBe(0)
    await rm(join(folder.path, 'images/ferry.svg'))
    await expect(compile()).rejects.toThrow(LongWay)
    await writeFile(kept(), '{')
    expect((await findSlides(loaded!, key, process.env)).size).toBe(0)
  })
})
