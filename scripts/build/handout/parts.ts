import type { LoadedDeck } from '../decks.ts'
import type { Snapshot } from '../snapshot.ts'
import { plainTitle } from '../decks.ts'
import { noteHtml } from '../note-html.ts'
import { pointsOf } from '../points.ts'

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

/**
 * An article's decks as the parts of a handout.
 *
 * @param decks the decks, as Slidev loads them: hidden slides are not among theirs
 * @param snapshots the slides of each as its page set them
 * @returns a part for each deck
 */
export function handoutParts(decks: LoadedDeck[], snapshots: Snapshot[]): HandoutPart[] {
  return decks.map((deck, index): HandoutPart => {
    const title = plainTitle(String(deck.data.headmatter.title ?? deck.name))
    const points = new Map(pointsOf(deck).map(point => [point.slide, point.title]))
    const { canvas, slides } = snapshots[index]!
    return { id: `part-${deck.name}`, title, canvas, slides: slides.map((html, at): HandoutSlide => {
      const { note, frontmatter } = deck.data.slides[at]!
      const point = points.get(at + 1)
      return {
        id: `slide-${deck.name}-${at + 1}`,
        html,
        note: noteHtml(note ?? ''),
        ...(point !== undefined && { point }),
        questions: frontmatter.layout === 'questions' ? html.match(/<li\b/g)?.length ?? 0 : 0,
      }
    }) }
  })
}
