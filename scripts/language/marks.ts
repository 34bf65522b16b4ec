const WORD_CHARACTER = /[\p{L}\p{N}]/u
/** Marks that may stand behind the one that ends a sentence. */
const CLOSERS = String.raw`[”’」』）)】\]》〉"']*`
const SENTENCE_END = new RegExp(String.raw`[。！？．｡.!?]${CLOSERS}\s*$`)

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

/**
 * Whether a text ends as a sentence does: with 。！？ (GB/T 15834—2011, 4.1–4.3), their half-width and scientific forms,
 * Whether a text ends as a sentence does: with 。！？ (GB/T 15834—2011, 4.1–4.3), their half-width and scientific
 * forms, or their English like, before closing marks and spaces. An abbreviation's point counts: `splitSentences`
 * knows better.
 * @param text any text
 */
export function endsWithSentence(text: string): boolean {
  return SENTENCE_END.test(text)
}
