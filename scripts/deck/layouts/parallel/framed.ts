import type { Face } from '../../structures/frames.ts'
import type { Span, Structure } from '../../structures/structure.ts'
import type { Unit } from './members.ts'
import { ratio, sizeIn, sizeOf, withStrong } from '../../structures/alike.ts'
import { from, says, sharedEnd, sharedMiddle, sharedStart } from '../../structures/frames.ts'
import { governing, parted, strengthOf } from './members.ts'

/** Behind a word or two that differ, two characters are a frame: 背包不让带进来，水杯不让带进来. */
const SHORT_HEAD = 4
const LONG_FRAME = 3

/**
 * Members with a shared frame, something before it and something after: 人民|是否真正得到了|实惠.
 *
 * @param text the text
 * @param units the members, of one clause each
 * @param faces how they are compared
 * @returns the row, what stands behind the frame strong; nothing where they have none
 */
export function framed(text: string, units: readonly Unit[], faces: readonly Face[]): Structure | undefined {
  const middle = sharedMiddle(faces)
  if (!middle)
    return undefined
  const [before, behind] = [middle.at[0]!, middle.at[0]! + middle.length]
  const heads = faces.map((face, index) => sizeOf(face.form.slice(0, middle.at[index])))
  const shortest = Math.max(...heads) <= SHORT_HEAD ? 2 : LONG_FRAME
  if (!says(faces[0]!, before, behind) || sizeOf(faces[0]!.form.slice(before, behind)) < shortest)
    return undefined
  const rests = faces.map((face, index) => from(face, middle.at[index]! + middle.length))
  const ends = sharedEnd(rests)
  const tails = rests.map(({ start, end }): Span => ({ start, end: end - ends }))
  if (tails.some(({ start, end }) => start >= end) || heads.slice(1).some(head => head < 1) || Math.max(...heads) > 14)
    return undefined
  const { over, members: spans } = parted(text, units, governing(faces, sharedStart(faces.slice(1))))
  const members = withStrong(text, spans, tails)
  const isEven = evenness(tails.map(tail => sizeIn(text, tail))) >= 0.4
  // 背包不让带进来，水杯不让带进来，小孩子不让进成人区: one tail twice is not large, and still of the row.
  const kinds = new Set(tails.map(({ start, end }) => text.slice(start, end))).size
  const isCounted = tails.every(({ start, end }) => /\d/.test(text.slice(start, end)))
  const isRepeated = kinds > 1 && kinds < tails.length && !isCounted
  // 社区办的21家，企业办的19家: what is counted is for bars.
  const isForBars = isCounted && shortest < LONG_FRAME
  if (!isEven || isForBars || !(members[0]!.strong || isRepeated))
    return undefined
  return { strength: strengthOf(0.92, units), ...(over && { over }), members }
}

/** How long the shortest is beside the longest. */
export function evenness(sizes: readonly number[]): number {
  return ratio(Math.min(...sizes), Math.max(...sizes))
}
