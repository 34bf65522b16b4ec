import type { Nodes } from 'mdast'
import type { Block } from './model.ts'
import { toString } from 'mdast-util-to-string'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .freeze()

/** The kinds of blocks that hold text of their own. */
const TEXT_KINDS: Readonly<Record<string, Block['kind'] | undefined>> = {
  heading: 'title',
  code: 'code',
  math: 'code',
}

/**
 * Reads the blocks of a slide, or the paragraphs of a note.
 *
 * @param source Markdown
 * @returns its headings, paragraphs, text in HTML, list items, table cells (`head` in the first row), code, and the
 *   descriptions of its pictures, in order
 */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = []
  const add = (node: Nodes, kind: Block['kind'], text: string): void => {
    const { line, column } = node.position!.start
    if (text.trim() !== '')
      blocks.push({ kind, text, strong: isStrong(node), line, column })
  }
  const walk = (node: Nodes, kind: Block['kind']): void => {
    if (isTextBlock(node)) {
      add(node, TEXT_KINDS[node.type] ?? kind, toString(node, { includeHtml: false, includeImageAlt: false }))
      for (const image of picturesIn(node))
        add(image, 'picture', image.alt ?? '')
    }
    else if (node.type === 'html') {
      add(node, 'line', node.value.replace(/<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>/g, ''))
    }
    else if ('children' in node) {
      const kindOf = (index: number): Block['kind'] => index === 0 ? 'head' : 'cell'
      const own = KINDS[node.type] ?? kind
      node.children.forEach((child, index) => walk(child, node.type === 'table' ? kindOf(index) : own))
    }
  }
  walk(markdown.parse(source), 'line')
  return blocks
}

const KINDS: Readonly<Record<string, Block['kind']>> = { listItem: 'item', blockquote: 'quote' }

function picturesIn(node: Nodes): Extract<Nodes, { type: 'image' }>[] {
  if (node.type === 'image')
    return [node]
  return 'children' in node ? node.children.flatMap(picturesIn) : []
}

/** A block whose text is its own, not that of blocks inside it. */
function isTextBlock(node: Nodes): boolean {
  return node.type in TEXT_KINDS || node.type === 'paragraph' || node.type === 'tableCell'
}

function isStrong(node: Nodes): boolean {
  return 'children' in node && node.children.length === 1 && node.children[0]!.type === 'strong'
}
