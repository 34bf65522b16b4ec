import { readdirSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDecks } from '../../scripts/build/decks.ts'
import { hashOwn } from '../../scripts/build/inputs.ts'
import { planPages } from '../../scripts/build/make-pages.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { inEnglish } from '../../scripts/messages/wording.ts'
import { quiet, workFolder } from '../support/build.ts'
import { OTHERS } from '../support/dialect.ts'
import { drawn } from '../support/random.ts'

const ARTICLES = fileURLToPath(new URL('../fixtures/articles', import.meta.url))
/** `$x$` in Markdown: Slidev's own build brings what draws it. */
const WITH_FORMULAS = ['hostile', 'tables-and-code']
const THEMES = fileURLToPath(new URL('../../themes', import.meta.url))

let folder: Awaited<ReturnType<typeof workFolder>>
beforeAll(async () => {
  folder = await workFolder()
})
afterAll(() => folder?.clean())

/** Why decks are built Slidev's own way; nothing where they need not be. */
async function reasonOf(slide: string, { head = '', theme = 'study', beside = '' } = {}): Promise<string | undefined> {
  const slides = join(folder.path, 'slides')
  await rm(slides, { recursive: true, force: true })
  await mkdir(join(slides, 'images'), { recursive: true })
  await copyFile(join(THEMES, 'shared/ferry.svg'), join(slides, 'images/ferry.svg'))
  if (beside !== '')
    await writeFile(join(slides, beside), '')
  const first = `---\ntheme: ${relative(slides, join(THEMES, theme))}\ntitle: 船\n${head}\n---\n\n# 船`
  await writeFile(join(slides, '01.md'), `${first}\n\n${slide.startsWith('---') ? '' : '---\n\n'}${slide}\n`)
  const reason = (await planPages(await loadDecks(slides), hashOwn(), process.env)).slow?.reason
  return typeof reason === 'object' ? inEnglish(reason) : reason
}

describe('the way that decks are built', () => {
  it.each(drawn(OTHERS, OTHERS.length >> 2))('is Slidev\'s own for %j: %s', async (slide, reason) => {
    expect(await reasonOf(slide)).toBe(`01.md has ${reason}`)
  })

  it.each([
    ['fonts: { sans: Arial }', '`fonts` in its headmatter'],
    ['comark: true', '`comark` in its headmatter'],
    ['defaults: { layout: quote }', '`defaults` in its headmatter'],
  ])('is Slidev\'s own for a deck with %s', async (head, reason) => {
    await expect(reasonOf('# 船', { head })).resolves.toBe(`01.md has ${reason}`)
  })

  it.each(['components', 'style.css', 'global-top.vue', 'vite.config.ts', 'public', '.env', 'index.html', 'og-image.png'])('is Slidev\'s own where %s stands beside the decks', async (beside) => {
    expect(await reasonOf('# 船', { beside })).toBe(`${beside} beside the decks`)
  })

  it.each(drawn(readdirSync(ARTICLES), 6))('is the fast one for what is generated of %s, but for formulas', async (name) => {
    const file = readdirSync(join(ARTICLES, name)).find(file => file.startsWith('article.'))!
    const out = join(folder.path, 'generated', name)
    await generate([join(ARTICLES, name, file)], { out }, quiet())
    const { slow } = await planPages(await loadDecks(join(out, 'article')), hashOwn(), process.env)
    const hasFormulas = WITH_FORMULAS.includes(name)
    const said = slow && { ...slow, reason: typeof slow.reason === 'object' ? inEnglish(slow.reason) : slow.reason }
    expect(said).toEqual(hasFormulas ? { reason: expect.stringMatching(/^\d+\.md has what Slidev calls katex$/), isFault: false } : undefined)
  })

  it('is the fast one for decks that have been built before', async () => {
    const slide = '---\nlayout: points\n---\n\n# 船\n\n- 木头\n- 竹子'
    expect([await reasonOf(slide), await reasonOf(slide)]).toEqual([undefined, undefined])
  })

  it('is the fast one where the theme is reached by a link, as some package managers install it', async () => {
    expect(await reasonOf('# 船\n\n船是木头做的。')).toBeUndefined()
    const slides = join(folder.path, 'linked')
    await mkdir(slides)
    await symlink(THEMES, join(folder.path, 'themes-by-a-link'))
    const deck = await readFile(join(folder.path, 'slides/01.md'), 'utf8')
    await writeFile(join(slides, '01.md'), deck.replace(/^theme: .*$/m, 'theme: ../themes-by-a-link/study'))
    expect((await planPages(await loadDecks(slides), hashOwn(), process.env)).slow).toBeUndefined()
  })

  it.each(['a.md', 'article.txt', '.lectern', 'photo.jpg'])('is the fast one where %s stands beside the decks', async (beside) => {
    expect(await reasonOf('# 船\n\n船是木头做的。', { beside })).toBeUndefined()
  })
})
