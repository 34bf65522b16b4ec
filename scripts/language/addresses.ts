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
  const longTokens = Array.from(text.matchAll(/[!-~]+/g)).filter(([token]) => token.length > LONGEST_TOKEN)
  return longTokens.flatMap(({ index, 0: token }) => {
    const breaks = token.matchAll(/(?<=\/|\w-)(?=[^/-])|(?<=.)(?=[?&#])/g)
    return Array.from(breaks, match => index + match.index)
  })
}
