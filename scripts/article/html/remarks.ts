import type { Element, Root } from 'hast'
import { elements } from './furniture.ts'
import { around, blockOf, fragmentOf, parentsIn } from './note-places.ts'

/** Names that word processors give to reviewers' remarks, in links and in their places. */
const REMARK = /^_?(?:cmnt|msocom_)\d+$/i

/**
 * Finds the remarks of reviewers in a page that a word processor has written, and their marks in the text.
 *
 * @param tree the page
 * @returns the elements
 */
export function remarksIn(tree: Root): ReadonlySet<Element> {
  const parents = parentsIn(tree)
  const isTarget = ({ properties: { id, name } }: Element): boolean =>
    REMARK.test(String(id ?? '')) || REMARK.test(String(name ?? ''))
  const targets = elements(tree, isTarget)
  const calls = elements(tree, link => link.tagName === 'a' && REMARK.test(fragmentOf(link)) && !targets.includes(link))
  const others = new Set([...targets, ...calls])
  const blocks = targets.map(target => blockOf(target, parents, others) ?? target)
  return new Set([...blocks, ...calls.map(call => around(call, parents))])
}
