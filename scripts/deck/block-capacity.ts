import { addressBreaks } from '../language/addresses.ts'
import { widthInEm } from '../language/measure.ts'
import { toPhrases } from '../language/phrases.ts'
import { RAGGED, WIDTH } from './capacity.ts'

/**
 * A table's rows at the floor of 24 px, so that few tables are parted, with the air and the hairline of each, and the
 * space between its columns.
 */
const ROW = { size: 24, line: 32, padding: 6, gap: 1.2 }

/**
 * A table's cell: its words and phrases, which are not parted; how wide it is on one line, and how wide at least. In
 * em.
 */
export interface Cell { parts: { own: number, withSpace: number }[], widest: number, narrowest: number }

/**
 * Measures a table's cell.
 *
 * @param text its text
 * @returns its widths
 */
export function measureCell(text: string): Cell {
  const lines = text.split('\n')
  if (lines.length > 1)
    return stacked(lines.map(measureCell))
  const wordsOf = (phrase: string): readonly string[] =>
    /\p{Script=Han}/u.test(phrase) ? [phrase] : phrase.match(/\S+\s*/g) ?? []
  const unbroken = toPhrases(text).flatMap(wordsOf).flatMap(partAddress)
  const parts = unbroken.map(part => ({ own: widthInEm(part.trimEnd()), withSpace: widthInEm(part) }))
  return { parts, widest: widthInEm(text), narrowest: Math.max(0, ...parts.map(({ own }) => own)) }
}

/** Lines that the author has broken: each begins one. */
function stacked(lines: Cell[]): Cell {
  const widest = Math.max(...lines.map(line => line.widest))
  const last = lines.at(-1)!
  const parts = [...lines.slice(0, -1).flatMap(line => endingLine(line.parts)), ...last.parts]
  return { parts, widest, narrowest: Math.max(...lines.map(line => line.narrowest)) }
}

/** Behind the last part of a line nothing follows on it. */
function endingLine(parts: Cell['parts']): Cell['parts'] {
  return parts.map((part, index) =>
    index === parts.length - 1 ? { ...part, withSpace: Number.POSITIVE_INFINITY } : part)
}

/** A long address or path in its pieces. */
function partAddress(text: string): string[] {
  const starts = [0, ...addressBreaks(text)]
  return starts.map((from, index) => text.slice(from, starts[index + 1]))
}

/** How many lines a cell takes in a column, whose width a browser reckons by the letters' own. */
function cellLines({ parts, widest }: Cell, column: number): number {
  const width = widest <= column ? column : column * (1 + RAGGED) / 2
  let lines = 1
  let used = 0
  for (const { own, withSpace } of parts) {
    if (used > 0 && used + own > width + 0.001) {
      lines += 1
      used = 0
    }
    used += withSpace
  }
  return lines
}

/**
 * How many rows of a table fit, from the first on. With each row the columns may change.
 *
 * @param rows the cells, row by row
 * @param room the height, in pixels
 * @returns a count; 0 where the columns are too many
 */
export function rowsThatFit(rows: Cell[][], room: number): number {
  let count = 0
  while (count < rows.length && tableHeight(rows.slice(0, count + 1)) <= room)
    count++
  return count
}

/** Columns share what their longest words leave by their longest cells, as browsers do (CSS 2.2, 17.5.2.2). */
function tableHeight(rows: Cell[][]): number {
  const columns = Array.from({ length: Math.max(...rows.map(row => row.length)) }, (_, column) => ({
    widest: Math.max(1, ...rows.map(row => row[column]?.widest ?? 0)),
    narrowest: Math.max(1, ...rows.map(row => row[column]?.narrowest ?? 0)),
  }))
  const width = WIDTH / ROW.size - (columns.length - 1) * ROW.gap
  const wanted = columns.reduce((sum, { widest, narrowest }) => sum + widest - narrowest, 0)
  const left = width - columns.reduce((sum, { narrowest }) => sum + narrowest, 0)
  if (left < 0)
    return Number.POSITIVE_INFINITY
  const share = wanted <= left ? 1 : left / wanted
  const widths = columns.map(({ widest, narrowest }) => narrowest + (widest - narrowest) * share)
  const linesIn = (row: Cell[]): number => Math.max(...row.map((cell, column) => cellLines(cell, widths[column]!)))
  return rows.reduce((sum, row) => sum + linesIn(row) * ROW.line + ROW.padding, 0)
}

/**
 * Code at 24 px, in a box with a margin; a character of the type takes six tenths of that, a Chinese one all of it, a
 * tab what is left to the next fourth character.
 */
const CODE = { size: 24, line: 34, padding: 40, inset: 50, character: 0.6, tab: 4 * 0.6 }

/**
 * How many lines of code fit, from the first on.
 *
 * @param lines the code
 * @param room the height, in pixels
 * @returns a count
 */
export function codeLinesThatFit(lines: string[], room: number): number {
  let height = CODE.padding
  for (const [index, line] of lines.entries()) {
    height += countCodeLines(line, (WIDTH - CODE.inset) / CODE.size) * CODE.line
    if (height > room)
      return index
  }
  return lines.length
}

/**
 * How many lines one of code takes: it breaks after spaces, which hang, and around Chinese characters; what is longer
 * than a line begins one and breaks anywhere.
 */
function countCodeLines(line: string, width: number): number {
  let lines = 1
  let used = 0
  for (const match of line.matchAll(/(\s*)([^\s\u2E80-\uFFFF]+|\S|$)/gu)) {
    const [, spaces, word] = match as unknown as [string, string, string]
    for (const space of spaces)
      used = space === '\t' ? (Math.floor(used / CODE.tab + 0.001) + 1) * CODE.tab : used + CODE.character
    const own = Array.from(word, widthInCode).reduce((sum, one) => sum + one, 0)
    if (own > 0 && used > 0 && used + own > width) {
      lines += 1
      used = 0
    }
    lines += Math.max(0, Math.ceil(own / width) - 1)
    used = own > width ? own % width : used + own
  }
  return lines
}

/** A character's width in the type of code, in em: Latin letters are narrow. */
function widthInCode(character: string): number {
  return character.codePointAt(0)! < 0x250 ? CODE.character : 1
}
