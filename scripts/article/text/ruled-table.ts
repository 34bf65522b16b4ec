import type { Column } from './columns.ts'
import type { Line } from './lines.ts'
import type { Cell, TextTable } from './tables.ts'
import { columns, columnsIn, grid } from './columns.ts'
import { cellsOf } from './tables.ts'

/**
 * Reads a table whose heads are underlined, each column by a group of dashes. What stands in a line belongs to the
 * column of whose dashes most is above or below it, so that cells may be empty, and stand to the left or to the right.
 *
 * @param rule the line of dashes
 * @param rows the lines of each row, the heads first
 * @param text the article
 * @returns the table, or nothing where two cells of a line would be in one column
 */
export function readRuled(rule: Line, rows: readonly (readonly Line[])[], text: string): TextTable | undefined {
  const places = Array.from(text.slice(rule.start, rule.end).matchAll(/-+/g), ({ index, 0: dashes }) => ({
    from: index,
    to: index + dashes.length,
  }))
  const found = rows.map(lines => rowOf(lines, places, text))
  const length = rows.flat().length
  return found.every(row => row !== undefined) ? { length, rows: found } : undefined
}

/** Where what spaces part stands, in characters of half width from its line's beginning. */
function placesIn(line: Line, text: string): Column[] {
  const indent = columnsIn(text.slice(line.start, text.indexOf(line.words, line.start)))
  return grid(line).map(({ from, to }) => ({ from: from + indent, to: to + indent }))
}

function rowOf(lines: readonly Line[], rule: readonly Column[], text: string): Cell[][] | undefined {
  const row: Cell[][] = rule.map(() => [])
  for (const [count, line] of lines.entries()) {
    const cells = cellsOf(line, columns(line), text)
    for (const [index, place] of placesIn(line, text).entries()) {
      const shared = rule.map(({ from, to }) => Math.min(to, place.to) - Math.max(from, place.from))
      const own = row[shared.indexOf(Math.max(...shared))]!
      if (own.length > count)
        return undefined
      own.push(cells[index]!)
    }
  }
  const { end } = lines.at(-1)!
  return row.map(own => own.length > 0 ? own : [[end, end]])
}
