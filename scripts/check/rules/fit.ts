import type { Box, Finding, SetSlide } from '../types.ts'
import { reasonFor } from '../../messages/reason.ts'
import { wording } from '../../messages/wording.ts'
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
    const ruleId = clips ? 'clipped' : 'overflow'
    const data = { name, content: content.join('×'), room: room.join('×'), text: excerpt(text) }
    return { ruleId, ...reasonFor(wording(ruleId, data)), text }
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
    return { ruleId: 'margin', ...reasonFor(wording('margin', { text: excerpt(text) })), text }
  })
}
