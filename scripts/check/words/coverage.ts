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
  const [isIn, wasIn] = [now, before].map(notes => new Set(notes)).map(known => (sentence: string[]) => sentence.every(words => known.has(words))) as [Holds, Holds]
  const whole = now.join('')
  const gone = sentences.filter(sentence => !isIn(sentence))
  const removedByHand = gone.filter(wasIn).length
  // A person may have parted a piece.
  const missing = gone.filter(sentence => !wasIn(sentence) && !whole.includes(sentence.join(''))).length
  return { sentences: sentences.length, covered: sentences.length - removedByHand - missing, removedByHand }
}

type Holds = (sentence: string[]) => boolean
