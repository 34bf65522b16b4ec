import type { Element, Root as HastRoot } from 'hast'
import type { Nodes, Root } from 'mdast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { asScript } from '../raised.ts'

export interface State { all: (node: never) => unknown[], patch: (from: Element, to: object) => void }

/** How `<sup>` and `<sub>` become mdast: see `nameScripts`. */
export const scriptHandlers = {
  sup: (state: State, node: Element): unknown => script('superscript', state, node),
  sub: (state: State, node: Element): unknown => script('subscript', state, node),
}

/**
 * Makes raised or lowered words. They become characters of Unicode that are raised or lowered, if it has them. Others
 * pass as a directive: utilities of mdast know no other node for new kinds of phrasing.
 */
function script(name: 'superscript' | 'subscript', state: State, node: Element): unknown {
  const value = asScript(toString(node).trim(), name)
  const result = value === undefined
    ? { type: 'textDirective', name, children: state.all(node as never) }
    : { type: 'text', value }
  state.patch(node, result)
  return result
}

/**
 * A remark plugin that gives raised and lowered words their own names.
 *
 * @returns a transformer
 */
export function nameScripts() {
  return (tree: Root): void => visit(tree as Nodes, (node: { type: string, name?: string }) => {
    if (node.type === 'textDirective') {
      node.type = node.name!
      delete node.name
    }
  })
}

/** A class whose rule strikes words out. */
const STRIKING = /\.([\w-]+)\s*\{[^{}]*text-decoration(?:-line)?\s*:[^;{}]*line-through/gi

/**
 * A rehype plugin for words that a class of the page's style sheet strikes out, as Google Docs writes it. It copies the
 * style to each element of the class.
 *
 * @returns a transformer
 */
export function styleStruck() {
  return (tree: HastRoot): void => {
    const names = new Set<string>()
    visit(tree, 'element', (element) => {
      if (element.tagName === 'style')
        Array.from(toString(element).matchAll(STRIKING), ([, name]) => names.add(name!))
    })
    visit(tree, 'element', (element) => {
      const { className, style } = element.properties
      if (names.size > 0 && [className].flat().some(name => names.has(String(name))))
        element.properties.style = `${String(style ?? '')};text-decoration:line-through`
    })
  }
}

/**
 * A rehype plugin for words that a style strikes out: they become `<s>`.
 *
 * @returns a transformer
 */
export function strikeThrough() {
  return (tree: HastRoot): void => visit(tree, 'element', (element) => {
    const style = String(element.properties.style ?? '')
    if (element.tagName === 'span' && /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style))
      element.tagName = 's'
  })
}
