import type { Html, Parents, Root, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { visit } from 'unist-util-visit'
import { changeAll, REASONS } from './reading.ts'

/**
 * A tag of what a site's program draws: its name begins with a capital letter (Vue; MDX), as no element of HTML does,
 * and no placeholder that has attributes.
 */
const TAG = /^<(\/?)([A-Z][\w.]*)((?:\s+[:@]?[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*(\/?)>$/
const VALUE = /="([^"]*)"|='([^']*)'/g

/**
 * Leaves out the tags of a site's own components. What stands between them is text. List<T> and <Name> alone have no
 * such tag.
 *
 * @param tree the article
 * @param reading what the steps share
 */
export function dropComponents(tree: Root, reading: Reading): void {
  const names = new Set<string>()
  visit(tree, 'html', ({ value }) => {
    const [, , name, attributes, isAlone] = TAG.exec(value.trim()) ?? []
    if (name !== undefined && (/=/.test(attributes!) || isAlone !== ''))
      names.add(name)
  })
  const isText = (node: RootContent): boolean => node.type !== 'html' || !isComponent(node, names, reading)
  if (names.size > 0)
    changeAll(tree, parent => childrenOf(parent).filter(isText))
}

function childrenOf({ children }: Parents): RootContent[] {
  return children as RootContent[]
}

function isComponent({ value, position }: Html, names: ReadonlySet<string>, { left }: Reading): boolean {
  const match = TAG.exec(value.trim())
  if (!match || !names.has(match[2]!))
    return false
  const words = Array.from(match[3]!.matchAll(VALUE), ([, one, other]) => one ?? other!).join(' ')
  left.push({ words, reason: REASONS.component, position })
  return true
}
