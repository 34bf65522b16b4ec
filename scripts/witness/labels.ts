/** A title behind an address (CommonMark 6.3). */
const TITLE = [
  String.raw`(?:"(?:\\.|[^"\\\n]){0,500}"`,
  String.raw`|'(?:\\.|[^'\\\n]){0,500}'`,
  String.raw`|\((?:\\.|[^()\\\n]){0,500}\))`,
].join('')
/** Brackets in an address are pairs (CommonMark 6.3). */
const PAIR = String.raw`\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*\)`
const TARGET_OF_LINK = String.raw`<(?:\\.|[^<>\\\n])*>|(?!<)(?:\\.|[^\s()\\]|${PAIR})*`
/** Behind a link's words: its address, and a title (CommonMark 6.3). */
export const ADDRESS = String.raw`\]\([ \t]*(?:${TARGET_OF_LINK})(?:\s+${TITLE})?\s*\)`
/** What a label leads to (CommonMark 4.7): an address is no sentence, and nothing but a title stands behind it. */
export const DEFINITION = new RegExp([
  String.raw`^[ \t>]*\[(?!\^)((?:\\.|[^[\]\\]){1,200})\]:[ \t]*(?:\r?\n[ \t>]*)?`,
  String.raw`(?:<[^<>\n]*>|(?=[^<\s\p{Script=Han}“‘「『《（]|[^\s。，；：！？、《》“”]+(?:/|\.[a-z\d]{1,5}))\S+)`,
  String.raw`(?:(?:[ \t]+|[ \t]*\r?\n[ \t>]*)${TITLE.replaceAll(String.raw`\n`, '')})?[ \t]*$`,
].join(''), 'gmu')
const FOOTNOTE = /^[ \t>]*\[\^([^\]\s]+)\]:/gm

/**
 * The labels of what a text defines: addresses and footnotes.
 *
 * @param text an article, or a slide
 * @returns each as `labelOf` has it, those of footnotes behind ^
 */
export function labelsIn(text: string): ReadonlySet<string> {
  const addresses = Array.from(text.matchAll(DEFINITION), match => labelOf(match[1]!))
  return new Set([...addresses, ...Array.from(text.matchAll(FOOTNOTE), match => `^${match[1]!.toLowerCase()}`)])
}

/**
 * A label, to be compared: it is the same whatever its case and spaces (CommonMark 6.3).
 *
 * @param text what stands between its brackets
 */
export function labelOf(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ')
}
