import type { Definition, Link, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * A remark plugin that gives links their addresses where Markdown names these elsewhere: `[a page][1]`.
 *
 * @returns a transformer
 */
export function resolveLinks() {
  return (tree: Root): void => {
    const found = new Map<string, Definition>()
    visit(tree, 'definition', (node) => {
      if (!found.has(node.identifier)) // CommonMark 4.7: the first definition counts
        found.set(node.identifier, node)
    })
    visit(tree, 'linkReference', (node, index, parent) => {
      const definition = found.get(node.identifier)
      if (parent && index !== undefined && definition) {
        const place = node.position && { position: node.position }
        const link: Link = { type: 'link', url: definition.url, children: node.children, ...place }
        ;(parent.children as RootContent[])[index] = link
      }
    })
  }
}
