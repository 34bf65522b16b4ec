import type { Deck, Slide } from './types.ts'
import { speakingMinutes } from '../language/measure.ts'

/**
 * How long a slide takes: as long as its note takes to say.
 *
 * @param slide a slide
 * @returns minutes, with fractions
 */
export function slideMinutes(slide: Slide): number {
  return speakingMinutes(slide.note.flat().map(text => text.value).join(''))
}

/** A slide on which nothing is said, a cover or a recap, is looked at for so many minutes. */
const SILENT = 0.1

/**
 * Spreads the time that a person has over decks and slides, by the length of what is said on each.
 *
 * @param decks an article's decks
 * @param minutes the time for all of them
 * @returns the decks, their whole minutes adding up to the time where each can have one, and each slide with the
 * second that it begins at
 */
export function spreadMinutes(decks: Deck[], minutes: number): Deck[] {
  const weights = decks.map(deck => deck.slides.map(slide => slideMinutes(slide) || SILENT))
  const sums = weights.map(sum)
  return wholeShares(sums, Math.round(minutes)).map((share, index): Deck => {
    const deck = decks[index]!
    let spent = 0
    const slides = deck.slides.map((slide, at): Slide => {
      const cue = Math.round(share * 60 * spent / sums[index]!)
      spent += weights[index]![at]!
      return { ...slide, cue }
    })
    return { ...deck, minutes: share, slides }
  })
}

/** Shares a whole number by weights, with largest remainders; nobody has less than one. */
function wholeShares(weights: number[], whole: number): number[] {
  const exact = weights.map(weight => Math.max(1, whole * weight / sum(weights)))
  const shares = exact.map(Math.floor)
  const order = exact
    .map((share, index) => ({ index, rest: share - shares[index]! }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index)
  for (const { index } of order.slice(0, Math.max(0, whole - sum(shares))))
    shares[index]!++
  // Minutes that the shortest decks were given beyond their share come from the longest.
  while (sum(shares) > whole && Math.max(...shares) > 1)
    shares[shares.indexOf(Math.max(...shares))]!--
  return shares
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
