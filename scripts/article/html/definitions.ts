import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { elements } from './furniture.ts'

const INNER_BLOCK = /^(?:ul|ol|dl|table|blockquote|pre|figure|img|h[1-6])$/
/** A term has no more characters. */
const LONGEST_TERM = 40

/**
 * A rehype plugin for lists of terms with what they mean: each term becomes an item of a list, and what it means an
 * item below it. A list with other blocks stays as it is.
 *
 * @returns a transformer
 */
export function definitions() {
  return (tree: Root): void => visit(tree, 'element', (element, index, parent) => {
    const items = element.tagName === 'dl' && parent ? itemsOf(element) : undefined
    if (items)
      parent!.children.splice(index!, 1, { ...element, tagName: 'ul', properties: {}, children: items })
  })
}

/** The items that a list becomes; nothing where a term has nothing below it, or is none. */
function itemsOf(list: Element): Element[] | undefined {
  const parts = partsOf(list)
  const isTerm = (part: Element | undefined): boolean => part?.tagName === 'dt'
  const isWhole = parts.every((part, at) => isTerm(part) ? parts[at + 1]?.tagName === 'dd' : at > 0)
  if (parts.length === 0 || !isWhole || !parts.every(part => isTerm(part) ? isShort(part) : isPlain(part)))
    return undefined
  const items: { term: Element, meanings: Element[] }[] = []
  for (const part of parts) {
    if (isTerm(part))
      items.push({ term: part, meanings: [] })
    else
      items.at(-1)!.meanings.push(toItem(part))
  }
  return items.map(({ term, meanings }) => toItem(term, [inner(meanings)]))
}

/** The terms and meanings of a list, which may stand in groups (HTML, 4.4.9). */
function partsOf(list: Element): Element[] {
  return list.children.flatMap((child) => {
    if (child.type !== 'element')
      return []
    return child.tagName === 'div' ? partsOf(child) : [child]
  })
}

function isShort(term: Element): boolean {
  const words = toString(term).trim()
  return words !== '' && words.length <= LONGEST_TERM && isPlain(term)
}

/** Whether an element has one paragraph at most, and no other block. */
function isPlain(element: Element): boolean {
  const blocks = elements(element, ({ tagName }) => INNER_BLOCK.test(tagName))
  const paragraphs = elements(element, ({ tagName }) => /^(?:p|div)$/.test(tagName))
  return /^d[td]$/.test(element.tagName) && blocks.length === 0 && paragraphs.length < 2
}

function toItem(part: Element, below: ElementContent[] = []): Element {
  return { ...part, tagName: 'li', properties: {}, children: [...part.children, ...below] }
}

function inner(children: Element[]): Element {
  return { type: 'element', tagName: 'ul', properties: {}, children }
}
