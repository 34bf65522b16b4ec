import type { Element, Root } from 'hast'
import type { Preset } from 'unified'
import type { VFile } from 'vfile'
import type { HeadRole } from './head-roles.ts'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { visit } from 'unist-util-visit'
import { wording } from '../../messages/wording.ts'
import { refuseDeepElements } from '../depth.ts'
import { dropInvisible } from '../invisible.ts'
import { leaveOut } from '../left-out.ts'
import { definitions } from './definitions.ts'
import { dropEmptyMarks } from './empty-marks.ts'
import { forms } from './forms.ts'
import { formulas, toFormula } from './formulas.ts'
import { headLines } from './head-lines.ts'
import { innerTables } from './inner-tables.ts'
import { liftBlocks } from './lift-blocks.ts'
import { dropMailHead } from './mail-head.ts'
import { prune } from './measure.ts'
import { nestLists } from './nest-lists.ts'
import { noteHandlers, notes } from './notes.ts'
import { ownBody } from './own-body.ts'
import { partAtBreaks } from './part-at-breaks.ts'
import { unlayPictures } from './picture-tables.ts'
import { CAPTION, latePictures, pictures } from './pictures.ts'
import { keepQuotationCredits } from './quotation-credits.ts'
import { nameScripts, scriptHandlers, strikeThrough, styleStruck } from './scripts.ts'
import { FORMULA } from './tex.ts'
import { dropTitlePrefixes } from './title-prefixes.ts'
import { typedBullets } from './typed-bullets.ts'
import { unframe } from './unframe.ts'
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
 * The steps from HTML to mdast. Rehype-remark would add signs, such as quotation marks and zero-width spaces: its
 * handlers are replaced. The end of a line stays one, because between Chinese characters it is no space.
 */
const toMdast: Preset['plugins'] = [
  dropNoteMarks,
  dropReadings,
  dropEmbedded,
  unlayPictures,
  pictures,
  strikeThrough,
  unframe,
  innerTables,
  forms,
  typedBullets,
  definitions,
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
 * Makes a paragraph. A word processor's style, or `headLines`, may say that it is the subtitle or the byline. An empty
 * paragraph separates the blocks round it, and is left out later.
 */
export function paragraph(state: State, node: Element): unknown {
  const children = state.all(node as never)
  const role = roleIn(node)
  const isCaption = [node.properties.className].flat().includes(CAPTION)
  const data = { ...(role && { role }), ...(isCaption && { caption: true }) }
  const result = { type: 'paragraph', children, ...(role || isCaption ? { data } : {}) }
  state.patch(node, result)
  return result
}

function roleIn({ properties }: Element): HeadRole | undefined {
  const names = [properties.className].flat()
  if (names.includes('subtitle'))
    return 'subtitle'
  return names.includes('lectern-byline') ? 'byline' : undefined
}

/** Makes a formula of an element that `formulas` has made. */
function formula(state: State, node: Element): unknown {
  const result = toFormula(node)
  state.patch(node, result)
  return result
}

interface State { all: (node: never) => unknown[], patch: (from: Element, to: object) => void }

/** Makes a space of a line's end between two elements: source, date and author stand in a row. */
export function spaceElements() {
  return (tree: Root): void => visit(tree, 'text', (node, index, parent) => {
    const isElement = (at: number): boolean => parent?.children[at]?.type === 'element'
    if (node.value.trim() === '' && isElement(index! - 1) && isElement(index! + 1))
      node.value = ' '
  })
}

/** Leaves out marks of notes, and the arrows that lead back from notes: they are no words of the author. */
export function dropNoteMarks() {
  return (tree: Root, file: VFile): void => prune(tree, (element) => {
    const isGone = isRaisedMark(element) || isWayBack(element)
    if (isGone)
      leaveOut(file, toString(element), wording('left-note-mark'))
    return isGone
  })
}

function isRaisedMark({ tagName, children }: Element): boolean {
  return tagName === 'sup' && children.every(child => child.type === 'element' && isPlaceLink(child))
}

function isWayBack(element: Element): boolean {
  return isPlaceLink(element) && /^[↩↑^⏎]/.test(toString(element))
}

function isPlaceLink({ tagName, properties }: Element): boolean {
  return tagName === 'a' && String(properties.href ?? '').startsWith('#')
}

/** A reader of web pages. It keeps of a page only the article. */
export const webPage: Preset = {
  plugins: [
    rehypeParse,
    refuseDeepElements,
    formulas,
    latePictures,
    styleStruck,
    dropDeletions,
    dropHidden,
    dropAsides,
    wordLists,
    nestLists,
    keepQuotationCredits,
    ownBody,
    unlayTables,
    headLines,
    dropTitlePrefixes,
    ...toMdast,
  ],
}

/** A reader of HTML that is all article: the HTML of a Word document. */
export const plainHtml: Preset = {
  plugins: [
    rehypeParse,
    refuseDeepElements,
    formulas,
    dropUnseen,
    notes,
    ...toMdast,
  ],
}
