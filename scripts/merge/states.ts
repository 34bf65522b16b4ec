import type { DeckFile } from '../slidev/stringify.ts'
import type { DeckSlide } from './slides.ts'
import { takeCopies } from './hidden.ts'
import { matchSlides } from './match.ts'
import { isEdited } from './slide.ts'
import { readSlides, titleOf } from './slides.ts'

/**
 * What a person has made of a slide: nothing, another slide, one of their own; or an article's version that waits for a
 * decision.
 */
export type State = 'generated' | 'edited' | 'own' | 'undecided'

/** A slide's place: its deck, and where it stands in the deck's file; both from 0. */
export interface SlidePlace { deck: number, index: number }

/** A slide of a person's deck. */
export interface SlideState {
  state: State
  hidden: boolean
  line: number
  title: string
  /** The slide that it was generated as. */
  from?: SlidePlace
}

/** What a person has made of a deck. */
export interface DeckState {
  slides: SlideState[]
  /** What was generated in this deck, and is in none any more. */
  deleted: { id: string | undefined, title: string }[]
}

/**
 * Compares decks with what they were generated as.
 *
 * @param base the decks as generated
 * @param ours the same decks as they are now
 * @param notice the line on slides that wait for a decision
 * @returns for each deck what a person has made of it
 */
export function statesOf(base: DeckFile[], ours: DeckFile[], notice: string): DeckState[] {
  const [before, now] = [base, ours].map(readSlides) as [DeckSlide[][], DeckSlide[][]]
  const { decks, copies } = takeCopies(now, notice)
  const pairs = matchSlides(before.flat(), decks.flat())
  const generated = new Map(Array.from(pairs, ([old, slide]) => [slide, old]))
  const undecided = new Set(copies.values())
  const stateOf = (slide: DeckSlide): State => {
    const old = generated.get(slide)
    if (undecided.has(slide))
      return 'undecided'
    if (!old)
      return 'own'
    return isEdited(old.text, slide.text) ? 'edited' : 'generated'
  }
  const places = new Map(before.flatMap((slides, deck) =>
    slides.map((slide, index) => [slide, { deck, index }] as const)))
  const stateFor = (slide: DeckSlide): SlideState => {
    const { hidden, text } = slide
    const old = generated.get(slide)
    const from = old && places.get(old)!
    return { state: stateOf(slide), hidden, line: text.line, title: titleOf(text), ...(from && { from }) }
  }
  return now.map((slides, deck) => ({
    slides: slides.map(stateFor),
    deleted: before[deck]!.filter(slide => !pairs.has(slide)).map(({ id, text }) => ({ id, title: titleOf(text) })),
  }))
}
