import type { RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { REASONS, wordsOfAll } from './reading.ts'

/** Comments between which a program writes a table of contents: DocToc, markdown-toc, and plug-ins of editors. */
const BEGINS = /^<!--\s*(?:START doctoc|(?:Markdown|vscode-markdown-)?toc)\b/i
const ENDS = /^<!--\s*(?:END doctoc|\/(?:Markdown|vscode-markdown-)?toc|tocstop)\b/i

/**
 * Leaves out tables of contents that programs have made: what stands between their two comments; and paragraphs that
 * are a link to a place of the same page and nothing else, which lead a reader round.
 *
 * @param nodes the article's blocks
 * @param reading what the steps share
 * @returns the blocks without them
 */
export function dropMadeContents(nodes: RootContent[], { left }: Reading): RootContent[] {
  const gone = new Set<RootContent>()
  for (const [index, node] of nodes.entries()) {
    if (gone.has(node))
      continue
    const made = leadsRound(node) ? [node] : madeFrom(nodes, index)
    if (made.length === 0)
      continue
    left.push({ words: wordsOfAll(made), reason: REASONS.made, position: made[0]!.position })
    made.forEach(one => gone.add(one))
  }
  return nodes.filter(node => !gone.has(node))
}

/** The blocks between a comment that begins a table of contents and the one that ends it; none for other blocks. */
function madeFrom(nodes: RootContent[], begin: number): RootContent[] {
  const below = nodes.slice(begin + 1)
  const end = isComment(nodes[begin]!, BEGINS) ? below.findIndex(other => isComment(other, ENDS)) : -1
  return below.slice(0, Math.max(0, end))
}

function isComment(node: RootContent, pattern: RegExp): boolean {
  return node.type === 'html' && pattern.test(node.value.trim())
}

function leadsRound(node: RootContent): boolean {
  if (node.type !== 'paragraph')
    return false
  const [link, ...others] = node.children
  return others.length === 0 && link?.type === 'link' && link.url.startsWith('#')
}
