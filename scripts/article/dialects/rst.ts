import type { Paragraph, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { BOX, PICTURE } from './directives.ts'
import { readInside } from './inside.ts'
import { REASONS } from './reading.ts'

/** A directive as reStructuredText has it, on a line of its own (docutils, “Directives”). */
const HEAD = /^\.\. ([a-z](?:[\w-]|:(?!:))*)::(.*)$/i
/** What is set of it, on the lines right below. */
const OPTION = /^[ \t]*:([\w-]+):(.*)$/

/** A line of a block, and its place in the article. */
interface Piece { words: string, from: number }

/**
 * Reads a directive that stands among Markdown, pasted from where it is the markup: what is set of it is no text, and
 * what stands in it is, or the picture that it shows.
 *
 * @param node a block
 * @param reading what the steps share
 * @returns the blocks that stand in it; the block itself where it is none
 */
export function readRst(node: RootContent, reading: Reading): RootContent[] {
  const { source } = reading.place
  if (node.type !== 'paragraph' || !node.position)
    return [node]
  const [head, ...lines] = linesOf(source, node.position.start.offset!, node.position.end.offset!)
  const [, name, words] = HEAD.exec(head?.words ?? '') ?? []
  if (!head || name === undefined || words === undefined)
    return [node]
  const argument = words.trim()
  const end = lines.findIndex(({ words }) => !OPTION.test(words))
  const options = lines.slice(0, end < 0 ? undefined : end)
  const content = end < 0 ? [] : lines.slice(end)
  const isSaid = BOX.test(name) || PICTURE.test(name)
  const left = [...isSaid ? [] : [argument], ...options.map(({ words }) => words)].join('\n')
  if (left.trim() !== '')
    reading.left.push({ words: left, reason: REASONS.setting, position: node.position })
  if (PICTURE.test(name))
    return pictureOf(node, argument, options, content, reading)
  const title = { words: argument, from: head.from + head.words.length - argument.length }
  return [...BOX.test(name) ? blocksOf([title], reading) : [], ...blocksOf(content, reading)]
}

function linesOf(source: string, from: number, to: number): Piece[] {
  return Array.from(source.slice(from, to).matchAll(/[^\r\n]+/g), ({ index, 0: line }) => ({
    words: line.trimEnd(),
    from: from + index,
  }))
}

function pictureOf(
  { position }: Paragraph,
  url: string,
  options: readonly Piece[],
  content: readonly Piece[],
  reading: Reading,
): RootContent[] {
  const alt = options.map(({ words }) => OPTION.exec(words)!).find(([, key]) => key === 'alt')?.[2]!.trim() ?? ''
  const image = { type: 'image' as const, url, alt, position: position! }
  return [{ type: 'paragraph', children: [image], position: position! }, ...blocksOf(content, reading)]
}

function blocksOf(pieces: readonly Piece[], { place }: Reading): RootContent[] {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last || first.words.trim() === '')
    return []
  const words = pieces.map(piece => piece.words.trim()).join('\n')
  return readInside(words, first.from, last.from + last.words.length, place)
}
