import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { elements, isData } from './furniture.ts'

/** A label has no more characters: 教学重点和难点. */
const LONGEST_LABEL = 16
/** A paragraph with more of them is text, and no entry of a form. */
const LONGEST_ENTRY = 40
const SENTENCE = /[。！？；]|[.!?](?:\s|$)/
const BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** A line of a cell that heads what follows: 一、导入. */
const NUMBERED = /^[一二三四五六七八九十]{1,3}、\S.{0,20}$/u

/** A cell, and in how many rows it stands. */
interface Cell { element: Element, rows: number }

/**
 * A rehype plugin for forms, such as lesson plans: tables that have text of several paragraphs in a cell. A row of labels and one such cell is a heading for each
 * label, and the cell's blocks. Other rows stay a table.
 *
 * @returns a transformer
 */
export function forms() {
  return (tree: Root): void => {
    let depth = 1
    visit(tree, 'element', (element, index, parent) => {
      if (/^h[1-6]$/.test(element.tagName))
        depth = Number(element.tagName[1])
      if (element.tagName !== 'table' || !parent || isData(element) || !rowsOf(element).some(row => cellsOf(row).some(({ element: cell }) => hasParagraphs(cell))))
        return undefined
      const blocks = unfold(element, depth + 1)
      parent.children.splice(index!, 1, ...blocks as Element[])
      return ['skip', index! + blocks.length]
    })
  }
}

function unfold(table: Element, depth: number): Element[] {
  const blocks: Element[] = []
  let kept: Element[] = []
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
    if (!text || labels.length === 0 || !isText(text.element) || !labels.every(({ element }) => isLabel(element))) {
      kept.push(row)
      continue
    }
    flush()
    blocks.push(...labels.map(({ element }, index) => heading(element, level + index)), ...headed(text.element, level + labels.length))
  }
  flush()
  return blocks
}

/** The rows of a table, not those of tables in it. */
export function rowsOf(table: Parents): Element[] {
  return (table.children as ElementContent[]).flatMap(child => child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [])
}

/** The cells of a row, not those of tables in it. */
export function cellsOf(row: Element): Cell[] {
  return row.children.flatMap(child => child.type === 'element' && /^t[dh]$/.test(child.tagName) ? [{ element: child, rows: Number(child.properties.rowSpan ?? 1) }] : [])
}

function blocksOf(cell: Element): Element[] {
  return cell.children.filter((child): child is Element => child.type === 'element' && BLOCKS.has(child.tagName) && (toString(child).trim() !== '' || elements(child, ({ tagName }) => tagName === 'img').length > 0))
}

function hasParagraphs(cell: Element): boolean {
  return blocksOf(cell).length > 1 && SENTENCE.test(toString(cell))
}

function isText(cell: Element): boolean {
  return hasParagraphs(cell) || (SENTENCE.test(toString(cell)) && toString(cell).trim().length > LONGEST_ENTRY)
}

function isLabel(cell: Element): boolean {
  const words = toString(cell).replace(/\s+/g, '')
  return words.length > 0 && words.length <= LONGEST_LABEL && !SENTENCE.test(words) && elements(cell, ({ tagName }) => tagName === 'img').length === 0
}

/** A label's words as a heading; characters set below each other, 教 学 目 标, are one line. */
function heading(cell: Element, depth: number): Element {
  const children = blocksOf(cell).length > 0 ? blocksOf(cell).flatMap(block => block.children) : cell.children
  return { type: 'element', tagName: `h${Math.min(6, depth)}`, properties: {}, children, ...(cell.position && { position: cell.position }) }
}

/** A cell's blocks; numbered lines in it head what stands below them, where there are several. */
function headed(cell: Element, depth: number): Element[] {
  const blocks = blocksOf(cell).length > 0 ? blocksOf(cell) : [{ ...cell, tagName: 'p' }]
  const isHead = (block: Element, index: number): boolean =>
    block.tagName === 'p' && NUMBERED.test(toString(block).trim()) && !SENTENCE.test(toString(block)) && blocks[index + 1] !== undefined && !NUMBERED.test(toString(blocks[index + 1]!).trim())
  return blocks.filter(isHead).length > 1 ? blocks.map((block, index) => isHead(block, index) ? { ...block, tagName: `h${Math.min(6, depth)}` } : block) : blocks
}
