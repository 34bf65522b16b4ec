import type { Browser } from 'playwright-core'
import type { SetSlide } from '../../scripts/check/types.ts'
import type { Deck, Density, Layout, Ratio, Slide } from '../../scripts/deck/types.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { setSlides } from '../../scripts/check/set-slides.ts'
import { build } from '../../scripts/commands/build.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { RATIOS } from '../../scripts/deck/types.ts'
import { findTheme } from '../../scripts/files/theme.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { stringifyDeck } from '../../scripts/slidev/stringify.ts'
import { openBrowser } from '../support/browser.ts'
import { quiet, workFolder } from '../support/build.ts'
import { chinese, english, limitsOf, slideAt } from '../support/limits.ts'
import { ALL, drawn, inTurn } from '../support/random.ts'
import { faultsOf } from '../support/set.ts'

/** `npm test` sets the slides of so many articles of each kind, in one theme. */
const SOME_ARTICLES = 3

const TEXT = '渡口的灯到半夜才熄老人把船系在柳树上他说起三十年前的洪水新桥修好以后听桨声看落日一年又一年过去'.repeat(4)
/** So many characters, another text for each place. */
const words = (length: number, at = 0): string => TEXT.slice(at, at + length)

/** Slides that picture the whole. */
const WHOLE: ReadonlySet<Layout> = new Set(['cover', 'section', 'outline', 'recap', 'questions'])

/** The slides of an article's middle deck: those that picture the whole, or those of its text. */
function slidesOf(
  markdown: string,
  options: { ratio: Ratio, density?: Density, questions?: boolean },
  isOfWhole = false,
): Slide[] {
  const { decks } = decksOf(new VFile({ path: 'a.md', value: markdown }), { ...DEFAULT_OPTIONS, ...options, theme: 'study' })
  return decks[decks.length >> 1]!.slides.filter(({ layout }) => WHOLE.has(layout) === isOfWhole)
}

/** Headings of so many characters, in turn: from a word to three lines of a title, alike and mixed. */
const LENGTHS = [[4], [14], [28], [54], [41, 41, 13, 41, 13], [12, 24, 20, 14, 45], [54, 4]]
const PARTS = [1, 3, 4, 5, 6, 9]
const POINTS = [0, 8]

/**
 * An article that takes so many characters to say has sections; a part of so many has one, and with four points a
 * recap.
 */
const LONG = { article: 2200, part: 560 }

function pictures(ratio: Ratio): Slide[] {
  const counts = PARTS.flatMap(parts => POINTS.map(points => ({ parts, points })))
  const articles = counts.flatMap(count => LENGTHS.map(lengths => ({ ...count, lengths })))
  return drawn(articles, SOME_ARTICLES).flatMap(({ parts, points, lengths }) => {
    const heading = (index: number): string => words(lengths[index % lengths.length]!, index)
    const said = Math.max(LONG.part, LONG.article / parts) / (points + 1)
    const text = (index: number): string => Array.from({ length: Math.ceil(said / 40) }, (_, at) => `${words(18, index + at)}，${words(20, index + 2 * at)}。`).join('')
    const body = Array.from({ length: parts }, (_, part) => [
      `## ${heading(part)}`,
      text(part),
      ...Array.from({ length: points }, (_, point) => `### ${heading(parts + point)}\n\n${text(part + point)}`),
    ].join('\n\n'))
    return slidesOf(`# 渡口\n\n${body.join('\n\n')}\n`, { ratio, questions: true }, true)
  })
}

/** Titles of one, two and three lines. */
const TITLES = [words(6), words(30), words(56)]
function under(bodies: string[], ratio: Ratio, density: Density = 'standard'): Slide[] {
  const articles = TITLES.flatMap(title => bodies.map(body => `# 渡口\n\n## ${title}\n\n${body}\n`))
  return drawn(articles, SOME_ARTICLES).flatMap(article => slidesOf(article, { ratio, density }))
}

/** Structures as large as the planner lets them be: so many in `npm test`. */
const SOME_STRUCTURES = 40
const STRUCTURES = [chinese, english].flatMap(limitsOf)

/** Lists of an author's own, with a line that leads in to them and without one. */
const LISTS = [3, 4, 5, 6, 9].flatMap(count => [2, 7, 16, 30, 60].flatMap(length => ['-', '1.'].flatMap(mark => ['', `${words(9)}：\n\n`, `${words(40)}，${words(12)}：\n\n`].map(lead =>
  `${words(7)}。\n\n${lead}${Array.from({ length: count }, (_, index) => `${mark} ${words(length, 3 * index)}`).join('\n')}`))))

/** Lines of code of every kind: words, marks, no spaces at all, tabs, Chinese, empty ones. */
const line = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.array(fc.stringMatching(/^[\w.()=/:-]{1,18}$/), { maxLength: 20 })).map(([indent, parts]) => '  '.repeat(indent) + parts.join(' ')) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 8 }), fc.stringMatching(/^[\w ]{0,80}$/)).map(([tabs, text]) => '\t'.repeat(tabs) + text.replaceAll(' ', '\t')) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z_]{0,160}$/) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }).map(length => `// ${words(length, 11)}`) },
  { weight: 1, arbitrary: fc.constant('') },
)
const CODE = fc.sample(fc.array(line, { minLength: 10, maxLength: 40 }), { seed: 5, numRuns: 12 }).map(lines => `\`\`\`js\n${lines.join('\n')}\n\`\`\``)

/** Sentences of Chinese, of English, and of words longer than a line, by themselves, said by somebody, and quoted. */
const ofChinese = fc.tuple(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 0, max: 90 }))
  .map(([length, at]) => words(length, at))
const clause = fc.oneof(
  { weight: 4, arbitrary: ofChinese },
  { weight: 2, arbitrary: fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 2, maxLength: 30 }).map(parts => parts.join(' ')) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{10,90}$/) },
)
const sentence = fc.array(clause, { minLength: 1, maxLength: 6 }).map(clauses => `${clauses.join('，')}。`)
const paragraph = fc.tuple(fc.array(sentence, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '', '“', '老人说：“', '> ')).map(([sentences, before]) => `${before}${sentences.join('')}${before.endsWith('“') ? '”' : ''}`)
const PARAGRAPHS = fc.sample(paragraph, { seed: 5, numRuns: 40 })

const cell = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 24 }).map(length => words(length, length)) }, { weight: 1, arbitrary: fc.stringMatching(/^([a-z]{2,12} ){0,6}[a-z]{2,12}$/) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map(String) })
const row = (columns: number): fc.Arbitrary<string[]> => fc.array(cell, { minLength: columns, maxLength: columns })
const rows = fc.integer({ min: 2, max: 7 }).chain(columns => fc.array(row(columns), { minLength: 3, maxLength: 14 }))
const TABLES = fc.sample(rows, { seed: 5, numRuns: 25 })
  .map(([head, ...rows]) => [head!, head!.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n'))

/** All that plans how much a slide holds, in `scripts/deck/capacity.ts` and its neighbours. */
const KINDS: readonly (readonly [name: string, fewest: number, slides: (ratio: Ratio) => Slide[]])[] = [
  ['pictures of structure', 100, pictures],
  ['drawn structures', 1500, () => drawn(STRUCTURES, SOME_STRUCTURES).flatMap(slideAt)],
  ['lists', 150, ratio => under(LISTS, ratio)],
  ['headlines, points, quotations and statements', 120, ratio => under(PARAGRAPHS, ratio)],
  ['all clauses of sentences', 120, ratio => under(PARAGRAPHS, ratio, 'full')],
  ['tables', 60, ratio => under(TABLES, ratio)],
  ['code', 60, ratio => under(CODE, ratio)],
]

/** `npm test` sets slides of so many kinds. */
const SOME_KINDS = 2

/** All structures that there are take a quarter of an hour to build, in milliseconds. */
const LONGEST = ALL ? 3_600_000 : 300_000

/** Decks of such slides: a page for each would take too long. */
const SLIDES_OF_A_DECK = 400
function decksFor(slides: Slide[], ratio: Ratio): Deck[] {
  const total = Math.ceil(slides.length / SLIDES_OF_A_DECK)
  return Array.from({ length: total }, (_, index) => ({
    number: index + 1,
    total,
    title: '渡口',
    articleTitle: '渡口',
    language: 'zh-CN',
    ratio,
    clicks: false,
    minutes: 1,
    slides: slides.slice(index * SLIDES_OF_A_DECK, (index + 1) * SLIDES_OF_A_DECK),
  }))
}

/** Each theme with each turn of the ratios: `npm test` tries one. */
const SHAPES = ['study', 'plain'].flatMap(theme => [0, 1].map(turn => ({ theme, turn })))
const TRIED = ALL ? SHAPES.filter(({ turn }) => turn === 0) : inTurn(SHAPES, 0)

describe.each(TRIED)('what is planned for a slide has room on it, in $theme', ({ theme, turn }) => {
  let folder: Awaited<ReturnType<typeof workFolder>>
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveFolder>>
  const cases = drawn(KINDS, SOME_KINDS).flatMap(([name, fewest, slides], kind) =>
    inTurn(RATIOS, kind + turn).map(ratio => ({ name, fewest, decks: decksFor(slides(ratio), ratio), ratio })))
  const files = cases.flatMap(({ decks }) => decks).map((deck, index) => ({ deck, name: String(index + 1).padStart(3, '0') }))
  beforeAll(async () => {
    folder = await workFolder()
    browser = await openBrowser()
    const decks = join(folder.path, theme)
    await mkdir(decks)
    for (const { deck, name } of files)
      await writeFile(join(decks, `${name}.md`), stringifyDeck(deck, relative(decks, findTheme(theme))))
    await build([decks], { out: join(folder.path, 'dist'), only: ['html'] }, process.env, quiet())
    server = await serveFolder(join(folder.path, 'dist'))
  }, LONGEST)
  afterAll(async () => {
    await server?.close()
    await browser?.close()
    await folder?.clean()
  })

  it.each(cases)('$name, $ratio', async ({ fewest, decks }) => {
    const page = await browser.newPage()
    const slides: SetSlide[] = []
    for (const { name } of files.filter(({ deck }) => decks.includes(deck))) {
      await openPrintRoute(page, `${server.url}${theme}/${name}.html`)
      slides.push(...await setSlides(page))
    }
    await page.close()
    expect(slides.length).toBeGreaterThan(ALL ? fewest : 0)
    expect(faultsOf(slides)).toEqual([])
  }, LONGEST)
})
