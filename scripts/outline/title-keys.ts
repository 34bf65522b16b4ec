import type { RootContent } from 'mdast'
import type { Draft } from './draft.ts'
import { toString } from 'mdast-util-to-string'
import { widthInEm } from '../language/measure.ts'
import { role } from './title-lines.ts'

/** A key is a few words, a value no sentence: Prepared by: Tamsin Okafor, project manager. */
const KEY_AND_VALUE = /^(?<key>\p{L}[\p{L}\d ()/&-]{0,30})[ \u3000]*[:：][ \u3000]*(?<value>\S.*)$/u
const SENTENCE = /[。！？!?；;]|[a-z]{2}\.(?:\s|$)/
/** A line of a cover or two, in em. */
const LONGEST_VALUE = 80
/** One alone may open the text: **Note:** …. */
const FEWEST = 2

/**
 * Finds what a report's head says of it, each line a key that its author has set bold and its value: **Prepared for:**,
 * **日期：**, in one paragraph or in several.
 *
 * @param drafts the blocks below a title
 * @returns each line as a byline, and how many blocks they took; none where there are fewer than two
 */
export function findBoldKeys(drafts: readonly Draft[]): { nodes: RootContent[], length: number } {
  const end = drafts.findIndex(draft => linesOf(draft).length === 0)
  const own = drafts.slice(0, Math.max(0, end))
  const nodes = own.flatMap(draft => linesOf(draft).map(({ start, end: to }) => role(draft, 'byline', start, to)))
  return nodes.length >= FEWEST ? { nodes, length: own.length } : { nodes: [], length: 0 }
}

/** Where the lines of a block stand; none where one of them is no key with its value. */
function linesOf(draft: Draft): { start: number, end: number }[] {
  if (draft.node.type !== 'paragraph')
    return []
  const bold = draft.node.children.filter(({ type }) => type === 'strong').map(node => toString(node).trim())
  const lines = Array.from(draft.text.matchAll(/[^\r\n]+/g), ({ 0: text, index }) => {
    const words = text.trim()
    const start = index + text.indexOf(words)
    return { words, start, end: start + words.length }
  })
  return lines.every(({ words }) => isEntry(words, bold)) ? lines : []
}

function isEntry(line: string, bold: readonly string[]): boolean {
  const { key, value } = KEY_AND_VALUE.exec(line)?.groups ?? {}
  const isBold = key !== undefined && bold.some(words => words.replace(/\s*[:：]$/, '') === key.trim())
  return isBold && !SENTENCE.test(value!) && widthInEm(value!) <= LONGEST_VALUE
}
