/** A note among the words that it belongs to (pandoc's manual, “Inline notes”). */
const NOTE = /(?<!\\)\^\[(?:[^[\]\\\n]|\\.|\[[^[\]\n]*\]){1,2000}\]/g

/**
 * Where Markdown has notes among its words, which are said behind them.
 *
 * @param markdown an article
 * @returns the range of each, in order
 */
export function notesIn(markdown: string): [from: number, to: number][] {
  return Array.from(markdown.matchAll(NOTE), ({ index, 0: found }) => [index, index + found.length])
}
