import type { Column, Place } from './columns.ts'
import type { Line } from './lines.ts'
import { columns, grid } from './columns.ts'
import { isKey } from './lines.ts'

/** A cell's place: offsets of its first character and after its last. */
export type Cell = readonly [start: number, end: number]

/** A table in a text of lines. */
export interface TextTable {
  /** How many lines it takes. */
  length: number
  /** Its rows; those of a drawn table may have several lines, so that a cell is one piece or more. */
  rows: readonly (readonly (readonly Cell[])[])[]
}

/** What frames are drawn with: + - | =, and the box-drawing characters of Unicode (U+2500 to U+257F). */
const RULE = /^[\s+|:=\-_\u2500-\u257F]+$/
const STROKES = /[-=_\u2500\u2501\u2550]{2}/
const BAR = /[|\u2502\u2503\u2551]/g
/** Two columns and the bars around them. */
const FEWEST_BARS = 3
const FRAMED = /^[+|\u2500-\u257F].*[+|\u2500-\u257F]$/
/** A table that is only spaced has short cells, so many characters of half width. */
const LONGEST_SPACED = 40
/** Sentences that stand apart. */
const SENTENCES = /[。！？.!?][”’」』）)"']*\s+\S/
/** Columns stand below each other up to this, in characters of half width. */
const SLACK = 1

/** What is known of lines without a table: no row of them is looked at again from each of its lines. */
interface Known {
  /** Up to this line no drawn table begins. */
  undrawn: number
  /** For the places of a line's columns: up to which line those that stand below each other are no table. */
  scans: Map<string, number>
}

/**
 * Tables in lines: drawn with bars, or set with tabs or with spaces in columns.
 *
 * @param lines lines one below the other, without a blank one
 * @param text the article
 * @returns reads the table that begins with a line, or nothing where none begins there; lines are asked for in order
 */
export function tablesIn(lines: readonly Line[], text: string): (from: number) => TextTable | undefined {
  const known: Known = { undrawn: 0, scans: new Map() }
  return from => (from < known.undrawn ? undefined : readDrawn(lines, from, text, known))
    ?? readTabbed(lines, from, text)
    ?? readSpaced(lines, from, text, known)
}

/** The lines from one on that pass a test. */
function run(lines: readonly Line[], from: number, test: (line: Line) => boolean): readonly Line[] {
  let to = from
  while (to < lines.length && test(lines[to]!))
    to++
  return lines.slice(from, to)
}

function isRule({ words }: Line): boolean {
  return RULE.test(words) && STROKES.test(words)
}

function readDrawn(lines: readonly Line[], from: number, text: string, known: Known): TextTable | undefined {
  const bars = (line: Line): number => line.words.match(BAR)?.length ?? 0
  const isDrawn = (line: Line): boolean => {
    const isFramed = FRAMED.test(line.words)
    return isRule(line) ? isFramed || bars(line) > 0 : isFramed && bars(line) > 0
  }
  const own = run(lines, from, isDrawn)
  const rules = own.filter(isRule).length
  const drawn = own.filter(line => !isRule(line) && bars(line) > 0)
  const weak = own.findLastIndex(line => drawn.length === 0 || (!isRule(line) && bars(line) < FEWEST_BARS))
  known.undrawn = from + weak + 1
  if (weak >= 0 || drawn.length + rules < (rules > 0 ? 3 : 2))
    return undefined
  const rows: (Cell[][])[] = []
  let below: Line | undefined
  for (const line of own) {
    if (isRule(line)) {
      below = undefined
      continue
    }
    const cells = barred(line, text)
    const [first] = cells
    const last = rows.at(-1)
    // A line whose first cell is empty goes on with the row above, where no rule parts them.
    if (below && last && first && first[0] === first[1])
      cells.forEach((cell, column) => cell[1] > cell[0] && (last[column] ??= []).push(cell))
    else
      rows.push(cells.map(cell => [cell]))
    below = line
  }
  return { length: own.length, rows }
}

/** The cells between a line's bars. */
function barred(line: Line, text: string): Cell[] {
  const start = text.indexOf(line.words, line.start)
  const bars = Array.from(line.words.matchAll(BAR), ({ index }) => start + index)
  return bars.slice(1).map((bar, index) => trimmed(text, bars[index]! + 1, bar))
}

function readTabbed(lines: readonly Line[], from: number, text: string): TextTable | undefined {
  const count = fields(lines[from]!, text).length
  if (count < 2)
    return undefined
  const own = run(lines, from, line => fields(line, text).length === count)
  if (own.length < (count > 2 ? 2 : 3))
    return undefined
  return { length: own.length, rows: own.map(line => cellsOf(line, fields(line, text), text).map(cell => [cell])) }
}

function readSpaced(lines: readonly Line[], from: number, text: string, { scans }: Known): TextTable | undefined {
  const first = grid(lines[from]!)
  const places = first.map(({ from, to }) => `${from}-${to}`).join()
  if (first.length < 2 || from < (scans.get(places) ?? 0))
    return undefined
  const isBelow = ({ from, to }: Column, index: number): boolean => {
    const above = first[index]!
    const isAligned = Math.abs(from - above.from) <= SLACK || (index > 0 && Math.abs(to - above.to) <= SLACK)
    return to - from <= LONGEST_SPACED && isAligned
  }
  const isRow = (line: Line): boolean => {
    const columns = grid(line)
    const isText = isKey(line.words) || SENTENCES.test(line.words)
    return !isText && columns.length === first.length && columns.every(isBelow)
  }
  const own = run(lines, from, isRow)
  // What a scan has spaced out has a character in each.
  const isScan = own.every(line => grid(line).every(({ from, to }) => to - from <= 2))
  if (isScan)
    scans.set(places, from + own.length)
  if (own.length < 3 || isScan)
    return undefined
  return { length: own.length, rows: own.map(line => cellsOf(line, columns(line), text).map(cell => [cell])) }
}

/** The places between a line's tabs: an empty cell may end it, and none begins it. */
function fields({ words, start, end }: Line, text: string): Place[] {
  let from = 0
  return (words + /(?<!\t)\t*$/.exec(text.slice(start, end))![0]).split('\t').map((field) => {
    const place = [from, from + field.length] as const
    from += field.length + 1
    return place
  })
}

/**
 * From places in a line's words to those in the article.
 *
 * @param line a line
 * @param places places in its words
 * @param text the article
 */
export function cellsOf(line: Line, places: readonly Place[], text: string): Cell[] {
  const start = text.indexOf(line.words, line.start)
  return places.map(([from, to]) => trimmed(text, start + from, start + to))
}

function trimmed(text: string, start: number, end: number): Cell {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return [Math.min(from, end), Math.max(from, start + words.trimEnd().length)]
}
