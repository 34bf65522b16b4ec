import type { Text } from 'mdast'
import type { Slide } from './types.ts'
import { positionOf } from './slide.ts'

/** Words that the speaker says, and whether a paragraph begins with them. */
export interface Said { text: Text, opensParagraph: boolean }

/** A slide whose note is not made yet; without one, words that are said and shown nowhere. */
export interface Draft { slide?: Omit<Slide, 'note' | 'position'>, said: Said[] }

/**
 * A heading that is a sentence runs in to its paragraph; one that is only too long for a title is a paragraph of its
 * own.
 */
const SENTENCE = /[。！？．｡.!?…][”’」』）"')]*\s*$/

/**
 * Makes slides of drafts. What is shown nowhere is said with the slide before it, or, where there is none, before the
 * next.
 *
 * @param drafts slides in order, and words between them
 * @param opening what is said first: a heading that is a sentence
 * @returns the slides; their notes hold all that is said, but where no draft has a slide
 */
export function joinNotes(drafts: readonly Draft[], opening: Text | undefined): Slide[] {
  const joined: { slide: NonNullable<Draft['slide']>, said: Said[] }[] = []
  const waiting: Said[] = []
  for (const { slide, said } of drafts) {
    if (slide)
      joined.push({ slide, said: [...waiting.splice(0), ...said] })
    else
      (joined.at(-1)?.said ?? waiting).push(...said)
  }
  return joined.map(({ slide, said }, index): Slide => {
    const note = toNote(index === 0 ? opening : undefined, said)
    return { ...slide, note, ...positionOf(note) }
  })
}

/** Sentences into the paragraphs that they stand in, after what is said of their heading. */
function toNote(opening: Text | undefined, said: Said[]): Text[][] {
  const paragraphs: Text[][] = opening ? [[opening]] : []
  for (const [index, { text, opensParagraph }] of said.entries()) {
    const runsOn = index === 0 && opening !== undefined && SENTENCE.test(opening.value)
    if ((opensParagraph && !runsOn) || paragraphs.length === 0)
      paragraphs.push([])
    if (text.value !== '')
      paragraphs.at(-1)!.push(text)
  }
  return paragraphs.filter(sentences => sentences.length > 0)
}
