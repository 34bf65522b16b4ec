import type { Finding, SetSlide } from '../types.ts'
import { reasonFor } from '../../messages/reason.ts'
import { wording } from '../../messages/wording.ts'
import { excerpt } from './excerpt.ts'

/** On a canvas 980 px wide: what 24 pt is on a PowerPoint slide. */
export const SMALLEST_TEXT = 24
/** Labels inside a drawn picture of structure. */
export const SMALLEST_LABEL = 18

/**
 * No text is too small to read from the last row.
 *
 * @param slide a slide as it is set
 * @returns a finding for each text under its floor
 */
export function smallText({ texts }: SetSlide): Finding[] {
  return texts.flatMap(({ text, size, furniture, structure }) => {
    const least = structure ? SMALLEST_LABEL : SMALLEST_TEXT
    if (furniture || size >= least)
      return []
    return [{ ruleId: 'small-text', ...reasonFor(wording('small-text', { size, least, text: excerpt(text) })), text }]
  })
}

/** Marks that end a sentence or a bracket do not fill a line. */
const CLOSING_MARKS = /[\s，。、；：！？）》〉」』】〕”’….,;:!?)\]]+$/u

/**
 * No paragraph ends with one character on a line of its own (CLREQ 3.2.4, widows).
 *
 * @param slide a slide as it is set
 * @returns a finding for each that does
 */
export function lonelyCharacter({ blocks }: SetSlide): Finding[] {
  return blocks.flatMap(({ lines, code, furniture }) => {
    const last = Array.from(lines.at(-1)?.trim().replace(CLOSING_MARKS, '') ?? '')
    if (code || furniture || lines.length < 2 || last.length !== 1)
      return []
    const lonely = wording('lonely-character', { line: lines.at(-1)!.trim(), text: excerpt(lines[0]!) })
    return [{ ruleId: 'lonely-character', ...reasonFor(lonely), text: lines[0]! }]
  })
}

/** CLREQ 3.1.4: marks that no line begins with, and marks that none ends with. */
const CLOSING = /^[，。、；：！？）》〉」』】〕”’·]/
const OPENING = /[（《〈「『【〔“‘]$/

/**
 * No line begins with a closing mark or ends with an opening one.
 *
 * @param slide a slide as it is set
 * @returns a finding for each line that does
 */
export function lineEdge({ blocks }: SetSlide): Finding[] {
  return blocks.filter(({ code }) => !code).flatMap(({ lines }) => lines.flatMap((line, index) => {
    const text = line.trim()
    const begins = index > 0 && CLOSING.test(text)
    const ends = index < lines.length - 1 && OPENING.test(text)
    if (!begins && !ends)
      return []
    const edge = wording(begins ? 'line-begins' : 'line-ends', { text: excerpt(text) })
    return [{ ruleId: 'line-edge', ...reasonFor(edge), text }]
  }))
}
