import type { Html, Parents, Root, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { visit } from 'unist-util-visit'
import { changeAll, REASONS } from './reading.ts'
import { tagOf } from './tags.ts'

/** A tag that may be one of what a site's program draws: such names begin with a capital letter (Vue; MDX), or not. */
const TAG = new RegExp([
  String.raw`^<(\/?)([A-Z][\w.]*|[a-z][a-z\d]*(?:-[a-z\d]+)*)`,
  String.raw`((?:\s+[:@]?[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*(\/?)>$`,
].join(''))
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
  const ended = new Set<string>()
  visit(tree, 'html', ({ value }) => {
    const [, slash, name] = TAG.exec(value.trim()) ?? []
    if (name !== undefined && slash !== '')
      ended.add(name)
  })
  visit(tree, 'html', ({ value }) => {
    const [, , name, attributes, isAlone] = TAG.exec(value.trim()) ?? []
    if (name !== undefined && isOne(name, attributes!, isAlone !== '', ended))
      names.add(name)
  })
  const isText = (node: RootContent): boolean => node.type !== 'html' || !isComponent(node, names, reading)
  if (names.size > 0)
    changeAll(tree, parent => childrenOf(parent).filter(isText))
}

/**
 * Whether a tag is a component's. In small letters its element is none of HTML, and it is closed: with a hyphen in its
 * name as custom elements have it (HTML 4.13.3), or with attributes, as exports of other editors write them.
 */
function isOne(name: string, attributes: string, isAlone: boolean, ended: ReadonlySet<string>): boolean {
  if (/^[A-Z]/.test(name))
    return /=/.test(attributes) || isAlone || ended.has(name)
  const isClosed = /=/.test(attributes) ? isAlone || ended.has(name) : name.includes('-') && ended.has(name)
  return isClosed && !tagOf({ type: 'html', value: `<${name}>` })
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
