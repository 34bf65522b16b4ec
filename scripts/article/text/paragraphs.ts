import type { Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import type { Places } from '../places.ts'
import type { Setting } from './breaks.ts'
import type { Line } from './lines.ts'
import type { Cell, TextTable } from './tables.ts'
import { hasWords } from '../../language/marks.ts'
import { positionOf } from '../places.ts'
import { judge } from './breaks.ts'
import { overlines, underlines } from './rules.ts'
import { tablesIn } from './tables.ts'
import { isPoem, isVerse } from './verse.ts'

/** Lines that are one block: a paragraph, verse whose line ends stay, or a table. */
export type Block = { lines: readonly Line[], verse?: true } | { table: TextTable, lines: readonly Line[] }

/** Blocks, and the lines whose ends might be judged otherwise. */
export interface Grouped { blocks: Block[], doubtful: Line[] }

/**
 * Gathers lines to blocks: each line's end is judged by what stands on its sides.
 *
 * @param lines those of the text, without what is left out
 * @param setting how the text's lines are broken
 * @param text the article
 */
export function groupLines(lines: readonly Line[], setting: Setting, text: string): Grouped {
  const grouped: Grouped = { blocks: [], doubtful: [] }
  const own = stanzas(lines)
  const poem = isPoem(own)
  for (const stanza of own) {
    let from = 0
    let paragraph: Line[] = []
    const close = (): void => {
      if (paragraph.length > 0)
        grouped.blocks.push({ lines: paragraph })
      paragraph = []
    }
    if ((poem && stanza.length > 1) || isVerse(stanza, setting.indents)) {
      grouped.blocks.push({ lines: stanza, verse: true })
      continue
    }
    const tableAt = tablesIn(stanza, text)
    while (from < stanza.length) {
      const table = tableAt(from)
      if (table) {
        close()
        grouped.blocks.push({ table, lines: stanza.slice(from, from + table.length) })
        from += table.length
        continue
      }
      const line = stanza[from]!
      if (line.speaks && from < stanza.length - 1) {
        close()
        grouped.blocks.push({ lines: stanza.slice(from, from + 2), verse: true })
        from += 2
        continue
      }
      const previous = paragraph.at(-1)
      if (previous ? paragraph.length === 1 && underlines(line, previous) : overlines(line, stanza[from + 1])) {
        close()
        from++
        continue
      }
      const judged = previous && judgeEnd(previous, paragraph, line, setting)
      if (judged?.doubtful)
        grouped.doubtful.push(previous!)
      if (judged?.hard)
        close()
      paragraph.push(line)
      from++
    }
    close()
  }
  return grouped
}

/** A rule or an ornament is judged as the words before it are. */
function judgeEnd(previous: Line, paragraph: readonly Line[], line: Line, setting: Setting): ReturnType<typeof judge> {
  return hasWords(previous.words) || paragraph.length < 2 ? judge(previous, line, setting) : { hard: false }
}

/** Lines without a blank one between. */
function stanzas(lines: readonly Line[]): Line[][] {
  const found: Line[][] = []
  let isOpen = false
  for (const line of lines) {
    if (!line.blank && isOpen)
      found.at(-1)!.push(line)
    else if (!line.blank)
      found.push([line])
    isOpen = !line.blank
  }
  return found
}

/**
 * A block as mdast.
 *
 * @param block lines that belong together
 * @param place the article's places
 * @returns paragraphs or a table, none without characters
 */
export function toNodes(block: Block, place: Places): RootContent[] {
  if ('table' in block)
    return [toTable(block.table, block.lines, place)]
  return block.verse ? [toVerse(block.lines, place)] : toParagraphs(block.lines, place)
}

/**
 * Lines of a paragraph; where something between them is left out, or their beginnings are, each run of them is a text.
 */
function toParagraphs(lines: readonly Line[], place: Places): Paragraph[] {
  const runs: [start: number, end: number][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && /^(?:\r\n|[\n\r\u2028\u2029])[ \t\u3000\u00A0]*$/.test(place.source.slice(last[1], line.start)))
      last[1] = line.end
    else
      runs.push([line.start, line.end])
  }
  const [only, ...others] = runs as [[number, number], ...[number, number][]]
  if (others.length === 0)
    return partAfterSentences(only, place).map(range => paragraph([textAt(range, place)]))
  return [paragraph(runs.map((range, index) => textAt(trim(range, place.source), place, index > 0)))]
}

/**
 * In a text of lines, two ideographic spaces after a full stop still part paragraphs: somebody pasted two on one line.
 */
function partAfterSentences([start, end]: [number, number], place: Places): [number, number][] {
  const ranges: [number, number][] = []
  let from = start
  for (const match of place.source.slice(start, end).matchAll(/(?<=[。！？．｡][”’」』）]?)\u3000{2,}/g)) {
    ranges.push([from, start + match.index])
    from = start + match.index + match[0].length
  }
  return [...ranges, [from, end] as [number, number]].map(range => trim(range, place.source)).filter(([first, last]) => last > first)
}

/**
 * A range without the white space at its ends.
 *
 * @param range offsets of the first character and after the last
 * @param text the article
 */
export function trim(range: readonly [number, number], text: string): [number, number] {
  let [start, end] = range
  const space = /[\s\u200B]/
  while (start < end && space.test(text[start]!))
    start++
  while (end > start && space.test(text[end - 1]!))
    end--
  return [start, end]
}

/** A text at a place; one that goes on after something that is left out begins with a line's end. */
function textAt([start, end]: readonly [number, number], place: Places, goesOn = false): PhrasingContent {
  const value = place.source.slice(start, end)
  return goesOn ? { type: 'text', value: `\n${value}`, position: positionOf(start - 1, end, place) } : { type: 'text', value, position: positionOf(start, end, place) }
}

/**
 * A paragraph of texts, at their place.
 *
 * @param children texts with their places
 */
export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children, position: { start: children[0]!.position!.start, end: children.at(-1)!.position!.end } }
}

function toVerse(lines: readonly Line[], place: Places): Paragraph {
  return paragraph(lines.flatMap((line, index): PhrasingContent[] => {
    const text = textAt(trim([line.start, line.end], place.source), place)
    return index === 0 ? [text] : [{ type: 'break', position: positionOf(lines[index - 1]!.end, line.start, place) }, text]
  }))
}

function toTable({ rows }: TextTable, lines: readonly Line[], place: Places): Table {
  const cell = (pieces: readonly Cell[]): PhrasingContent[] => pieces.filter(([start, end]) => end > start).map((piece, index) => textAt(piece, place, index > 0))
  const position = positionOf(lines[0]!.start, lines.at(-1)!.end, place)
  return {
    type: 'table',
    align: rows[0]!.map(() => null),
    children: rows.map(cells => ({
      type: 'tableRow',
      children: cells.map(pieces => ({ type: 'tableCell', children: cell(pieces), position: positionOf(pieces[0]![0], pieces.at(-1)![1], place) })),
      position: positionOf(cells[0]![0]![0], cells.at(-1)!.at(-1)![1], place),
    })),
    position,
  }
}
