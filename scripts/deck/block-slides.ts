import type { RootContent, Text } from 'mdast'
import type { Shown } from './content.ts'
import type { Group } from './group.ts'
import type { Draft, Said } from './notes.ts'
import type { DeckOptions, Layout } from './types.ts'
import type { Unit } from './units.ts'
import { partOf } from '../article/marks.ts'
import { bulletRoom } from './capacity.ts'
import { captionText } from './captions.ts'
import { blockContents, bulletContents, leadsIn } from './contents.ts'
import { kickerOf } from './group.ts'
import { heading, item, list, paragraph } from './nodes.ts'
import { headlineAmong } from './prose/headline-among.ts'
import { LINES_OVER_EVIDENCE } from './prose/headlines.ts'
import { contentBlocks } from './slide.ts'
import { evidenceRoom, structureHeight } from './structures/fits.ts'
import { isProse } from './units.ts'

/**
 * The slides of what stands by itself: a picture, a formula, a table, code. What fits on no slide as it is, is bullets.
 *
 * @param run one such block, or the rows of one table, and its caption
 * @param group what it stands under
 * @param options density and ratio
 * @returns drafts that say all of it
 */
export function blockSlides(run: Unit[], group: Group, options: DeckOptions): Draft[] {
  const caption = run.find(isProse)
  const blocks = run.filter(unit => unit !== caption)
  const head = caption && blocks[0]?.row ? captionText(caption) : undefined
  const contents = blockContents(blocks, roomUnder(head ? { ...group, title: head } : group, options))
  if (!contents)
    return bulletSlides(run, group, options)
  // A picture's caption stands below it, a table's heads it.
  const below = caption && !head ? [captionText(caption)] : undefined
  return drafts(contents.map(content => below ? { ...content, bullets: below } : content), run, group, head)
}

/**
 * The slides of sentences and items that are all shown, clause by clause. What somebody else says stands by itself.
 *
 * @param run sentences, or a list's items with the line that leads in to them
 * @param group what they stand under
 * @param options density and ratio
 * @returns drafts that say all of it
 */
export function bulletSlides(run: Unit[], group: Group, options: DeckOptions): Draft[] {
  const drawn = options.density === 'full' ? undefined : listSlide(run, group)
  const room = roomUnder(group, options)
  return drawn ? [drawn] : speakersIn(run).flatMap(units => drafts(bulletContents(units, room), units, group))
}

/** Fewer items are no list that one has to see; more are more than a slide. */
const LIST = { fewest: 3, most: 9 } as const

/** How a list of so many short items may be drawn: with numbers as steps, else as a grid, or side by side. */
function layoutsFor(items: number, isNumbered: boolean): Layout[] {
  if (isNumbered)
    return items <= 5 ? ['steps'] : []
  return [...(items >= 4 ? ['enumeration' as const] : []), ...(items <= 4 ? ['cards' as const] : [])]
}

/** A list that has no list below its items, drawn. */
function listSlide(run: Unit[], group: Group): Draft | undefined {
  const lead = run[0] && leadsIn(run[0], run[1]) && !run[0].item ? run[0].bullets : []
  const items = run.slice(lead.length > 0 ? 1 : 0)
  if (!items.every(isShortItem) || items.length < LIST.fewest || items.length > LIST.most)
    return undefined
  const texts = items.flatMap(({ bullets }) => bullets)
  const start = items[0]!.place?.number
  const members = texts.map(({ value }) => ({ all: value }))
  const around = lead.map(({ value }) => value)
  const hasRoom = (layout: Layout): boolean =>
    structureHeight(layout, members, around) <= evidenceRoom(LINES_OVER_EVIDENCE, false)
  const layout = layoutsFor(items.length, start !== undefined).find(hasRoom)
  const blocks = [...lead.map(paragraph), list(texts.map(text => item(text)), start)]
  return layout && { slide: slideUnder(group, group.title, layout, blocks), said: saidOf(run) }
}

/** An item of one bullet, which has no list below it and goes on with none. */
function isShortItem({ item, place, bullets }: Unit): boolean {
  return item === true && bullets.length === 1 && (place?.items.length ?? 1) === 1 && !place?.goesOn
}

function slideUnder(group: Group, title: Text, layout: Layout, blocks: RootContent[]): NonNullable<Draft['slide']> {
  const kicker = kickerOf(group, title.value)
  return { layout, title: title.value, ...(kicker && { kicker }), content: [heading(title), ...blocks] }
}

/** Sentences of the author's own in a row, and by itself each that somebody else says. */
function speakersIn(units: Unit[]): Unit[][] {
  const runs: Unit[][] = []
  for (const unit of units) {
    const last = runs.at(-1)?.at(-1)
    if (last && !last.attribution && !unit.attribution)
      runs.at(-1)!.push(unit)
    else
      runs.push([unit])
  }
  return runs
}

/** The height below a title of one line, and of a heading that takes more. */
function roomUnder(group: Group, options: DeckOptions): number {
  return bulletRoom(options.ratio, group.title.value, group.units.some(({ attribution }) => attribution))
}

function drafts(contents: Shown[], units: Unit[], group: Group, head?: Text): Draft[] {
  if (contents.length === 0)
    return [{ said: saidOf(units) }]
  const starts = noteStarts(contents, units)
  const isFirst = group.units[0] === units[0]
  return contents.map((content, index): Draft => {
    // An item heads no others.
    const isTitled = (index === 0 && isFirst) || units.some(({ item: isItem }) => isItem)
    const headline = head ?? (isTitled ? undefined : headlineAmong(content, group.titles.join(' ')))
    const bullets = content.bullets.filter(bullet => bullet !== headline)
    const { layout, blocks } = contentBlocks({ ...content, bullets })
    const said = spokenBetween(units, starts[index]!, starts[index + 1])
    return { slide: slideUnder(group, headline ?? group.title, layout, blocks), said }
  })
}

/** What is said of some units: their sentences. */
export function saidOf(units: readonly Unit[]): Said[] {
  return units.map(({ sentence, opensParagraph }) => ({ text: sentence, opensParagraph }))
}

/** A place in what is said: a sentence, and how many of its characters come before. */
interface Start { unit: number, at: number }

/**
 * Where each slide's note begins: with its first sentence or clause; after the sentence where an earlier slide has it
 * all.
 */
function noteStarts(contents: Shown[], units: Unit[]): Start[] {
  const index = new Map(units.map((unit, at) => [unit, at]))
  return contents.map(({ first, at }, slide) => {
    const unit = slide === 0 ? 0 : index.get(first!)!
    if (at !== undefined && slide > 0)
      return { unit, at }
    return { unit: unit + (slide > 0 && first === contents[slide - 1]!.first ? 1 : 0), at: 0 }
  })
}

/** The sentences from one place to another; at either end there may be the clauses of one. */
function spokenBetween(units: Unit[], from: Start, to: Start = { unit: units.length, at: 0 }): Said[] {
  return units.slice(from.unit, to.unit + (to.at > 0 ? 1 : 0)).map(({ sentence, opensParagraph }, index): Said => {
    const own = from.unit + index
    const start = own === from.unit ? from.at : 0
    const end = own === to.unit ? to.at : undefined
    const isWhole = start === 0 && end === undefined
    return { text: isWhole ? sentence : partOf(sentence, start, end), opensParagraph: opensParagraph && start === 0 }
  })
}
