import type { Passage } from '../../scripts/article/passage.ts'
import type { Slide } from '../../scripts/deck/types.ts'
import type { Outline, Part, Title } from '../../scripts/outline/types.ts'
import { toString } from 'mdast-util-to-string'
import { withoutPage } from '../../scripts/language/labels.ts'

/** They go on over several slides under one title, and their headline is no clause. */
export const GOES_ON: ReadonlySet<string> = new Set(['table', 'code', 'image'])

/**
 * A slide's headline.
 *
 * @param slide a slide
 * @returns the text of its first heading of depth 1, without （1/2）; nothing where it has none
 */
export function headlineOf({ content }: Slide): string {
  const headline = content.find(node => node.type === 'heading' && node.depth === 1)
  return headline ? withoutPage(toString(headline)).trim() : ''
}

/**
 * Counts headlines that say something of their own slide. A slide belongs to the innermost heading that its note's
 * first word stands under: a point, or the part where it has no point there, or the article before its first part.
 * Not counted, neither among the clauses nor among the slides:
 * - slides under a run-in heading, which is a clause of the text already, whoever wrote the planner;
 * - tables, code and pictures, which are not said in clauses;
 * - slides without a headline, such as a quotation that fills its slide.
 *
 * A headline is its own where its words stand in the slide's note between two marks, and are no heading above it, nor a
 * piece of one that was too long.
 *
 * @param slides the content slides of an article
 * @param outline the outline that they are of
 * @returns how many headlines are such a clause, of how many slides
 */
export function clauseHeadlines(slides: readonly Slide[], outline: Outline): { clauses: number, slides: number } {
  const stretches = stretchesOf(outline)
  const own = slides.flatMap((slide): boolean[] => {
    const headline = headlineOf(slide)
    const stretch = stretches.findLast(({ start }) => start <= (slide.position?.start.offset ?? -1))
    if (!stretch || stretch.runIn || headline === '' || GOES_ON.has(slide.layout))
      return []
    const isHeading = stretch.headings.some(heading => words(heading).includes(words(headline)))
    return [!isHeading && isClause(headline, slide.note.map(sentences => sentences.map(({ value }) => value).join('')))]
  })
  return { clauses: own.filter(Boolean).length, slides: own.length }
}

/** A stretch of the article under one heading: where it begins, and the headings above it. */
interface Stretch { start: number, headings: string[], runIn: boolean }

function stretchesOf({ title, lead, parts, closing }: Outline): Stretch[] {
  const above = [title.value]
  return [
    ...stretch(undefined, lead, above),
    ...parts.flatMap(part => ofPart(part, above)),
    ...stretch(undefined, closing, above),
  ].sort((one, other) => one.start - other.start)
}

function ofPart({ title, lead, points, closing }: Part, above: string[]): Stretch[] {
  const headings = [...above, title.value]
  return [
    ...stretch(title, lead, headings),
    ...points.flatMap(point => stretch(point.title, point.passages, [...headings, point.title.value])),
    ...stretch(undefined, closing, headings),
  ]
}

/** It begins with its heading only where that is a sentence of it: a title that is guessed may stand anywhere. */
function stretch(title: Title | undefined, passages: readonly Passage[], headings: string[]): Stretch[] {
  const start = title?.runIn?.position?.start.offset ?? passages[0]?.slice(0, 1).position?.start.offset
  return start === undefined ? [] : [{ start, headings, runIn: title?.runIn !== undefined }]
}

/** Marks that part clauses, and those that stand at their edges. 、 and the hyphen part what is less than a clause. */
const MARKS = '[，。；：！？｡．,.;:!?…—–“”‘’"\'（）()《》「」『』【】]'

/** A text's words alone, squeezed. */
function words(text: string): string {
  return text.replace(/\s+/g, '').replace(new RegExp(`^${MARKS}+|${MARKS}+$`, 'gu'), '')
}

/** Whether words stand in what is said between two marks, or at a paragraph's edges. */
function isClause(headline: string, paragraphs: readonly string[]): boolean {
  const literal = words(headline).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const between = new RegExp(`(?<=^|${MARKS})${literal}(?=${MARKS}|$)`, 'u')
  return literal !== '' && paragraphs.some(paragraph => between.test(paragraph.replace(/\s+/g, '')))
}
