import type { SlideText } from '../slidev/read.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import { readDeck } from '../slidev/read.ts'

/** A slide of one version of an article's decks. */
export interface DeckSlide {
  /** The deck that it stands in, from 0. */
  deck: number
  text: SlideText
  id: string | undefined
  hidden: boolean
  /** Whether it is the first of its file, or the last. */
  first: boolean
  last: boolean
  /** Body and note without white space. */
  words: string
}

/**
 * Reads all slides of an article's decks.
 *
 * @param decks the decks of one version
 * @returns the slides of each deck
 */
export function readSlides(decks: DeckFile[]): DeckSlide[][] {
  return decks.map(({ markdown }, deck) => readDeck(markdown).map((text, index, all) => ({
    deck,
    text,
    id: typeof text.data.id === 'string' ? text.data.id : undefined,
    hidden: text.data.hide === true,
    first: index === 0,
    last: index === all.length - 1,
    words: wordsOf(text),
  })))
}

/**
 * A slide with another body.
 *
 * @param slide the slide
 * @param body its Markdown
 * @returns the same slide, its words and its body's new
 */
export function withBody(slide: DeckSlide, body: string): DeckSlide {
  const text = { ...slide.text, body }
  return { ...slide, text, words: wordsOf(text) }
}

function wordsOf({ body, note }: SlideText): string {
  return `${body}${note}`.replace(/\s+/g, '')
}

/**
 * A slide's title.
 *
 * @param slide the slide's text
 * @param slide.body its Markdown
 * @returns its first heading, without the marks
 */
export function titleOf({ body }: SlideText): string {
  return /^#+ (.*)$/m.exec(body)?.[1]?.trim() ?? ''
}
