import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * A remark plugin that takes the indent off lines that the author has broken: behind a line's end it would be white
 * space that no reader sees.
 *
 * @returns a transformer
 */
export function trimLineStarts() {
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (index !== undefined && parent?.children[index - 1]?.type === 'break')
        node.value = node.value.replace(/^[ \t\u3000]+/, '')
    })
  }
}
