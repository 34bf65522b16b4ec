import type { Wording } from '../../messages/model.ts'
import { inEnglish, wording } from '../../messages/wording.ts'

/** A deck that is to be built Slidev's own way: its message says what it has that the fast way does not know. */
export class LongWay extends Error {
  readonly wording: Wording

  /**
   * @param wording what it has
   */
  constructor(wording: Wording) {
    super(inEnglish(wording))
    this.wording = wording
  }
}

/**
 * Does something for a deck, and names the deck where it is to be built Slidev's own way.
 *
 * @param deck the deck's name
 * @param action what is done
 * @returns what came of it
 * @throws LongWay with the deck's file in its reason
 */
export async function inDeck<T>(deck: string, action: () => Promise<T> | T): Promise<T> {
  try {
    return await action()
  }
  catch (error) {
    throw error instanceof LongWay ? new LongWay(wording('way-deck', { deck, what: error.wording })) : error
  }
}
