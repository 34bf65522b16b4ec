import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A block of a slide's text, and where it begins in its Markdown, from 1. */
export interface Block {
  kind: 'title' | 'line' | 'quote' | 'item' | 'head' | 'cell' | 'code' | 'picture'
  text: string
  /** All of it is strong. */
  strong: boolean
  line: number
  column: number
}

const markdown = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCjkFriendly).use(remarkMath).freeze()

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
      blocks.push({ kind, text, strong: 'children' in node && node.children.length === 1 && node.children[0]!.type === 'strong', line, column })
  }
  const walk = (node: Nodes, kind: Block['kind']): void => {
    if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'code' || node.type === 'math') {
      const own = node.type === 'heading' ? 'title' : node.type === 'code' || node.type === 'math' ? 'code' : kind
      add(node, own, toString(node, { includeHtml: false, includeImageAlt: false }))
      for (const image of picturesIn(node))
        add(image, 'picture', image.alt ?? '')
    }
    else if (node.type === 'html') {
      add(node, 'line', node.value.replace(/<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>/g, ''))
    }
    else if ('children' in node) {
      node.children.forEach((child, index) => walk(child, node.type === 'table' ? index === 0 ? 'head' : 'cell' : KINDS[node.type] ?? kind))
    }
  }
  walk(markdown.parse(source), 'line')
  return blocks
}

const KINDS: Readonly<Record<string, Block['kind']>> = { listItem: 'item', blockquote: 'quote' }

function picturesIn(node: Nodes): Extract<Nodes, { type: 'image' }>[] {
  return node.type === 'image' ? [node] : 'children' in node ? node.children.flatMap(picturesIn) : []
}
