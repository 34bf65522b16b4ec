/** Of characters: an address or a path that is no longer than this stays on one line. */
export const LONGEST_TOKEN = 24

/**
 * Where a long address or path breaks: after its slashes and hyphens, and before what is asked of it (The Chicago
 * Manual of Style, 7.46). Chromium by itself parts it at hyphens and question marks alone.
 *
 * @param text any text
 * @returns the places of the characters that may begin a line
 */
export function addressBreaks(text: string): number[] {
  return Array.from(text.matchAll(/[!-~]+/g)).filter(([token]) => token.length > LONGEST_TOKEN).flatMap(({ index, 0: token }) => Array.from(token.matchAll(/(?<=\/|\w-)(?=[^/-])|(?<=.)(?=[?&#])/g), match => index + match.index))
}
