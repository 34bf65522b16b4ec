import type { Image, Text } from 'mdast'
import type { Form } from './forms/types.ts'
import type { Group } from './groups.ts'
import type { DeckOptions } from './types.ts'
import type { Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { bulletHeight, bulletRoom, MOST_BULLETS, MOST_HAN, quoteFits } from './capacity.ts'
import { select } from './select.ts'
import { formOf } from './units.ts'

/**
 * Parts a group's text into what its slides show: sentences that the density keeps, each run of them over as many slides as it needs,
 * quotations and pictures by themselves.
 *
 * @param group text under one title
 * @param options density and ratio
 * @returns contents in order, none for a group without text
 */
export function contentsOf(group: Group, options: DeckOptions): Content[] {
  return runs(group.units).flatMap(run => contentsOfRun(run, group, options))
}

/** Sentences of the speaker's own in a row, and each picture and each sentence that somebody else says by itself. */
function runs(units: Unit[]): Unit[][] {
  const all: Unit[][] = []
  for (const unit of units) {
    const last = all.at(-1)
    if (last && !standsAlone(unit) && !standsAlone(last[0]!))
      last.push(unit)
    else
      all.push([unit])
  }
  return all
}

function standsAlone(unit: Unit): boolean {
  return Boolean(unit.attribution ?? unit.quotation ?? unit.image)
}

/** What of a group's text one slide shows, and the sentence that it begins with. */
export interface Content { bullets: Text[], attribution?: Text, quotation?: Text, image?: Image, form?: Form, first: Unit | undefined }

function contentsOfRun(run: Unit[], group: Group, options: DeckOptions): Content[] {
  const [first] = run as [Unit]
  if (first.image)
    return [{ image: first.image, bullets: first.sentence.value.trim() === '' ? [] : [first.sentence], first }]
  return standsAlone(first) ? speechContents(first, group, options) : plainContents(run, group, options)
}

function speechContents(unit: Unit, group: Group, options: DeckOptions): Content[] {
  const attribution = unit.attribution ? { attribution: unit.attribution } : {}
  if (unit.quotation && quoteFits(options.ratio, group.title.value, unit.quotation.value))
    return [{ ...attribution, quotation: unit.quotation, bullets: [], first: unit }]
  const bullets = unit.bullets.map(bullet => ({ bullet, unit }))
  return paginate(bullets, bulletRoom(options.ratio, group.title.value, true)).map(page => ({ ...attribution, bullets: page.map(({ bullet }) => bullet), first: unit }))
}

/** Under one heading, unless every sentence is shown. */
const MOST_FORMS = 2

function plainContents(units: Unit[], group: Group, options: DeckOptions): Content[] {
  const room = bulletRoom(options.ratio, `${group.title.value}（10/10）`, false)
  const chosen = select(units.filter(unit => unit.bullets.length > 0), group.titles, options.density, room)
  const shown = formsToShow(chosen, options)
  const contents: Content[] = []
  let from = 0
  for (const [index, unit] of [...chosen, undefined].entries()) {
    if (unit && !shown.has(unit))
      continue
    const bullets = chosen.slice(from, index).flatMap(one => one.bullets.map(bullet => ({ bullet, unit: one })))
    contents.push(...paginate(bullets, room).map(page => ({ bullets: page.map(({ bullet }) => bullet), first: page[0]!.unit })))
    if (unit)
      contents.push({ bullets: [], form: shown.get(unit)!, first: unit })
    from = index + 1
  }
  return contents
}

/** The sentences that are shown in their form: under one heading the two plainest, where not every sentence is shown; no two in a row of one layout. */
function formsToShow(units: Unit[], options: DeckOptions): ReadonlyMap<Unit, Form> {
  const formed = units.flatMap((unit) => {
    const form = formOf(unit)
    return form ? [{ unit, form }] : []
  })
  const plainest = options.density === 'full' ? formed : [...formed].sort((one, other) => other.form.strength - one.form.strength).slice(0, MOST_FORMS)
  const kept = formed.filter(one => plainest.includes(one))
  return new Map(kept.filter(({ form }, index) => form.layout !== kept[index - 1]?.form.layout).map(({ unit, form }) => [unit, form]))
}

interface Bullet { bullet: Text, unit: Unit }

/** Parts bullets into slides of about equal height; a bullet that fits on no slide stays in the note alone. */
function paginate(bullets: Bullet[], room: number): Bullet[][] {
  const heights = new Map(bullets.map(entry => [entry, bulletHeight([entry.bullet.value, '']) - bulletHeight([''])]))
  const fitting = bullets.filter(entry => bulletHeight([entry.bullet.value]) <= room)
  const fill = (most: number): Bullet[][] => {
    const pages: Bullet[][] = []
    let height = 0
    let han = 0
    for (const entry of fitting) {
      const own = heights.get(entry)!
      const em = widthInEm(entry.bullet.value)
      const page = pages.at(-1)
      if (!page || height + own > most || page.length >= MOST_BULLETS || han + em > MOST_HAN) {
        pages.push([entry])
        height = own
        han = em
      }
      else {
        page.push(entry)
        height += own
        han += em
      }
    }
    return pages
  }
  const full = fill(room)
  // The lowest height that takes no more slides makes them about equal.
  for (let most = room / 2; most < room; most += room / 16) {
    const pages = fill(most)
    if (pages.length === full.length)
      return pages
  }
  return full
}
