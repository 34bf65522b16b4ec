import type { Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast'
import type { Places } from '../places.ts'
import type { Block } from './group-lines.ts'
import type { Line } from './lines.ts'
import type { Cell, TextTable } from './tables.ts'
import { positionOf } from '../places.ts'

/** The place of a text: the offset of its first character, and the offset after its last. */
type Range = [start: number, end: number]

/**
 * Makes mdast of a block.
 *
 * @param block lines that belong together
 * @param place the article's places
 * @returns paragraphs or a table, each with characters
 */
export function toNodes(block: Block, place: Places): RootContent[] {
  if ('table' in block)
    return [toTable(block.table, block.lines, place)]
  return block.verse ? [toVerse(block.lines, place)] : toParagraphs(block.lines, place)
}

/** The end of a line, and the indent of the next. */
const LINE_END = /^(?:\r\n|[\n\r\u2028\u2029])[ \t\u3000\u00A0]*$/

/** Makes paragraphs of lines. Lines become several texts of one paragraph if something between them is left out. */
function toParagraphs(lines: readonly Line[], place: Places): Paragraph[] {
  const runs: Range[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && LINE_END.test(place.source.slice(last[1], line.start)))
      last[1] = line.end
    else
      runs.push([line.start, line.end])
  }
  const [only, ...others] = runs as [Range, ...Range[]]
  if (others.length === 0)
    return partAfterSentences(only, place).map(range => paragraph([textAt(range, place)]))
  return [paragraph(runs.map((range, index) => textAt(trim(range, place.source), place, index > 0)))]
}

/** Two ideographic spaces after the end of a sentence: somebody pasted two paragraphs on one line. */
const BETWEEN_PARAGRAPHS = /(?<=[。！？．｡][”’」』）]?)\u3000{2,}/g

/** The paragraphs of a text of lines. */
function partAfterSentences([start, end]: Range, place: Places): Range[] {
  const ranges: Range[] = []
  let from = start
  for (const match of place.source.slice(start, end).matchAll(BETWEEN_PARAGRAPHS)) {
    ranges.push([from, start + match.index])
    from = start + match.index + match[0].length
  }
  ranges.push([from, end])
  return ranges.map(range => trim(range, place.source)).filter(([first, last]) => last > first)
}

/**
 * A range without the white space at its ends.
 *
 * @param range offsets of the first character and after the last
 * @param text the article
 */
export function trim(range: readonly [number, number], text: string): Range {
  let [start, end] = range
  const space = /[\s\u200B]/
  while (start < end && space.test(text[start]!))
    start++
  while (end > start && space.test(text[end - 1]!))
    end--
  return [start, end]
}

/** The text at a place. If it goes on after something that is left out, it begins with the end of a line. */
function textAt([start, end]: readonly [number, number], place: Places, goesOn = false): PhrasingContent {
  const value = place.source.slice(start, end)
  if (goesOn)
    return { type: 'text', value: `\n${value}`, position: positionOf(start - 1, end, place) }
  return { type: 'text', value, position: positionOf(start, end, place) }
}

/**
 * A paragraph of texts, at their place.
 *
 * @param children one or more texts with their places
 */
export function paragraph(children: PhrasingContent[]): Paragraph {
  const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end }
  return { type: 'paragraph', children, position }
}

function toVerse(lines: readonly Line[], place: Places): Paragraph {
  return paragraph(lines.flatMap((line, index): PhrasingContent[] => {
    const text = textAt(trim([line.start, line.end], place.source), place)
    const previous = lines[index - 1]
    return previous ? [{ type: 'break', position: positionOf(previous.end, line.start, place) }, text] : [text]
  }))
}

function toTable({ rows }: TextTable, lines: readonly Line[], place: Places): Table {
  return {
    type: 'table',
    align: rows[0]!.map(() => null),
    children: rows.map(cells => toRow(cells, place)),
    position: positionOf(lines[0]!.start, lines.at(-1)!.end, place),
  }
}

/** A row of a table. Each cell has one or more pieces, the lines of its words. */
function toRow(cells: readonly (readonly Cell[])[], place: Places): TableRow {
  const [start, end] = [cells[0]![0]![0], cells.at(-1)!.at(-1)![1]]
  return {
    type: 'tableRow',
    children: cells.map(pieces => toCell(pieces, place)),
    position: positionOf(start, end, place),
  }
}

function toCell(pieces: readonly Cell[], place: Places): TableCell {
  const full = pieces.filter(([start, end]) => end > start)
  return {
    type: 'tableCell',
    children: full.map((piece, index) => textAt(piece, place, index > 0)),
    position: positionOf(pieces[0]![0], pieces.at(-1)![1], place),
  }
}
