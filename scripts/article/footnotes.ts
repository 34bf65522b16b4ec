import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * A remark plugin that puts each footnote behind the block that calls it, so that it is said there. A footnote of a
 * heading comes behind the block below; one that nothing calls stays where it is.
 *
 * @returns a transformer
 */
export function placeFootnotes() {
  return (tree: Root): void => {
    const called = new Set<string>()
    visit(tree, 'footnoteReference', ({ identifier }) => void called.add(identifier))
    const notes = new Map<string, FootnoteDefinition>()
    for (const node of tree.children) {
      if (node.type === 'footnoteDefinition' && called.has(node.identifier) && !notes.has(node.identifier))
        notes.set(node.identifier, node)
    }
    if (notes.size > 0)
      tree.children = placed(tree.children, notes)
  }
}

function placed(nodes: RootContent[], notes: Map<string, FootnoteDefinition>): RootContent[] {
  const moved = new Set<RootContent>(notes.values())
  const children: RootContent[] = []
  let waiting: FootnoteDefinition[] = []
  for (const node of nodes.filter(one => !moved.has(one))) {
    children.push(node)
    waiting.push(...takeNotes(node, notes))
    if (node.type !== 'heading')
      children.push(...waiting.splice(0))
  }
  waiting = [...waiting, ...notes.values()]
  return [...children, ...waiting]
}

/** The footnotes that a block calls, and those that they call, each once. */
function takeNotes(node: RootContent, notes: Map<string, FootnoteDefinition>): FootnoteDefinition[] {
  const own: FootnoteDefinition[] = []
  visit(node, 'footnoteReference', ({ identifier }) => {
    const note = notes.get(identifier)
    if (note && notes.delete(identifier))
      own.push(note)
  })
  return own.flatMap(note => [note, ...takeNotes(note, notes)])
}
