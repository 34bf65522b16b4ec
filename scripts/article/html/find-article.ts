import type { Element, Nodes, Root, RootContent } from 'hast'
import type { Of } from './furniture.ts'
import { visitParents } from 'unist-util-visit-parents'
import { CONTAINERS, elements, isData } from './furniture.ts'

/** An element with more than this share of the prose holds the article. */
const MOST = 0.6

/** The innermost element that the page marks as its article and that holds most of the prose. */
export function markedIn(body: Element | Root, of: Of): Element | undefined {
  const marked = elements(body, ({ tagName, properties: { role } }) =>
    tagName === 'article' || tagName === 'main' || role === 'main')
  return marked.filter(element => of(element).prose > of(body).prose * MOST).at(-1)
}

/**
 * The element that the page marks as its article; else the innermost one with most of the prose, and the title where
 * that is set with it.
 */
export function findArticle(body: Element | Root, round: ReadonlySet<Nodes>, of: Of): Element | Root {
  return markedIn(body, of) ?? innermost(body, of, child => round.size === 0 || round.has(child))
}

/** The innermost element that holds most of the prose; a table of data is one thing. */
export function innermost(
  body: Element | Root,
  of: Of,
  may: (child: Element) => boolean = () => true,
): Element | Root {
  let found = body
  const least = of(body).prose * MOST
  const holdsMost = (child: RootContent): child is Element =>
    child.type === 'element' && CONTAINERS.has(child.tagName) && !isData(child) && of(child).prose > least
  for (;;) {
    const next = (found.children as RootContent[]).find((child): child is Element => holdsMost(child) && may(child))
    if (!next)
      return found
    found = next
  }
}

/** The innermost element that holds all of some nodes. */
export function commonParent(body: Element | Root, nodes: ReadonlySet<Nodes>): Element | Root {
  let common: Nodes[] | undefined
  visitParents(body, (node, parents) => {
    if (nodes.has(node))
      common = common?.filter(one => parents.includes(one as never)) ?? [...parents]
  })
  return (common?.at(-1) ?? body) as Element | Root
}
