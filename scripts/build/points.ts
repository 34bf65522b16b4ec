import type { LoadedDeck } from './decks.ts'
import { withoutPage } from '../language/labels.ts'
import { plainTitle } from './decks.ts'

/** A point of a part, where it begins. */
export interface Point {
  title: string
  /** The number of its first slide, from 1. */
  slide: number
}

/** Layouts that belong to a part as a whole, and begin no point. */
const OF_THE_PART = ['cover', 'outline', 'recap', 'questions']

/**
 * A deck's points. One begins where the slides' title changes; a slide under the part's own title belongs to none.
 *
 * @param deck a deck, as Slidev loads it: hidden slides are not among its slides
 * @returns its points in order
 */
export function pointsOf({ data, name }: LoadedDeck): Point[] {
  const part = plainTitle(String(data.headmatter.title ?? name))
  let now = part
  return data.slides.flatMap(({ title, frontmatter }, index) => {
    const layout = String(frontmatter.layout ?? (index === 0 ? 'cover' : 'default'))
    const own = withoutPage(plainTitle(title ?? ''))
    if (own === '' || own === now || OF_THE_PART.includes(layout))
      return []
    now = own
    return own === part ? [] : [{ title: own, slide: index + 1 }]
  })
}
