import type { Element, Nodes } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'

/** How a note is called: 1, [1], （注2）, ①, iv, a, *. */
export const MARK = /^[[(（〔【]?\s*(?:注\s*)?(?:\d{1,3}|[ivxlc]{1,6}|[a-z①-⑳]|[*†‡§¶]{1,3})\s*[\])）〕】]?$/i
/** Elements that may be a note. */
export const BLOCK = /^(?:p|div|li|dd|aside|section|td|blockquote|center)$/

/** Where a link leads in its own page. */
export function fragmentOf({ properties: { href } }: Element): string {
  const fragment = /#([^#]+)$/.exec(String(href ?? ''))?.[1] ?? ''
  try {
    return decodeURIComponent(fragment)
  }
  catch {
    return fragment
  }
}

/** What each node stands in. */
export type ParentsOf = ReadonlyMap<Nodes, Element>

/** What each node of a tree stands in. */
export function parentsIn(tree: Nodes): ParentsOf {
  const found = new Map<Nodes, Element>()
  visitParents(tree, (node, ancestors) => {
    const parent = ancestors.at(-1)
    if (parent?.type === 'element')
      found.set(node, parent)
  })
  return found
}

/** The elements that links of the page can lead to, by their names. */
export function targetsIn(tree: Nodes): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>()
  visit(tree, 'element', (element) => {
    for (const name of [element.properties.id, element.tagName === 'a' ? element.properties.name : undefined]) {
      if (name !== undefined && !found.has(String(name)))
        found.set(String(name), element)
    }
  })
  return found
}

/** Whether a node is an element, or stands in it. */
export function contains(outer: Element, inner: Nodes, parents: ParentsOf): boolean {
  for (let node: Nodes | undefined = inner; node; node = parents.get(node)) {
    if (node === outer)
      return true
  }
  return false
}

/** Whether an element holds one of some elements, other than one of them. */
function holdsOther(element: Element, others: ReadonlySet<Element>, own: Element): boolean {
  let found = false
  visit(element, 'element', (inner) => {
    found ||= inner !== own && others.has(inner)
    return !found
  })
  return found
}

/** The block of a note: all round its target that has neither another note nor a call in it. */
export function blockOf(target: Element, parents: ParentsOf, others: ReadonlySet<Element>): Element | undefined {
  let block: Element | undefined = BLOCK.test(target.tagName) ? target : undefined
  for (let outer = parents.get(target); outer && outer.tagName !== 'body' && !holdsOther(outer, others, target); outer = parents.get(outer)) {
    if (BLOCK.test(outer.tagName))
      block = outer
  }
  return block && holdsOther(block, others, target) ? undefined : block
}

/** A mark with what stands round it alone: brackets, a raised frame. */
export function around(call: Element, parents: ParentsOf): Element {
  let outer = call
  for (let parent = parents.get(outer); parent && /^(?:sup|span|b|i|small|font)$/.test(parent.tagName) && MARK.test(toString(parent).trim()); parent = parents.get(outer))
    outer = parent
  return outer
}
