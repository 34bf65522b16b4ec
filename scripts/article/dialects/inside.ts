import type { Root, RootContent } from 'mdast'
import type { Processor } from 'unified'
import type { Places } from '../places.ts'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { align, follow } from '../align.ts'
import { markdown } from '../markdown.ts'
import { positionOf } from '../places.ts'

/** Markdown in which tags part nothing: what stands between two is Markdown, too. */
function betweenTags(this: Processor): void {
  markdown.call(this)
  this.data('micromarkExtensions')!.push({ disable: { null: ['htmlFlow', 'codeIndented'] } })
}

const reader = unified().use(betweenTags as never).freeze()

/**
 * Reads a piece of an article that Markdown's own grammar has kept whole, as Markdown.
 *
 * @param value its text, as a node has it: without the marks of what it stands in
 * @param from the offset in the article at which it begins
 * @param to the offset after its last character
 * @param place the article's places
 * @returns its blocks, at their places in the article
 */
export function readInside(value: string, from: number, to: number, place: Places): RootContent[] {
  const steps = align(value, place.source.slice(from, to))
  const at = (index: number): number => from + follow(steps, index)
  const tree = reader.parse(new VFile({ path: 'inside.md', value })) as Root
  visit(tree, (node) => {
    const { start, end } = node.position ?? {}
    if (!start || !end) // addresses that are links without a mark have none
      return
    const last = end.offset! > start.offset! ? at(end.offset! - 1) + 1 : at(start.offset!)
    node.position = positionOf(at(start.offset!), last, place)
  })
  return tree.children
}
