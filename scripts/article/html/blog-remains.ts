import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visitParents } from 'unist-util-visit-parents'
import { isControlLine, isPageNotice } from '../controls.ts'
import { elements } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'

const BLOCK = /^(?:p|div|section|blockquote|a|span|button)$/
/** Elements whose words are the author's, however short they are. */
const OWN = /^(?:li|td|th|pre|code|h[1-6]|figure)$/

/** Names that blogs give to the numbers and the buttons beside lines of code. */
const NUMBERS = namePattern(
  'pre-?numbering',
  'line-?numbers?(?:-(?:rows|wrapper|column|block|list))?',
  'gutter',
  'line-?nos?(?:div)?',
  'lnt?d?',
  'hljs-ln-n',
)
const BUTTONS = namePattern(
  'hljs-button',
  '(?:copy|code)-?(?:btn|button|copy)',
  'copy-?code(?:-btn)?',
  'code-block-extension-header',
)
const ONLY_NUMBERS = /^\s*\d+(?:\s+\d+)*\s*$/

/** The mark of a source: [1], [2-3]. */
const RAISED_MARK = /^\s*[[［]\d{1,3}(?:\s*[-–,，]\s*\d{1,3})*[\]］]\s*$/

/**
 * Finds what a blog's program sets among its author's words: notices of rights, buttons that open the rest, counts, and
 * the numbers and buttons of boxes with code.
 *
 * @param tree the page
 * @returns the elements
 */
export function blogRemainsIn(tree: Root): ReadonlySet<Element> {
  const found = new Set<Element>()
  visitParents(tree, 'element', (element, ancestors) => {
    const around = ancestors.filter(one => one.type === 'element')
    const isOwn = around.some(({ tagName }) => OWN.test(tagName))
    if (isOfCode(element, around) || (!isOwn && isNotice(element)))
      found.add(element)
  })
  return found
}

/**
 * Finds raised marks of sources that are no links.
 *
 * @param tree the page
 * @returns the elements
 */
export function unlinkedMarksIn(tree: Root): ReadonlySet<Element> {
  return new Set(elements(tree, element =>
    element.tagName === 'sup' && RAISED_MARK.test(toString(element)) && !hasLink(element)))
}

function hasLink(element: Element): boolean {
  return elements(element, ({ properties }) => properties.href !== undefined).length > 0
}

function isNotice(element: Element): boolean {
  const content = elements(element, ({ tagName }) => /^(?:img|h[1-6]|table)$/.test(tagName))
  if (!BLOCK.test(element.tagName) || content.length > 0)
    return false
  const words = toString(element).replace(/\s+/g, ' ').trim()
  return element.tagName === 'p' ? isControlLine(words) : isPageNotice(words)
}

const AROUND_CODE = /^(?:pre|figure|table)$/
const OF_CODE = /highlight|code|\blanguage-|line-numbers-mode/i

/** Whether an element has the numbers of lines of code, in the box or in a cell beside it, or is one of its buttons. */
function isOfCode(element: Element, around: readonly Element[]): boolean {
  const names = namesOf(element)
  const isInside = around.some(one => AROUND_CODE.test(one.tagName) || OF_CODE.test(namesOf(one)))
  return isInside && (BUTTONS.test(names) || (NUMBERS.test(names) && ONLY_NUMBERS.test(linesOf(element))))
}

/** A new line begins after these elements. */
const ENDS_LINE = /^(?:br|p|div|li|tr|td|pre|h[1-6])$/

/**
 * The words of an element, on lines as the page shows them. The numbers of lines of code stand on a line each.
 *
 * @param element any element
 */
export function linesOf(element: Element): string {
  const words = element.children.map(child => child.type === 'element' ? linesOf(child) : toString(child)).join('')
  return ENDS_LINE.test(element.tagName) || /^\d+$/.test(words) ? `${words}\n` : words
}
