import type { Element, Nodes, Parents, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visitParents } from 'unist-util-visit-parents'

const HEADING = /^h[1-6]$/
const BRACKETED = /^[[［【].*[\]］】]$/s
/** Buttons of encyclopedias by their words. They have no brackets, and no link if a script opens them. */
const CALLED = /^(?:编辑|播报|编辑\s*播报|播报\s*编辑|編輯|讨论|上传视频|编辑本段|编辑源代码|编辑章节|edit|edit source)$/i
const WORD = /[\p{L}\p{N}]/u

/**
 * Finds the buttons for editors at headings and sentences: links in brackets in a heading, beside it or raised, [编辑]
 * [来源请求], and the sign that links a heading to itself.
 *
 * @param tree the page
 * @returns the elements
 */
export function buttonsIn(tree: Root): ReadonlySet<Element> {
  const found = new Set<Element>()
  visitParents(tree, 'element', (element, ancestors) => {
    if (isBracketed(element, ancestors) || isCalled(element, ancestors) || isSelfLink(element, ancestors))
      found.add(element)
  })
  return found
}

/** Whether an element is links in brackets, in a heading, beside one, or raised. */
function isBracketed(element: Element, ancestors: readonly Parents[]): boolean {
  if (!/^(?:span|sup|small|a)$/.test(element.tagName))
    return false
  const isBeside = ancestors.at(-1)!.children.some(child => child !== element && isHeading(child))
  const isAtText = element.tagName === 'sup' || isBeside || ancestors.some(isHeading)
  return isAtText && isButtons(element)
}

/** Whether an element is the sign that links a heading to itself. */
function isSelfLink(element: Element, ancestors: readonly Parents[]): boolean {
  const isLink = element.tagName === 'a' && /#/.test(String(element.properties.href ?? ''))
  return isLink && ancestors.some(isHeading) && !WORD.test(toString(element))
}

function isHeading(node: Nodes): boolean {
  return node.type === 'element' && HEADING.test(node.tagName)
}

/** Whether an element is a button by its words, beside the words of a heading or right behind the heading. */
function isCalled(element: Element, ancestors: readonly Parents[]): boolean {
  if (!/^(?:a|span|div|button|em|i)$/.test(element.tagName) || !isNamed(element))
    return false
  const around = ancestors.find(isHeading)
  if (around)
    return !isNamed(around)
  const { children } = ancestors.at(-1)!
  const at = children.indexOf(element as never)
  const heading = children.slice(0, at).findLastIndex(isHeading)
  const between = children.slice(heading + 1, at).filter(child => toString(child as Element).trim() !== '')
  return heading >= 0 && between.every(child => isNamed(child as Element))
}

function isNamed(node: Nodes): boolean {
  return CALLED.test(toString(node).trim())
}

/** Whether an element is links in brackets to other pages. The mark of a note leads to another place of this page. */
function isButtons(element: Element): boolean {
  return BRACKETED.test(toString(element).trim()) && wordsIn(element, false) === '' && wordsIn(element, true) !== ''
}

/** The words of a node within its links to other pages, or outside such links. */
function wordsIn(node: Nodes, isLinked: boolean, inside = false): string {
  if (node.type === 'text')
    return inside === isLinked && WORD.test(node.value) ? node.value : ''
  if (!('children' in node))
    return ''
  const isLink = node.type === 'element' && node.tagName === 'a'
  const leadsOut = isLink && !String(node.properties.href ?? '').startsWith('#')
  return node.children.map(child => wordsIn(child, isLinked, inside || leadsOut)).join('')
}
