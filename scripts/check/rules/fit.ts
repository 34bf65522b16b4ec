import type { Box, Finding, SetSlide } from '../types.ts'
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
  return full.map(({ name, text, content, room, clips }) => {
    const found = `Unexpected ${content.join('×')} px in a <${name}> of ${room.join('×')} px`
    const expected = `expected all of it to ${clips ? 'show' : 'fit'}`
    const reason = `${found}, ${expected}: shorten “${excerpt(text)}” or move some of it to another slide`
    return { ruleId: clips ? 'clipped' : 'overflow', reason, text }
  })
}

/**
 * All text but the page's furniture is inside the layout's margins. Where a box runs over, that has been said.
 *
 * @param slide a slide as it is set
 * @returns a finding for each text that is not
 */
export function margin({ texts, full, safe: [left, top, right, bottom] }: SetSlide): Finding[] {
  if (full.length > 0)
    return []
  const isOutside = (box: Box): boolean =>
    box[0] < left - ROUNDING || box[1] < top - ROUNDING || box[2] > right + ROUNDING || box[3] > bottom + ROUNDING
  return texts.filter(({ furniture, box }) => !furniture && isOutside(box)).map(({ text }) => {
    const reason = `Unexpected text outside the margins, expected it inside: move or shorten “${excerpt(text)}”`
    return { ruleId: 'margin', reason, text }
  })
}
