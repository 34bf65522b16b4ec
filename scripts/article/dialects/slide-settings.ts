/** What is set of one slide, between lines of dashes in the midst of a deck (Slidev, “Frontmatter & Headmatter”). */
const SETTINGS = new RegExp([
  String.raw`(?<=^|\n)---[ \t]*\r?\n`,
  String.raw`(?:[a-z][\w-]*:(?:[ \t][^\r\n]*)?\r?\n(?:[ \t]+\S[^\r\n]*\r?\n)*)+`,
  String.raw`---[ \t]*(?=\r?\n|$)`,
].join(''), 'gi')

/**
 * Finds what is set of the slides of a deck that is read as an article: keys and values between two lines of dashes,
 * which Markdown would take for a heading.
 *
 * @param text a Markdown article, less the data at its head
 * @returns the range of each, in order
 */
export function slideSettingsIn(text: string): [from: number, to: number][] {
  return Array.from(text.matchAll(SETTINGS), ({ index, 0: found }) => [index, index + found.length])
}
