import type { FootnoteDefinition, Image, Parents, PhrasingContent, RootContent, Text } from 'mdast'
import type { InlineMark } from './forms.ts'
import type { Reading } from './reading.ts'
import { nameToEmoji } from 'gemoji'
import { readInside } from './inside.ts'
import { isPicture, pictureOfTag } from './pictures.ts'
import { REASONS, textIn } from './reading.ts'
import { wordsOfTag } from './templates.ts'

const COMMENT_EDGES = /^(?:%%|\{\/\*|\{>>)|(?:%%|\*\/\}|<<\})$/g
/** The size that a picture is to have, or where it is to stand. */
const SIZE = /^\d+(?:x\d+)?$|^(?:left|right|center)$/i

/**
 * Reads the marks in a parent's lines: what is left are words, pictures and calls of notes.
 *
 * @param parent any node with children
 * @param reading what the steps share
 * @param notes takes the notes that stand in the lines, to be put behind their block
 * @returns its children without marks
 */
export function readInlineMarks(parent: Parents, reading: Reading, notes: FootnoteDefinition[]): RootContent[] {
  const nodes = parent.children as RootContent[]
  return nodes.some(node => node.type === 'inlineMark')
    ? nodes.flatMap(node => node.type === 'inlineMark' ? toPhrasing(node, reading, notes) as RootContent[] : [node])
    : nodes
}

function toPhrasing(mark: InlineMark, reading: Reading, notes: FootnoteDefinition[]): PhrasingContent[] {
  const { value, position } = mark
  const { place } = reading
  switch (mark.kind) {
    case 'wiki':
      return wordsOfLink(mark, 2, reading)
    case 'embed':
      return embedded(mark, reading)
    case 'comment':
      reading.left.push({ words: value.replace(COMMENT_EDGES, ''), reason: REASONS.comment, position })
      return []
    case 'edit':
      return edited(mark, reading)
    case 'query':
      reading.left.push({ words: value, reason: REASONS.component, position })
      return []
    case 'template':
      return pictureOfTag(mark, place)?.flatMap(({ children }) => children)
        ?? wordsOfTag(value).map(({ from, to }) => textIn(mark, from, to, place))
    case 'shortcode':
      return [{ type: 'text', value: nameToEmoji[value.slice(1, -1)]!, position: position! }]
    case 'superscript':
    case 'subscript':
      return [{ type: mark.kind, children: [textIn(mark, 1, value.length - 1, place)], position: position! }]
    case 'note': {
      const name = reading.nextName()
      const [from, to] = [position!.start.offset! + 2, position!.end.offset! - 1]
      const children = readInside(value.slice(2, -1).trim(), from, to, place)
      const named = { identifier: name, label: name, position: position! }
      notes.push({ type: 'footnoteDefinition', ...named, children: children as never })
      return [{ type: 'footnoteReference', identifier: name, label: name, position: position! }]
    }
  }
}

/** Words as somebody's changes have left them: what was taken out is told. */
function edited(mark: InlineMark, { left, place }: Reading): PhrasingContent[] {
  const size = /^.[+-](?![+-])/.test(mark.value) ? 2 : 3
  const inside = mark.value.slice(size, -size)
  const from = size + inside.length - inside.trimStart().length
  const end = size + inside.trimEnd().length
  const arrow = mark.value.indexOf('~>')
  const ranges: Record<string, [goneTo: number, start: number]> = { '-': [end, end], '~': [arrow, arrow + 2] }
  const [goneTo, start] = ranges[mark.value[1]!] ?? [from, from]
  const words = mark.value.slice(from, goneTo)
  if (words !== '')
    left.push({ words, reason: REASONS.deleted, position: mark.position })
  return end > start ? [textIn(mark, start, end, place)] : []
}

/**
 * The words of a link between notes: its own behind the bar, else the note's name and its part's, less the signs
 * between them (Obsidian, “Internal links”).
 */
function wordsOfLink(mark: InlineMark, from: number, { place }: Reading): Text[] {
  const end = mark.value.length - 2
  const bar = mark.value.lastIndexOf('|')
  if (bar >= 0)
    return [textIn(mark, bar + 1, end, place)]
  const address = mark.value.slice(from, end)
  const pieces = Array.from(address.matchAll(/[^#]+/g))
  const parts = pieces.filter(({ 0: part }) => !part.startsWith('^') && part.trim() !== '')
  return parts.flatMap(({ 0: part, index }, at): Text[] => {
    const words = textIn(mark, from + index, from + index + part.replace(/\.md$/, '').length, place)
    const start = words.position!.start
    const isTight = at === 0 || /[^\0-\x7F]$/.test(parts[at - 1]![0]) || /^[^\0-\x7F]/.test(part)
    return isTight ? [words] : [{ type: 'text', value: ' ', position: { start, end: start } }, words]
  })
}

/** A picture, or another file, of which only the name is here. */
function embedded(mark: InlineMark, reading: Reading): PhrasingContent[] {
  const [address, ...others] = mark.value.slice(3, -2).split(/\\?\|/) as [string, ...string[]]
  if (isPicture(address)) {
    const alt = others.filter(words => !SIZE.test(words.trim())).join(' ').trim()
    const image: Image = { type: 'image', url: address.trim(), alt, position: mark.position! }
    return [image]
  }
  reading.left.push({ words: address, reason: REASONS.file, position: mark.position })
  return []
}
