import type { Element, Root } from 'hast'
import { elements } from './furniture.ts'
import { around, blockOf, fragmentOf, parentsIn } from './note-places.ts'

/** What word processors call remarks of reviewers, in links and their places. */
const REMARK = /^_?(?:cmnt|msocom_)\d+$/i

/**
 * The remarks of reviewers in a page that a word processor has written, and the marks that stand for them.
 *
 * @param tree the page
 * @returns the elements
 */
export function remarksIn(tree: Root): ReadonlySet<Element> {
  const parents = parentsIn(tree)
  const targets = elements(tree, ({ properties }) => [properties.id, properties.name].some(name => REMARK.test(String(name ?? ''))))
  const calls = elements(tree, link => link.tagName === 'a' && REMARK.test(fragmentOf(link)) && !targets.includes(link))
  const others = new Set([...targets, ...calls])
  const blocks = targets.map(target => blockOf(target, parents, others) ?? target)
  return new Set([...blocks, ...calls.map(call => around(call, parents))])
}
