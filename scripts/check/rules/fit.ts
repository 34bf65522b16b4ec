import type { Finding, SetSlide } from '../types.ts'
import { excerpt } from './excerpt.ts'

/** Half-pixels of rounding are no overflow. */
const ROUNDING = 1

/**
 * Everything is inside its box: nothing runs over, nothing is cut off.
 *
 * @param slide a slide as it is set
 * @returns a finding for each box that holds less than is in it
 */
export function overflow({ full }: SetSlide): Finding[] {
  return full.map(({ name, text, content, room, clips }) => ({
    ruleId: clips ? 'clipped' : 'overflow',
    reason: `Unexpected ${content.join('×')} px in a <${name}> of ${room.join('×')} px, expected all of it to ${clips ? 'show' : 'fit'}: shorten “${excerpt(text)}” or move some of it to another slide`,
    text,
  }))
}

/**
 * All text but the page's furniture is inside the layout's margins. Where a box runs over, that has been said.
 *
 * @param slide a slide as it is set
 * @returns a finding for each text that is not
 */
export function margin({ texts, full, safe: [left, top, right, bottom] }: SetSlide): Finding[] {
  return texts
    .filter(({ furniture, box }) => full.length === 0 && !furniture && (box[0] < left - ROUNDING || box[1] < top - ROUNDING || box[2] > right + ROUNDING || box[3] > bottom + ROUNDING))
    .map(({ text }) => ({ ruleId: 'margin', reason: `Unexpected text outside the margins, expected it inside: move or shorten “${excerpt(text)}”`, text }))
}
