/** Characters that a terminal shows two columns wide (Unicode Standard Annex 11: Wide and Fullwidth). */
const WIDE = [
  String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`,
  String.raw`\u3001-\u303F\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6`,
].join('')
const WIDE_CHARACTER = new RegExp(`[${WIDE}]`, 'gu')
/** Marks that no line begins with, and marks that none ends with (CLREQ 3.1.4). */
const CLOSING = '，。、；：！？）》」』】”’'
const OPENING = '（《「『【“‘'
/** What no line parts: a word, or a wide character with the marks beside it. */
const PIECE = new RegExp(String.raw`\s*[${OPENING}]*(?:[${WIDE}]|[^\s${WIDE}]+)[${CLOSING}]*`, 'gu')

/**
 * How many columns of a terminal a text takes.
 *
 * @param text one line, without colours
 * @returns columns
 */
export function displayWidth(text: string): number {
  return Array.from(text).length + (text.match(WIDE_CHARACTER)?.length ?? 0)
}

/**
 * Wraps a text at white space, and between Chinese characters as Chinese is wrapped.
 *
 * @param text one line or more
 * @param width columns
 * @returns lines of at most that width, but for a word that is longer
 */
export function wrapText(text: string, width: number): string {
  return text.split(/\r?\n/).map(line => wrapLine(line, width)).join('\n')
}

function wrapLine(text: string, width: number): string {
  const lines = ['']
  for (const [piece] of text.matchAll(PIECE)) {
    const line = lines.at(-1)! + piece
    if (lines.at(-1) !== '' && displayWidth(line) > width)
      lines.push(piece.trimStart())
    else
      lines[lines.length - 1] = line
  }
  return lines.join('\n')
}
