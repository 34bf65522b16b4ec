/**
 * How much there is to read.
 *
 * @param text any text
 * @returns Chinese characters; a word in Latin letters counts two
 */
export function charactersIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return han + 2 * others
}
