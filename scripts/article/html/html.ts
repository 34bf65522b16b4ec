import type { Element, Root, Text } from 'hast'
import type { Preset } from 'unified'
import type { VFile } from 'vfile'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { visit } from 'unist-util-visit'
import { wording } from '../../messages/wording.ts'
import { refuseDeepElements } from '../depth.ts'
import { dropInvisible } from '../invisible.ts'
import { leaveOut } from '../left-out.ts'
import { dropEmptyMarks } from './empty-marks.ts'
import { forms } from './forms.ts'
import { FORMULA, formulas, toFormula } from './formulas.ts'
import { elements } from './furniture.ts'
import { headLines } from './head-lines.ts'
import { liftBlocks } from './lift-blocks.ts'
import { dropMailHead } from './mail-head.ts'
import { prune } from './measure.ts'
import { nestLists } from './nest-lists.ts'
import { noteHandlers, notes } from './notes.ts'
import { ownBody } from './own-body.ts'
import { partAtBreaks } from './part-at-breaks.ts'
import { latePictures, pictures } from './pictures.ts'
import { keepQuotationCredits } from './quotation-credits.ts'
import { nameScripts, scriptHandlers, strikeThrough, styleStruck } from './scripts.ts'
import { unlayTables } from './unlay-tables.ts'
import { dropAsides, dropDeletions, dropEmbedded, dropHidden, dropReadings, dropUnseen } from './unseen.ts'
import { wordLists } from './word-lists.ts'

/** How elements become mdast. */
export const HANDLERS = {
  ...scriptHandlers,
  ...noteHandlers,
  q: (state: State, node: never): unknown => state.all(node),
  wbr: (): undefined => undefined,
  p: paragraph,
  [FORMULA]: formula,
}

/**
 * How HTML becomes mdast where rehype-remark would add signs of its own: quotation marks, zero-width spaces. A line's end stays one: between
 * Chinese characters it is no space.
 */
const toMdast: Preset['plugins'] = [
  dropNoteMarks,
  dropReadings,
  dropEmbedded,
  pictures,
  strikeThrough,
  unframe,
  forms,
  spaceElements,
  dropEmptyMarks,
  [rehypeRemark, { newlines: true, handlers: HANDLERS, checked: '☑', unchecked: '☐' }],
  liftBlocks,
  partAtBreaks,
  dropMailHead,
  nameScripts,
  dropInvisible,
]

/**
 * A paragraph; a word processor's style, or `headLines`, may say that it is the subtitle or the byline. An empty one parts
 * what stands round it, and is then left out.
 */
export function paragraph(state: State, node: Element): unknown {
  const children = state.all(node as never)
  const names = [node.properties.className].flat()
  const role = names.includes('subtitle') ? 'subtitle' : names.includes('lectern-byline') ? 'byline' : undefined
  const result = { type: 'paragraph', children, ...(role && { data: { role } }) }
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
export function spaceElements() {
  return (tree: Root): void => visit(tree, 'text', (node, index, parent) => {
    if (node.value.trim() === '' && [-1, 1].every(step => parent?.children[index! + step]?.type === 'element'))
      node.value = ' '
  })
}

/** Marks of notes, and the arrows that lead back from them: the page's words, not the author's. */
export function dropNoteMarks() {
  return (tree: Root, file: VFile): void => prune(tree, (element) => {
    const isMark = (element.tagName === 'sup' && element.children.every(child => child.type === 'element' && isNoteMark(child)))
      || (isNoteMark(element) && /^[↩↑^⏎]/.test(toString(element)))
    if (isMark)
      leaveOut(file, toString(element), wording('left-note-mark'))
    return isMark
  })
}

function isNoteMark({ tagName, properties }: Element): boolean {
  return tagName === 'a' && String(properties.href ?? '').startsWith('#')
}

/**
 * A table of one cell is a frame, and what stands in it are blocks; one of a row of words is a line, as of who prints and
 * when.
 */
export function unframe() {
  return (tree: Root): void => visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || !parent || index === undefined)
      return
    const cells = elements(table, ({ tagName }) => /^t[dh]$/.test(tagName))
    const isRow = elements(table, ({ tagName }) => tagName === 'tr').length === 1 && cells.every(cell => cell.tagName === 'td' && isEntry(cell))
    if (cells.length === 1)
      parent.children.splice(index, 1, { ...cells[0]!, tagName: 'div' })
    else if (isRow)
      parent.children.splice(index, 1, { ...table, tagName: 'p', children: cells.flatMap(cell => [space(cell), ...wordsOf(cell)]).slice(1) })
  })
}

/** A cell of a few words. */
function isEntry(cell: Element): boolean {
  return elements(cell, ({ tagName }) => !/^(?:td|[pbiua]|span|strong|em|font)$/.test(tagName)).length === 0 && elements(cell, ({ tagName }) => tagName === 'p').length < 2
    && /^[^。！？!?\n]{1,40}$/.test(toString(cell).trim())
}

function wordsOf(cell: Element): Element['children'] {
  const children = cell.children.flatMap(child => child.type === 'element' && child.tagName === 'p' ? child.children : [child])
  return children.filter(child => child.type !== 'text' || child.value.trim() !== '')
}

function space({ position }: Element): Text {
  return { type: 'text', value: '\u3000', ...(position && { position: { start: position.start, end: position.start } }) }
}

/** A reader of web pages: of the page's text only the article's own. */
export const webPage: Preset = { plugins: [rehypeParse, refuseDeepElements, formulas, latePictures, styleStruck, dropDeletions, dropHidden, dropAsides, wordLists, nestLists, keepQuotationCredits, ownBody, unlayTables, headLines, ...toMdast] }

/** A reader of HTML that is all article: what a word processor's file has become. */
export const plainHtml: Preset = { plugins: [rehypeParse, refuseDeepElements, formulas, dropUnseen, notes, ...toMdast] }
