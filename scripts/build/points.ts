import type { LoadedDeck } from './decks.ts'
import { withoutPage } from '../language/labels.ts'
import { FURNITURE } from '../slidev/layouts.ts'
import { plainTitle } from './decks.ts'

/** A point of a part, where it begins. */
export interface Point {
  title: string
  /** The number of its first slide, from 1. */
  slide: number
}

/** The numerals of a point in a kicker: those of its part and its own; of an article in one part its own alone. */
const NUMERALS = /^(?:[一二三四五六七八九十百千\d]+ · )?\d+(?= |$)/

/** What is strong, stressed, struck or code in a heading: the signs round it are no words (CommonMark 6.1, 6.2). */
const MARKED = /(?<![\\\w])(\*\*|__|[*_`]|~~)(?=\S)((?:\\.|[^\\])+?)(?<=\S)\1(?!\w)/g

/** A slide's heading, which is Markdown, as text. */
function wordsOf(heading: string): string {
  return withoutPage(plainTitle(heading.replace(MARKED, '$2')))
}

/**
 * A deck's points. If kickers count them, one begins with each new number; else one begins where the slides' title
 * changes. A slide under the part's own title belongs to none.
 *
 * @param deck a deck, as Slidev loads it: hidden slides are not among its slides
 * @returns its points in order
 */
export function pointsOf({ data, name }: LoadedDeck): Point[] {
  const part = plainTitle(String(data.headmatter.title ?? name))
  const slides = data.slides.map(({ title, frontmatter }, index): Placed => {
    const layout = String(frontmatter.layout ?? (index === 0 ? 'cover' : 'default'))
    const kicker = typeof frontmatter.kicker === 'string' ? frontmatter.kicker : ''
    return { slide: index + 1, layout, title: wordsOf(title ?? ''), kicker }
  })
  const shown = slides.filter(({ title, layout }) => title !== '' && !FURNITURE.has(layout))
  const above = [part, ...slides.filter(({ layout }) => FURNITURE.has(layout)).map(({ title }) => title)]
  return shown.some(({ kicker }) => NUMERALS.test(kicker)) ? countedPoints(shown, above) : titledPoints(shown, part)
}

interface Placed extends Point { layout: string, kicker: string }

/** Above the slide that its heading heads stands what is above the heading; above its others the heading. */
function countedPoints(shown: readonly Placed[], above: readonly string[]): Point[] {
  const points = new Map<string, Placed[]>()
  for (const slide of shown) {
    const [numerals] = NUMERALS.exec(slide.kicker) ?? []
    if (numerals !== undefined)
      points.set(numerals, [...points.get(numerals) ?? [], slide])
  }
  return Array.from(points.values(), (slides): Point => {
    const headings = slides.map(({ kicker }) => kicker.replace(NUMERALS, '').trim())
    const heading = headings.find(words => words !== '' && !above.includes(words))
    return { title: heading ?? slides[0]!.title, slide: slides[0]!.slide }
  })
}

function titledPoints(shown: readonly Placed[], part: string): Point[] {
  let now = part
  return shown.flatMap(({ title, slide }): Point[] => {
    if (title === now)
      return []
    now = title
    return title === part ? [] : [{ title, slide }]
  })
}
