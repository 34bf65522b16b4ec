import type { Element, Root as HastRoot } from 'hast'
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Preset } from 'unified'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Kind } from './unseen-kinds.ts'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { visit } from 'unist-util-visit'
import { wording } from '../../messages/wording.ts'
import { isHidden } from './furniture.ts'
import { dropNoteMarks, HANDLERS, paragraph, spaceElements } from './html.ts'
import { liftBlocks } from './lift-blocks.ts'
import { prune } from './measure.ts'
import { isBlank, spanOf } from './part-at-breaks.ts'
import { pictures } from './pictures.ts'
import { nameScripts, strikeThrough } from './scripts.ts'
import { unframe } from './unframe.ts'
import { KINDS } from './unseen-kinds.ts'

/** An element that stands for a node of Markdown. */
export const PART = 'lectern-part'
/** An element between two blocks of Markdown. */
export const GAP = 'lectern-gap'
/** An element that stands for a block of Markdown with words in it. */
export const BLOCK = 'lectern-block'

declare module 'vfile' {
  interface DataMap {
    /** Words that stand in fragments of HTML and are no text. */
    unread: { words: string, reason: Kind, position: Position | undefined }[]
  }
}

interface State { all: (node: never) => unknown[], patch: (from: Element, to: object) => void }

/** A node of Markdown. Utilities of mdast know the two types, as phrasing and as a block, and no article has them. */
function part(_: State, { properties: { dataFlow, dataPart } }: Element): unknown {
  const type = dataFlow === undefined ? 'mdxTextExpression' : 'mdxFlowExpression'
  return { type, value: '', data: { part: Number(dataPart) } }
}

function block(state: State, node: Element): unknown {
  return { type: 'paragraph', children: state.all(node as never) }
}

/** Names speaker's notes of reveal.js, which stand in an `aside`, as footnotes: they are said only. */
function nameNotes() {
  return (tree: HastRoot): void => visit(tree, 'element', (element) => {
    if (element.tagName === 'aside' && [element.properties.className].flat().includes('notes')) {
      element.tagName = 'lectern-note'
      element.properties.id ??= `aside-${element.position?.start.offset ?? 0}`
    }
  })
}

/** Content without words, such as scripts. No message tells of it. */
const SILENT: Kind = { one: wording('left-silent') }

/** Leaves out hidden elements, readings and elements without words. The reader of the whole article reports them. */
function dropUnread(isSilent: (name: string) => boolean) {
  return (tree: HastRoot, file: VFile): void => prune(tree, (element) => {
    const reason = isSilent(element.tagName) ? SILENT : unseenKind(element)
    if (reason)
      (file.data.unread ??= []).push({ words: wordsOf(element), reason, position: element.position })
    return reason !== undefined || element.tagName === 'rp'
  })
}

/** The words of an element; a tag that was not closed is none. */
function wordsOf(element: Element): string {
  return toString(element).replace(/<[^<>]*>/g, '')
}

function unseenKind(element: Element): Kind | undefined {
  if (element.tagName === 'rt' || element.tagName === 'rtc')
    return KINDS.reading
  return isHidden(element) ? KINDS.hidden : undefined
}

/** Leaves out gaps of lists and tables, which have items and cells alone. */
function dropGaps() {
  return (tree: HastRoot): void => visit(tree, 'element', (element) => {
    if (/^(?:[uod]l|table|thead|tbody|tfoot|tr)$/.test(element.tagName))
      element.children = element.children.filter(child => child.type !== 'element' || child.tagName !== GAP)
  })
}

/** Parts paragraphs at two breaks in a row. White space beside a break is layout; paragraphs without content go. */
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
  return parts.filter(children => children.length > 0)
    .map(children => ({ ...node, children, ...spanOf(children, node) }))
}

/**
 * A reader of HTML that stands in Markdown. Each `PART` becomes an expression with its number.
 *
 * @param isSilent whether an element shows nothing of its content
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
