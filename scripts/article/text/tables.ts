import type { Line } from './lines.ts'
import { isKey } from './lines.ts'

/** A cell's place: offsets of its first character and after its last. */
export type Cell = readonly [start: number, end: number]

/** A place in a line's words. */
type Place = readonly [from: number, to: number]

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
const FRAMED = /^[+|\u2500-\u257F].*[+|\u2500-\u257F]$/
/** Cells that are parted by spaces: two, or one of full width. */
const SPACED = /\S+(?: \S+)*/g
/** A table that is only spaced has short cells, so many characters of half width. */
const LONGEST_SPACED = 40
/** Sentences that stand apart. */
const SENTENCES = /[。！？.!?][”’」』）)"']*\s+\S/
/** Columns stand below each other up to this, in characters of half width. */
const SLACK = 1

/**
 * Reads a table that begins with a line: drawn with bars, or set with tabs or with spaces in columns.
 *
 * @param lines lines one below the other, without a blank one
 * @param from the index of the line
 * @param text the article
 * @returns the table, or nothing where none begins there
 */
export function readTable(lines: readonly Line[], from: number, text: string): TextTable | undefined {
  return readDrawn(lines, from, text) ?? readTabbed(lines, from, text) ?? readSpaced(lines, from, text)
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

function readDrawn(lines: readonly Line[], from: number, text: string): TextTable | undefined {
  const bars = (line: Line): number => line.words.match(BAR)?.length ?? 0
  const isDrawn = (line: Line): boolean => {
    const isFramed = FRAMED.test(line.words)
    return isRule(line) ? isFramed || bars(line) > 0 : isFramed && bars(line) > 0
  }
  const own = run(lines, from, isDrawn)
  const rules = own.filter(isRule).length
  const drawn = own.filter(line => !isRule(line) && bars(line) > 0)
  if (drawn.length === 0 || drawn.length + rules < (rules > 0 ? 3 : 2) || Math.min(...drawn.map(bars)) < 3)
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

function readSpaced(lines: readonly Line[], from: number, text: string): TextTable | undefined {
  const first = grid(lines[from]!)
  if (first.length < 2)
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
  if (own.length < 3 || isScan)
    return undefined
  return { length: own.length, rows: own.map(line => cellsOf(line, columns(line), text).map(cell => [cell])) }
}

/** Where a cell begins and ends in its line, in characters of half width. */
export interface Column { from: number, to: number }

/**
 * Where the cells of a line stand that spaces part.
 *
 * @param line a line
 */
export function grid(line: Line): Column[] {
  let [to, last] = [0, 0]
  return columns(line).map(([start, end]) => {
    const from = to + columnsIn(line.words.slice(last, start))
    to = from + columnsIn(line.words.slice(start, end))
    last = end
    return { from, to }
  })
}

/**
 * How many characters of half width a text is wide.
 *
 * @param text any text
 */
export function columnsIn(text: string): number {
  return Array.from(text, character => character > '\u2E7F' ? 2 : 1).reduce((sum, width) => sum + width, 0)
}

/** The places between a line's tabs: an empty cell may end it, and none begins it. */
function fields({ words, start, end }: Line, text: string): Place[] {
  let from = 0
  return (words + /\t*$/.exec(text.slice(start, end))![0]).split('\t').map((field) => {
    const place = [from, from + field.length] as const
    from += field.length + 1
    return place
  })
}

/**
 * The places of what spaces part in a line.
 *
 * @param line a line
 * @param line.words its words
 */
export function columns({ words }: Line): Place[] {
  return Array.from(words.matchAll(SPACED), ({ 0: cell, index }) => [index, index + cell.length] as const)
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
