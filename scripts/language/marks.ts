const WORD_CHARACTER = /[\p{L}\p{N}]/u

/**
 * Whether a text has a letter or a digit, of any script: marks, signs and spaces alone say nothing.
 *
 * @param text any text
 */
export function hasWords(text: string): boolean {
  return WORD_CHARACTER.test(text)
}

/**
 * A text's letters and digits alone, as texts are compared whose marks and spaces may differ.
 *
 * @param text any text
 * @returns its letters and digits in order
 */
export function wordCharacters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
