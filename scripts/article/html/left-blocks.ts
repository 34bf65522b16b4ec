import type { Element, Nodes, Root, Text } from 'hast'
import type { VFile } from 'vfile'
import { visitParents } from 'unist-util-visit-parents'
import { leaveOut } from '../left-out.ts'

/** A text of a page, and what it stands in, the outermost first. */
export interface TextWithin { text: Text, parents: readonly Nodes[] }

/**
 * The texts of a page, and what each stands in.
 *
 * @param body the page's body
 * @returns those with words
 */
export function textsWithin(body: Element | Root): TextWithin[] {
  const found: TextWithin[] = []
  visitParents(body, 'text', (text, parents) => {
    if (/[\p{L}\p{N}]/u.test(text.value))
      found.push({ text, parents: [...parents] })
  })
  return found
}

/**
 * Counts the words of a page that are no part of its article, block by block: the outermost element that has none of the article's.
 *
 * @param before the page's texts
 * @param kept those of the article
 * @param file the article
 */
export function leaveBlocksOut(before: readonly TextWithin[], kept: ReadonlySet<Text>, file: VFile): void {
  const round = new Set(before.flatMap(({ text, parents }) => kept.has(text) ? parents : []))
  const blocks = new Map<Nodes, string[]>()
  for (const { text, parents } of before.filter(one => !kept.has(one.text))) {
    const block = parents.find(parent => !round.has(parent)) ?? text
    blocks.set(block, [...blocks.get(block) ?? [], text.value])
  }
  for (const words of blocks.values())
    leaveOut(file, words.join(' '), 'a block of the page that is none of the article')
}
