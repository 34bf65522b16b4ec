import type { Element, ElementContent, Parents, Root, RootContent, Text } from 'hast'
import type { VFile } from 'vfile'
import type { FlatItem } from './nest-lists.ts'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { wording } from '../../messages/wording.ts'
import { leaveOut } from '../left-out.ts'
import { hasPicture } from './furniture.ts'
import { nestItems } from './nest-lists.ts'
import { replaceRuns } from './replace-runs.ts'

/** The style that Word gives to the mark of an item in full HTML. */
const IGNORE = /mso-list:\s*Ignore/i
/** The style of the spaces between mark and words, in filtered HTML too: a font that nothing else has. */
const SPACER = /font:\s*7(?:\.0)?pt\s+["']?Times/i
const LEVEL = /mso-list:[^;]*\blevel(\d)/i
const LONGEST_MARK = 8
/** A number in Markdown. Other numbers, 一、 (1) a), stay words, as those of a .docx do. */
const PLAIN = /^(\d{1,9})\.$/
/** In points. Word's style for items of lists has this left margin. */
const MARGIN = 36
const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 }

/** A paragraph that Word has written for an item of a list. */
interface Marked {
  paragraph: Element
  /** Its number or its bullet. */
  mark: string
  /** Its level from 1, if Word says it. */
  level: number | undefined
  /** Its left margin, in points. */
  margin: number
}

/**
 * A rehype plugin for HTML that Word has written. The items of its lists are paragraphs with marks as text: they become
 * lists, nested by their levels, or by their margins if Word does not give the levels. The number of a heading, and a
 * number in another form than 1. 2. 3., stays before its words.
 *
 * @returns a transformer
 */
export function wordLists() {
  return (tree: Root, file: VFile): void => {
    const marked = new Map<Element, Marked>()
    visit(tree, 'element', (element) => {
      const found = /^(?:p|h[1-6])$/.test(element.tagName) ? takeMark(element) : undefined
      if (found && isBullet(found.mark))
        leaveOut(file, found.mark, wording('left-item-mark'))
      if (found && element.tagName !== 'p')
        putBack(found)
      else if (found)
        marked.set(element, found)
    })
    if (marked.size === 0)
      return
    visit(tree, (node) => {
      if ('children' in node && node.children.some(child => marked.has(child as Element)))
        toLists(node, marked)
    })
  }
}

/** Takes the mark from a paragraph that has one. */
function takeMark(paragraph: Element): Marked | undefined {
  const before: Text[] = []
  let end: Element | undefined
  visit(paragraph, (node) => {
    if (end)
      return false
    if (node.type === 'text')
      before.push(node)
    else if (node.type === 'element' && endsMark(node))
      end = node
    return undefined
  })
  if (!end)
    return undefined
  const words = before.map(({ value }) => value).join('')
  const mark = `${words}${IGNORE.test(styleOf(end)) ? toString(end) : ''}`.replace(/\s+/g, '')
  if (mark === '' || mark.length > LONGEST_MARK)
    return undefined
  for (const text of before)
    text.value = ''
  end.children = []
  const level = LEVEL.exec(styleOf(paragraph))?.[1]
  return { paragraph, mark, level: level ? Number(level) : undefined, margin: marginOf(paragraph) }
}

/** Whether an element is a mark, or the spaces after one. */
function endsMark(element: Element): boolean {
  const style = styleOf(element)
  return IGNORE.test(style) || (SPACER.test(style) && toString(element).trim() === '')
}

function styleOf({ properties }: Element): string {
  return String(properties.style ?? '')
}

function marginOf(paragraph: Element): number {
  const [, margin, unit] = /margin-left:\s*(-?[\d.]+)(pt|in|cm|mm|px)/i.exec(styleOf(paragraph)) ?? []
  return margin === undefined ? MARGIN : Number(margin) * POINTS[unit!.toLowerCase()]!
}

/** Sets a number before its words again. A bullet goes. */
function putBack({ paragraph, mark }: Marked): void {
  if (isBullet(mark))
    return
  const value = /[!-~\p{L}]$/u.test(mark) ? `${mark} ` : mark
  const start = paragraph.position?.start
  paragraph.children.unshift({ type: 'text', value, ...(start && { position: { start, end: start } }) })
}

/** Whether a mark is one character that counts nothing: · • § o, or a letter of Wingdings. */
function isBullet(mark: string): boolean {
  return [...mark].length === 1 && !/[\p{N}一二三四五六七八九十]/u.test(mark)
}

/** Makes lists of marked paragraphs in a row. */
function toLists(parent: Parents, marked: ReadonlyMap<Element, Marked>): void {
  const markedOf = (child: RootContent): Marked[] | undefined => {
    const found = child.type === 'element' ? marked.get(child) : undefined
    return found && [found]
  }
  replaceRuns(parent, markedOf, isBlank, listsOf)
}

/** Whether a block shows nothing: a list goes on after it. */
function isBlank(node: RootContent): boolean {
  if (node.type === 'comment' || node.type === 'doctype')
    return true
  if (node.type === 'element' && (node.tagName === 'hr' || hasPicture(node)))
    return false
  return toString(node).trim() === ''
}

/** The lists of marked paragraphs. A number in another form than Markdown's makes an item only below another item. */
function listsOf(run: Marked[]): Element[] {
  const blocks: Element[] = []
  let items: FlatItem[] = []
  const margins: number[] = []
  const flush = (): void => {
    blocks.push(...nestItems(items))
    items = []
    margins.length = 0
  }
  for (const one of run) {
    while (margins.length > 0 && margins.at(-1)! > one.margin + 1)
      margins.pop()
    if (margins.length === 0 || margins.at(-1)! < one.margin - 1)
      margins.push(one.margin)
    const depth = one.level === undefined ? margins.length - 1 : one.level - 1
    const number = PLAIN.exec(one.mark)?.[1]
    const isItem = number !== undefined || isBullet(one.mark) || (depth > 0 && items.length > 0)
    if (number === undefined)
      putBack(one)
    if (!isItem) {
      flush()
      blocks.push(one.paragraph)
      continue
    }
    items.push({ depth, item: toItem(one.paragraph), ...(number !== undefined && { number: Number(number) }) })
  }
  flush()
  return blocks
}

function toItem(paragraph: Element): Element {
  const children: ElementContent[] = [{ ...paragraph, properties: {} }]
  const position = paragraph.position && { position: paragraph.position }
  return { type: 'element', tagName: 'li', properties: {}, children, ...position }
}
