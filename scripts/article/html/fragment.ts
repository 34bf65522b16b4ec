import type { Element, Root as HastRoot } from 'hast'
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Preset } from 'unified'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Kind } from './unseen.ts'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { visit } from 'unist-util-visit'
import { wording } from '../../messages/wording.ts'
import { isHidden } from './furniture.ts'
import { dropNoteMarks, HANDLERS, paragraph, spaceElements, unframe } from './html.ts'
import { liftBlocks } from './lift-blocks.ts'
import { prune } from './measure.ts'
import { isBlank, spanOf } from './part-at-breaks.ts'
import { pictures } from './pictures.ts'
import { nameScripts, strikeThrough } from './scripts.ts'
import { KINDS } from './unseen.ts'

/** Elements that stand for what is no HTML: a node of Markdown, where one block ends and the next begins, the block that words stand in. */
export const PART = 'lectern-part'
export const GAP = 'lectern-gap'
export const BLOCK = 'lectern-block'

declare module 'vfile' {
  interface DataMap {
    /** Words that stand in fragments of HTML and are no text. */
    unread: { words: string, reason: Kind, position: Position | undefined }[]
  }
}

interface State { all: (node: never) => unknown[], patch: (from: Element, to: object) => void }

/** A node of Markdown: types that utilities of mdast know as phrasing and as a block, and that no article has. */
function part(_: State, { properties }: Element): unknown {
  return { type: properties.dataFlow === undefined ? 'mdxTextExpression' : 'mdxFlowExpression', value: '', data: { part: Number(properties.dataPart) } }
}

/** A block of words: what it holds is found out below. */
function block(state: State, node: Element): unknown {
  return { type: 'paragraph', children: state.all(node as never) }
}

/** Speaker's notes in the manner of reveal.js stand in an `aside`; as footnotes they are said only. */
function nameNotes() {
  return (tree: HastRoot): void => visit(tree, 'element', (element) => {
    if (element.tagName === 'aside' && [element.properties.className].flat().includes('notes')) {
      element.tagName = 'lectern-note'
      element.properties.id ??= `aside-${element.position?.start.offset ?? 0}`
    }
  })
}

/** Content that is none of a page's words: scripts and their like. Nothing is said of it. */
const SILENT: Kind = { one: wording('left-silent') }

/** Leaves out elements that are hidden, readings, and those whose content is no words. Whoever reads the whole article says so. */
function dropUnread(isSilent: (name: string) => boolean) {
  return (tree: HastRoot, file: VFile): void => prune(tree, (element) => {
    const { tagName, position } = element
    const isReading = tagName === 'rt' || tagName === 'rtc'
    const kind = isSilent(tagName) ? SILENT : isReading ? KINDS.reading : isHidden(element) ? KINDS.hidden : undefined
    if (kind)
      (file.data.unread ??= []).push({ words: toString(element).replace(/<[^<>]*>/g, ''), reason: kind, position })
    return kind !== undefined || tagName === 'rp'
  })
}

/** In a list and in a table only items and cells are blocks. */
function dropGaps() {
  return (tree: HastRoot): void => visit(tree, 'element', (element) => {
    if (/^(?:[uod]l|table|thead|tbody|tfoot|tr)$/.test(element.tagName))
      element.children = element.children.filter(child => child.type !== 'element' || child.tagName !== GAP)
  })
}

/** Two breaks in a row part paragraphs; white space beside a break is layout. Blocks without words and pictures are none. */
function partAtTwoBreaks() {
  return (tree: Root): void => visit(tree, 'paragraph', (node, index, parent) => {
    const parts = partsOf(node)
    parent!.children.splice(index!, 1, ...parts)
    return index! + parts.length
  })
}

function partsOf(node: Paragraph): RootContent[] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of node.children) {
    if (child.type === 'break')
      lines.push([child])
    else
      lines.at(-1)!.push(child)
  }
  const parts: PhrasingContent[][] = [[]]
  for (const line of lines) {
    if (line.every(isBlank))
      parts.push([])
    else if (parts.at(-1)!.length === 0)
      parts.at(-1)!.push(...line.slice(line[0]!.type === 'break' ? 1 : 0))
    else
      parts.at(-1)!.push(...line)
  }
  return parts.filter(children => children.length > 0).map(children => ({ ...node, children, ...spanOf(children, node) }))
}

/**
 * A reader of HTML that stands in Markdown: a parser, and what makes mdast of its tree, in which each `PART` is an expression with its number.
 *
 * @param isSilent whether nothing of an element's content is shown
 * @returns a unified preset
 */
export function fragmentReader(isSilent: (name: string) => boolean): Preset {
  const gap = (): unknown => ({ type: 'paragraph', children: [] })
  const handlers = { ...HANDLERS, summary: paragraph, [PART]: part, [GAP]: gap, [BLOCK]: block }
  const plugins: Preset['plugins'] = [
    [rehypeParse, { fragment: true }],
    [dropUnread, isSilent],
    nameNotes,
    dropNoteMarks,
    pictures,
    strikeThrough,
    unframe,
    spaceElements,
    dropGaps,
    [rehypeRemark, { newlines: true, handlers }],
    liftBlocks,
    partAtTwoBreaks,
    nameScripts,
  ]
  return { plugins }
}
