import type { Delete, Emphasis, Link, PhrasingContent, Strong, Text } from 'mdast'
import type { Subscript, Superscript } from './nodes.ts'

/** What an author may mark words with. */
export type Mark = Delete | Emphasis | Link | Strong | Subscript | Superscript

/**
 * A mark round words. White space and line ends at its edges stand outside: Markdown wants words there (CommonMark
 * 6.2).
 *
 * @param mark the mark, with what it had round it before
 * @param children what stands in it now
 * @returns the mark, what stands before and behind it; no mark where there are no words
 */
export function marked({ position: _, ...mark }: Mark, children: PhrasingContent[]): PhrasingContent[] {
  const inner = [...children]
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  while (inner.length > 0 && isBlank(inner[0]!))
    before.push(inner.shift()!)
  while (inner.length > 0 && isBlank(inner.at(-1)!))
    after.unshift(inner.pop()!)
  const [first, last] = [inner[0], inner.at(-1)]
  const lead = first?.type === 'text' ? /^\s*/.exec(first.value)![0] : ''
  if (lead !== '') {
    before.push({ type: 'text', value: lead })
    inner[0] = { ...first as Text, value: (first as Text).value.slice(lead.length) }
  }
  const end = last?.type === 'text' ? /\s*$/.exec(last.value)![0] : ''
  if (end !== '') {
    after.unshift({ type: 'text', value: end })
    const text = inner.at(-1) as Text
    inner[inner.length - 1] = { ...text, value: text.value.slice(0, text.value.length - end.length) }
  }
  return [...before, ...(inner.length > 0 ? [{ ...mark, children: inner } as PhrasingContent] : []), ...after]
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}
