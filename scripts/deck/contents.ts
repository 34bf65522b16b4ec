import type { Group } from './group.ts'
import type { Content } from './slide.ts'
import type { DeckOptions } from './types.ts'
import type { Piece, Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { arrange, beginning, formsToShow } from './arrange.ts'
import { codeLinesThatFit } from './block-capacity.ts'
import { bulletRoom, quoteFits } from './capacity.ts'
import { chunk } from './chunk.ts'
import { joinOrdinals } from './forms/ordinal-runs.ts'
import { formFits } from './forms/room.ts'
import { select } from './select.ts'
import { layoutOf } from './slide.ts'
import { tableContents } from './table-contents.ts'
import { piecesOf } from './units.ts'

/** What of a group's text one slide shows, and the sentence that it begins with. */
export interface Shown extends Content {
  first: Unit | undefined
  /** Where in that sentence the slide begins, if not with it: how many characters of it were said before. */
  at?: number
  /** Of points: the piece of each. */
  pieces?: Piece[]
}

/**
 * Parts a group's text into what its slides show: sentences that the density keeps, each run of them over as many slides as it needs;
 * quotations, pictures, tables and code by themselves.
 *
 * @param group text under one title
 * @param options density and ratio
 * @param before how many slides of points stand right before it
 * @returns contents in order, none for a group without text
 */
export function contentsOf(group: Group, options: DeckOptions, before: number): Shown[] {
  const contents: Shown[] = []
  for (const run of runs(group.units)) {
    const points = pointsAtEnd(contents)
    contents.push(...contentsOfRun(run, group, options, points === contents.length ? before + points : points))
  }
  return contents
}

/**
 * How many slides of points a row of slides ends with.
 *
 * @param contents the slides' contents
 * @returns a count
 */
export function pointsAtEnd(contents: Content[]): number {
  const other = contents.findLastIndex(content => layoutOf(content) !== 'points')
  return contents.length - 1 - other
}

/** Sentences of the speaker's own in a row, a table's rows, and by itself each picture, each block of code and each sentence that somebody else says. */
function runs(units: Unit[]): Unit[][] {
  const all: Unit[][] = []
  for (const unit of units) {
    const last = all.at(-1)
    if (last && !standsAlone(unit) && !standsAlone(last[0]!) && unit.row?.table === last[0]!.row?.table)
      last.push(unit)
    else
      all.push([unit])
  }
  return all
}

function standsAlone(unit: Unit): boolean {
  return Boolean(unit.attribution ?? unit.quotation ?? unit.image ?? unit.code ?? unit.formula)
}

function contentsOfRun(run: Unit[], group: Group, options: DeckOptions, before: number): Shown[] {
  const [first] = run as [Unit]
  if (first.image)
    return [{ image: first.image, bullets: first.sentence.value.trim() === '' ? [] : [first.sentence], first }]
  if (first.formula)
    return [{ formula: first.sentence.value, bullets: [], first }]
  const blocks = first.code ? codeContents(first, group, options) : first.row ? tableContents(run, roomUnder(group, options)) : undefined
  return blocks ?? (standsAlone(first) ? speechContents(first, group, options) : plainContents(run, group, options, before))
}

/** The height below a title that has a place among many. */
function roomUnder(group: Group, options: DeckOptions): number {
  return bulletRoom(options.ratio, `${group.title.value}（10/10）`, false)
}

/** A block of code over as many slides as it needs, none of which begins or ends with empty lines; nothing where one of its lines fits on none. */
function codeContents(unit: Unit, group: Group, options: DeckOptions): Shown[] | undefined {
  const room = roomUnder(group, options)
  const { lines, ...code } = unit.code!
  if (lines.some(line => codeLinesThatFit([line], room) === 0))
    return undefined
  const pages = chunk(lines, rest => codeLinesThatFit(rest, room)).map(withoutEmptyEnds).filter(page => page.length > 0)
  return pages.map(page => ({ code: { ...code, lines: page }, bullets: [], first: unit }))
}

function withoutEmptyEnds(lines: string[]): string[] {
  const isFilled = (line: string): boolean => line.trim() !== ''
  return lines.slice(Math.max(0, lines.findIndex(isFilled)), lines.findLastIndex(isFilled) + 1)
}

/** Under one heading, unless every sentence is shown. */
const FEWEST_FORMS = 2
/** No more slides of points in a row than this, where another layout fits. */
export const MOST_ALIKE = 2

/** A sentence that somebody else says is all shown: a quotation by itself, other words as points and forms below the line that says whose they are. */
function speechContents(unit: Unit, group: Group, options: DeckOptions): Shown[] {
  const attribution = unit.attribution ? { attribution: unit.attribution } : {}
  if (unit.quotation && quoteFits(options.ratio, group.title.value, unit.quotation.value))
    return [{ ...attribution, quotation: unit.quotation, bullets: [], first: unit }]
  const room = bulletRoom(options.ratio, `${group.title.value}（10/10）`, true)
  const pieces = fittingPieces(unit, room)
  return arrange(pieces, formsToShow(pieces, pieces.length), room).map(content => ({ ...attribution, ...content }))
}

/** A sentence's pieces, each with its form where that has room. */
function fittingPieces(unit: Unit, room: number): Piece[] {
  return piecesOf(unit).map(({ form, ...piece }) => ({ ...piece, ...(form && formFits(form, room) && { form }) }))
}

/** Sentences as points, and in their form the plainest of those that have one: more of them where points would follow on points too often. */
function plainContents(units: Unit[], group: Group, options: DeckOptions, before: number): Shown[] {
  const room = roomUnder(group, options)
  const pieces = joinOrdinals(select(units.filter(unit => unit.bullets.length > 0).flatMap(unit => fittingPieces(unit, room)), group.titles, options.density, room), room)
  // In brief the clauses that are kept stand together.
  if (options.density === 'brief')
    return arrange(pieces, pieces.length === 1 ? formsToShow(pieces, 1) : new Map(), room)
  const forms = pieces.filter(piece => piece.form).length
  for (let most = options.density === 'full' ? forms : Math.min(FEWEST_FORMS, forms); ; most++) {
    const contents = arrange(pieces, formsToShow(pieces, most), room)
    if (most >= forms || !isMonotonous(contents, before))
      return withStatements(contents, before)
  }
}

/** A statement is no longer than this where it is taken from among points: one strong sentence. */
const LONGEST_STATEMENT_EM = 40

/** Where points have followed on points too often, the first or last of three or more stands alone as a statement, if it is a whole short sentence. */
function withStatements(contents: Shown[], before: number): Shown[] {
  let row = before
  return contents.flatMap((content): Shown[] => {
    row = layoutOf(content) === 'points' ? row + 1 : 0
    const { bullets, pieces } = content
    if (row <= MOST_ALIKE || bullets.length < 3 || !pieces || content.places)
      return [content]
    const isStatement = (index: number): boolean => pieces[index]!.bullets.length === 1 && widthInEm(bullets[index]!.value) <= LONGEST_STATEMENT_EM
    const part = (from: number, to: number): Shown => ({ bullets: bullets.slice(from, to), pieces: pieces.slice(from, to), ...beginning(pieces[from]!.unit, bullets[from]!) })
    const last = bullets.length - 1
    const parted = isStatement(0) ? [part(0, 1), part(1, last + 1)] : isStatement(last) ? [part(0, last), part(last, last + 1)] : [content]
    row = isStatement(0) ? 1 : isStatement(last) ? 0 : row
    return parted
  })
}

function isMonotonous(contents: Shown[], before: number): boolean {
  let row = before
  return contents.some((content) => {
    row = layoutOf(content) === 'points' ? row + 1 : 0
    return row > MOST_ALIKE
  })
}
