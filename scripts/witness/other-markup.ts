import { NOTHING, nothing } from './plain.ts'

/**
 * Signs of other programs' markup with letters or digits in them: what an address, a command, a key or a name in a text
 * of AsciiDoc, Org, MediaWiki or LaTeX looks like. Whether they are words, only the decks tell.
 */
const SIGNS = new RegExp([
  // AsciiDoc: link:https://example.org[, image::lamp.png[灯,300], footnote:[
  String.raw`\b(?:link|xref|image|footnote|kbd|btn|menu):[^\s[\]]{0,300}(?=\[)`,
  String.raw`https?:\/\/[^\s[\]]{1,300}(?=\[)`,
  String.raw`,(?<=\bimage:[^\s[\]]{1,200}\[[^\],\n]{0,200},)[^\]\n]{0,200}(?=\])`,
  String.raw`\[[.#][\w.#-]+\](?=#)`,
  String.raw`<<[^<>,\n]{1,200},(?=[^<>\n]+>>)`,
  // Org: #+TITLE:, #+BEGIN_SRC python, [[https://example.org][, [fn:1]
  String.raw`^[ \t]*#\+[a-z]\w*:`,
  String.raw`^[ \t]*#\+(?:begin|end)_\w.*$`,
  String.raw`\[\[[^\]\n]{1,300}\](?=\[)`,
  String.raw`\[fn:{1,2}[\w-]*\]?`,
  // MediaWiki: [[柳溪镇|, [[File:lamp.png|thumb|, <ref name="a">, [https://example.org
  String.raw`\[\[(?:[^[\]|\n]{1,200}\|){1,8}(?=[^\]|\n]{1,200}\]\])`,
  String.raw`<\/?(?:ref|nowiki)\b[^<>]{0,300}>`,
  String.raw`\[https?:\/\/\S+(?=[ \t])`,
  // LaTeX: \begin{itemize}, \textbf, \href{https://example.org}, \includegraphics[width=3cm]{lamp}
  String.raw`\\(?:begin|end)\{\w+\*?\}(?:\[[^\]\n]*\])?(?:\{[^{}\n]*\})*`,
  String.raw`\\(?:href|includegraphics|usepackage|documentclass|label|ref|cite\w*)(?:\[[^\]\n]*\])?\{[^{}\n]*\}`,
  String.raw`\\[a-z]+\*?(?:\[[^\]\n]*\](?=\{))?`,
].join('|'), 'gim')

/**
 * Where a text has such signs.
 *
 * @param text an article of any kind of plain text
 * @returns the range of each, in order
 */
export function signsOfOthers(text: string): [from: number, to: number][] {
  return Array.from(text.matchAll(SIGNS), ({ index, 0: found }) => [index, index + found.length])
}

/** Where a link leads, [[清水河|河]], and a word's language, {{lang|en|oar}}: the words behind are the text's. */
const TARGET = new RegExp([
  String.raw`\[\[(?:[^[\]|\n]{1,200}\|){1,8}(?=[^\]|\n]{1,200}\]\])`,
  String.raw`\{\{(?:lang|link-\w+|le|tsl)\|(?:[^{}|\n]{0,200}\|){1,8}(?=[^{}|\n]{1,200}\}\})`,
].join('|'), 'gi')
const SECTION = /^[ \t]*\\(?:chapter|(?:sub){0,2}section)\*?\{/m

/**
 * A text without the addresses of other markup, and with its dashes between numbers: two hyphens in LaTeX.
 *
 * @param text an article of any kind of plain text
 * @returns as many characters
 */
export function withoutTargets(text: string): string {
  const own = text.replace(TARGET, target => nothing(target))
  return SECTION.test(text) ? own.replace(/(?<=\d)--(?=\d)/g, `–${NOTHING}`) : own
}

/** So many headings make a plain text Markdown. */
const FEWEST = 3

/**
 * Whether a plain text is Markdown by its headings.
 *
 * @param text a text file's text
 */
export function hasHeadings(text: string): boolean {
  return (text.match(/^#{1,6} +\S/gm)?.length ?? 0) >= FEWEST
}
