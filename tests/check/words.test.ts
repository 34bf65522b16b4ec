import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { DENSITIES } from '../../scripts/deck/types.ts'
import { readArticle } from '../../scripts/files/article.ts'
import { chineseNumber } from '../../scripts/language/numerals.ts'
import { readDeck, slideMarkdown } from '../../scripts/slidev/read.ts'
import { article as articleOf, SAMPLE } from '../support/articles.ts'
import { articles } from '../support/fuzz.ts'
import { ALL, drawn, inTurn, runs } from '../support/random.ts'
import { generatedFrom, wordsOf } from '../support/words.ts'

const FIXTURES = ['articles', 'held-back'].flatMap((kind) => {
  const folder = fileURLToPath(new URL(`../fixtures/${kind}`, import.meta.url))
  return readdirSync(folder).map(name => join(folder, name, readdirSync(join(folder, name)).find(file => file.startsWith('article.'))!))
})

describe('the rules on words say nothing of what Lectern generates', () => {
  const ways = DENSITIES.flatMap(density => [false, true].map(clicks => ({ density, clicks })))
  const cases = [SAMPLE, ...drawn(FIXTURES, FIXTURES.length >> 1)].map((path, index) => [path.split('/').slice(-2).join('/'), path, inTurn(ways, index)] as const)
  it.each(cases)('%s', async (_, path, options) => {
    for (const { density, clicks } of options) {
      const article = generatedFrom((await readArticle(path)).file, { density, clicks })
      const { coverage, messages } = wordsOf(article, article.decks)
      expect(messages.map(({ file, line, ruleId, reason }) => `${density} ${file}:${line} ${ruleId} ${reason}`)).toEqual([])
      expect(coverage).toEqual({ sentences: coverage.sentences, covered: coverage.sentences, removedByHand: 0 })
    }
  })

  it.each(['六号楼方阿姨，2019年4月', '鲁迅，《故乡》', '老李'])('a quotation whose credit follows it, and stands above its clauses: %s', (credit) => {
    const text = `# 渡口\n\n## 船\n\n从前这里有一条船。\n\n> 与其年年抱怨，不如先种一棵白菜试试。\n>\n> ——${credit}\n`
    const article = generatedFrom(articleOf(text, '.md'), { density: 'full' })
    expect(article.decks[0]!.markdown).toContain(`\n${credit}\n\n- 与其`)
    expect(wordsOf(article, article.decks).messages).toEqual([])
  })

  it('a table that no slide holds: its rows are text, parted into clauses', () => {
    // Neither by its columns nor by its rows: one cell alone is more than a slide.
    const cell = Array.from({ length: 40 }, (_, index) => `第${index}条船在河边停了三十年，没有人来；`).join('')
    const article = generatedFrom(articleOf(`# 渡口\n\n## 船\n\n| 船 | 桨 |\n| - | - |\n| ${cell} | ${cell} |\n`, '.md'), { density: 'full' })
    expect(article.decks[0]!.markdown).not.toContain('layout: table')
    expect(wordsOf(article, article.decks).messages).toEqual([])
  })

  it.each(['.txt', '.md'] as const)('random articles, %s', (ending) => {
    fc.assert(fc.property(articles(600), fc.constantFrom(...DENSITIES), fc.boolean(), (words, density, clicks) => {
      fc.pre(/[\p{L}\p{N}]/u.test(words))
      const article = generatedOrNone(articleOf(words, ending), { density, clicks })
      fc.pre(article !== undefined)
      expect(wordsOf(article!, article!.decks).messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([])
    }), { numRuns: runs(300) })
  })
})

/** Markdown may have words only where nobody reads them. */
function generatedOrNone(
  ...parameters: Parameters<typeof generatedFrom>
): ReturnType<typeof generatedFrom> | undefined {
  try {
    return generatedFrom(...parameters)
  }
  catch (error) {
    if (error instanceof VFileMessage && error.ruleId === 'no-words')
      return undefined
    throw error
  }
}

/** Three parts of two slides each, whose sentences are all different. */
const VILLAGES = `渡口\n\n${['东', '南', '西'].map(name => `${name}村\n\n${['船', '人'].map(thing => `${name}${thing}在河的两岸来来往往，风雨天也是一样。村里的${name}${thing}从前每天都要走很远的路，后来就不用走了；大家说起${name}${thing}来，都说是好日子。`).join('\n\n')}`).join('\n\n')}\n`

describe('what a person makes of a deck is no fault', () => {
  const article = generatedFrom(articleOf(VILLAGES))
  const slidesOf = (markdown: string): string[] => readDeck(markdown).map(slideMarkdown)
  const textSlides = (slides: string[]): number[] => slides.flatMap((slide, index) => slide.includes('<!--') ? [index] : [])

  it.each<[what: string, change: (slides: string[], at: number) => string[]]>([
    ['a note changed', (slides, at) => slides.with(at, slides[at]!.replace(/<!--\n.*?。/, '<!--\n我们自己的一句话。'))],
    ['a note emptied', (slides, at) => slides.with(at, slides[at]!.replace(/<!--[\s\S]*-->/, ''))],
    ['a line changed', (slides, at) => slides.with(at, slides[at]!.replace(/^(#|-) .*$/m, '$1 我们自己的一句话'))],
    ['a slide moved', (slides, at) => at === slides.length - 1 ? [slides[0]!, slides[at]!, ...slides.slice(1, -1)] : [...slides.toSpliced(at, 1), slides[at]!]],
    ['a slide deleted', (slides, at) => slides.toSpliced(at, 1)],
    ['a slide added', (slides, at) => slides.toSpliced(at, 0, '---\n\n# 我们的一页\n\n- 我们自己的一句话\n\n')],
    ['a slide doubled', (slides, at) => slides.toSpliced(at, 0, slides[at]!.replace(/^id: .*\n/m, ''))],
    ['a slide hidden', (slides, at) => slides.with(at, slides[at]!.replace('---\n', '---\nhide: true\n'))],
  ])('%s', (_, change) => {
    for (const [index, deck] of article.decks.entries()) {
      const slides = slidesOf(deck.markdown)
      for (const at of textSlides(slides)) {
        const edited = change(slides, at).join('')
        expect(edited).not.toBe(deck.markdown)
        const now = article.decks.with(index, { ...deck, markdown: edited })
        expect(wordsOf(article, article.decks, now).messages).toEqual([])
      }
    }
  })

  it('a slide moved to another deck', () => {
    const [first, second, third] = article.decks as [DeckFile, DeckFile, DeckFile]
    const slides = slidesOf(first.markdown)
    const [at] = textSlides(slides) as [number]
    const now = [{ ...first, markdown: slides.toSpliced(at, 1).join('') }, { ...second, markdown: `${second.markdown}\n${slides[at]!}` }, third]
    const { coverage, messages } = wordsOf(article, article.decks, now)
    expect(messages).toEqual([])
    expect(coverage.removedByHand).toBe(0)
  })

  it('and what was taken out is counted', () => {
    const [first, ...rest] = article.decks as [DeckFile, DeckFile, DeckFile]
    const slides = slidesOf(first.markdown)
    const [at] = textSlides(slides) as [number]
    const { coverage } = wordsOf(article, article.decks, [{ ...first, markdown: slides.toSpliced(at, 1).join('') }, ...rest])
    expect(coverage.removedByHand).toBeGreaterThan(0)
    expect(coverage.covered).toBe(coverage.sentences - coverage.removedByHand)
  })
})

describe.runIf(ALL)('a book', () => {
  /** Every sentence is another one. */
  const sentence = (number: number): string => `第${chineseNumber(number % 9999)}天的${chineseNumber(Math.floor(number / 7) % 9999)}号渡口上来来往往的人里，有人说起了那一年的第${number}件事。`
  const book = `渡口\n\n${Array.from({ length: 10 }, (_, part) => `第${chineseNumber(part + 1)}章 渡口${part}\n\n${Array.from({ length: 40 }, (_, paragraph) => Array.from({ length: 6 }, (_, at) => sentence(part * 240 + paragraph * 6 + at)).join('')).join('\n\n')}`).join('\n\n')}\n`

  it('of a hundred thousand characters is checked in seconds, whole or broken', () => {
    expect(book.length).toBeGreaterThan(100_000)
    const article = generatedFrom(articleOf(book), { density: 'brief' })
    const time = (decks: DeckFile[]): { seconds: number, rules: string[] } => {
      const start = performance.now()
      const { messages } = wordsOf(article, decks)
      return { seconds: (performance.now() - start) / 1000, rules: messages.map(({ ruleId }) => ruleId) }
    }
    const whole = time(article.decks)
    expect(whole.rules).toEqual([])
    // Each note loses its first sentence: as many differences as there are slides.
    const broken = time(article.decks.map(deck => ({ ...deck, markdown: deck.markdown.replace(/<!--\n[^。]*。/g, '<!--\n') })))
    expect(new Set(broken.rules)).toEqual(new Set(['complete']))
    expect(broken.seconds).toBeLessThan(10 * whole.seconds + 10)
    // More differences than are told one by one: from the first to the last is one.
    const foreign = time(article.decks.map(deck => ({ ...deck, markdown: deck.markdown.replace(/(?<=<!--\n.*)有人说起/g, '某人说起') })))
    expect(foreign.rules).toEqual(['complete'])
    expect(foreign.seconds).toBeLessThan(10 * whole.seconds + 10)
    console.info(`${book.length} characters: ${whole.seconds.toFixed(1)} s, broken ${broken.seconds.toFixed(1)} s, ${broken.rules.length} messages`)
  }, 300_000)
})
