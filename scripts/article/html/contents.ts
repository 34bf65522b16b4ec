import type { Element, Nodes, Parents, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { hasPicture } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'
import { fragmentOf } from './note-places.ts'

/** The words above a table of contents. */
const LABEL = /^(?:本[文页頁]|文章)?\s*(?:目\s*[录錄次]|大纲|导航)$|^(?:table of )?contents$|^[io]n this (?:article|page)$/i
const NAMES = namePattern('toc\\w*', 'table-of-contents', 'contents', 'catalog(?:ue)?', 'directory')
const LONGEST_LABEL = 24
const WORD = /[\p{L}\p{N}]/u
/** The number of a heading, beside the link to it. */
const NUMBER = /^\s*\d{1,3}(?:[.．]\d{1,3})*[.．、]?\s*$/

/**
 * Whether words label a table of contents: 目录.
 *
 * @param words the words of a block
 */
export function isContentsLabel(words: string): boolean {
  return LABEL.test(words.trim())
}

/**
 * Finds the tables of contents of a page, and the labels above them. A table of contents is a list, or a row of
 * paragraphs, whose words are all links to places of the same page.
 *
 * @param tree the page
 * @returns the elements
 */
export function contentsIn(tree: Root): ReadonlySet<Element> {
  const found = new Set<Element>()
  visit(tree, (node) => {
    if (!('children' in node))
      return undefined
    const blocks = (node.children as RootContent[]).filter((child): child is Element => child.type === 'element')
    const isNamed = node.type === 'element' && NAMES.test(namesOf(node))
    const lists = blocks.filter((block, index) => isContents(block, blocks, index, isNamed))
    for (const list of lists)
      found.add(list)
    if (lists.length > 0)
      labelAbove(blocks, lists, node).forEach(label => found.add(label))
    return node.type === 'element' && found.has(node) ? 'skip' : undefined
  })
  return found
}

function isContents(block: Element, blocks: Element[], index: number, isNamed: boolean): boolean {
  if (!/^(?:ul|ol|dl|div|nav|table|p)$/.test(block.tagName))
    return false
  const links = linksOf(block) ?? 0
  if (links === 0)
    return false
  if (block.tagName === 'p')
    return isLine(blocks[index - 1]) || isLine(blocks[index + 1])
  // A frame that is named so may hold a list of one line.
  const isLabelled = isNamed && isContentsLabel(toString(blocks[index - 1] ?? block))
  return links > 1 || isLabelled
}

/** Whether a block is a paragraph whose words are all links to places of the page. */
function isLine(block: Element | undefined): boolean {
  return block?.tagName === 'p' && (linksOf(block) ?? 0) > 0
}

/** The number of an element's links to places of the page; nothing if it has other words too. */
function linksOf(element: Element): number | undefined {
  let links = 0
  let isAll = true
  const walk = (node: Nodes): void => {
    if (!isAll)
      return
    if (node.type === 'element' && isPlaceLink(node))
      links++
    else if (node.type === 'text')
      isAll &&= !WORD.test(node.value) || NUMBER.test(node.value)
    else if ('children' in node)
      node.children.forEach(walk)
  }
  walk(element)
  return isAll ? links : undefined
}

/** Whether an element is a link with words to a place of the page. */
function isPlaceLink(element: Element): boolean {
  const isToPage = element.tagName === 'a' && String(element.properties.href ?? '').startsWith('#')
  return isToPage && fragmentOf(element) !== '' && /\p{L}/u.test(toString(element))
}

/** The label above the first of some tables of contents, in the same frame. */
function labelAbove(blocks: Element[], lists: Element[], frame: Parents): Element[] {
  const above = blocks[blocks.indexOf(lists[0]!) - 1]
  return above && isLabel(above, lists, frame) ? [above] : []
}

function isLabel(above: Element, lists: Element[], frame: Parents): boolean {
  const words = toString(above).trim()
  if (words === '' || words.length > LONGEST_LABEL || hasPicture(above))
    return false
  if (LABEL.test(words) || NAMES.test(namesOf(above)))
    return true
  const isNamed = frame.type === 'element' && NAMES.test(namesOf(frame))
  return (above.tagName === 'summary' || isNamed) && !hasOtherWords(frame, [above, ...lists])
}

function hasOtherWords(frame: Parents, known: readonly Element[]): boolean {
  const others = (frame.children as RootContent[]).filter(child => !known.includes(child as Element))
  return others.some(child => WORD.test(wordsOf(child)))
}

function wordsOf(node: RootContent): string {
  return node.type === 'element' || node.type === 'text' ? toString(node) : ''
}
