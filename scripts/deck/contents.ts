import type { Text } from 'mdast'
import type { Row } from '../article/passage.ts'
import type { Form } from './forms/types.ts'
import type { Group } from './groups.ts'
import type { Content } from './slide.ts'
import type { DeckOptions } from './types.ts'
import type { Unit } from './units.ts'
import { bulletRoom, codeLinesThatFit, quoteFits, rowsThatFit } from './capacity.ts'
import { chunk } from './chunk.ts'
import { paginate } from './paginate.ts'
import { select } from './select.ts'
import { layoutOf } from './slide.ts'
import { formOf } from './units.ts'

/** What of a group's text one slide shows, and the sentence that it begins with. */
export interface Shown extends Content { first: Unit | undefined }

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
  return Boolean(unit.attribution ?? unit.quotation ?? unit.image ?? unit.code)
}

function contentsOfRun(run: Unit[], group: Group, options: DeckOptions, before: number): Shown[] {
  const [first] = run as [Unit]
  if (first.image)
    return [{ image: first.image, bullets: first.sentence.value.trim() === '' ? [] : [first.sentence], first }]
  const blocks = first.code ? codeContents(first, group, options) : first.row ? tableContents(run, group, options) : undefined
  return blocks ?? (standsAlone(first) ? speechContents(first, group, options) : plainContents(run, group, options, before))
}

/** The height below a title that has a place among many. */
function roomUnder(group: Group, options: DeckOptions): number {
  return bulletRoom(options.ratio, `${group.title.value}（10/10）`, false)
}

/** A block of code over as many slides as it needs, or nothing where one of its lines fits on none. */
function codeContents(unit: Unit, group: Group, options: DeckOptions): Shown[] | undefined {
  const room = roomUnder(group, options)
  const { lines, ...code } = unit.code!
  if (lines.some(line => codeLinesThatFit([line], room) === 0))
    return undefined
  return chunk(lines, rest => codeLinesThatFit(rest, room)).map(page => ({ code: { ...code, lines: page }, bullets: [], first: unit }))
}

/** A table's rows over as many slides as they need, each under the heading row; nothing where a row does not fit under that. */
function tableContents(units: Unit[], group: Group, options: DeckOptions): Shown[] | undefined {
  const room = roomUnder(group, options)
  const [head, ...body] = units.map(unit => unit.row!) as [Row, ...Row[]]
  const cells = (rows: Row[]): string[][] => [head, ...rows].map(row => row.cells.map(cell => cell.value))
  const fit = (rows: Row[]): number => rowsThatFit(cells(rows), room) - 1
  if (rowsThatFit(cells(body), Number.POSITIVE_INFINITY) === 0 || body.some(row => fit([row]) < 1))
    return undefined
  const pages = body.length > 0 ? chunk(body, fit) : [[]]
  return pages.map((rows, index) => ({ rows: [head, ...rows], bullets: [], first: index === 0 ? units[0] : units.find(unit => unit.row === rows[0]) }))
}

function speechContents(unit: Unit, group: Group, options: DeckOptions): Shown[] {
  const attribution = unit.attribution ? { attribution: unit.attribution } : {}
  if (unit.quotation && quoteFits(options.ratio, group.title.value, unit.quotation.value))
    return [{ ...attribution, quotation: unit.quotation, bullets: [], first: unit }]
  const bullets = unit.bullets.map(bullet => ({ bullet, unit }))
  return paginate(bullets, bulletRoom(options.ratio, group.title.value, true)).map(page => ({ ...attribution, bullets: page.map(({ bullet }) => bullet), first: unit }))
}

/** Under one heading, unless every sentence is shown. */
const FEWEST_FORMS = 2
/** No more slides of points in a row than this, where another layout fits. */
export const MOST_ALIKE = 2

/** Sentences as points, and in their form the plainest of those that have one: more of them where points would follow on points too often. */
function plainContents(units: Unit[], group: Group, options: DeckOptions, before: number): Shown[] {
  const room = roomUnder(group, options)
  const chosen = select(units.filter(unit => unit.bullets.length > 0), group.titles, options.density, room)
  const formed = chosen.flatMap((unit) => {
    const form = formOf(unit)
    return form ? [{ unit, form }] : []
  })
  for (let most = options.density === 'full' ? formed.length : Math.min(FEWEST_FORMS, formed.length); ; most++) {
    const contents = arrange(chosen, formsToShow(formed, most), room)
    if (most >= formed.length || !isMonotonous(contents, before))
      return contents
  }
}

function isMonotonous(contents: Shown[], before: number): boolean {
  let row = before
  return contents.some((content) => {
    row = layoutOf(content) === 'points' ? row + 1 : 0
    return row > MOST_ALIKE
  })
}

function arrange(units: Unit[], shown: ReadonlyMap<Unit, Form>, room: number): Shown[] {
  const contents: Shown[] = []
  let from = 0
  for (const [index, unit] of [...units, undefined].entries()) {
    if (unit && !shown.has(unit))
      continue
    const bullets = units.slice(from, index).flatMap(one => one.bullets.map((bullet): { bullet: Text, unit: Unit } => ({ bullet, unit: one })))
    contents.push(...paginate(bullets, room).map(page => ({ bullets: page.map(({ bullet }) => bullet), first: page[0]!.unit })))
    if (unit)
      contents.push({ bullets: [], form: shown.get(unit)!, first: unit })
    from = index + 1
  }
  return contents
}

interface Formed { unit: Unit, form: Form }

/** The sentences that are shown in their form: the plainest, and no two in a row of one layout. */
function formsToShow(formed: Formed[], most: number): ReadonlyMap<Unit, Form> {
  const plainest = new Set([...formed].sort((one, other) => other.form.strength - one.form.strength).slice(0, most))
  const kept = formed.filter(one => plainest.has(one))
  return new Map(kept.filter(({ form }, index) => form.layout !== kept[index - 1]?.form.layout).map(({ unit, form }) => [unit, form]))
}
