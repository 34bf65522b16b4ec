import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import type { Wording } from '../../messages/model.ts'
import type { Kind } from './unseen-kinds.ts'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { hasWords } from '../../language/marks.ts'
import { addMessage } from '../../messages/file.ts'
import { wording } from '../../messages/wording.ts'
import { leaveOut } from '../left-out.ts'
import { blogRemainsIn, linesOf, unlinkedMarksIn } from './blog-remains.ts'
import { contentsIn, isContentsLabel } from './contents.ts'
import { isHidden } from './furniture.ts'
import { buttonsIn } from './heading-buttons.ts'
import { measure, prune } from './measure.ts'
import { remarksIn } from './remarks.ts'
import { KINDS } from './unseen-kinds.ts'

/**
 * Takes elements out of a tree, and reports all that go for one reason in one message.
 *
 * @param tree the page
 * @param file the article
 * @param kind the reason
 * @param test whether an element goes
 */
function takeOut(tree: Root, file: VFile, kind: Kind, test: (element: Element) => boolean): void {
  const found: Element[] = []
  prune(tree, element => test(element) && found.push(element) > 0)
  const told = found.filter(element => hasWords(toString(element)))
  const { one, first, advice } = kind
  told.forEach((element, index) => {
    const isSaid = index === 0 && first !== undefined
    const reason = isSaid && told.length > 1 ? first(told.length) : one
    const rule = { ruleId: 'unseen', place: element.position, ...(advice && { advice }) } as const
    leaveOut(file, kind === KINDS.blog ? linesOf(element) : toString(element), reason, isSaid ? rule : undefined)
  })
}

function hasClass({ properties }: Element, name: string): boolean {
  return [properties.className].flat().includes(name)
}

/**
 * A rehype plugin for the HTML of a Word document. It leaves out words that Word does not show, and reports what
 * `docxToHtml` could not read.
 *
 * @returns a transformer
 */
export function dropUnseen() {
  return (tree: Root, file: VFile): void => {
    nameContents(tree)
    for (const [name, kind] of Object.entries(KINDS))
      takeOut(tree, file, kind, element => hasClass(element, `lectern-${name}`))
    prune(tree, (element) => {
      const isLost = hasClass(element, 'lectern-lost')
      if (isLost)
        addMessage(file, lossOf(element), { place: element.position, ruleId: 'docx' })
      return isLost
    })
  }
}

/** Names the label above a table of contents, 目录, as a line of it, whatever its style. */
function nameContents(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!hasClass(element, 'lectern-contents') || !parent || index === undefined)
      return
    const before = parent.children.slice(0, index).findLast(child => child.type === 'element')
    if (before?.type === 'element' && isContentsLabel(toString(before)))
      before.properties.className = ['lectern-contents']
  })
}

/** A message about something that `docxToHtml` could not read: a character of a symbol font, or a picture. */
function lossOf({ properties: { dataCharacter, dataFont } }: Element): Wording {
  if (dataCharacter === undefined)
    return wording('docx-picture')
  return wording('docx-symbol', { character: String(dataCharacter), font: String(dataFont) })
}

/** An element that hides more of a page's prose than this is shown later by a script. */
const NEARLY_ALL = 0.75

/**
 * A rehype plugin for web pages. It leaves out hidden elements, except one that holds nearly all of the page.
 *
 * @returns a transformer
 */
export function dropHidden() {
  return (tree: Root, file: VFile): void => {
    const measures = measure(tree)
    const most = measures.get(tree)!.prose * NEARLY_ALL
    takeOut(tree, file, KINDS.hidden, element => isHidden(element) && measures.get(element)!.prose < most)
  }
}

/**
 * A rehype plugin that leaves out words that were deleted from a document while changes were tracked. Word saves such a
 * deletion with its day or its author.
 *
 * @returns a transformer
 */
export function dropDeletions() {
  return (tree: Root, file: VFile): void => takeOut(tree, file, KINDS.deleted, ({ tagName, properties }) =>
    tagName === 'del' && [properties.cite, properties.dateTime].some(value => value !== undefined))
}

/**
 * A rehype plugin for web pages. It leaves out words about the text: reviewers' remarks, tables of contents, buttons at
 * headings, notices of blogs, marks of sources.
 *
 * @returns a transformer
 */
export function dropAsides() {
  return (tree: Root, file: VFile): void => {
    const kinds = [
      [KINDS.remark, remarksIn],
      [KINDS.contents, contentsIn],
      [KINDS.button, buttonsIn],
      [KINDS.blog, blogRemainsIn],
      [KINDS.mark, unlinkedMarksIn],
    ] as const
    for (const [kind, find] of kinds) {
      const found = find(tree)
      takeOut(tree, file, kind, element => found.has(element))
    }
  }
}

/**
 * A rehype plugin for elements that mdast does not have. A menu becomes a list; the words of a drawing are left out.
 *
 * @returns a transformer
 */
export function dropEmbedded() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'menu' || element.tagName === 'dir')
        element.tagName = 'ul'
    })
    takeOut(tree, file, KINDS.embedded, element => NO_PLACE.has(element.tagName))
  }
}

/** Elements with words that rehype-remark passes over: drawings, windows, and elements for old browsers. */
const NO_PLACE = new Set(['svg', 'dialog', 'noembed', 'noframes', 'datalist', 'optgroup', 'applet', 'embed'])

/**
 * A rehype plugin that leaves out the readings of characters (HTML, 4.5.10).
 *
 * @returns a transformer
 */
export function dropReadings() {
  return (tree: Root, file: VFile): void => {
    prune(tree, ({ tagName }) => tagName === 'rp')
    takeOut(tree, file, KINDS.reading, ({ tagName }) => tagName === 'rt' || tagName === 'rtc')
  }
}
