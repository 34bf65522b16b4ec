import type { Element, ElementContent, Parents, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import { toString } from 'hast-util-to-string'
import { wording } from '../../messages/wording.ts'
import { withoutControls } from '../controls.ts'
import { leaveOut } from '../left-out.ts'
import { elements, isData } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'

/** What pages call the line of author, date and source. */
const CREDIT_NAMES = namePattern('author\\w*', 'by-?lines?', 'writer', 'reporter', 'source', 'origin', 'pub\\w*', 'posted', 'dates?', 'time', 'datetime', 'meta\\w*', 'info')
const SUBTITLE_NAMES = namePattern('sub-?(?:title|head\\w*)?', 'alternative-headline', 'dek', 'deck', 'standfirst', 'strap-?line', 'tagline', 'summary')
const CREDIT_WORDS = /(?:来源|作者|编辑|发布(?:时间|日期)|信息时间)\s*[:：]|^(?:posted|published|written|created) /i
/** A line with a date and no more characters beside it says when it was written. */
const LONGEST_DATED = 40
const LONGEST_STANDFIRST = 240
/** A longer line is text; as many characters as two lines of a slide. */
const LONGEST_LINE = 90
const SENTENCE = /[。！？；]|(?<!\b[ap]\.m)[.!?…](?:\s+\p{Lu}|$)/u
/** Who reports, or the day, in a line that the page gives no name: 本报记者　林砚秋, 《清水日报》（2024年03月09日　第 02 版）. */
const REPORTED = /^(?:本报|本刊|新华社|\p{Script=Han}{2,8})?(?:记者|通讯员|评论员)[\s:：]/u
/** 时间：2024年3月1日 may say whose talk it is, and when: the outline tells. */
const KEYED = /^\p{L}[\p{L} \u3000]{0,20}[：:]/u
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?`
const DAY = new RegExp([
  String.raw`\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日`,
  String.raw`\b\d{4}([-./])\d{1,2}\1\d{1,2}\b`,
  String.raw`\b${MONTH}\s\d{1,2},\s\d{4}\b|\b\d{1,2}\s${MONTH}\s\d{4}\b`,
].join('|'))
const WORD = /[\p{L}\p{N}]/u
const LINE_BLOCKS = new Set(['p', 'div', 'section', 'header', 'span', 'ul', 'ol', 'address', 'time', 'a', 'small', 'em', 'i', 'b', 'strong', 'dl', 'center', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const FRAMES = new Set(['div', 'section', 'header', 'article', 'main', 'center', 'hgroup'])

/**
 * A rehype plugin for an article whose first block is its title: what stands between the title and the text is subtitle or byline where the page calls it so.
 * Views, buttons and the title once more go from there.
 *
 * @returns a transformer; what goes is counted as left out, and named
 */
export function headLines() {
  return (tree: Root, file: VFile): void => {
    const [title] = tree.children
    if (title?.type !== 'element' || title.tagName !== 'h1')
      return
    const said = new Set([squeeze(toString(title))])
    const lines = joinAuthor(linesBelow(tree, title))
    const controls: string[] = []
    for (const [index, { node, parent }] of lines.entries()) {
      const at = parent.children.indexOf(node as never)
      const found = linesOf(node).map(withoutControls)
      const pieces = found.flatMap(line => line.pieces)
      controls.push(...found.flatMap(line => line.controls))
      const words = squeeze(pieces.join(''))
      if (said.has(words) || words === '') {
        leaveOut(file, pieces.join(' '), wording('left-title-again'))
        parent.children.splice(at, 1)
        continue
      }
      const role = roleOf(node, lines[index + 1]?.node)
      // A heading that is no subtitle begins the text.
      if (role === undefined && isHeading(node))
        break
      if (role === 'subtitle')
        said.add(words)
      if (role || found.some(line => line.controls.length > 0))
        parent.children.splice(at, 1, ...pieces.map(piece => toLine(node, piece, role)) as never[])
    }
    const count = controls.length
    const reason = count > 1 ? wording('left-controls', { count }) : wording('left-control')
    for (const [index, control] of controls.entries())
      leaveOut(file, control, reason, index === 0 ? { ruleId: 'page-furniture', place: title.position } : undefined)
  }
}

interface Line { node: Element, parent: Parents }

/** The author whom Readability names stands first. Another line that has the name too is in his place, and a line that says no more than he is not said again. */
function joinAuthor(lines: Line[]): Line[] {
  const [author, ...others] = lines
  if (!author || !isByline(author.node))
    return lines
  const name = squeeze(toString(author.node))
  const credits = others.filter(({ node }) => roleOf(node, undefined) === 'byline')
  const isSaid = credits.some(({ node }) => squeeze(toString(node)).includes(name))
  const gone = isSaid ? [author] : credits.filter(({ node }) => name.includes(squeeze(toString(node))))
  for (const { node, parent } of gone)
    parent.children.splice(parent.children.indexOf(node as never), 1)
  return lines.filter(line => !gone.includes(line))
}

function isByline({ properties }: Element): boolean {
  return [properties.className].flat().includes('lectern-byline')
}

/** The lines between a title and the text, out of what frames them. */
function linesBelow(tree: Root, title: Element): Line[] {
  const lines: Line[] = []
  const walk = (parent: Parents): boolean => {
    for (const node of [...parent.children] as RootContent[]) {
      if (node === title || node.type === 'comment' || (node.type === 'text' && node.value.trim() === '') || (node.type === 'element' && !hasWords(node) && !hasMedia(node)))
        continue
      if (node.type === 'element' && isStandfirst(node))
        continue
      const isOpen = node.type === 'element' && FRAMES.has(node.tagName) && !isLine(node)
      if (isOpen ? !walk(node) : !(node.type === 'element' && isLine(node)))
        return false
      if (!isOpen)
        lines.push({ node: node as Element, parent })
    }
    return true
  }
  walk(tree)
  return lines
}

/** A sentence that the page sets between the title and its author: it is text, and the lines go on below it. */
function isStandfirst(node: Element): boolean {
  const words = toString(node).trim()
  return LINE_BLOCKS.has(node.tagName) && SUBTITLE_NAMES.test(namesOf(node)) && SENTENCE.test(words) && words.length <= LONGEST_STANDFIRST && !hasMedia(node)
}

/**
 * Whether an element is a line of author, date or source.
 *
 * @param element any element
 */
export function isCredit(element: Element): boolean {
  return hasWords(element) && !isHeading(element) && isLine(element) && roleOf(element, undefined) === 'byline'
}

function isLine(node: Element): boolean {
  const words = linesOf(node)
  const inner = elements(node, element => element !== node && FRAMES.has(element.tagName) && SUBTITLE_NAMES.test(namesOf(element)))
  const headings = elements(node, isHeading)
  return LINE_BLOCKS.has(node.tagName) && words.join('').length <= LONGEST_LINE && !words.some(line => SENTENCE.test(line)) && !hasMedia(node) && inner.length === 0
    && (headings.length === 0 || headings[0] === node) && elements(node, element => element !== node && element.tagName === 'p').length < 2
}

function roleOf(node: Element, next: Element | undefined): 'subtitle' | 'byline' | undefined {
  if (isByline(node))
    return 'byline'
  if (SUBTITLE_NAMES.test(namesOf(node)))
    return 'subtitle'
  if (isHeading(node))
    return next && !isHeading(next) && roleOf(next, undefined) === 'byline' ? 'subtitle' : undefined
  const words = toString(node).trim()
  const others = words.replace(DAY, '')
  const isDated = others !== words && others.length <= LONGEST_DATED && !/[，,]/.test(others)
  const isReported = REPORTED.test(words) || (isDated && !KEYED.test(words))
  const isCredit = isReported || CREDIT_NAMES.test(elements(node, () => true).map(namesOf).join(' ')) || CREDIT_WORDS.test(toString(node))
    || elements(node, ({ tagName, properties }) => tagName === 'time' || tagName === 'address' || [properties.rel].flat().includes('author')).length > 0
  return isCredit ? 'byline' : undefined
}

/** The words of a line, in pieces where a page sets them apart: blocks, and elements in a row where something between them was left out. */
function linesOf(node: Element): string[] {
  const lines = ['']
  const walk = (inner: ElementContent, inRow: boolean): void => {
    if (inner.type === 'text')
      lines.push(`${lines.pop()}${inner.value}`)
    if (inner.type !== 'element')
      return
    const parts = inRow || (inner !== node && /^(?:br|p|div|li|dd|dt|address)$/.test(inner.tagName))
    lines.push(...(parts ? [''] : /^(?:span|em|time)$/.test(inner.tagName) ? [`${lines.pop()} `] : []))
    const isRow = inner.data?.gap === 'between' && inner.children.every(child => child.type === 'element' || (child.type === 'text' && child.value.trim() === ''))
    inner.children.forEach(child => walk(child, isRow))
    lines.push(...(parts || inner.data?.gap === 'end' ? [''] : []))
  }
  walk(node, false)
  return lines.map(line => line.replace(/\s+/g, ' ').trim()).filter(line => line !== '')
}

function toLine(node: Element, value: string, role: 'subtitle' | 'byline' | undefined): ElementContent {
  const { position } = node
  return { type: 'element', tagName: 'p', properties: role ? { className: [role === 'byline' ? 'lectern-byline' : role] } : {}, children: [{ type: 'text', value, ...(position && { position }) }], ...(position && { position }) }
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName)
}

function hasWords(node: Element): boolean {
  return WORD.test(toString(node))
}

function hasMedia(node: Element): boolean {
  return isData(node) || elements(node, ({ tagName }) => /^(?:img|picture|table|pre|blockquote)$/.test(tagName)).length > 0
}

function squeeze(words: string): string {
  return words.replace(/[\s\p{P}]+/gu, '')
}
