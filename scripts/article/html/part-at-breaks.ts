import type { Paragraph, PhrasingContent, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'

/** What pages set before a paragraph instead of a margin: two ideographic spaces, or as wide a row of others. */
const INDENT = /\u3000{2,}|[\u00A0\u2003]{4,}/
const SENTENCE_END = /[。！？!?….][”’」』）)"'\]】]*\s*$/

/**
 * A remark plugin for what was HTML: parts a paragraph where the page only breaks the line, at two breaks, before an indent, or after
 * each sentence's end; and takes white space from its edges.
 *
 * @returns a transformer
 */
export function partAtBreaks() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined)
        return
      const parts = partParagraph(paragraph).map(trimmed).filter(part => part.children.length > 0)
      parent.children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
    visit(tree, 'heading', (heading) => {
      heading.children = trimmed({ type: 'paragraph', children: heading.children }).children
    })
  }
}

function partParagraph(paragraph: Paragraph): Paragraph[] {
  const children = paragraph.children.flatMap(partText)
  const parts: PhrasingContent[][] = [[]]
  for (const [index, child] of children.entries()) {
    if (child.type === 'break' && partsHere(children, index, parts.at(-1)!))
      parts.push([])
    else
      parts.at(-1)!.push(child)
  }
  return parts.map(part => ({ type: 'paragraph', children: part, ...place(part, paragraph) }))
}

/** Whether a break parts paragraphs. */
function partsHere(children: PhrasingContent[], index: number, before: PhrasingContent[]): boolean {
  const next = children[index + 1]
  const own = children[index]
  return (own?.type === 'break' && own.data?.parts === true)
    || next?.type === 'break'
    || children[index - 1]?.type === 'break'
    || (next?.type === 'text' && INDENT.test(/^\s*/.exec(next.value)![0]))
    || SENTENCE_END.test(toString({ type: 'paragraph', children: before }))
}

/** A text with indents inside, in pieces with a break between: somebody pasted several paragraphs as one. */
function partText(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text' || !INDENT.test(node.value.trim()))
    return [node]
  const pieces: PhrasingContent[] = []
  let from = 0
  for (const match of node.value.matchAll(new RegExp(INDENT, 'g'))) {
    if (match.index > from)
      pieces.push(slice(node, from, match.index), { type: 'break', data: { parts: true } })
    from = match.index + match[0].length
  }
  return [...pieces, slice(node, from, node.value.length)]
}

function slice(node: Text, from: number, to: number): Text {
  const { start } = node.position ?? {}
  const point = (offset: number): NonNullable<typeof start> => ({ ...start!, column: start!.column + offset, offset: start!.offset! + offset })
  return { type: 'text', value: node.value.slice(from, to), ...(start && { position: { start: point(from), end: point(to) } }) }
}

/** White space at a paragraph's edges is layout. */
function trimmed(paragraph: Paragraph): Paragraph {
  const children = [...paragraph.children]
  while (children[0] && isBlank(children[0]))
    children.shift()
  while (children.length > 0 && isBlank(children.at(-1)!))
    children.pop()
  const first = children[0]
  if (first?.type === 'text')
    children[0] = slice(first, first.value.length - first.value.trimStart().length, first.value.length)
  const last = children.at(-1)
  if (last?.type === 'text')
    children[children.length - 1] = slice(last, 0, last.value.trimEnd().length)
  return { ...paragraph, children }
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

function place(children: PhrasingContent[], paragraph: Paragraph): Pick<Paragraph, 'position'> {
  const start = children.find(child => child.position)?.position?.start ?? paragraph.position?.start
  const end = children.findLast(child => child.position)?.position?.end ?? paragraph.position?.end
  return start && end ? { position: { start, end } } : {}
}

declare module 'mdast' {
  interface BreakData {
    /** Stands for what parts paragraphs. */
    parts?: boolean
  }
}
