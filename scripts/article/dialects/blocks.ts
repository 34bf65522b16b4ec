import type { FootnoteDefinition, Paragraph, Parents, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import type { LineMark } from './syntax.ts'
import { positionOf } from '../places.ts'
import { isIndented } from '../typed-indents.ts'
import { captioned } from './captions.ts'
import { readInside } from './inside.ts'
import { ADMONITION, COMMENT_EDGE, fenceOf, tagNameOf } from './line-marks.ts'
import { pictureOfTag } from './pictures.ts'
import { REASONS, textIn, wordsOfAll } from './reading.ts'
import { wordsOfTag } from './templates.ts'

/** What stands between two marks. */
type What = 'box' | 'callout' | 'figure' | 'note' | 'comment' | 'hidden' | 'code' | 'quotation'

/** Classes of divisions that only whoever speaks sees (pandoc's manual, “Speaker notes”), and that nobody does. */
const NOTES = /^(?:notes|speaker-notes|speakernotes)$/
const HIDDEN = /^(?:hidden|content-hidden|comment)$/
/** Classes of boxes that may begin with their title. */
const CALLOUT = /^callout/
/** What begins the names of divisions whose last paragraph is a caption (Quarto, “Cross-Reference Divs”). */
const FIGURE = /^(?:fig|tbl)-/
/** The name of all divisions: each end belongs to the last that has begun. */
const FENCE = ':::'
/** Tags whose content is code, a quotation, or a remark. */
const CODE_TAGS = /^(?:highlight|codeblock|code)$/
const QUOTATION_TAGS = /^(?:quote|blockquote|pullquote|centerquote|cq)$/

/**
 * It makes a table of contents of the list above it, whose words are nobody's (kramdown, “Automatic Table of Contents
 * Generation”).
 */
const KRAMDOWN_CONTENTS = /^\{:\s*toc\b/

/** A mark that begins something, and where that ends. */
interface Opening { what: What, name: string }

function openingOf(value: string): Opening | undefined {
  if (value === COMMENT_EDGE)
    return { what: 'comment', name: COMMENT_EDGE }
  const fence = fenceOf(value)
  if (fence) {
    if (FIGURE.test(fence.name ?? ''))
      return { what: 'figure', name: FENCE }
    const kinds = [[NOTES, 'note'], [HIDDEN, 'hidden'], [CALLOUT, 'callout']] as const
    const [, what = 'box'] = kinds.find(([pattern]) => fence.classes.some(name => pattern.test(name))) ?? []
    return { what, name: FENCE }
  }
  const name = tagNameOf(value)
  if (name === undefined)
    return undefined
  return { what: whatOf(name), name }
}

function whatOf(name: string): What {
  if (name === 'comment')
    return 'comment'
  if (CODE_TAGS.test(name))
    return 'code'
  return QUOTATION_TAGS.test(name) ? 'quotation' : 'box'
}

/** What a mark ends: the name of what began, or nothing. */
function endingOf(value: string): string | undefined {
  if (fenceOf(value)?.isEnd)
    return FENCE
  return value === COMMENT_EDGE ? COMMENT_EDGE : /^(?:end|\/)_?(.+)$/.exec(tagNameOf(value) ?? '')?.[1]
}

/**
 * For each mark that begins something its end, both as places among their siblings. Those of one name are pairs from
 * within.
 */
function pairs(nodes: readonly RootContent[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open = new Map<string, number[]>()
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'lineMark')
      continue
    const ending = endingOf(node.value)
    const start = ending === undefined ? undefined : open.get(ending)?.pop()
    if (start !== undefined) {
      ends.set(start, index)
      continue
    }
    const name = ending === FENCE ? undefined : openingOf(node.value)?.name
    if (name === undefined)
      continue
    const starts = open.get(name) ?? []
    starts.push(index)
    open.set(name, starts)
  }
  return ends
}

/**
 * Reads the lines that are marks among a parent's blocks: boxes are what stands in them, notes are said, comments are
 * left out, and so are the marks.
 *
 * @param parent what holds blocks
 * @param reading what the steps share
 * @returns its blocks without such lines
 */
export function readLineMarks(parent: Parents, reading: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  return nodes.some(node => node.type === 'lineMark') ? readRange(nodes, reading) : nodes
}

function readRange(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  const ends = pairs(nodes)
  const blocks: RootContent[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!
    const end = ends.get(index)
    if (node.type !== 'lineMark') {
      blocks.push(node)
      continue
    }
    const what = end === undefined ? undefined : openingOf(node.value)!.what
    if (end !== undefined && what !== 'box') {
      blocks.push(...readPair(what!, node, nodes.slice(index + 1, end), nodes[end] as LineMark, reading))
      index = end
    }
    else {
      const above = blocks.at(-1)
      if (KRAMDOWN_CONTENTS.test(node.value) && above?.type === 'list')
        reading.left.push({ words: wordsOfAll(blocks.splice(-1)), reason: REASONS.contents, position: above.position })
      blocks.push(...titleOf(node, reading))
      const next = nodes[index + 1]
      if (ADMONITION.test(node.value) && next?.type === 'code' && isIndented(next, reading.place.source)) {
        blocks.push(...readInside(next.value, next.position!.start.offset!, next.position!.end.offset!, reading.place))
        index++
      }
    }
  }
  return blocks
}

function readPair(what: What, from: LineMark, within: RootContent[], to: LineMark, reading: Reading): RootContent[] {
  if (what === 'comment' || what === 'hidden') {
    reading.left.push({ words: wordsOfAll(within), reason: REASONS[what], position: within[0]?.position })
    return []
  }
  if (what === 'code') {
    const [start, end] = [from.position!.end.offset!, to.position!.start.offset!]
    const value = reading.place.source.slice(start, end).replace(/^[^\S\n]*\n|\s+$/g, '')
    if (value.trim() === '')
      return []
    const lang = /^\{\S+\s+\w+\s+([\w-]+)/.exec(from.value)?.[1] ?? null
    return [{ type: 'code', lang, value, position: positionOf(start, end, reading.place) }]
  }
  const blocks = [...titleOf(from, reading), ...readRange(within, reading)]
  if (what === 'callout')
    return withTitle(blocks)
  if (what === 'figure')
    return captioned(blocks)
  return what === 'note' ? speakersNote(blocks, reading) : [{ type: 'blockquote', children: blocks as never }]
}

/**
 * A speaker's note: it is said where it stands, and shown nowhere, as a footnote is that nothing calls.
 *
 * @param blocks what is said
 * @param reading what the steps share
 * @returns the note, nothing where it has no words
 */
function speakersNote(blocks: RootContent[], { nextName }: Reading): FootnoteDefinition[] {
  const name = nextName()
  if (blocks.length === 0)
    return []
  const place = blocks[0]!.position && { position: blocks[0]!.position }
  return [{ type: 'footnoteDefinition', identifier: name, label: name, children: blocks as never, ...place }]
}

/** A heading that begins a box is the box's title, not a part's (Quarto, “Callout Blocks”). */
function withTitle([first, ...rest]: RootContent[]): RootContent[] {
  if (!first)
    return []
  return [first.type === 'heading' ? { ...first, type: 'paragraph' } as RootContent : first, ...rest]
}

/** The words that a mark has, a title say, as paragraphs; or its picture. */
function titleOf(mark: LineMark, { place }: Reading): Paragraph[] {
  const picture = pictureOfTag(mark, place)
  if (picture)
    return picture
  const admonition = ADMONITION.exec(mark.value)?.groups
  const title = fenceOf(mark.value)?.title ?? admonition?.title ?? admonition?.tab
  const from = title === undefined ? 0 : mark.value.lastIndexOf(title)
  const ofTag = tagNameOf(mark.value) === undefined ? [] : wordsOfTag(mark.value)
  const pieces = title !== undefined ? [{ from, to: from + title.length }] : ofTag
  return pieces.filter(({ from, to }) => to > from).map(({ from, to }) => {
    const text = textIn(mark, from, to, place)
    return { type: 'paragraph', children: [text], position: text.position! }
  })
}
