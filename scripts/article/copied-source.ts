import type { ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { hasWords } from '../language/marks.ts'
import { asScript } from './raised.ts'

const TAG = [
  String.raw`<\/?(?:p|br|div|span|font|[abiu]|em|strong|img|h[1-6]|ul|ol|li|blockquote|center|sup|sub`,
  String.raw`|table|tbody|tr|t[dh]|section|small)\b[^<>]*>`,
].join('')
const REFERENCE = String.raw`&(?:[a-z]{2,8}\d{0,2}|#\d{2,6}|#x[\da-f]{2,6});`
const MARKUP = new RegExp(`${TAG}|${REFERENCE}`, 'i')
/** A line that begins or ends as a block of a page's source does. */
const BLOCK_LINE = new RegExp([
  String.raw`^[^\S\n\r\u2028\u2029]*(?:&(?:nbsp|e[nm]sp);|<(?:p|br|div|h[1-6]|li)\b[^<>]*>)`,
  String.raw`(?:<br\s*\/?>|<\/(?:p|div|h[1-6]|li)>|&nbsp;)[^\S\n\r\u2028\u2029]*$`,
].join('|'), 'im')
/** Tags that part paragraphs. */
export const PARTING_TAG = /<\/?(?:p|br|div|h[1-6]|li|ul|ol|tr|table|blockquote|section)\b[^<>]*>/gi
/** Of the lines with words so many have tags or references. */
const SHARE = 1 / 3

/**
 * Whether a plain text was copied from the source of a web page: its lines begin or end as blocks do there, and many
 * have tags or character references. One that writes about them has few.
 *
 * @param text a text file's text
 */
export function isCopiedSource(text: string): boolean {
  if (!BLOCK_LINE.test(text))
    return false
  const lines = text.split(/[\r\n]+/).filter(line => hasWords(line))
  return lines.filter(line => MARKUP.test(line)).length >= lines.length * SHARE
}

const OTHER_ANGLE = new RegExp(`<(?!${TAG.slice(1)})`, 'gi')

/**
 * The words of a piece of a page's source: its references are the characters that they name, its tags are gone, and
 * digits that they raise are raised. What only looks like a tag, <完>, stays.
 *
 * @param source a paragraph of it
 * @returns its words
 */
export function wordsOfSource(source: string): string {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(source.replace(OTHER_ANGLE, '&lt;'))
  raiseDigits(tree)
  return toString(tree)
}

const SCRIPTS: Readonly<Record<string, 'superscript' | 'subscript'>> = { sup: 'superscript', sub: 'subscript' }

/** Puts digits that are raised or lowered themselves for those that a tag raises or lowers: 10³ is not 103. */
function raiseDigits(tree: Root): void {
  visit(tree, 'element', (node) => {
    const where = SCRIPTS[node.tagName]
    const value = where && asScript(toString(node), where)
    if (value !== undefined)
      node.children = [{ type: 'text', value }] satisfies ElementContent[]
  })
}
