import type { Parents, RootContent } from 'mdast'
import type { Line } from '../text/lines.ts'
import type { Reading } from './reading.ts'
import { lineAt } from '../text/lines.ts'
import { toNodes } from '../text/paragraphs.ts'
import { readRuled } from '../text/ruled-table.ts'

/** Two groups of dashes or more, which Markdown takes for a thematic break. */
const RULE = /^[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$/
const DASHES = /^[ \t]*-{3}[- \t]*$/

/**
 * Reads the tables whose heads are underlined with dashes, a group for each column (pandoc's manual, “Extension:
 * simple_tables”, “Extension: multiline_tables”): a row is a line or, between two lines of dashes, what stands between
 * blank lines.
 *
 * @param parent what holds blocks
 * @param reading what the steps share
 * @returns its blocks
 */
export function readRuledTables(parent: Parents, { place }: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  const { source } = place
  const isRule = (node: RootContent | undefined, form: RegExp): boolean =>
    node?.type === 'thematicBreak' && linesOf([node], source).every(({ words }) => form.test(words))
  const blocks: RootContent[] = []
  for (let at = 0; at < nodes.length; at++) {
    const [head, rule] = [nodes[at]!, nodes[at + 1]]
    const isHead = head.type === 'paragraph' && isRule(rule, RULE) && isBelow(head, rule!)
    if (!isHead) {
      blocks.push(head)
      continue
    }
    const isFramed = isRule(nodes[at - 1], DASHES) && isBelow(nodes[at - 1]!, head)
    const end = endOf(nodes, at + 2, isFramed, source)
    const body = nodes.slice(at + 2, end)
    const lines = linesOf(body, source).filter(line => !DASHES.test(source.slice(line.start, line.end)))
    const rows = isFramed ? groups(lines) : lines.map(line => [line])
    const heads = linesOf([head], source)
    const table = rows.length > 0 ? readRuled(linesOf([rule!], source)[0]!, [heads, ...rows], source) : undefined
    if (!table) {
      blocks.push(head)
      continue
    }
    if (isFramed)
      blocks.pop()
    blocks.push(...toNodes({ table, lines: [...heads, ...lines] }, place))
    at = end - 1
  }
  return blocks
}

function isBelow(one: RootContent, other: RootContent): boolean {
  return one.position !== undefined && other.position?.start.line === one.position.end.line + 1
}

/** The place after the blocks of a table's body. A framed one ends with dashes, as a heading's underline or alone. */
function endOf(nodes: readonly RootContent[], from: number, isFramed: boolean, source: string): number {
  const isLast = (node: RootContent): boolean => {
    const line = linesOf([node], source).at(-1)
    return line !== undefined && DASHES.test(source.slice(line.start, line.end))
  }
  if (!isFramed)
    return nodes[from]?.type === 'paragraph' && isBelow(nodes[from - 1]!, nodes[from]) ? from + 1 : from
  const end = nodes.findIndex((node, index) => index >= from && isLast(node))
  const isWhole = nodes.slice(from, end).every(({ type }) => type === 'paragraph')
  return end < 0 || !isWhole ? from : end + 1
}

/** Lines that stand one right below the other. */
function groups(lines: readonly Line[]): Line[][] {
  const found: Line[][] = []
  for (const line of lines) {
    if (found.at(-1)?.at(-1)?.index === line.index - 1)
      found.at(-1)!.push(line)
    else
      found.push([line])
  }
  return found
}

/** The lines of blocks, whole: what stands before their words says where columns are. */
function linesOf(nodes: readonly RootContent[], source: string): Line[] {
  return nodes.flatMap(({ position }) => {
    if (!position)
      return []
    const { start, end } = position
    const from = source.lastIndexOf('\n', start.offset! - 1) + 1
    return Array.from(source.slice(from, end.offset).matchAll(/[^\r\n]+/g), ({ index, 0: line }, count) =>
      lineAt(source, from + index, from + index + line.length, start.line - 1 + count))
  })
}
