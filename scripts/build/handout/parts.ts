import type { LoadedDeck } from '../decks.ts'
import type { Snapshot } from '../snapshot.ts'
import { withoutPage } from '../../language/labels.ts'
import { plainTitle } from '../decks.ts'
import { noteHtml } from '../note-html.ts'

/** A slide as a handout prints it. */
export interface HandoutSlide {
  /** What links lead to. */
  id: string
  /** The slide's own HTML, as large as the canvas. */
  html: string
  /** Its speaker note; '' where there is none. */
  note: string
  /** The title of the point that begins here. */
  point?: string
  /** How many questions it asks: room is left to answer them. */
  questions: number
}

/** A deck as a handout prints it. */
export interface HandoutPart {
  id: string
  title: string
  /** The slides' canvas, in pixels: decks may differ in shape. */
  canvas: { width: number, height: number }
  slides: HandoutSlide[]
}

/** Layouts that belong to a part as a whole, and begin no point. */
const OF_THE_PART = ['cover', 'outline', 'recap', 'questions']

/**
 * An article's decks as the parts of a handout. A point begins where the slides' title changes; a slide under the part's own title belongs
 * to none.
 *
 * @param decks the decks, as Slidev loads them: hidden slides are not among theirs
 * @param snapshots the slides of each as its page set them
 * @returns a part for each deck
 */
export function handoutParts(decks: LoadedDeck[], snapshots: Snapshot[]): HandoutPart[] {
  return decks.map((deck, index): HandoutPart => {
    const title = plainTitle(String(deck.data.headmatter.title ?? deck.name))
    let point = title
    const { canvas, slides } = snapshots[index]!
    return { id: `part-${deck.name}`, title, canvas, slides: slides.map((html, at): HandoutSlide => {
      const { title: heading, note, frontmatter } = deck.data.slides[at]!
      const layout = String(frontmatter.layout ?? (at === 0 ? 'cover' : 'default'))
      const own = withoutPage(plainTitle(heading ?? ''))
      const begins = own !== '' && own !== point && !OF_THE_PART.includes(layout)
      if (begins)
        point = own
      return {
        id: `slide-${deck.name}-${at + 1}`,
        html,
        note: noteHtml(note ?? ''),
        ...(begins && own !== title && { point }),
        questions: layout === 'questions' ? html.match(/<li\b/g)?.length ?? 0 : 0,
      }
    }) }
  })
}
