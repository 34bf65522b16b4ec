import type { Form } from './types.ts'
import { widthInEm } from '../../language/measure.ts'
import { linesIn, WIDTH } from '../capacity.ts'

/** Every form at the floor of 24 px, as the themes set it in pixels of the canvas: the lines of running text, of cells, of cards. */
const SIZE = 24
const LINE = 38
const CELL = { line: 34, padding: 21, sides: 39, gap: 12 }
const CARD = { line: 36, padding: 53, sides: 24, gap: 18 }
const SIDE = { padding: 36, gap: 72 }
const STEP = { gap: 20, indent: 68 }
/** A numeral is so many times as large as its sentence, on one line, and leaves that two fifths of the width. */
const NUMERAL = { scale: 2.5, line: 75, most: WIDTH * 0.6 - 34, gap: 34 + 36 }
/** The space between the items and what stands before or after them. */
const GAP = 16

/**
 * Whether a sentence in its form has room below a title.
 *
 * @param form the sentence's form
 * @param room the height, in pixels of the canvas
 * @returns false where it is a bullet better
 */
export function formFits(form: Form, room: number): boolean {
  const around = [form.over, form.after].reduce((sum, text) => sum + (text ? lines(text.value, WIDTH) * LINE + GAP : 0), 0)
  return around + itemsHeight(form) <= room
}

function itemsHeight({ layout, items, numeral }: Form): number {
  const texts = items.map(({ value }) => value)
  switch (layout) {
    case 'enumeration': return cellsHeight(texts, texts.length === 4 ? 2 : texts.length >= 10 ? 4 : 3)
    case 'cards': return gridHeight(texts, texts.length === 4 ? 2 : 3, CARD)
    case 'contrast': return SIDE.padding + Math.max(...texts.map(text => lines(text, (WIDTH - SIDE.gap) / 2))) * LINE
    case 'steps': return texts.reduce((sum, text) => sum + lines(text, WIDTH - STEP.indent) * LINE + STEP.gap, -STEP.gap)
    case 'figure': return figureHeight(texts[0]!, widthInEm(numeral!.value) * SIZE * NUMERAL.scale)
  }
}

/** A cell holds a word or two, on one line. */
function cellsHeight(texts: string[], columns: number): number {
  const width = columnWidth(columns, CELL)
  return texts.some(text => lines(text, width) > 1) ? Number.POSITIVE_INFINITY : gridHeight(texts, columns, CELL)
}

/** A row of a grid is as high as its highest cell. */
function gridHeight(texts: string[], columns: number, cell: typeof CELL): number {
  const width = columnWidth(columns, cell)
  const heights = texts.map(text => lines(text, width) * cell.line + cell.padding)
  const rows = Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) => Math.max(...heights.slice(row * columns, (row + 1) * columns)))
  return rows.reduce((sum, row) => sum + row + cell.gap, -cell.gap)
}

function columnWidth(columns: number, cell: typeof CELL): number {
  return (WIDTH - (columns - 1) * cell.gap) / columns - cell.sides
}

function figureHeight(words: string, numeral: number): number {
  return numeral > NUMERAL.most ? Number.POSITIVE_INFINITY : Math.max(NUMERAL.line, lines(words, WIDTH - numeral - NUMERAL.gap) * LINE)
}

function lines(text: string, width: number): number {
  return linesIn(text, width, SIZE)
}
