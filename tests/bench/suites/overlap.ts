/** How well words that were found are those that were expected. */
export interface Overlap { precision: number, recall: number, f1: number }

/**
 * The words of a text: of Chinese and Japanese each character is one.
 *
 * @param text any text
 * @returns the words in order, in small letters
 */
export function wordsIn(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu) ?? []
}

/**
 * Compares two bags of words.
 *
 * @param expected what should be there
 * @param found what is there
 * @returns precision, recall and their harmonic mean; 1 where both are empty
 */
export function overlapOf(expected: readonly string[], found: readonly string[]): Overlap {
  const shared = sharedOf(countsOf(expected), countsOf(found))
  const precision = shareOf(shared, found.length, expected.length)
  const recall = shareOf(shared, expected.length, found.length)
  return { precision, recall, f1: f1Of(precision, recall) }
}

/**
 * The harmonic mean of precision and recall.
 *
 * @param precision from 0 to 1
 * @param recall from 0 to 1
 */
export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall)
}

/**
 * How often each thing stands in a list.
 *
 * @param things any
 */
export function countsOf(things: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things)
    counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}

/**
 * How many things two bags have in common.
 *
 * @param one a bag
 * @param other another
 */
export function sharedOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  return Array.from(one).reduce((sum, [thing, count]) => sum + Math.min(count, other.get(thing) ?? 0), 0)
}

function shareOf(shared: number, all: number, other: number): number {
  if (all === 0)
    return other === 0 ? 1 : 0
  return shared / all
}
