import type { Image, Text } from 'mdast'
import type { Passage } from '../article/passage.ts'
import type { Title } from '../outline/types.ts'
import type { TextContent } from './layouts/text.ts'
import type { DeckOptions, Slide } from './types.ts'
import type { Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { bulletHeight, bulletRoom, MOST_BULLETS, MOST_HAN, quoteFits } from './capacity.ts'
import { textSlide } from './layouts/text.ts'
import { select } from './select.ts'
import { toUnits } from './units.ts'

/** Text under one title. */
export interface Group {
  title: Text
  /** Said first: a run-in heading's own sentence. */
  opening?: Text
  units: Unit[]
  /** The headings above, for the choice of sentences. */
  titles: string[]
}

/** A first sentence no longer than this can be its paragraph's title: a line and a little at 36 px. */
const LONGEST_OWN_TITLE_EM = 26

/**
 * Groups the text of a heading: all its passages under the heading's title.
 *
 * @param title the heading
 * @param passages what stands under it
 * @param titles the headings above it
 * @returns one group
 */
export function groupUnder(title: Title, passages: Passage[], titles: string[]): Group {
  return { title, ...(title.runIn && { opening: title.runIn }), units: passages.flatMap(toUnits), titles: [...titles, title.value] }
}

/**
 * Groups passages that have no heading of their own: a paragraph whose first sentence is short is titled with it,
 * others come under the heading above.
 *
 * @param above the heading above
 * @param passages the passages
 * @param titles the headings above that
 * @returns a group for each run of passages under one title
 */
export function groupWithout(above: Text, passages: Passage[], titles: string[]): Group[] {
  const groups: Group[] = []
  for (const passage of passages) {
    const units = toUnits(passage)
    const own = passage.kind === 'paragraph' ? ownTitle(units) : undefined
    if (own)
      groups.push({ title: own.title, units: [{ ...units[0]!, bullets: [] }, ...units.slice(1)], titles: [...titles, above.value] })
    else if (groups.length > 0 && (passage.image || (passage.kind === 'item' && groups.at(-1)!.title === above)))
      groups.at(-1)!.units.push(...units)
    else
      groups.push({ title: above, units, titles: [...titles, above.value] })
  }
  return groups
}

function ownTitle(units: Unit[]): { title: Text } | undefined {
  const [first, second] = units
  const [bullet] = first?.bullets ?? []
  if (!first || !second || !bullet || first.bullets.length > 1 || first.attribution || !/[。.]\s*$/.test(first.sentence.value))
    return undefined
  return widthInEm(bullet.value) <= LONGEST_OWN_TITLE_EM ? { title: bullet } : undefined
}

/**
 * Turns groups into slides, numbered where several in a row share a title.
 *
 * @param groups the groups in order
 * @param options density and ratio
 * @param pageLabel how a slide's place among several is written
 * @returns the slides; their notes hold every sentence of the groups
 */
export function groupSlides(groups: Group[], options: DeckOptions, pageLabel: (page: number, pages: number) => string): Slide[] {
  const drafts = groups.flatMap(group => draftsOf(group, options))
  return runsOfTitles(drafts).flatMap(run => run.map((draft, index) =>
    textSlide({ ...draft, label: run.length > 1 ? pageLabel(index + 1, run.length) : '' }, draft.note)))
}

function runsOfTitles(drafts: Draft[]): Draft[][] {
  const all: Draft[][] = []
  for (const draft of drafts) {
    const run = all.at(-1)
    if (run?.[0]?.title.value === draft.title.value)
      run.push(draft)
    else
      all.push([draft])
  }
  return all
}

interface Draft extends Omit<TextContent, 'label'> { note: Text[][] }

function draftsOf(group: Group, options: DeckOptions): Draft[] {
  const contents = runs(group.units).flatMap(run => contentsOf(run, group, options))
  // However brief, every picture is shown.
  const kept = options.density === 'brief' ? contents.filter((content, index) => index === 0 || content.image) : contents
  // A heading with nothing to show below it still has its slide, and its note.
  const shown = kept.length > 0 ? kept : [{ bullets: [], first: group.units[0] }]
  const starts = noteStarts(shown.map(content => content.first), group.units)
  return shown.map(({ first: _, ...content }, index): Draft => {
    const said = group.units.slice(starts[index], starts[index + 1])
    return { title: group.title, ...content, note: toNote(index === 0 ? group.opening : undefined, said) }
  })
}

/** Where each slide's note begins among the units: at its first sentence, or after it where an earlier slide has begun it. */
function noteStarts(firsts: (Unit | undefined)[], units: Unit[]): number[] {
  const index = new Map(units.map((unit, at) => [unit, at]))
  return firsts.map((first, slide) => slide === 0 ? 0 : index.get(first!)! + (first === firsts[slide - 1] ? 1 : 0))
}

/** Sentences into the paragraphs that they stand in; a run-in heading opens the first. */
function toNote(opening: Text | undefined, units: Unit[]): Text[][] {
  const paragraphs: Text[][] = opening ? [[opening]] : []
  for (const [index, unit] of units.entries()) {
    const runsOn = index === 0 && opening !== undefined
    if ((unit.opensParagraph && !runsOn) || paragraphs.length === 0)
      paragraphs.push([])
    if (unit.sentence.value !== '')
      paragraphs.at(-1)!.push(unit.sentence)
  }
  return paragraphs.filter(sentences => sentences.length > 0)
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

interface Content { bullets: Text[], attribution?: Text, quotation?: Text, image?: Image, first: Unit | undefined }

function contentsOf(run: Unit[], group: Group, options: DeckOptions): Content[] {
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

function plainContents(units: Unit[], group: Group, options: DeckOptions): Content[] {
  const room = bulletRoom(options.ratio, `${group.title.value}（10/10）`, false)
  const chosen = select(units.filter(unit => unit.bullets.length > 0), group.titles, options.density, room)
  const bullets = chosen.flatMap(unit => unit.bullets.map(bullet => ({ bullet, unit })))
  return paginate(bullets, room).map(page => ({ bullets: page.map(({ bullet }) => bullet), first: page[0]!.unit }))
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
