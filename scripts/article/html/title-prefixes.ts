import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { toString } from 'hast-util-to-string'
import { wording } from '../../messages/wording.ts'
import { leaveOut } from '../left-out.ts'
import { elements } from './furniture.ts'

/** Fewer headings that begin with the title may do so by their words. */
const FEWEST = 2

/**
 * A rehype plugin for pages whose program sets the title before each heading, in an element of its own: it is said in
 * the title already.
 *
 * @returns a transformer for an article whose first block is its title
 */
export function dropTitlePrefixes() {
  return (tree: Root, file: VFile): void => {
    const [title] = tree.children
    if (title?.type !== 'element' || title.tagName !== 'h1')
      return
    const words = toString(title).trim()
    const headings = elements(tree, one => /^h[2-6]$/.test(one.tagName) && prefixOf(one, words) !== undefined)
    if (words === '' || headings.length < FEWEST)
      return
    for (const heading of headings) {
      const prefix = prefixOf(heading, words)!
      leaveOut(file, toString(prefix), wording('left-title-again'))
      heading.children = heading.children.filter(child => child !== prefix)
    }
  }
}

/** The first element of a heading, if it says the title and other words follow it. */
function prefixOf(heading: Element, title: string): Element | undefined {
  const children = heading.children.filter(child => toString(child as Element).trim() !== '')
  const [first, second] = children
  const isPrefix = first?.type === 'element' && /^(?:span|em|i|b|small)$/.test(first.tagName)
  return isPrefix && second !== undefined && toString(first).trim() === title ? first : undefined
}
