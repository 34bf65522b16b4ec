import type { Text } from 'mdast'
import type { Passage } from '../article/passage.ts'
import type { Title } from '../outline/types.ts'
import type { Shown } from './contents.ts'
import type { Group } from './group.ts'
import type { DeckOptions, Slide } from './types.ts'
import type { Unit } from './units.ts'
import { partOf } from '../article/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { attributeBackwards, isAside, withoutAsides } from './asides.ts'
import { contentsOf, MOST_ALIKE, pointsAtEnd } from './contents.ts'
import { withText } from './group.ts'
import { textSlide } from './slide.ts'
import { formOf, toUnits } from './units.ts'

/** A first sentence no longer than this can be its paragraph's title: a line at 36 px. */
const LONGEST_OWN_TITLE_EM = 22

/**
 * Groups the text of a heading: all its passages under the heading's title.
 *
 * @param title the heading
 * @param passages what stands under it
 * @param titles the headings above it
 * @returns one group
 */
export function groupUnder(title: Title, passages: Passage[], titles: string[]): Group {
  return { title, ...(title.runIn && { opening: title.runIn }), units: withoutAsides(attributeBackwards(passages.flatMap(passage => isAside(passage) ? said(passage) : toUnits(passage)))), titles: [...titles, title.value] }
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
    if (isAside(passage)) {
      (groups.at(-1)?.units ?? before).push(...said(passage))
      continue
    }
    const units = withoutAsides(toUnits(passage))
    const own = passage.kind === 'paragraph' ? ownTitle(units) : undefined
    if (own)
      groups.push({ title: own.title, units: [{ ...units[0]!, bullets: [] }, ...units.slice(1)], titles: [...titles, above.value] })
    else if (groups.length > 0 && (passage.image || passage.row || passage.code || passage.kind === 'formula' || CREDIT.test(passage.text) || (passage.kind === 'item' && groups.at(-1)!.title === above)))
      groups.at(-1)!.units.push(...units)
    else
      groups.push({ title: above, units, titles: [...titles, above.value] })
    groups.at(-1)!.units.unshift(...before)
    before = []
  }
  if (before.length > 0)
    groups.push({ title: above, units: before.map(unit => ({ ...unit, bullets: [unit.sentence] })), titles: [...titles, above.value] })
  return groups.map(group => ({ ...group, units: attributeBackwards(group.units) }))
}

/** A line that says whose words stand before it. */
const CREDIT = /^\s*(?:——|—\s|--\s?)/

/** What is said and not shown. */
function said(passage: Passage): Unit[] {
  return toUnits(passage).map(unit => ({ ...unit, bullets: [] }))
}

/** A sentence that begins so takes up the one before it, or leads on to the next: it is no title. */
const HANGS_ON = /^(?:[我你他她它这那其但而也还再又就却]|不过|可是|现在|后来|于是|所以|因此|今天|如果|然后|最后|同时|例如|比如|And\b|But\b|So\b|Then\b|It\b|He\b|She\b|They\b|This\b|That\b|These\b|Those\b)/

function ownTitle(units: Unit[]): { title: Text } | undefined {
  const [first, second] = units
  const [bullet] = first?.bullets ?? []
  if (!first || !second || !bullet || first.bullets.length > 1 || first.attribution || formOf(first) || HANGS_ON.test(bullet.value) || !/[。.．｡]\s*$/.test(first.sentence.value))
    return undefined
  return widthInEm(bullet.value) <= LONGEST_OWN_TITLE_EM ? { title: bullet } : undefined
}

/**
 * Turns groups into slides, numbered where several share a title.
 *
 * @param groups the groups in order
 * @param options density and ratio
 * @param pageLabel how a slide's place among several is written
 * @returns the slides; their notes hold every sentence of the groups
 */
export function groupSlides(groups: Group[], options: DeckOptions, pageLabel: (page: number, pages: number) => string): Slide[] {
  const drafts: Draft[] = []
  for (const group of withText(groups))
    drafts.push(...draftsOf(group, options, pointsAtEnd(drafts.slice(-MOST_ALIKE).map(draft => draft.content))))
  const total = new Map<string, number>()
  for (const { title } of drafts)
    total.set(title.value, (total.get(title.value) ?? 0) + 1)
  const seen = new Map<string, number>()
  return drafts.map(({ title, content, titles, note }) => {
    const pages = total.get(title.value)!
    const page = (seen.get(title.value) ?? 0) + 1
    seen.set(title.value, page)
    return textSlide(title, pages > 1 ? pageLabel(page, pages) : '', content, titles, note)
  })
}

interface Draft { title: Text, content: Shown, titles: string[], note: Text[][] }

function draftsOf(group: Group, options: DeckOptions, before: number): Draft[] {
  const contents = contentsOf(group, options, before)
  // However brief, every picture is shown, and every table.
  const kept = options.density === 'brief' ? contents.filter((content, index) => index === 0 || content.image || content.rows) : contents
  // Whatever does not fit is said: no word is lost for want of a slide.
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

/** A heading that is a sentence runs in to its paragraph; one that is only too long for a title is a paragraph of its own. */
const SENTENCE = /[。！？．｡.!?…][”’」』）"')]*\s*$/

/** Sentences into the paragraphs that they stand in, after what is said of their heading. */
function toNote(opening: Text | undefined, units: Unit[]): Text[][] {
  const paragraphs: Text[][] = opening ? [[opening]] : []
  for (const [index, unit] of units.entries()) {
    const runsOn = index === 0 && opening !== undefined && SENTENCE.test(opening.value)
    if ((unit.opensParagraph && !runsOn) || paragraphs.length === 0)
      paragraphs.push([])
    if (unit.sentence.value !== '')
      paragraphs.at(-1)!.push(unit.sentence)
  }
  return paragraphs.filter(sentences => sentences.length > 0)
}
