import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import type { Wording } from '../../messages/model.ts'
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

/** Words that nobody sees: why, as one such place and as the first of several; what to do where they are wanted; whether nothing is to be said. */
export interface Kind { one: Wording, first?: (count: number) => Wording, advice?: Wording }

/** The kinds that pages and Word documents have. */
export const KINDS = {
  hidden: { one: wording('left-hidden'), first: count => wording('left-hiddens', { count }) },
  deleted: {
    one: wording('left-deleted'),
    first: count => wording('left-deletions', { count }),
    advice: wording('left-deleted-advice'),
  },
  reading: {
    one: wording('left-reading'),
    first: count => wording('left-readings', { count }),
    advice: wording('left-reading-advice'),
  },
  contents: { one: wording('left-contents'), first: count => wording('left-contents-lines', { count }) },
  remark: { one: wording('left-remark'), first: count => wording('left-remarks', { count }) },
  running: { one: wording('left-running'), first: count => wording('left-runnings', { count }) },
  button: { one: wording('left-button') },
  blog: { one: wording('left-notice'), first: count => wording('left-notices', { count }) },
  mark: { one: wording('left-note-mark') },
  embedded: { one: wording('left-embedded'), first: count => wording('left-embeddeds', { count }) },
  // Moved words stand where they were moved to: they are counted, and nothing is said.
  moved: { one: wording('left-moved') },
  drawing: {
    one: wording('left-drawing'),
    first: count => wording('left-drawings', { count }),
    advice: wording('left-drawing-advice'),
  },
  unfilled: { one: wording('left-unfilled'), first: count => wording('left-unfilleds', { count }) },
  chunk: {
    one: wording('left-chunk'),
    first: count => wording('left-chunks', { count }),
    advice: wording('left-chunk-advice'),
  },
} satisfies Record<string, Kind>

/**
 * Takes elements out of a tree, and says so once for all that have one reason.
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
 * A rehype plugin for the HTML of a Word document: leaves out what Word does not show, and what `docxToHtml` could not read, with messages.
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

/** The word above a table of contents, 目录, is a line of it, whatever its style. */
function nameContents(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!hasClass(element, 'lectern-contents') || !parent || index === undefined)
      return
    const before = parent.children.slice(0, index).findLast(child => child.type === 'element')
    if (before?.type === 'element' && isContentsLabel(toString(before)))
      before.properties.className = ['lectern-contents']
  })
}

/** What `docxToHtml` could not read: a character of a font's own, or a picture. */
function lossOf({ properties: { dataCharacter, dataFont } }: Element): Wording {
  if (dataCharacter === undefined)
    return wording('docx-picture')
  return wording('docx-symbol', { character: String(dataCharacter), font: String(dataFont) })
}

/** What hides more of a page's prose than this is there to be shown by a script. */
const NEARLY_ALL = 0.75

/**
 * A rehype plugin for web pages: leaves out what the page hides, unless that is nearly all of it.
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
 * A rehype plugin that leaves out what somebody has deleted from a document while its changes were kept, as Word saves
 * it: a deletion has its day or its author.
 *
 * @returns a transformer
 */
export function dropDeletions() {
  return (tree: Root, file: VFile): void => takeOut(tree, file, KINDS.deleted, ({ tagName, properties }) =>
    tagName === 'del' && [properties.cite, properties.dateTime].some(value => value !== undefined))
}

/**
 * A rehype plugin for web pages: leaves out what is about the text and not of it, reviewers' comments, tables of contents, buttons at headings.
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
 * A rehype plugin for what HTML has and mdast has no place for: a menu is a list, the words of a drawing are left out.
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

/** What rehype-remark passes over, and what words it has: those of a drawing, of a window, of old browsers. */
const NO_PLACE = new Set(['svg', 'dialog', 'noembed', 'noframes', 'datalist', 'optgroup', 'applet', 'embed'])

/**
 * A rehype plugin that keeps of characters with their reading the characters (HTML, 4.5.10).
 *
 * @returns a transformer
 */
export function dropReadings() {
  return (tree: Root, file: VFile): void => {
    prune(tree, ({ tagName }) => tagName === 'rp')
    takeOut(tree, file, KINDS.reading, ({ tagName }) => tagName === 'rt' || tagName === 'rtc')
  }
}
