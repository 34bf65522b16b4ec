import type { Element, Nodes, Root, RootContent } from 'hast'
import { EXIT } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'

/** Below the text stand its editor, its copyright, how many like it: blocks of few words, or with the names of furniture. A page that goes on with the article has more. */
export function dropWhatFollows(article: Element | Root, text: Element | Root, isGone: (child: Element) => boolean): void {
  if (article === text)
    return
  const path = ancestors(article, text)
  for (let outer = article; outer !== text;) {
    const children: RootContent[] = outer.children as RootContent[]
    const at = children.findIndex(child => path.has(child))
    outer.children = children.filter((child, index) => index <= at || child.type !== 'element' || !isGone(child)) as Element['children']
    outer = children[at] as Element
  }
}

/** An element with all that it stands in, up to an outer one. */
export function ancestors(outer: Element | Root, element: Element | Root): ReadonlySet<Nodes> {
  const path = new Set<Nodes>()
  visitParents(outer, element, (_, parents) => {
    for (const node of [...parents, element])
      path.add(node)
    return EXIT
  })
  return path
}
