import type { Browser } from 'playwright-core'
import type { Seen } from '../support/ways.ts'
import { copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generate } from '../../scripts/commands/generate.ts'
import { openBrowser } from '../support/browser.ts'
import { quiet, workFolder } from '../support/build.ts'
import { LAYOUTS, SLIDES } from '../support/dialect.ts'
import { ALL, drawn, inTurn } from '../support/random.ts'
import { bothWays } from '../support/ways.ts'

const THEMES = fileURLToPath(new URL('../../themes', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../fixtures/articles', import.meta.url))
/** All articles at once take longer than a test may: each share has every so many of them. */
const SHARES = [0, 1, 2, 3]
/** Formulas are built Slidev's own way: see tests/build/ways.test.ts. */
const WITH_FORMULAS = ['hostile', 'tables-and-code']

/** `npm test` compares slides of one source. */
const SOURCES = inTurn(['dialect', 'example', 'generated'], 0)

let browser: Browser
let folder: Awaited<ReturnType<typeof workFolder>>
const path = (...names: string[]): string => join(folder.path, ...names)
beforeAll(async () => {
  browser = await openBrowser()
  folder = await workFolder()
})
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

/** The slides that do not look the same both ways, each with what is first not the same. */
function differences({ fast, slidev }: { fast: Seen, slidev: Seen }): string[] {
  return Object.entries(slidev).flatMap(([deck, slides]) => slides.flatMap((slide, index) => {
    const other = fast[deck]?.[index]
    const at = slide.looks.findIndex((look, element) => look !== other?.looks[element])
    const place = `${deck}.md, slide ${index + 1}`
    if (slide.html !== other?.html)
      return [`${place}: ${slide.html}\n is not ${other?.html}`]
    return at >= 0 ? [`${place}: element ${at} looks other`] : []
  }))
}

/** What a page says of itself: its language, its title, and what stands for it elsewhere. */
function metaOf(html: string): string[] {
  return (html.match(/<html[^>]*>|<title>.*?<\/title>|<meta [^>]*>/g) ?? []).map(tag => tag.replace(/\s*\/>$/, '>')).sort()
}

/** How many slides were compared: a comparison of nothing would always succeed. */
const countOf = ({ slidev }: { slidev: Seen }): number => Object.values(slidev).flat().length

describe('slides that are compiled alone', () => {
  it.runIf(SOURCES.includes('dialect'))('look as Slidev\'s own build shows them: its dialect, in layouts of ours', async () => {
    const slides = path('dialect')
    await mkdir(join(slides, 'images'), { recursive: true })
    await copyFile(join(THEMES, 'shared/ferry.svg'), join(slides, 'images/ferry.svg'))
    const layouts = drawn(Object.entries(LAYOUTS), 1)
    for (const [index, [layout, own]] of layouts.entries()) {
      const head = `---\ntheme: ${relative(slides, join(THEMES, 'study'))}\ntitle: "${layout} — *船*"\nauthor: A & "B" <c>\nlang: zh-CN\nlayout: cover\n---\n\n# 船`
      const all = Object.values(SLIDES).map(slide => `---\nlayout: ${layout}\n${own === '' ? '' : `${own}\n`}---\n\n${slide}\n\n<!--\n${slide.includes('<!--') ? '' : 'A *note*. [click]'}\n-->`)
      await writeFile(join(slides, `${String(index + 1).padStart(2, '0')}.md`), `${[head, ...all].join('\n\n')}\n`)
    }
    const seen = await bothWays(browser, slides, path('dialect-out'))
    expect(countOf(seen)).toBe(layouts.length * (Object.keys(SLIDES).length + 1))
    expect(differences(seen)).toEqual([])
    const [fast, slidev] = await Promise.all(['fast', 'slidev'].map(async way => metaOf(await readFile(path('dialect-out', way, '01.html'), 'utf8'))))
    expect(slidev!.length).toBeGreaterThan(3)
    expect(fast).toEqual(slidev)
  })

  it.runIf(SOURCES.includes('example')).each(drawn(['study', 'plain'], 1))('look as Slidev\'s own build shows them: the example deck of %s', async (theme) => {
    const slides = path(theme)
    await mkdir(slides)
    const example = await readFile(join(THEMES, theme, 'example.md'), 'utf8')
    const [, head] = /^---\n([\s\S]*?)src: .*\n---/.exec(example)!
    const deck = (await readFile(join(THEMES, 'shared/example-slides.md'), 'utf8'))
      .replace('---\n', `---\n${head!.replace('theme: ./', `theme: ${relative(slides, join(THEMES, theme))}`)}`)
      .replaceAll('./ferry.svg', './images/ferry.svg')
    await mkdir(join(slides, 'images'))
    await copyFile(join(THEMES, 'shared/ferry.svg'), join(slides, 'images/ferry.svg'))
    await writeFile(join(slides, '01.md'), deck)
    const seen = await bothWays(browser, slides, path(`${theme}-out`))
    expect(countOf(seen)).toBeGreaterThan(20)
    expect(differences(seen)).toEqual([])
  })

  it.runIf(SOURCES.includes('generated')).each(ALL ? SHARES : [0])('look as Slidev\'s own build shows them: decks that are generated, with fonts of their own: %i', async (share) => {
    const all = (await readdir(FIXTURES)).filter(name => !WITH_FORMULAS.includes(name))
    const articles = ALL ? all.filter((_, index) => index % SHARES.length === share) : ['traditional']
    const made = (name: string): string => path(`generated-${share}`, name)
    const slides = made('all')
    await mkdir(slides, { recursive: true })
    let count = 0
    for (const name of articles) {
      const file = (await readdir(join(FIXTURES, name))).find(file => file.startsWith('article.'))!
      await generate([join(FIXTURES, name, file)], { out: made(name) }, quiet())
      const own = join(made(name), 'article')
      for (const deck of (await readdir(own)).filter(file => file.endsWith('.md')).sort())
        await writeFile(join(slides, `${String(++count).padStart(3, '0')}.md`), (await readFile(join(own, deck), 'utf8')).replace(/^theme: .*$/m, `theme: ${relative(slides, join(THEMES, 'study'))}`))
      await cp(join(own, 'images'), join(slides, 'images'), { recursive: true }).catch(() => undefined)
      if (name === 'traditional') {
        await cp(join(own, 'fonts'), join(slides, 'fonts'), { recursive: true })
        await cp(join(own, 'styles.css'), join(slides, 'styles.css'))
      }
    }
    const seen = await bothWays(browser, slides, made('out'))
    expect(countOf(seen)).toBeGreaterThan(ALL ? 80 : 10)
    expect(differences(seen)).toEqual([])
  })
})
