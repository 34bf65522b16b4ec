import type { Layout } from '../types.ts'
import { linesIn, WIDTH } from '../capacity.ts'

/** Text of evidence at its smallest step, 24 px, and a line of it; in pixels of the canvas. */
const SIZE = 24
const LINE = 34
/** The space between columns. */
const GAP = 28
/** What stands before or after the members takes a line or two, with its air. */
const AROUND = 20
/** The evidence's slot below a headline of one line, and what a second line or a line of attribution takes from it. */
const SLOT = { height: 318, headline: 44, attribution: 22 } as const

/**
 * How a layout lays out its members: in rows or in so many columns, with so much padding on both sides and above and
 * below, in pixels.
 */
interface Grid {
  columns: (members: number) => number
  sides: number
  padding: number
  /** No more lines than this in one member; one, where it stands large. */
  lines: number
  /** How much larger than the smallest step its text is. */
  scale?: number
  /**
   * A layout whose members stand side by side until they are too long for that, as the themes' `item-lengths.ts` has
   * it, and then in rows.
   */
  rows?: { sides: number, padding: (members: number) => number }
}

/** What stands side by side has no more lines than this: else it is in rows. */
const MOST_SIDE_BY_SIDE = 5

const oneColumn = (): number => 1
const inColumns = (members: number): number => members
const inTwoRows = (members: number): number => members <= 5 ? members : Math.ceil(members / 2)

/** Numbers of columns without a hole in the last row: 4 = 4 × 1, 6 = 3 × 2, 9 = 3 × 3. */
function gridColumns(members: number): number {
  if (members <= 5)
    return members
  if (members % 3 === 0 && members <= 9)
    return 3
  return members % 5 === 0 ? 5 : 4
}

/** As the themes' styles have it, at the smallest steps that look well. */
const GRIDS: Readonly<Partial<Record<Layout, Grid>>> = {
  contrast: { columns: inColumns, sides: 56, padding: 50, lines: 5, rows: { sides: 56, padding: () => 42 } },
  both: { columns: inColumns, sides: 56, padding: 84, lines: 5, rows: { sides: 56, padding: () => 42 } },
  parallel: { columns: oneColumn, sides: 60, padding: 14, lines: 2 },
  ladder: { columns: oneColumn, sides: 112, padding: 18, lines: 2 },
  pairs: { columns: inTwoRows, sides: 36, padding: 112, lines: 1, scale: 1.17 },
  figures: { columns: members => members === 4 ? 2 : members, sides: 0, padding: 84, lines: 5 },
  timeline: {
    columns: inColumns,
    sides: 16,
    padding: 98,
    lines: 5,
    rows: { sides: 306, padding: members => members < 6 ? 12 : 3 },
  },
  sequence: {
    columns: inColumns,
    sides: 46,
    padding: 48,
    lines: 6,
    rows: { sides: 28, padding: members => members < 5 ? 42 : 24 },
  },
  cards: { columns: inColumns, sides: 14, padding: 40, lines: 4, scale: 1.17 },
  enumeration: { columns: gridColumns, sides: 4, padding: 12, lines: 1, scale: 1.17 },
  definition: { columns: oneColumn, sides: 60, padding: 20, lines: 3, scale: 1.17 },
  figure: { columns: oneColumn, sides: 0, padding: 100, lines: 3 },
  steps: { columns: inColumns, sides: 10, padding: 50, lines: 6, rows: { sides: 360, padding: () => 19 } },
}

/** Members that meet in the same words have a line each, beside these. */
const MEETING: Grid = { columns: oneColumn, sides: 60, padding: 14, lines: 1, scale: 1.17 }

function meetInOne(members: readonly MemberWords[]): boolean {
  const strongs = members.map(({ all, before, after = '' }) =>
    before === undefined ? '' : all.slice(before.length, all.length - after.length))
  return strongs[0] !== '' && new Set(strongs).size === 1
}

/** A member's words: all of them, and those before and after what stands large in it. */
export interface MemberWords { all: string, before?: string, after?: string }

/**
 * The height that a structure takes, as the themes draw it at a small step.
 *
 * @param layout the layout that draws it
 * @param members its members' words
 * @param around what stands before and after them
 * @returns pixels; infinite where a member has more lines than it may
 */
export function structureHeight(layout: Layout, members: readonly MemberWords[], around: readonly string[]): number {
  const grid = layout === 'parallel' && meetInOne(members) ? MEETING : GRIDS[layout]!
  const height = layout === 'bars' ? barsHeight(members) : gridHeight(grid, members.map(({ all }) => all))
  return height + around.reduce((sum, text) => sum + linesIn(text, WIDTH, SIZE) * LINE + AROUND, 0)
}

/**
 * Bars: a number in its bar, 36 px high. What leads to it stands above it, or at its left where there are many; what
 * follows it at the right of all bars. Columns take up to so much of the page.
 */
const BAR = { height: 36, above: 4, gap: 16, closeGap: 10, many: 4, lead: 0.34, rest: 0.34, restOfMany: 0.3, lines: 2 }

function barsHeight(members: readonly MemberWords[]): number {
  const isMany = members.length >= BAR.many
  const afters = members.map(({ after = '' }) => after)
  const restWidth = afters.some(Boolean) ? WIDTH * (isMany ? BAR.restOfMany : BAR.rest) + BAR.gap : 0
  const leadWidth = isMany ? WIDTH * BAR.lead : WIDTH - restWidth
  const counts = members.map(({ before = '', after = '' }) => ({
    lead: before.trim() ? linesIn(before, leadWidth, SIZE) : 0,
    rest: after.trim() ? linesIn(after, restWidth - BAR.gap, SIZE) : 0,
  }))
  if (counts.some(({ lead, rest }) => lead > BAR.lines || rest > BAR.lines))
    return Number.POSITIVE_INFINITY
  const heights = counts.map(({ lead, rest }) => isMany
    ? Math.max(BAR.height, lead * LINE, rest * LINE)
    : lead * LINE + (lead > 0 ? BAR.above : 0) + Math.max(BAR.height, rest * LINE))
  return heights.reduce((sum, own) => sum + own, 0) + (members.length - 1) * (isMany ? BAR.closeGap : BAR.gap)
}

function gridHeight(grid: Grid, members: readonly string[]): number {
  const { columns, sides, padding, lines, scale = 1, rows } = grid
  const count = columns(members.length)
  const counts = linesOf(members, count, sides, scale)
  if (counts.some(own => own > lines))
    return Number.POSITIVE_INFINITY
  const tallest = Array.from({ length: Math.ceil(members.length / count) }, (_, row) =>
    Math.max(...counts.slice(row * count, (row + 1) * count)))
  if (!rows)
    return heightOf(tallest, padding, scale)
  const sideBySide = heightOf(tallest.map(own => Math.min(own, MOST_SIDE_BY_SIDE)), padding, scale)
  const inRows = heightOf(linesOf(members, 1, rows.sides, scale), rows.padding(members.length), scale)
  return Math.max(sideBySide, inRows)
}

function linesOf(members: readonly string[], columns: number, sides: number, scale: number): number[] {
  const width = (WIDTH - (columns - 1) * GAP) / columns - sides
  return members.map(member => linesIn(member, width, SIZE * scale))
}

function heightOf(rows: readonly number[], padding: number, scale: number): number {
  return rows.reduce((sum, lines) => sum + lines * LINE * scale + padding, 0)
}

/**
 * The height that evidence has.
 *
 * @param lines how many the headline above it takes
 * @param hasAttribution whether a line between them says whose words they are
 * @returns pixels
 */
export function evidenceRoom(lines: number, hasAttribution: boolean): number {
  return SLOT.height - (lines - 1) * SLOT.headline - (hasAttribution ? SLOT.attribution : 0)
}
