import type { Paragraph, Parents, Root, RootContent, Yaml } from 'mdast'
import type { Reading } from './reading.ts'
import { stringify } from 'yaml'
import { REASONS, without } from './reading.ts'

/** A page's property, at its head (Logseq, “Properties”). */
const PROPERTY = /^([A-Z][\w-]{0,30}):: +(\S.*)$/i
/** The same in an outline of Emacs (Org Manual, “Export Settings”): #+TITLE: 渡口. */
const SETTING = /^#\+([A-Z][\w-]{0,30}):(?:[ \t]+(\S.*))?$/i
/** Keys that say what an article is called and whose it is. */
const KEPT = /^(?:title|subtitle|authors?|date|lang)$/i

/**
 * Reads the properties that an outliner has at a page's head as frontmatter.
 *
 * @param tree the article, whose first block goes where it is such lines
 * @param reading what the steps share
 */
export function readPageProperties(tree: Root, reading: Reading): void {
  const [first] = tree.children
  if (first?.type !== 'paragraph' || !first.position)
    return
  const source = reading.place.source.slice(first.position.start.offset, first.position.end.offset)
  const fields = source.split(/\r?\n/).map(line => PROPERTY.exec(line.trim()) ?? SETTING.exec(line.trim()))
  if (!fields.every(field => field !== null))
    return
  const isKept = ([, key, value]: RegExpExecArray): boolean => KEPT.test(key!) && value !== undefined
  const others = fields.filter(field => !isKept(field)).map(([line]) => line).join('\n')
  reading.left.push({ words: others, reason: REASONS.properties, position: first.position })
  const kept = fields.filter(isKept).map(([, key, value]) => [key!.toLowerCase(), value!])
  const yaml: Yaml = { type: 'yaml', value: stringify(Object.fromEntries(kept)).trimEnd(), position: first.position }
  tree.children.splice(0, 1, ...kept.length > 0 ? [yaml] : [])
}

/**
 * Takes blocks that are headings out of the list that an outliner makes of a page.
 *
 * @param tree the article
 */
export function liftHeadingItems(tree: Root): void {
  tree.children = tree.children.flatMap((node): RootContent[] => {
    const isOutline = node.type === 'list' && node.children.some(({ children: [first] }) => first?.type === 'heading')
    return isOutline ? node.children.flatMap(({ children }) => children) : [node]
  })
}

/** How a task stands, beyond open and done: [>] moved on, [-] given up, [~] no longer needed (GitLab, “Task lists”). */
const STATE = /^\[[>\-/!?*<~]\][ \t]+(?=\S)/

/**
 * Takes off a task's beginning how it stands.
 *
 * @param parent any node
 * @param reading what the steps share
 * @returns its children
 */
export function dropStates(parent: Parents, { place }: Reading): RootContent[] {
  const children = parent.children as RootContent[]
  const [first] = children
  const [text, ...others] = parent.type === 'listItem' && first?.type === 'paragraph' ? first.children : []
  const state = text?.type === 'text' ? STATE.exec(text.value) : null
  if (!state || text?.type !== 'text')
    return children
  const words = [...without(text, [[0, state[0].length]], place), ...others]
  return [{ ...first, children: words } as Paragraph, ...children.slice(1)]
}
