/**
 * White space gone: what is compared is words.
 *
 * @param text any text
 * @returns the text without white space
 */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u200B]+/g, '')
}

/**
 * Words without the punctuation at their edges, which may go.
 *
 * @param text any text
 * @returns the text without white space, and without marks before its first and after its last word
 */
export function bareWords(text: string): string {
  return withoutSpace(text).replace(/^\p{P}+|(?<!\p{P})\p{P}+$/gu, '')
}
