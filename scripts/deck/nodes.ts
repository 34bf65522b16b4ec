import type { Blockquote, Heading, Image, List, ListItem, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { isMark } from '../article/marks.ts'

/**
 * Phrasing content that is built from strings or texts.
 *
 * @param content the article's text, with its place and what its author marked, or a label
 * @returns the words with their marks; a footnote's mark is none of them
 */
export function phrasing(content: Text | string): PhrasingContent[] {
  if (typeof content === 'string')
    return [{ type: 'text', value: content }]
  const { value, position, data } = content
  return data?.phrasing ? shown(data.phrasing) : [{ type: 'text', value, ...(position && { position }) }]
}

/**
 * Where a link on a slide may lead: other addresses lead nowhere from a deck, or are not to be followed (the engine
 * writes them out as text).
 */
const LEADS = /^(?:https?|mailto|tel):/i

/**
 * What is shown of an author's phrasing in a line: words of a block of code or a formula, no mark of a footnote,
 * which is said, and no link that leads nowhere.
 */
function shown(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    const { type } = node as RootContent
    if (type === 'code' || type === 'math')
      return [{ type: 'text', value: (node as unknown as Text).value }]
    if (!isMark(node))
      return type === 'footnoteReference' ? [] : [node]
    const children = shown(node.children)
    return node.type === 'link' && !LEADS.test(node.url) ? children : [{ ...node, children }]
  })
}

/**
 * Words without the marks that a title or a label has no use for: it is strong itself, and leads nowhere. Its lines
 * are one.
 *
 * @param nodes phrasing content
 * @returns the same words; what is raised, lowered, struck, code or a formula stays so
 */
function plainer(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'break')
      return [{ type: 'text', value: ' ' }]
    if (!isMark(node))
      return [node]
    const children = plainer(node.children)
    return node.type === 'strong' || node.type === 'link' ? children : [{ ...node, children }]
  })
}

/** A slide's title: a heading of depth 1, with a label such as （1/2） after the author's words. */
export function heading(content: Text | string, label = ''): Heading {
  return { type: 'heading', depth: 1, children: [...plainer(phrasing(content)), ...(label ? phrasing(label) : [])] }
}

/** A paragraph of one text. */
export function paragraph(content: Text | string): Paragraph {
  return { type: 'paragraph', children: phrasing(content) }
}

/** A line of a cover, without the marks that a title has no use for. */
export function line(content: Text | string): Paragraph {
  return { type: 'paragraph', children: plainer(phrasing(content)) }
}

/** A label of ours among a cover's lines: strong, as no other line there is. */
export function label(words: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: phrasing(words) }] }
}

/** A paragraph of one picture. */
export function picture({ url, alt }: Image): Paragraph {
  return { type: 'paragraph', children: [{ type: 'image', url, alt: alt ?? '' }] }
}

/** A quotation of one paragraph. */
export function blockquote(content: Text | string): Blockquote {
  return { type: 'blockquote', children: [paragraph(content)] }
}

/** A list's item, with a list of its own below it, and lit where it is the one that the slide speaks of. */
export function item(content: Text | string, below?: List, lit = false): ListItem {
  const children = phrasing(content)
  return listItem(lit ? [{ type: 'strong', children: plainer(children) }] : children, below)
}

/** A list's item of phrasing content, with a list of its own below it. */
export function listItem(children: PhrasingContent[], below?: List): ListItem {
  const line: Paragraph = { type: 'paragraph', children }
  return { type: 'listItem', spread: false, children: below ? [line, below] : [line] }
}

/**
 * A tight list.
 *
 * @param items its items
 * @param start the first number of an ordered list; none, a bullet list
 * @returns the list
 */
export function list(items: ListItem[], start?: number): List {
  const numbers = start === undefined ? { ordered: false } : { ordered: true, start }
  return { type: 'list', ...numbers, spread: false, children: items }
}
