import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

export interface State {
  all: (node: never) => unknown[]
  toFlow: (nodes: unknown[]) => unknown[]
  patch: (from: Element, to: object) => void
}

/** The element that `docxToHtml` and `takeNotes` make of a note's mark in the text. */
export const CALL = 'lectern-call'
/** The element that `notes` and `takeNotes` make of a note. */
export const NOTE = 'lectern-note'

/**
 * A rehype plugin for the HTML of a Word document. It names the document's foot- and endnotes, which stand at its end
 * as items of a list.
 *
 * @returns a transformer
 */
export function notes() {
  return (tree: Root): void => visit(tree, 'element', (list) => {
    const items = list.children.filter(child => child.type === 'element')
    const areNotes = items.length > 0 && items.every(isNote)
    if (list.tagName !== 'ol' || !areNotes)
      return
    list.tagName = 'div'
    for (const item of items)
      item.tagName = NOTE
  })
}

function isNote({ properties }: Element): boolean {
  return /^(?:foot|end)note-/.test(String(properties.id))
}

/** How both become mdast. */
export const noteHandlers = {
  [CALL]: (state: State, node: Element): unknown => {
    const result = { type: 'footnoteReference', ...identified(node.properties.dataNote) }
    state.patch(node, result)
    return result
  },
  [NOTE]: (state: State, node: Element): unknown => {
    const children = state.toFlow(state.all(node as never))
    const result = { type: 'footnoteDefinition', ...identified(node.properties.id), children }
    state.patch(node, result)
    return result
  },
}

function identified(id: unknown): { identifier: string, label: string } {
  return { identifier: String(id), label: String(id) }
}
