export const HANDOUT_KINDS = ['notes', '2', '3', '6'] as const
/** What a handout's pages hold: a slide over its notes, or two, three or six slides. */
export type HandoutKind = typeof HANDOUT_KINDS[number]

/**
 * The name of a handout's file.
 *
 * @param kind what its pages hold
 */
export function handoutFile(kind: HandoutKind): string {
  return kind === 'notes' ? 'handout.pdf' : `handout-${kind}.pdf`
}

/** Millimetres. A4 (ISO 216), bound at its inner edge: on the left of odd pages, on the right of even ones. */
export const PAPER = { width: 210, height: 297, top: 24, bottom: 22, inner: 25 } as const

/** How slides stand on a handout's pages; lengths in millimetres. */
export interface HandoutGrid {
  /** The margin at the edge that is not bound: beside notes it is wide enough to write in. */
  outer: number
  columns: number
  /** 0 where slides flow on, each with its notes. */
  rows: number
  slideWidth: number
  /** Where lines to write on stand. */
  lines: 'below' | 'beside'
  /** How many of the page's cells a slide with questions has, to leave room for answers. */
  cellsOfQuestions: number
}

export const GRIDS: Readonly<Record<HandoutKind, HandoutGrid>> = {
  notes: { outer: 45, columns: 1, rows: 0, slideWidth: 140, lines: 'below', cellsOfQuestions: 1 },
  2: { outer: 15, columns: 1, rows: 2, slideWidth: 170, lines: 'below', cellsOfQuestions: 2 },
  3: { outer: 15, columns: 1, rows: 3, slideWidth: 100, lines: 'beside', cellsOfQuestions: 1 },
  6: { outer: 15, columns: 2, rows: 3, slideWidth: 81, lines: 'below', cellsOfQuestions: 2 },
}

/** Between cells, and between a slide and the lines at it. */
export const GAP = { row: 9, column: 8, lines: 4 } as const
/** Between two lines to write on: room for Chinese characters from a pen. */
export const LINE = 9

/** The part of a page inside its margins. */
export function printArea({ outer }: HandoutGrid): { width: number, height: number } {
  // A little less than there is: a rounding must not make a page more.
  return { width: PAPER.width - PAPER.inner - outer, height: PAPER.height - PAPER.top - PAPER.bottom - 0.5 }
}

/**
 * How high a cell is that holds one slide.
 *
 * @param grid a grid with rows
 * @param rows how many of the page's rows the cell takes
 * @returns millimetres
 */
export function cellHeight(grid: HandoutGrid, rows = 1): number {
  const row = (printArea(grid).height - GAP.row * (grid.rows - 1)) / grid.rows
  return row * rows + GAP.row * (rows - 1)
}

/**
 * Puts slides on pages.
 *
 * @param cells how many cells each slide takes, in order; one of several begins a row
 * @param grid a grid with rows
 * @returns the slides' places in the list, page by page
 */
export function toPages(cells: readonly number[], grid: HandoutGrid): number[][] {
  const pages: number[][] = []
  const all = grid.columns * grid.rows
  let used = all
  for (const [index, size] of cells.entries()) {
    const from = size > 1 ? Math.ceil(used / grid.columns) * grid.columns : used
    if (from + size > all) {
      pages.push([])
      used = 0
    }
    else {
      used = from
    }
    pages.at(-1)!.push(index)
    used += size
  }
  return pages
}
