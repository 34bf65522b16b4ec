import type { Element, Nodes } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'

/** The mark of a note: 1, [1], （注2）, ①, iv, a, *. */
export const MARK = /^[[(（〔【]?\s*(?:注\s*)?(?:\d{1,3}|[ivxlc]{1,6}|[a-z①-⑳]|[*†‡§¶]{1,3})\s*[\])）〕】]?$/i
/** Elements that may be a note. */
export const BLOCK = /^(?:p|div|li|dd|aside|section|td|blockquote|center)$/

/** The name of the place to which a link leads, in its own page. */
export function fragmentOf({ properties: { href } }: Element): string {
  const fragment = /#([^#]+)$/.exec(String(href ?? ''))?.[1] ?? ''
  try {
    return decodeURIComponent(fragment)
  }
  catch {
    return fragment
  }
}

/** The parents of nodes. */
export type ParentsOf = ReadonlyMap<Nodes, Element>

/** The parent of each node of a tree. */
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
    const { id, name } = element.properties
    for (const own of [id, element.tagName === 'a' ? name : undefined]) {
      if (own !== undefined && !found.has(String(own)))
        found.set(String(own), element)
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

/** The block of a note: the outermost round its target that holds neither another note nor a call. */
export function blockOf(target: Element, parents: ParentsOf, others: ReadonlySet<Element>): Element | undefined {
  let block: Element | undefined = BLOCK.test(target.tagName) ? target : undefined
  let outer = parents.get(target)
  while (outer && outer.tagName !== 'body' && !holdsOther(outer, others, target)) {
    if (BLOCK.test(outer.tagName))
      block = outer
    outer = parents.get(outer)
  }
  return block && holdsOther(block, others, target) ? undefined : block
}

/** A mark with the elements round it that hold nothing else but brackets. */
export function around(call: Element, parents: ParentsOf): Element {
  let outer = call
  let parent = parents.get(outer)
  while (parent && isRoundMark(parent)) {
    outer = parent
    parent = parents.get(outer)
  }
  return outer
}

function isRoundMark(element: Element): boolean {
  return /^(?:sup|span|b|i|small|font)$/.test(element.tagName) && MARK.test(toString(element).trim())
}
