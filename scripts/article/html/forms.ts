import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { hasPicture, isData } from './furniture.ts'

/** A label has no more characters: 教学重点和难点. */
const LONGEST_LABEL = 16
/** A paragraph with more characters is text, and no entry of a form. */
const LONGEST_ENTRY = 40
const SENTENCE = /[。！？；]|[.!?](?:\s|$)/
const BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** A numbered line of a cell: 一、导入. */
const NUMBERED = /^[一二三四五六七八九十]{1,3}、\S.{0,20}$/u

/** A cell, and the number of rows that it spans. */
interface Cell { element: Element, rows: number }

/**
 * A rehype plugin for forms, such as lesson plans: tables with several paragraphs of text in a cell. A row of labels
 * and one such cell becomes a heading for each label, and the cell's blocks. Other rows stay a table.
 *
 * @returns a transformer
 */
export function forms() {
  return (tree: Root): void => {
    let depth = 1
    visit(tree, 'element', (element, index, parent) => {
      if (/^h[1-6]$/.test(element.tagName))
        depth = Number(element.tagName[1])
      if (!parent || !isForm(element))
        return undefined
      const blocks = unfold(element, depth + 1)
      parent.children.splice(index!, 1, ...blocks as Element[])
      return ['skip', index! + blocks.length]
    })
  }
}

function isForm(element: Element): boolean {
  if (element.tagName !== 'table' || isData(element))
    return false
  return rowsOf(element).flatMap(cellsOf).some(cell => hasParagraphs(cell.element))
}

/** The blocks of a form. A label that spans several rows heads those of the next rows too. */
function unfold(table: Element, depth: number): Element[] {
  const blocks: Element[] = []
  let kept: Element[] = []
  // For each label that spans the next row too, the number of rows that it still spans.
  let spanning: number[] = []
  const flush = (): void => {
    if (kept.length > 0)
      blocks.push({ ...table, children: kept })
    kept = []
  }
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row)
    const labels = cells.slice(0, -1)
    const text = cells.at(-1)
    const level = depth + spanning.length
    spanning = [...spanning, ...labels.map(({ rows }) => rows)].map(rows => rows - 1).filter(rows => rows > 0)
    const areLabels = labels.length > 0 && labels.every(({ element }) => isLabel(element))
    if (!text || !areLabels || !isText(text.element)) {
      kept.push(row)
      continue
    }
    flush()
    blocks.push(...labels.map(({ element }, index) => heading(element, level + index)))
    blocks.push(...headed(text.element, level + labels.length))
  }
  flush()
  return blocks
}

/** The rows of a table, without those of tables in it. */
export function rowsOf(table: Parents): Element[] {
  return (table.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element')
      return []
    if (child.tagName === 'tr')
      return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

/** The cells of a row, without those of tables in it. */
export function cellsOf(row: Element): Cell[] {
  return row.children.flatMap((child) => {
    const isCell = child.type === 'element' && /^t[dh]$/.test(child.tagName)
    return isCell ? [{ element: child, rows: Number(child.properties.rowSpan ?? 1) }] : []
  })
}

/** The blocks of a cell that show something. */
function blocksOf(cell: Element): Element[] {
  return cell.children.filter((child): child is Element => {
    const isBlock = child.type === 'element' && BLOCKS.has(child.tagName)
    return isBlock && (toString(child).trim() !== '' || hasPicture(child))
  })
}

function hasParagraphs(cell: Element): boolean {
  return blocksOf(cell).length > 1 && SENTENCE.test(toString(cell))
}

function isText(cell: Element): boolean {
  return hasParagraphs(cell) || (SENTENCE.test(toString(cell)) && toString(cell).trim().length > LONGEST_ENTRY)
}

function isLabel(cell: Element): boolean {
  const words = toString(cell).replace(/\s+/g, '')
  const isShort = words.length > 0 && words.length <= LONGEST_LABEL
  return isShort && !SENTENCE.test(words) && !hasPicture(cell)
}

/** A label's words as a heading. Characters below each other, 教 学 目 标, become one line. */
function heading(cell: Element, depth: number): Element {
  const blocks = blocksOf(cell)
  const children = blocks.length > 0 ? blocks.flatMap(block => block.children) : cell.children
  const position = cell.position && { position: cell.position }
  return { type: 'element', tagName: headingTag(depth), properties: {}, children, ...position }
}

function headingTag(depth: number): string {
  return `h${Math.min(6, depth)}`
}

/** A cell's blocks. If several numbered lines have text below them, these are headings. */
function headed(cell: Element, depth: number): Element[] {
  const own = blocksOf(cell)
  const blocks = own.length > 0 ? own : [{ ...cell, tagName: 'p' }]
  const isHead = (block: Element, index: number): boolean => {
    const next = blocks[index + 1]
    const isTitle = block.tagName === 'p' && isNumbered(block) && !SENTENCE.test(toString(block))
    return isTitle && next !== undefined && !isNumbered(next)
  }
  if (blocks.filter(isHead).length < 2)
    return blocks
  return blocks.map((block, index) => isHead(block, index) ? { ...block, tagName: headingTag(depth) } : block)
}

function isNumbered(block: Element): boolean {
  return NUMBERED.test(toString(block).trim())
}
