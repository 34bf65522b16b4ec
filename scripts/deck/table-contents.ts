import type { Row } from '../article/passage.ts'
import type { Cell } from './block-capacity.ts'
import type { Shown } from './content.ts'
import type { Unit } from './units.ts'
import { measureCell, rowsThatFit } from './block-capacity.ts'
import { chunk } from './chunk.ts'

/** A row's sentence and its cells, measured. */
interface MeasuredRow { unit: Unit, cells: Cell[] }

/**
 * A table's rows over as many slides as they need, each under the heading row. A table with more columns than a slide
 * holds is parted by them: each slide has the first column, and the notes are those of the first.
 *
 * @param units the table's rows
 * @param room the height below the title, in pixels
 * @returns the slides' contents; nothing where a row does not fit under the heading row
 */
export function tableContents(units: Unit[], room: number): Shown[] | undefined {
  const measured = units.map(unit => ({ unit, cells: unit.row!.cells.map(cell => measureCell(cell.value)) }))
  const [head, ...body] = measured as [MeasuredRow, ...MeasuredRow[]]
  const fit = (columns: number[], rows: MeasuredRow[]): number => {
    const cells = [head, ...rows].map(row => columns.flatMap(column => row.cells[column] ?? []))
    return rowsThatFit(cells, room) - 1
  }
  const fits = (columns: number[]): boolean =>
    fit(columns, []) === 0 && body.every(row => fit(columns, [row]) === 1)
  const groups = columnGroups(head.cells.length, fits)
  if (!groups)
    return undefined
  const pages = body.length > 0 ? chunk(body, rows => Math.min(...groups.map(columns => fit(columns, rows)))) : [[]]
  return pages.flatMap((page, index) => groups.map((columns, group): Shown => {
    const rows = [head, ...page].map(({ unit }) => withColumns(unit.row!, columns))
    // Columns that go on are said with those before them.
    const { unit: last } = page.at(-1) ?? head
    if (group > 0)
      return { rows, bullets: [], first: last, at: last.sentence.value.length }
    return { rows, bullets: [], first: index === 0 ? head.unit : page[0]!.unit }
  }))
}

/** The columns of each slide, the first on all of them; nothing where one column beside it is too many. */
function columnGroups(count: number, fits: (columns: number[]) => boolean): number[][] | undefined {
  const groups: number[][] = []
  for (let next = 1; next < count || groups.length === 0;) {
    let end = count
    while (end > next && !fits([0, ...range(next, end)]))
      end--
    if (end === next && !(count === 1 && fits([0])))
      return undefined
    groups.push([0, ...range(next, end)])
    next = Math.max(end, next + 1)
  }
  return groups
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function withColumns({ table, align, cells }: Row, columns: number[]): Row {
  if (columns.length === cells.length)
    return { table, align, cells }
  return {
    table,
    align: columns.map(column => align[column] ?? null),
    cells: columns.map(column => cells[column] ?? { type: 'text', value: '' }),
  }
}
