/** How much of the article the notes hold. */
export interface Coverage { sentences: number, covered: number, removedByHand: number }

/**
 * Counts the sentences of the article that the notes hold. The time grows with the length of the text, and with that of
 * what is in no note and never was.
 *
 * @param sentences the article's sentences, in pieces
 * @param now all notes as they are, in pieces
 * @param before the notes as they were generated, in pieces
 * @returns how many sentences there are, how many are in a note, and how many of the others were in one until a person
 *   took them out
 */
export function coverageOf(sentences: string[][], now: string[], before: string[]): Coverage {
  const [isIn, wasIn] = [holdsAll(now), holdsAll(before)]
  const whole = now.join('')
  const gone = sentences.filter(sentence => !isIn(sentence))
  const removedByHand = gone.filter(wasIn).length
  // A person may have parted a piece.
  const missing = gone.filter(sentence => !wasIn(sentence) && !whole.includes(sentence.join(''))).length
  return { sentences: sentences.length, covered: sentences.length - removedByHand - missing, removedByHand }
}

/** Whether some pieces are among those of the notes. */
function holdsAll(notes: string[]): (sentence: string[]) => boolean {
  const known = new Set(notes)
  return sentence => sentence.every(words => known.has(words))
}
