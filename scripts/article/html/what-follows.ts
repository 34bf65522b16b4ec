import type { Element, Nodes, Root, RootContent } from 'hast'
import { EXIT } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'

/**
 * Leaves out elements after the text: its editor, its copyright, the count of its readers.
 *
 * @param article the element that holds the article
 * @param text the element in it that holds the text
 * @param isGone whether an element after the text goes; others go on with the article
 */
export function dropWhatFollows(
  article: Element | Root,
  text: Element | Root,
  isGone: (child: Element) => boolean,
): void {
  if (article === text)
    return
  const path = ancestors(article, text)
  for (let outer = article; outer !== text;) {
    const children: RootContent[] = outer.children as RootContent[]
    const at = children.findIndex(child => path.has(child))
    const isKept = (child: RootContent, index: number): boolean =>
      index <= at || child.type !== 'element' || !isGone(child)
    outer.children = children.filter(isKept) as Element['children']
    outer = children[at] as Element
  }
}

/** An element and all elements round it, up to an outer one. */
export function ancestors(outer: Element | Root, element: Element | Root): ReadonlySet<Nodes> {
  const path = new Set<Nodes>()
  visitParents(outer, element, (_, parents) => {
    for (const node of [...parents, element])
      path.add(node)
    return EXIT
  })
  return path
}
