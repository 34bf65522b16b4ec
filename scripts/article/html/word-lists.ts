import type { Element, ElementContent, Parents, Root, RootContent, Text } from 'hast'
import type { VFile } from 'vfile'
import type { FlatItem } from './nest-lists.ts'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { wording } from '../../messages/wording.ts'
import { leaveOut } from '../left-out.ts'
import { elements } from './furniture.ts'
import { nestItems } from './nest-lists.ts'
import { replaceRuns } from './replace-runs.ts'

/** What Word marks as a mark of a list in full HTML. */
const IGNORE = /mso-list:\s*Ignore/i
/** What stands between the mark and the words, in filtered HTML too: spaces in a font that nothing else has. */
const SPACER = /font:\s*7(?:\.0)?pt\s+["']?Times/i
const LEVEL = /mso-list:[^;]*\blevel(\d)/i
const LONGEST_MARK = 8
/** Markdown's own way to count. Other numbers, 一、 (1) a), stay words, as those of a .docx do. */
const PLAIN = /^(\d{1,9})\.$/
/** The left margin of Word's style for items of lists, in points, where the paragraph has none of its own. */
const MARGIN = 36
const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 }

interface Marked { paragraph: Element, mark: string, level: number | undefined, margin: number }

/**
 * A rehype plugin for HTML that Word has written, whose lists are paragraphs with marks as text: they are lists, in each other by their levels, or by their
 * margins where Word has left the levels out. The number of a heading, and one that is more than 1. 2. 3., stays before its words.
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
    const style = node.type === 'element' ? String(node.properties.style ?? '') : ''
    if (node.type === 'text')
      before.push(node)
    else if (node.type === 'element' && (IGNORE.test(style) || (SPACER.test(style) && toString(node).trim() === '')))
      end = node
    return undefined
  })
  const style = String(paragraph.properties.style ?? '')
  const isIgnored = end && IGNORE.test(String(end.properties.style))
  const mark = (before.map(({ value }) => value).join('') + (isIgnored ? toString(end!) : '')).replace(/\s+/g, '')
  if (!end || mark === '' || mark.length > LONGEST_MARK)
    return undefined
  for (const text of before)
    text.value = ''
  end.children = []
  const [, margin, unit] = /margin-left:\s*(-?[\d.]+)(pt|in|cm|mm|px)/i.exec(style) ?? []
  const level = LEVEL.exec(style)?.[1]
  return { paragraph, mark, level: level ? Number(level) : undefined, margin: margin === undefined ? MARGIN : Number(margin) * POINTS[unit!.toLowerCase()]! }
}

/** A number goes before the words again; a bullet has done its work. */
function putBack({ paragraph, mark }: Marked): void {
  if (isBullet(mark))
    return
  const value = /[!-~\p{L}]$/u.test(mark) ? `${mark} ` : mark
  paragraph.children.unshift({ type: 'text', value, ...(paragraph.position && { position: { start: paragraph.position.start, end: paragraph.position.start } }) })
}

/** One character that counts nothing: · • § o, or a letter of Wingdings. */
function isBullet(mark: string): boolean {
  return [...mark].length === 1 && !/[\p{N}一二三四五六七八九十]/u.test(mark)
}

/** Runs of marked paragraphs become lists. A number that is not Markdown's own makes an item only below another. */
function toLists(parent: Parents, marked: ReadonlyMap<Element, Marked>): void {
  const markedOf = (child: RootContent): Marked[] | undefined => {
    const found = child.type === 'element' ? marked.get(child) : undefined
    return found && [found]
  }
  replaceRuns(parent, markedOf, child => toWords(child) === '', listsOf)
}

/** The words of a block. What has none and parts a list nevertheless, a rule or a picture, has a sign. */
function toWords(node: RootContent): string {
  if (node.type === 'element' && elements(node, ({ tagName }) => tagName === 'img').length > 0)
    return '-'
  return node.type === 'comment' || node.type === 'doctype' ? '' : node.type === 'element' && node.tagName === 'hr' ? '-' : toString(node).trim()
}

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
  return { type: 'element', tagName: 'li', properties: {}, children, ...(paragraph.position && { position: paragraph.position }) }
}
