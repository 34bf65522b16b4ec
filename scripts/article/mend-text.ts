import type { Nodes, Paragraph, Root, RootContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { wording } from '../messages/wording.ts'
import { isCopiedSource, PARTING_TAG, wordsOfSource } from './copied-source.ts'
import { closeUp, isSpacedOut, joinHyphens, wordsIn } from './mend-lines.ts'
import { placesOf, positionOf } from './places.ts'
import { warn } from './warn.ts'

/**
 * A plugin that mends what plain text has from where it was copied: hyphens at the ends of lines, spaces that a scan
 * has left, and the tags and character references of a web page's source. The texts keep their places.
 *
 * @returns a transformer of paragraphs; the file has a message where the text was a page's source or a scan
 */
export function mendText() {
  return (tree: Root, file: VFile): Root => {
    const text = String(file)
    const spaced = isSpacedOut(text)
    const source = isCopiedSource(text)
    const first = tree.children[0]?.position
    if (source)
      warn(file, 'markup', first, wording('markup'))
    if (spaced)
      warn(file, 'spaces', first, wording('spaces'))
    const place = placesOf(file)
    const parted = (node: RootContent): RootContent[] =>
      node.type === 'paragraph' && source ? partAtTags(node, place) : [node]
    const paragraphs = tree.children.flatMap(parted)
    const words = /\p{L}-[ \t]*[\r\n]/u.test(text) ? wordsIn(text) : new Set<string>()
    const mend = (value: string): string => {
      const joined = joinHyphens(source ? wordsOfSource(value) : value, words)
      return spaced ? closeUp(joined) : joined
    }
    const children = paragraphs.map(node => mendNode(node, mend, words))
    const isFilled = (node: RootContent): boolean =>
      node.type !== 'paragraph' || node.children.some(child => child.type !== 'text' || child.value !== '')
    return { ...tree, children: children.filter(isFilled) }
  }
}

/**
 * A block whose texts are mended. White space goes from the ends of a paragraph or a cell, and stays between its texts.
 */
function mendNode<Any extends Nodes>(node: Any, mend: (value: string) => string, words: ReadonlySet<string>): Any {
  if (!('children' in node))
    return node
  const children = node.children.map((child, index): Nodes => {
    if (child.type !== 'text')
      return mendNode(child, mend, words)
    const value = mend(child.value)
    const start = index === 0 ? value.replace(/^\s+/, '') : value
    return { ...child, value: index === node.children.length - 1 ? start.replace(/\s+$/, '') : start }
  })
  children.forEach((child, index) => joinTexts(children[index - 1], child, words))
  return { ...node, children }
}

/**
 * Joins the word that a hyphen parts where a page's end stood between two texts. Each text keeps the letters that stand
 * in its place.
 */
function joinTexts(before: Nodes | undefined, after: Nodes, words: ReadonlySet<string>): void {
  if (before?.type !== 'text' || after.type !== 'text')
    return
  const head = /^\s*(\p{Ll}[\p{L}’']*)/u.exec(after.value)
  const tail = /\p{L}[\p{L}’'-]*-\s*$/u.exec(before.value)
  if (!head || !tail)
    return
  const joined = joinHyphens(`${tail[0].trimEnd()}\n${head[1]}`, words)
  before.value = before.value.slice(0, tail.index) + joined.slice(0, joined.length - head[1]!.length)
  after.value = after.value.slice(head[0].length - head[1]!.length)
}

/** A paragraph of a page's source in those that its tags part. */
function partAtTags({ children: [text] }: Paragraph, place: Places): Paragraph[] {
  const { value, position } = text as Text
  const base = position!.start.offset!
  let from = 0
  const tags = Array.from(value.matchAll(PARTING_TAG), ({ index, 0: tag }) => [index, index + tag.length] as const)
  return [...tags, [value.length, value.length] as const].flatMap(([end, next]): Paragraph[] => {
    const start = from
    from = next
    if (value.slice(start, end).trim() === '')
      return []
    const own = positionOf(base + start, base + end, place)
    const words: Text = { type: 'text', value: value.slice(start, end), position: own }
    return [{ type: 'paragraph', children: [words], position: own }]
  })
}
