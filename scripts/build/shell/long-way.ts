import type { Failure } from '../../failure.ts'
import type { Wording } from '../../messages/model.ts'
import { inEnglish, wording } from '../../messages/wording.ts'

/** A deck that is to be built Slidev's own way: its message says what it has that the fast way does not know. */
export class LongWay extends Error {
  readonly wording: Wording
  /** Where Slidev's own way is certain to fail as well: what is wrong. */
  readonly fault?: Failure

  /**
   * @param wording what it has
   * @param fault what is wrong with it, where Slidev's own way is certain to fail as well
   */
  constructor(wording: Wording, fault?: Failure) {
    super(inEnglish(wording))
    this.wording = wording
    if (fault)
      this.fault = fault
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
    if (!(error instanceof LongWay))
      throw error
    throw new LongWay(wording('way-deck', { deck, what: error.wording }), error.fault)
  }
}
