import type { Break, Paragraph, PhrasingContent, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../places.ts'
import { toString } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { sliceText } from '../align.ts'
import { placesOf } from '../places.ts'

/** Spaces that pages set before a paragraph instead of a margin: two ideographic ones, or as wide a row of others. */
const INDENT = /\u3000{2,}|[\u00A0\u2003]{4,}/
/** A heading, a signature or a line of verse has no more characters; a line that is broken because it is full has. */
const LONGEST_LINE = 26
const SENTENCE_END = /[。！？．｡!?….][”’」』）)"'\]】]*\s*$/

/**
 * A remark plugin for mdast that was HTML. It parts paragraphs that a page only separates by breaks: at two breaks,
 * before an indent, after the end of a sentence, or after a short line. It also removes white space from the ends of
 * paragraphs.
 *
 * @returns a transformer
 */
export function partAtBreaks() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    const stanza = hasVerse(tree) ? 2 : VERSE.lines
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined)
        return
      const parts = partParagraph(paragraph, stanza, place)
        .map(part => trimmed(part, place))
        .filter(part => part.children.length > 0)
      parent.children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
    visit(tree, 'heading', (heading) => {
      heading.children = trimmed({ type: 'paragraph', children: heading.children }, place).children
    })
  }
}

function partParagraph(paragraph: Paragraph, stanza: number, place: Places): Paragraph[] {
  const children = paragraph.children.flatMap(node => partText(node, place))
  if (isVerse(children, stanza))
    return [paragraph]
  const parts: PhrasingContent[][] = [[]]
  for (const [index, child] of children.entries()) {
    if (child.type !== 'break')
      parts.at(-1)!.push(child)
    else if (partsHere(children, index, parts.at(-1)!))
      parts.push([])
    else
      parts.at(-1)!.push(softBreak(child))
  }
  const data = paragraph.data && { data: paragraph.data }
  return parts.map(part => ({ type: 'paragraph', children: part, ...data, ...spanOf(part, paragraph) }))
}

/** The fewest lines of a stanza, and the largest share of them that may end with a sentence. */
const VERSE = { lines: 3, sentences: 0.4 } as const
/** Signs that a line is no verse: a key, a number before it, a number or a day at its end. */
const PROSE = /[：:]|^[（(]?(?:[\d一二三四五六七八九十]{1,3}[、.．）)]|[•·●])|[\d日号]$/

function hasVerse(tree: Root): boolean {
  let found = false
  visit(tree, 'paragraph', ({ children }) => {
    found ||= isVerse(children, VERSE.lines)
  })
  return found
}

/** Whether a paragraph is verse: short lines with single breaks between, few of them sentences, none all in bold. */
function isVerse(children: PhrasingContent[], fewest: number): boolean {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break')
      lines.push([])
    else
      lines.at(-1)!.push(child)
  }
  const words = lines.map(line => toString({ type: 'paragraph', children: line }).trim())
  const isLine = (line: string, index: number): boolean =>
    line !== '' && line.length <= LONGEST_LINE && !PROSE.test(line) && lines[index]!.some(({ type }) => type === 'text')
  const ended = words.filter(line => SENTENCE_END.test(line)).length
  return words.length >= fewest && words.every(isLine) && ended <= words.length * VERSE.sentences
}

/** The end of a full line: it is nothing between Chinese characters, and a space between words. */
function softBreak({ position }: Break): Text {
  return { type: 'text', value: '\n', ...(position && { position }) }
}

/** Whether a break separates paragraphs. */
function partsHere(children: PhrasingContent[], index: number, before: PhrasingContent[]): boolean {
  const next = children[index + 1]
  const own = children[index]
  const line = toString({ type: 'paragraph', children: before })
  return (own?.type === 'break' && own.data?.parts === true)
    || next?.type === 'break'
    || children[index - 1]?.type === 'break'
    || (next?.type === 'text' && INDENT.test(/^\s*/.exec(next.value)![0]))
    || SENTENCE_END.test(line)
    || line.trim().length <= LONGEST_LINE
}

/** Splits a text at the indents in it, with breaks between the pieces: somebody pasted several paragraphs as one. */
function partText(node: PhrasingContent, place: Places): PhrasingContent[] {
  if (node.type !== 'text' || !INDENT.test(node.value.trim()))
    return [node]
  const pieces: PhrasingContent[] = []
  let from = 0
  for (const match of node.value.matchAll(new RegExp(INDENT, 'g'))) {
    if (match.index > from)
      pieces.push(sliceText(node, from, match.index, place), { type: 'break', data: { parts: true } })
    from = match.index + match[0].length
  }
  return [...pieces, sliceText(node, from, node.value.length, place)]
}

/**
 * Removes white space and breaks from the ends of a paragraph: they are layout.
 *
 * @param paragraph the paragraph
 * @param place the article's places
 */
export function trimmed(paragraph: Paragraph, place: Places): Paragraph {
  const children = [...paragraph.children]
  while (children[0] && isBlank(children[0]))
    children.shift()
  while (children.length > 0 && isBlank(children.at(-1)!))
    children.pop()
  const first = children[0]
  if (first?.type === 'text')
    children[0] = sliceText(first, first.value.length - first.value.trimStart().length, first.value.length, place)
  const last = children.at(-1)
  if (last?.type === 'text')
    children[children.length - 1] = sliceText(last, 0, last.value.trimEnd().length, place)
  return { ...paragraph, children }
}

/**
 * Whether a node is only layout.
 *
 * @param node any word of a paragraph
 * @returns true for breaks and white space
 */
export function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

/**
 * The place of words that become a block.
 *
 * @param children the words
 * @param paragraph the paragraph that held them; its place counts if no word has one
 * @returns their position, or none
 */
export function spanOf(children: PhrasingContent[], paragraph?: Paragraph): Pick<Paragraph, 'position'> {
  const start = children.find(child => child.position)?.position?.start ?? paragraph?.position?.start
  const end = children.findLast(child => child.position)?.position?.end ?? paragraph?.position?.end
  return start && end ? { position: { start, end } } : {}
}

declare module 'mdast' {
  interface BreakData {
    /** Whether the break stands for the border between two paragraphs. */
    parts?: boolean
  }
}
