import type { Blockquote, Heading, Image, List, ListItem, Paragraph, PhrasingContent, Text } from 'mdast'

/**
 * Text nodes of content that is built from strings or texts.
 *
 * @param content the article's text, with its place, or a label
 * @returns phrasing content
 */
export function phrasing(content: Text | string): PhrasingContent[] {
  return [typeof content === 'string' ? { type: 'text', value: content } : { type: 'text', value: content.value, ...(content.position && { position: content.position }) }]
}

/** A slide's title: a heading of depth 1, with a label such as （1/2） after the author's words. */
export function heading(content: Text | string, label = ''): Heading {
  return { type: 'heading', depth: 1, children: [...phrasing(content), ...(label ? phrasing(label) : [])] }
}

/** A paragraph of one text. */
export function paragraph(content: Text | string): Paragraph {
  return { type: 'paragraph', children: phrasing(content) }
}

/** A paragraph that is all strong. */
export function strongParagraph(content: Text): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: phrasing(content) }] }
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
  return listItem(lit ? [{ type: 'strong', children }] : children, below)
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
  return { type: 'list', ordered: start !== undefined, spread: false, ...(start !== undefined && { start }), children: items }
}
