import type { Text } from 'mdast'
import type { Passage } from '../article/passage.ts'
import type { Title } from '../outline/types.ts'
import type { Shown } from './contents.ts'
import type { DeckOptions, Slide } from './types.ts'
import type { Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { contentsOf, MOST_ALIKE, pointsAtEnd } from './contents.ts'
import { textSlide } from './slide.ts'
import { formOf, partOf, toUnits } from './units.ts'

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
  /** A salutation before the first text: it is said, and no slide's matter. */
  let before: Unit[] = []
  for (const passage of passages) {
    const units = toUnits(passage)
    if (isLine(passage)) {
      const said = units.map(unit => ({ ...unit, bullets: [] }))
      if (groups.length > 0)
        groups.at(-1)!.units.push(...said)
      else
        before.push(...said)
      continue
    }
    const own = passage.kind === 'paragraph' ? ownTitle(units) : undefined
    if (own)
      groups.push({ title: own.title, units: [{ ...units[0]!, bullets: [] }, ...units.slice(1)], titles: [...titles, above.value] })
    else if (groups.length > 0 && (passage.image || passage.row || passage.code || (passage.kind === 'item' && groups.at(-1)!.title === above)))
      groups.at(-1)!.units.push(...units)
    else
      groups.push({ title: above, units, titles: [...titles, above.value] })
    groups.at(-1)!.units.unshift(...before)
    before = []
  }
  if (before.length > 0)
    groups.push({ title: above, units: before.map(unit => ({ ...unit, bullets: [unit.sentence] })), titles: [...titles, above.value] })
  return groups
}

/** A line no longer than this, and without a sentence's end, is a salutation, a signature or a date. */
const LONGEST_LINE_EM = 20

function isLine({ kind, text }: Passage): boolean {
  return kind === 'paragraph' && widthInEm(text) <= LONGEST_LINE_EM && !/[。！？.!?；;][”’」』）)"']*$/.test(text.trim())
}

function ownTitle(units: Unit[]): { title: Text } | undefined {
  const [first, second] = units
  const [bullet] = first?.bullets ?? []
  if (!first || !second || !bullet || first.bullets.length > 1 || first.attribution || formOf(first) || !/[。.]\s*$/.test(first.sentence.value))
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
  const drafts: Draft[] = []
  for (const group of groups)
    drafts.push(...draftsOf(group, options, pointsAtEnd(drafts.slice(-MOST_ALIKE).map(draft => draft.content))))
  return runsOfTitles(drafts).flatMap(run => run.map(({ title, content, titles, note }, index) =>
    textSlide(title, run.length > 1 ? pageLabel(index + 1, run.length) : '', content, titles, note)))
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

interface Draft { title: Text, content: Shown, titles: string[], note: Text[][] }

function draftsOf(group: Group, options: DeckOptions, before: number): Draft[] {
  const contents = contentsOf(group, options, before)
  // However brief, every picture is shown, and every table.
  const kept = options.density === 'brief' ? contents.filter((content, index) => index === 0 || content.image || content.rows) : contents
  // A heading with nothing to show below it still has its slide, and its note.
  const shown = kept.length > 0 ? kept : [{ bullets: [], first: group.units[0] }]
  const starts = noteStarts(shown, group.units)
  return shown.map((content, index): Draft => {
    const said = spokenBetween(group.units, starts[index]!, starts[index + 1])
    return { title: group.title, content, titles: group.titles, note: toNote(index === 0 ? group.opening : undefined, said) }
  })
}

/** A place in what is said: a sentence, and how many of its characters come before. */
interface Place { unit: number, at: number }

/** Where each slide's note begins: with its first sentence or clause; after the sentence where an earlier slide has it all. */
function noteStarts(shown: Shown[], units: Unit[]): Place[] {
  const index = new Map(units.map((unit, at) => [unit, at]))
  return shown.map(({ first, at }, slide) => {
    const unit = slide === 0 ? 0 : index.get(first!)!
    if (at !== undefined && slide > 0)
      return { unit, at }
    return { unit: unit + (slide > 0 && first === shown[slide - 1]!.first ? 1 : 0), at: 0 }
  })
}

/** The sentences from one place to another; at either end there may be the clauses of one. */
function spokenBetween(units: Unit[], from: Place, to: Place = { unit: units.length, at: 0 }): Unit[] {
  return units.slice(from.unit, to.unit + (to.at > 0 ? 1 : 0)).map((unit, index): Unit => {
    const own = from.unit + index
    const start = own === from.unit ? from.at : 0
    const end = own === to.unit ? to.at : undefined
    return start === 0 && end === undefined ? unit : { ...unit, opensParagraph: unit.opensParagraph && start === 0, sentence: partOf(unit.sentence, start, end) }
  })
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
