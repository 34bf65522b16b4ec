import type { DeckSlide } from './slides.ts'
import { withoutPage } from '../language/labels.ts'
import { withBody } from './slides.ts'

/**
 * Takes from titles how many slides they go over, （1/3）, which was written there once and is the theme's to say now: a
 * slide that is deleted leaves no other one with a count that is wrong.
 *
 * @param base the slides of each deck as they were generated
 * @param ours the same decks as a person has them
 * @returns both without what was counted; a heading of the article's that ends so stays as it is
 */
export function withoutCounts(base: DeckSlide[][], ours: DeckSlide[][]): { base: DeckSlide[][], ours: DeckSlide[][] } {
  const series = new Map<string, string[]>()
  for (const title of base.flat().map(lineOf).filter(title => withoutPage(title) !== title))
    series.set(withoutPage(title), [...series.get(withoutPage(title)) ?? [], title.slice(withoutPage(title).length)])
  const whole = [...series].filter(([, counts]) => isWhole(counts))
  const counted = new Set(whole.flatMap(([title, counts]) => counts.map(count => title + count)))
  if (counted.size === 0)
    return { base, ours }
  const countIn = (title: string): string => title.slice(withoutPage(title).length)
  const slides = base.flat().filter(slide => counted.has(lineOf(slide)))
  const countOf = new Map(slides.map(slide => [slide.id, countIn(lineOf(slide))]))
  const uncounted = (slide: DeckSlide): DeckSlide => {
    const title = lineOf(slide)
    const isCounted = counted.has(title) || (slide.id !== undefined && title.endsWith(countOf.get(slide.id) ?? '\n'))
    return isCounted ? withBody(slide, slide.text.body.replace(title, () => withoutPage(title))) : slide
  }
  const withoutThem = (decks: DeckSlide[][]): DeckSlide[][] => decks.map(slides => slides.map(uncounted))
  return { base: withoutThem(base), ours: withoutThem(ours) }
}

/** All of 1/3, 2/3, 3/3, in this order: what an article's own headings say is hardly that. */
function isWhole(counts: string[]): boolean {
  return counts.length > 1 && counts.every((count, index) => count.includes(`${index + 1}/${counts.length}`))
}

/** The line of a slide's title, its mark with it. */
function lineOf({ text }: DeckSlide): string {
  return /^# .*$/m.exec(text.body)?.[0].trimEnd() ?? ''
}
