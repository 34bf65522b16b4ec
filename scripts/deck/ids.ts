import type { Deck, Slide } from './types.ts'
import fnv1a from '@sindresorhus/fnv1a'
import { toString } from 'mdast-util-to-string'
import { MAPS } from './types.ts'

/**
 * Gives every slide an id that its own words make: text that is added elsewhere leaves it as it is. It comes from the
 * first sentence that the speaker says; where nothing is said, from the slide's words; of a part's cover and the
 * like, from the part's title, in whatever deck it is.
 *
 * @param decks an article's decks
 * @returns the decks, no two of their slides with one id
 */
export function withIds(decks: Deck[]): Deck[] {
  const seen = new Map<string, number>()
  return decks.map(deck => ({
    ...deck,
    slides: deck.slides.map((slide) => {
      const id = hash(wordsOf(slide, deck))
      const count = (seen.get(id) ?? 0) + 1
      seen.set(id, count)
      return { ...slide, id: count === 1 ? id : `${id}-${count}` }
    }),
  }))
}

function wordsOf({ layout, title, note, content }: Slide, deck: Deck): string {
  if (layout === 'section')
    return `section ${title}`
  if (MAPS.has(layout))
    return `${layout} ${deck.title}`
  return note.flat()[0]?.value.trim() ?? `${layout} ${title} ${content.map(node => toString(node)).join(' ')}`
}

/** Begins with a letter, so that YAML never takes it for a number. */
function hash(words: string): string {
  return `s${fnv1a(words, { size: 32 }).toString(36)}`
}
