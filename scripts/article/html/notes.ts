import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

export interface State { all: (node: never) => unknown[], toFlow: (nodes: unknown[]) => unknown[], patch: (from: Element, to: object) => void }

/** The elements that `docxToHtml`, `notes` and `takeNotes` make of where a note is called, and of the note. */
export const CALL = 'lectern-call'
export const NOTE = 'lectern-note'

/**
 * A rehype plugin for the HTML of a Word document: its foot- and endnotes, which stand at its end as items of a list, are notes.
 *
 * @returns a transformer
 */
export function notes() {
  return (tree: Root): void => visit(tree, 'element', (list) => {
    const items = list.children.filter(child => child.type === 'element')
    if (list.tagName !== 'ol' || items.length === 0 || !items.every(({ properties }) => /^(?:foot|end)note-/.test(String(properties.id))))
      return
    list.tagName = 'div'
    for (const item of items)
      item.tagName = NOTE
  })
}

/** How they become mdast. */
export const noteHandlers = {
  [CALL]: (state: State, node: Element): unknown => named('footnoteReference', node.properties.dataNote, {}, state, node),
  [NOTE]: (state: State, node: Element): unknown => named('footnoteDefinition', node.properties.id, { children: state.toFlow(state.all(node as never)) }, state, node),
}

function named(type: string, id: unknown, content: object, state: State, node: Element): unknown {
  const result = { type, identifier: String(id), label: String(id), ...content }
  state.patch(node, result)
  return result
}
