/**
 * A text's pairs of neighbouring characters, by which texts are told alike.
 *
 * @param text any text
 * @returns each pair once, in order, of UTF-16 units
 */
export function bigrams(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))
}
