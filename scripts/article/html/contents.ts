import type { Element, Nodes, Parents, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { elements } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'
import { fragmentOf } from './note-places.ts'

/** What stands above a table of contents. */
const LABEL = /^(?:本[文页頁]|文章)?\s*(?:目\s*[录錄次]|大纲|导航)$|^(?:table of )?contents$|^[io]n this (?:article|page)$/i
const NAMES = namePattern('toc\\w*', 'table-of-contents', 'contents', 'catalog(?:ue)?', 'directory')
const LONGEST_LABEL = 24
const WORD = /[\p{L}\p{N}]/u
/** The number of a heading, beside the link to it. */
const NUMBER = /^\s*\d{1,3}(?:[.．]\d{1,3})*[.．、]?\s*$/

/**
 * Whether words are what stands above a table of contents: 目录.
 *
 * @param words those of a block
 */
export function isContentsLabel(words: string): boolean {
  return LABEL.test(words.trim())
}

/**
 * The tables of contents of a page: lists, and rows of paragraphs, whose words are all links to places of the same page; with what stands above them.
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
  const links = linksOf(block)
  const isAll = links !== undefined && links > 0
  return isAll && (block.tagName === 'p'
    // A paragraph is a line of one where its neighbour is.
    ? [-1, 1].some(step => blocks[index + step]?.tagName === 'p' && (linksOf(blocks[index + step]!) ?? 0) > 0)
    // What is named so may have one line.
    : links > 1 || (isNamed && isContentsLabel(toString(blocks[index - 1] ?? block))))
}

/** How many links to places of the page an element has, where it has no other words. */
function linksOf(element: Element): number | undefined {
  let links = 0
  let isAll = true
  const walk = (node: Nodes): void => {
    if (!isAll)
      return
    if (node.type === 'element' && node.tagName === 'a' && String(node.properties.href ?? '').startsWith('#') && fragmentOf(node) !== '' && /\p{L}/u.test(toString(node)))
      links++
    else if (node.type === 'text')
      isAll &&= !WORD.test(node.value) || NUMBER.test(node.value)
    else if ('children' in node)
      node.children.forEach(walk)
  }
  walk(element)
  return isAll ? links : undefined
}

/** The words above a table of contents, in the same frame or before it. */
function labelAbove(blocks: Element[], lists: Element[], parent: Parents): Element[] {
  const above = blocks[blocks.indexOf(lists[0]!) - 1]
  const words = above ? toString(above).trim() : ''
  if (!above || words === '' || words.length > LONGEST_LABEL || elements(above, ({ tagName }) => tagName === 'img').length > 0)
    return []
  const others = (parent.children as RootContent[]).some(child => child !== above && !lists.includes(child as Element) && WORD.test(wordsOf(child)))
  return LABEL.test(words) || NAMES.test(namesOf(above)) || (!others && (above.tagName === 'summary' || (parent.type === 'element' && NAMES.test(namesOf(parent))))) ? [above] : []
}

function wordsOf(node: RootContent): string {
  return node.type === 'element' || node.type === 'text' ? toString(node) : ''
}
