import type { Element, Root } from 'hast'
import type { Preset } from 'unified'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { visit } from 'unist-util-visit'
import { dropInvisible } from '../invisible.ts'
import { dropEmptyMarks } from './empty-marks.ts'
import { FORMULA, formulas, toFormula } from './formulas.ts'
import { liftBlocks } from './lift-blocks.ts'
import { prune } from './measure.ts'
import { noteHandlers, notes } from './notes.ts'
import { ownBody } from './own-body.ts'
import { partAtBreaks } from './part-at-breaks.ts'
import { pictures } from './pictures.ts'
import { nameScripts, scriptHandlers, strikeThrough } from './scripts.ts'
import { dropHidden, dropReadings, dropUnseen } from './unseen.ts'

/**
 * How HTML becomes mdast where rehype-remark would add signs of its own: quotation marks, zero-width spaces. A line's end stays one: between
 * Chinese characters it is no space.
 */
const toMdast: Preset['plugins'] = [
  dropNoteMarks,
  dropReadings,
  pictures,
  strikeThrough,
  unframe,
  spaceElements,
  dropEmptyMarks,
  [rehypeRemark, { newlines: true, handlers: { ...scriptHandlers, ...noteHandlers, q: (state: State, node: never) => state.all(node), wbr: () => undefined, p: paragraph, [FORMULA]: formula } }],
  liftBlocks,
  partAtBreaks,
  nameScripts,
  dropInvisible,
]

/** A paragraph; a word processor's style may say that it is the subtitle. An empty one parts what stands round it, and is then left out. */
function paragraph(state: State, node: Element): unknown {
  const children = state.all(node as never)
  const result = { type: 'paragraph', children, ...([node.properties.className].flat().includes('subtitle') && { data: { role: 'subtitle' } }) }
  state.patch(node, result)
  return result
}

/** A formula, as `formulas` has made it. */
function formula(state: State, node: Element): unknown {
  const result = toFormula(node)
  state.patch(node, result)
  return result
}

interface State { all: (node: never) => unknown[], patch: (from: Element, to: object) => void }

/** A line's end between two elements is a space: source, date and author stand in a row. */
function spaceElements() {
  return (tree: Root): void => visit(tree, 'text', (node, index, parent) => {
    if (node.value.trim() === '' && [-1, 1].every(step => parent?.children[index! + step]?.type === 'element'))
      node.value = ' '
  })
}

/** Marks of notes, and the arrows that lead back from them: the page's words, not the author's. */
function dropNoteMarks() {
  return (tree: Root): void => prune(tree, element =>
    (element.tagName === 'sup' && element.children.every(child => child.type === 'element' && isNoteMark(child)))
    || (isNoteMark(element) && /^[↩↑^⏎]/.test(toString(element))))
}

function isNoteMark({ tagName, properties }: Element): boolean {
  return tagName === 'a' && String(properties.href ?? '').startsWith('#')
}

/** A table of one cell is a frame, and what stands in it are blocks. */
function unframe() {
  return (tree: Root): void => visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || !parent || index === undefined)
      return
    const cells: Element[] = []
    visit(table, 'element', cell => void (/^t[dh]$/.test(cell.tagName) && cells.push(cell)))
    if (cells.length === 1)
      parent.children.splice(index, 1, { ...cells[0]!, tagName: 'div' })
  })
}

/** A reader of web pages: of the page's text only the article's own. */
export const webPage: Preset = { plugins: [rehypeParse, formulas, dropHidden, ownBody, ...toMdast] }

/** A reader of HTML that is all article: what a word processor's file has become. */
export const plainHtml: Preset = { plugins: [rehypeParse, formulas, dropUnseen, notes, ...toMdast] }
