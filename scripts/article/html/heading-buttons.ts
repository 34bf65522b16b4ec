import type { Element, Nodes, Parents, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visitParents } from 'unist-util-visit-parents'

const HEADING = /^h[1-6]$/
const BRACKETED = /^[[［【].*[\]］】]$/s
/** What encyclopedias call their buttons, without brackets and without a link where a script makes one of it. */
const CALLED = /^(?:编辑|播报|编辑\s*播报|播报\s*编辑|編輯|上传视频|编辑本段|编辑源代码|编辑章节|edit|edit source)$/i
const WORD = /[\p{L}\p{N}]/u

/**
 * What pages set at their headings and sentences for whoever works on them: links in brackets in a heading, beside it or raised, [编辑] [来源请求], and the
 * sign that links a heading to itself.
 *
 * @param tree the page
 * @returns the elements
 */
export function buttonsIn(tree: Root): ReadonlySet<Element> {
  const found = new Set<Element>()
  visitParents(tree, 'element', (element, ancestors) => {
    const parent = ancestors.at(-1) as Parents
    const inHeading = ancestors.some(one => one.type === 'element' && HEADING.test(one.tagName))
    const isBeside = parent.children.some(child => child !== element && child.type === 'element' && HEADING.test(child.tagName))
    const isInline = /^(?:span|sup|small|a)$/.test(element.tagName)
    if (isInline && (inHeading || isBeside || element.tagName === 'sup') && isButtons(element))
      found.add(element)
    else if (isCalled(element, ancestors))
      found.add(element)
    else if (inHeading && element.tagName === 'a' && /#/.test(String(element.properties.href ?? '')) && !WORD.test(toString(element)))
      found.add(element)
  })
  return found
}

/** Whether an element is a button by its words, beside the words of a heading or right behind the heading. */
function isCalled(element: Element, ancestors: readonly Parents[]): boolean {
  if (!/^(?:a|span|div|button|em|i)$/.test(element.tagName) || !isNamed(element))
    return false
  const around = ancestors.find(one => one.type === 'element' && HEADING.test(one.tagName))
  if (around)
    return !isNamed(around)
  const { children } = ancestors.at(-1)!
  const heading = children.findIndex(child => child.type === 'element' && HEADING.test(child.tagName))
  const at = children.indexOf(element as never)
  const between = children.slice(heading + 1, at).filter(child => toString(child as Element).trim() !== '')
  return heading >= 0 && heading < at && between.every(child => isNamed(child as Element))
}

function isNamed(node: Nodes): boolean {
  return CALLED.test(toString(node).trim())
}

/** Whether an element is links in brackets: no mark of a note, which leads to another place of the page. */
function isButtons(element: Element): boolean {
  return BRACKETED.test(toString(element).trim()) && wordsIn(element, false) === '' && wordsIn(element, true) !== ''
}

/** The words of an element in its links that lead to other pages, or outside them. */
function wordsIn(node: Nodes, isLinked: boolean, inside = false): string {
  if (node.type === 'text')
    return inside === isLinked && WORD.test(node.value) ? node.value : ''
  const isLink = node.type === 'element' && node.tagName === 'a' && !String(node.properties.href ?? '').startsWith('#')
  return 'children' in node ? node.children.map(child => wordsIn(child, isLinked, inside || isLink)).join('') : ''
}
