import type { Wording } from '../../messages/model.ts'
import type { Box, Finding, SetPicture, SetSlide } from '../types.ts'
import { reasonFor } from '../../messages/reason.ts'
import { wording } from '../../messages/wording.ts'
import { excerpt } from './excerpt.ts'

/** Nothing that is drawn, and nothing that is read. */
const BLANK = /^[\s\u200B-\u200F\u2060]*$/
const FILE_NAME = /^[^/\\]+\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i

/**
 * A screen reader finds its way: one heading of the first rank on each slide (WCAG 2.2, 1.3.1), a description for each
 * picture and drawing that is not hidden from it (1.1.1). A file's name is none. A picture of structure is its text.
 *
 * @param slide a slide as it is set
 * @returns a finding for what is missing or too many
 */
export function reading({ headings, pictures }: SetSlide): Finding[] {
  const undescribed = pictures.filter(({ description }) => BLANK.test(description) || FILE_NAME.test(description))
  return [...headingFaults(headings), ...undescribed.map(pictureFinding)]
}

function headingFaults(count: number): Finding[] {
  if (count === 1)
    return []
  const wrong = count === 0 ? wording('one-heading-none') : wording('one-heading-many', { count })
  return [{ ruleId: 'one-heading', ...reasonFor(wrong) }]
}

function pictureFinding({ name, description }: SetPicture): Finding {
  const fault = FILE_NAME.test(description) ? 'picture-file-name' : 'picture-undescribed'
  return { ruleId: 'picture-text', ...reasonFor(wording(fault, { name: pictureName(name) })), text: name }
}

/**
 * A screen reader meets a slide's blocks in the order in which they are seen (WCAG 2.2, 1.3.2): in a column none stands
 * wholly above one that comes before it.
 *
 * @param slide a slide as it is set
 * @param slide.blocks its blocks in the order in which they are read
 * @returns a finding for each block that is read too late
 */
export function readingOrder({ blocks }: SetSlide): Finding[] {
  const seen = blocks.filter(({ furniture }) => !furniture)
  return seen.flatMap(({ lines, box }, index) => {
    const before = seen.slice(0, index).find(other => isAbove(box, other.box) && isInColumn(box, other.box))
    if (!before)
      return []
    const late = wording('reading-order', { block: nameOf(lines), before: nameOf(before.lines) })
    return [{ ruleId: 'reading-order', ...reasonFor(late), text: lines[0] ?? '' }]
  })
}

/** Neighbouring lines may touch. */
const TOUCH = 1

function isAbove([, , , bottom]: Box, [, top]: Box): boolean {
  return bottom <= top + TOUCH
}

/** Two boxes are in one column where most of the narrower one is. */
function isInColumn([left, , right]: Box, [otherLeft, , otherRight]: Box): boolean {
  return Math.min(right, otherRight) - Math.max(left, otherLeft) > Math.min(right - left, otherRight - otherLeft) / 2
}

function nameOf(lines: string[]): Wording {
  return lines.length > 0 ? wording('block-text', { text: excerpt(lines.join('')) }) : wording('block-picture')
}

/** A picture's file, without where it is served; of one that stands in the page itself how its data begin. */
function pictureName(source: string): string {
  return source.startsWith('data:') ? source.replace(/,.*/s, '') : source.split('/').at(-1)!
}
